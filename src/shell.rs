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
use domain::texts::Texts;
use editor::command::Came;
use editor::{Command, Effect, Moment, Place};
use yew::prelude::*;

use crate::browser::event::Listening;
use crate::browser::{clock, dialog, event, files, focus, page, seal, session};
use crate::later;
use crate::view::{self, Dispatch, Shared, Words};

mod runner;

pub(crate) use runner::{Runner, run_later};

/// Under which name a tab remembers its assessment over a reload.
const OPEN: &str = "open";

/// Draws the app in the place of the words that stood there before it ran.
pub(crate) fn mount(catalogue: Rc<Catalogue>, texts: Rc<Texts>) {
    page::keep_scroll();
    page::set_language(&texts.language, texts.direction.attribute());
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<Shell>::with_root_and_props(root, ShellProps { catalogue, texts }).render();
    }
}

#[derive(Properties)]
struct ShellProps {
    catalogue: Rc<Catalogue>,
    texts: Rc<Texts>,
}

impl PartialEq for ShellProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue) && Rc::ptr_eq(&self.texts, &other.texts)
    }
}

/// The state, and what is due once it is drawn.
struct Shell {
    state: Shared,
    words: Words,
    dispatch: Dispatch,
    runner: Runner,
    /// Effects that wait until the state they belong to is drawn, or for the later half.
    due: Vec<Effect>,
    /// Commands that wait for the later half.
    waiting: Vec<Command>,
    /// What the page as it was last drawn told the browser.
    told: Told,
    /// Has the browser ask before the tab is closed, while that would lose something.
    guard: Option<Listening>,
    /// Whether something had the focus before the last command.
    had_focus: bool,
    _listening: Vec<Listening>,
}

/// What the browser was told beside the elements of the page.
#[derive(Default, PartialEq)]
struct Told {
    title: String,
    /// What each printed page says that it belongs to.
    running: String,
    /// Which question is open. One that follows another is shown by itself.
    asks: Option<Discriminant<editor::state::Dialog>>,
    would_be_lost: bool,
}

impl Component for Shell {
    type Message = Command;
    type Properties = ShellProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let dispatch = context.link().callback(std::convert::identity);
        let place = Place::from_hash(&page::place());
        let remembered = session::get(OPEN).map(|id| AssessmentId::from(id.as_str()));
        let (state, due) = editor::update::begin(props.catalogue.clone(), place, remembered);
        tell_what_comes(dispatch.clone());
        Self {
            state: Shared(Rc::new(state)),
            words: Words(props.texts.clone()),
            runner: Runner::new(dispatch.clone()),
            due,
            waiting: Vec::new(),
            told: Told::default(),
            guard: None,
            had_focus: false,
            _listening: listen(&dispatch),
            dispatch: Dispatch(dispatch),
        }
    }

    fn update(&mut self, _: &Context<Self>, command: Command) -> bool {
        self.had_focus = focus::is_somewhere();
        self.carry_out(command);
        if later::of(&self.state).is_some() {
            for command in std::mem::take(&mut self.waiting) {
                self.carry_out(command);
            }
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        view::screen(&self.state, &self.words, &self.dispatch)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let told = self.to_tell();
        if told != self.told {
            page::set_title(&told.title);
            page::set_running(&told.running);
            if told.asks.is_some() && told.asks != self.told.asks {
                dialog::show();
            }
            self.guard = told.would_be_lost.then(page::ask_before_leaving);
            self.told = told;
        }
        let due = std::mem::take(&mut self.due);
        self.due = due.into_iter().filter_map(|effect| self.runner.run(effect)).collect();
        // What was pressed may be gone with it, as a notice that is closed.
        if self.had_focus && !focus::is_somewhere() {
            focus::heading();
        }
        self.had_focus = false;
    }
}

impl Shell {
    fn carry_out(&mut self, command: Command) {
        let later = later::of(&self.state).map(|later| &later.editor);
        match editor::step(&self.state, command, moment(), later) {
            Ok((state, effects)) => {
                if let (Some(guidance), None) = (state.guidance(), self.state.guidance()) {
                    let mut texts = (*self.words.0).clone();
                    texts.extend(guidance.texts.clone());
                    self.words = Words(Rc::new(texts));
                }
                // To find out whether something changed would cost more than to draw what did not.
                self.state = Shared(Rc::new(state));
                self.due.extend(effects);
            }
            Err(command) if command.waits() => self.waiting.push(command),
            Err(_) => {}
        }
    }

    fn to_tell(&self) -> Told {
        let state = &*self.state;
        Told {
            title: view::title(state, &self.words),
            running: view::running(state),
            // Drawn by the later half, so not before that is here.
            asks: state.dialog.as_ref().filter(|_| later::of(state).is_some()).map(discriminant),
            would_be_lost: state.work.as_ref().is_some_and(editor::state::Work::would_be_lost),
        }
    }
}

/// Tells the editor what comes after the first load: the later half, then the seal.
fn tell_what_comes(dispatch: Callback<Command>) {
    wasm_bindgen_futures::spawn_local(async move {
        let came = match later::load().await {
            Some((guidance, catalogue)) => Came::LaterHalf(Rc::new(guidance), Rc::new(catalogue)),
            None => Came::NoLaterHalf,
        };
        dispatch.emit(came.into());
        runner::tell_seal(seal::sealed().await, &dispatch);
    });
}

/// The moment at which a command comes.
fn moment() -> Moment {
    let at = clock::now();
    let day = clock::local(at);
    Moment { at: Timestamp(at), today: Date { year: day.year, month: day.month, day: day.day } }
}

/// What the page as a whole is told: keys, dropped files, back and forward.
fn listen(dispatch: &Callback<Command>) -> Vec<Listening> {
    let (undo, drop, wander) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
    vec![
        event::on_key(move |key| {
            // In a text field the browser's own undo is meant.
            if !key.command || key.alt || key.composing || key.in_text {
                return false;
            }
            let command = match (key.name.as_str(), key.shift) {
                ("z" | "Z", false) => Command::Undo,
                ("z" | "Z", true) | ("y", false) => Command::Redo,
                _ => return false,
            };
            undo.emit(command);
            true
        }),
        files::take_drops(move |picked| view::open_file(picked, drop.clone())),
        page::on_place(move |hash| wander.emit(Command::Wandered(Place::from_hash(&hash)))),
    ]
}
