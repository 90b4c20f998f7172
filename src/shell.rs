//! Joins the pure editor to Yew and to the browser: one component that holds the state, hands what
//! people do to the editor, draws the screen, and then runs the effects.
//!
//! It is the only component but [`crate::view::memo`]: screens are functions of the state, which
//! costs a fifth of what a component each would cost in bytes.

use std::mem::{Discriminant, discriminant};
use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::catalogue::Catalogue;
use domain::date::Date;
use domain::id::AssessmentId;
use domain::pack;
use domain::texts::{Texts, first as first_words};
use editor::css;
use editor::history::Way;
use editor::keys::latin;
use editor::opened::Wishes;
use editor::state::Dialog;
use editor::{Effect, Message, Moment, Place, State, first, later as editor_later};
use yew::prelude::*;

use crate::browser::event::Listening;
use crate::browser::{clock, dialog, event, files, focus, host, page, random, seal};
use crate::later::{self, Later};
use crate::view::dispatch::Dispatch;
use crate::view::given::Given;
use crate::view::words::{LaterWords, Words};
use crate::view::{self, opener};

pub(crate) mod runner;

mod screens;

use runner::Runner;

/// Draws the app in the place of the words that stood there before it ran.
pub(crate) fn mount(catalogue: Rc<Catalogue>, texts: Rc<Texts<first_words::Key>>) {
    page::keep_scroll();
    page::set_language(&texts.language, texts.direction.attribute());
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<Shell>::with_root_and_props(root, ShellProps { catalogue, texts }).render();
    }
}

#[derive(Properties)]
struct ShellProps {
    catalogue: Rc<Catalogue>,
    texts: Rc<Texts<first_words::Key>>,
}

impl PartialEq for ShellProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue) && Rc::ptr_eq(&self.texts, &other.texts)
    }
}

/// The state, and what is due once it is drawn.
struct Shell {
    state: State,
    words: Words,
    dispatch: Dispatch,
    runner: Runner,
    /// The later half, once it is here with its words and the help.
    later: Option<Here>,
    /// Effects that wait until the state they belong to is drawn, or for the later half.
    due: Vec<Effect>,
    /// What waits for the later half.
    waiting: Vec<Rc<editor_later::Message>>,
    /// What the browser was told of the page as it was last drawn.
    shown: Shown,
    /// Has the browser ask before the tab is closed, while that would lose something.
    guard: Option<Listening>,
    /// Whether something had the focus before the last message.
    had_focus: bool,
    _listening: Vec<Listening>,
}

/// What the browser was told beside the elements of the page.
#[derive(Default, PartialEq)]
struct Shown {
    title: String,
    /// What each printed page says that it belongs to.
    running: String,
    /// Which question is open. One that follows another is shown by itself.
    asks: Option<Discriminant<Dialog>>,
    would_be_lost: bool,
}

/// The later half. It stays as long as the page.
struct Here {
    half: &'static Later,
    views: view::given::Later,
}

/// What the shell is told.
enum Told {
    /// Something for the editor.
    Message(Message),
    /// The later half is here.
    Later(Box<(Later, pack::Later)>),
}

impl Component for Shell {
    type Message = Told;
    type Properties = ShellProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let dispatch = Dispatch(context.link().callback(Told::Message));
        let place = Place::from_hash(&page::place());
        let remembered = host::remembered().map(|id| AssessmentId::from(id.as_str()));
        let wishes = Wishes::of(&props.catalogue, host::wishes, host::wishes_all())
            .kept_nowhere(host::is_one_file());
        let window = random::number();
        let (mut state, mut due) =
            editor::update::begin(props.catalogue.clone(), place, remembered, window, wishes);
        if host::begins() {
            begin_at_once(&mut state, &mut due);
        }
        let runner = Runner::new(dispatch.clone());
        tell_what_comes(context.link().callback(|told| told), dispatch.clone());
        Self {
            state,
            words: Words::new(props.texts.clone()),
            later: None,
            due,
            waiting: Vec::new(),
            shown: Shown::default(),
            guard: None,
            had_focus: false,
            _listening: listen(&dispatch),
            runner,
            dispatch,
        }
    }

    fn update(&mut self, _: &Context<Self>, told: Told) -> bool {
        self.had_focus = focus::is_somewhere();
        match told {
            Told::Message(message) => self.step(message),
            Told::Later(later) => self.add(*later),
        }
        // To find out whether something changed would cost more than to draw what did not.
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        screens::screen(Given {
            state: &self.state,
            words: &self.words,
            dispatch: &self.dispatch,
            later: self.later.as_ref().map(|later| &later.views),
        })
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let shown = self.to_show();
        if shown != self.shown {
            page::set_title(&shown.title);
            page::set_running(&css::text(&shown.running));
            if shown.asks.is_some() && shown.asks != self.shown.asks {
                dialog::show();
            }
            self.guard = shown.would_be_lost.then(page::ask_before_leaving);
            self.shown = shown;
        }
        let later = self.later.as_ref().map(|later| &later.half.runner);
        if let Some(later) = later {
            (later.stand)(&self.state);
        }
        let due = std::mem::take(&mut self.due);
        self.due = due.into_iter().filter_map(|effect| self.runner.run(effect, later)).collect();
        // What was pressed may be gone with it, as a notice that is closed.
        if self.had_focus && !focus::is_somewhere() {
            focus::heading();
        }
        self.had_focus = false;
    }
}

