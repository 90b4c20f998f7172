//! Joins the pure editor to Yew and to the browser: one reducer, one outbox of effects, one screen.

use std::cell::Cell;
use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::catalogue::Catalogue;
use domain::id::AssessmentId;
use domain::job::Date;
use domain::texts::Texts;
use editor::{Command, Effect, Moment, Place, State};
use yew::prelude::*;

use crate::browser::{clock, event, files, page, seal, session};
use crate::view;
use crate::view::Shared;

mod runner;

use runner::Runner;

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

/// The editor's state with the effects that are still to be run.
struct Kept {
    state: Rc<State>,
    outbox: Vec<(u64, Effect)>,
    last: u64,
    /// Number of the newest effect that was run; shared with the runner.
    ran: Rc<Cell<u64>>,
}

impl Reducible for Kept {
    type Action = (Command, Moment);

    fn reduce(self: Rc<Self>, (command, moment): Self::Action) -> Rc<Self> {
        let (state, effects) = editor::update(&self.state, command, moment);
        if effects.is_empty() && state == *self.state {
            return self;
        }
        let mut last = self.last;
        let ran = self.ran.get();
        let waiting = self.outbox.iter().filter(|(number, _)| *number > ran).cloned();
        let outbox = waiting
            .chain(effects.into_iter().map(|effect| {
                last += 1;
                (last, effect)
            }))
            .collect();
        Rc::new(Self { state: Rc::new(state), outbox, last, ran: self.ran.clone() })
    }
}

/// The moment at which a command comes.
fn moment() -> Moment {
    let at = clock::now();
    let day = clock::local(at);
    Moment { at: Timestamp(at), today: Date { year: day.year, month: day.month, day: day.day } }
}

#[component]
fn Shell(props: &ShellProps) -> Html {
    let kept = use_reducer(|| {
        let place = Place::from_hash(&page::place());
        let remembered = session::get(OPEN).map(|id| AssessmentId::from(id.as_str()));
        let (state, effects) = editor::update::begin(props.catalogue.clone(), place, remembered);
        let outbox: Vec<_> = (1..).zip(effects).collect();
        let last = outbox.last().map_or(0, |(number, _)| *number);
        Kept { state: Rc::new(state), outbox, last, ran: Rc::default() }
    });
    let dispatch = {
        let dispatcher = kept.dispatcher();
        use_callback((), move |command: Command, ()| dispatcher.dispatch((command, moment())))
    };
    let runner = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| Runner::new(dispatch))
    };
    {
        let (kept, runner) = (kept.clone(), runner.clone());
        use_effect_with(kept.last, move |_| {
            for (number, effect) in &kept.outbox {
                if *number > kept.ran.get() {
                    kept.ran.set(*number);
                    runner.run(effect.clone());
                }
            }
        });
    }
    use_listeners(&dispatch);
    use_leave_guard(&kept.state);
    let state = Shared(kept.state.clone());
    let title = view::title(&state, &props.texts);
    use_effect_with(title, |title| page::set_title(title));
    html! {
        <ContextProvider<view::Words> context={view::Words(props.texts.clone())}>
            <ContextProvider<view::Dispatch> context={view::Dispatch(dispatch)}>
                { screen(&state) }
            </ContextProvider<view::Dispatch>>
        </ContextProvider<view::Words>>
    }
}

/// The screen at which the person is.
fn screen(state: &Shared) -> Html {
    let state = state.clone();
    let place = state.place.clone();
    let waits = state.opening.is_some() || (state.work.is_none() && place.needs_assessment());
    match place {
        _ if waits => html! { <view::waiting::Waiting {state} /> },
        Place::Start => html! { <view::start::Start {state} /> },
        Place::Choose => html! { <view::choose::Choose {state} /> },
        Place::Questions => html! { <view::questions::Questions {state} /> },
        Place::Question(..) => html! { <view::section::Section {state} /> },
        Place::Open => html! { <view::review::Review {state} /> },
        Place::Result => html! { <view::result::ResultScreen {state} /> },
        Place::Download => html! { <view::download::Download {state} /> },
        Place::Sealed => html! { <view::sealed::Sealed {state} /> },
    }
}

/// What the page as a whole is told: keys, dropped files, back and forward, the seal.
#[hook]
fn use_listeners(dispatch: &Callback<Command>) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let keys = {
            let dispatch = dispatch.clone();
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
                dispatch.emit(command);
                true
            })
        };
        let drops = {
            let dispatch = dispatch.clone();
            files::take_drops(move |picked| view::open_file(picked, dispatch.clone()))
        };
        let places = {
            let dispatch = dispatch.clone();
            page::on_place(move |hash| dispatch.emit(Command::Wandered(Place::from_hash(&hash))))
        };
        wasm_bindgen_futures::spawn_local(async move {
            runner::tell_seal(seal::sealed().await, &dispatch);
        });
        move || drop((keys, drops, places))
    });
}

/// Has the browser ask before a tab is closed that alone holds something.
#[hook]
fn use_leave_guard(state: &State) {
    let would_be_lost = state.work.as_ref().is_some_and(editor::state::Work::would_be_lost);
    use_effect_with(would_be_lost, |would_be_lost| {
        let guard = would_be_lost.then(page::ask_before_leaving);
        move || drop(guard)
    });
}