impl Shell {
    fn step(&mut self, message: Message) {
        let later = self.later.as_ref().map(|later| &later.half.update);
        let step = editor::step(&mut self.state, message, moment(), later);
        self.due.extend(step.effects);
        self.waiting.extend(step.waits);
    }

    /// The later half is here: what waits for it is done.
    fn add(&mut self, (later, words): (Later, pack::Later)) {
        let pack::Later { guidance, catalogue, texts, .. } = words;
        let half: &Later = Box::leak(Box::new(later));
        (half.runner.hear)(&self.runner);
        let words = LaterWords::new(&self.words, &texts);
        (half.keep_out)(words.clone());
        let views = view::given::Later { views: &half.views, words };
        self.later = Some(Here { half, views });
        self.step(first::Came::LaterHalf(Rc::new(guidance), Rc::new(catalogue)).into());
        for message in std::mem::take(&mut self.waiting) {
            self.step(Message::Later(message));
        }
    }

    fn to_show(&self) -> Shown {
        let state = &self.state;
        Shown {
            title: screens::title(state, &self.words),
            running: screens::running(state),
            // Drawn by the later half, so not before that is here.
            asks: state.dialog.as_deref().filter(|_| self.later.is_some()).map(discriminant),
            would_be_lost: state.would_be_lost(),
        }
    }
}

/// Begins before anything is drawn: somebody pressed the button while the page was still loading, and
/// need not wait for the start screen to be drawn once more.
fn begin_at_once(state: &mut State, due: &mut Vec<Effect>) {
    let mut do_now = |message| editor::step(state, message, moment(), None).effects;
    let begun = do_now(first::Command::Begin.into());
    if begun == [first::Effect::DrawName.into()] {
        due.extend(do_now(first::Came::Name(runner::name()).into()));
    } else {
        due.extend(begun);
    }
}

/// Tells what comes after the first load: the later half, then the seal.
fn tell_what_comes(tell: Callback<Told>, dispatch: Dispatch) {
    wasm_bindgen_futures::spawn_local(async move {
        tell.emit(match later::load().await {
            Some(later) => Told::Later(Box::new(later)),
            None => Told::Message(first::Came::NoLaterHalf.into()),
        });
        runner::tell_seal(seal::sealed().await, &dispatch);
    });
}

/// The moment at which a message comes.
fn moment() -> Moment {
    let now = clock::now();
    let day = clock::local(now);
    Moment { now: Timestamp(now), today: Date { year: day.year, month: day.month, day: day.day } }
}

/// What the page as a whole is told: keys, dropped files, back and forward.
fn listen(dispatch: &Dispatch) -> Vec<Listening> {
    let (turn, drop, wander) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
    vec![
        event::on_key(move |key| {
            // In a text field the browser's own undo is meant.
            if !key.command || key.alt || key.composing || key.in_text {
                return false;
            }
            let way = match (&*latin(&key.name, &key.place), key.shift) {
                ("z" | "Z", false) => Way::Undo,
                ("z" | "Z", true) | ("y", false) => Way::Redo,
                _ => return false,
            };
            turn.send(Message::Turn(way));
            true
        }),
        files::take_drops(move |picked| opener::open(picked, drop.clone())),
        page::on_place(move |hash| {
            wander.send(first::Command::Wandered(Place::from_hash(&hash)));
        }),
    ]
}
