//! The screen *plan*: what is done next, by whom and until when.

use domain::count::count;
use domain::date::Date;
use domain::drawing::Suggestion;
use domain::plan::{Effort, PlannedAction, Priority, Standing, Status};
use domain::texts::later::{self as key, Key};
use editor::later::{Looking, Planning};
use editor::listed_plan::Listed;
use editor::seal::Seal;
use editor::work::Work;
use editor::{Place, State, later};
use yew::prelude::*;

use crate::browser::clock;
use crate::view::dispatch::Dispatch;
use crate::view::full_plan::full_plan;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::paper;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::{self, Icon};
use crate::view::parts::steps::steps;
use crate::view::parts::title::title;
use crate::view::priority::priority_key;
use crate::view::subject::kicker;
use crate::view::words::LaterWords;

mod action;
mod edit;
mod filters;

/// Id of the button that adds an action, to which the focus goes when the last one is removed.
const NEW: &str = "new-action";

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let (Some(work), Some(listed)) = (&state.work, Listed::of(state)) else {
        return Html::default();
    };
    let write = Button::quiet(words.get(key::PLAN_WRITE)).before(Icon::Plus).named(NEW);
    let write = button::button(write, dispatch.always(later::Command::Plan(Planning::Write)));
    let here = Here { state, work, listed, suggestions: suggestions(state), words, dispatch };
    let write = if work.assessment.plan.is_full() { full_plan(words) } else { write };
    html! {
        <>
            { title(
                kicker(&work.assessment.scope),
                words.get(key::APP_TITLE_PLAN),
                AttrValue::default(),
            ) }
            { here.lead() }
            { filters::filters(here, write) }
            <div class="plan">
                for priority in Priority::ALL {
                    { here.group(priority) }
                }
                <div class="over">{ here.over() }</div>
            </div>
            <section class="part suggested" aria-labelledby="suggested">
                { here.suggested() }
            </section>
            { way_on(words) }
        </>
    }
}

/// What the answers suggest, as far as it is known.
fn suggestions(state: &State) -> Option<&[Suggestion]> {
    state.result.drawn.as_ref().map(|drawn| &drawn.0.suggestions[..])
}

/// What the parts of the screen are drawn from.
#[derive(Clone, Copy)]
struct Here<'a> {
    state: &'a State,
    work: &'a Work,
    listed: Listed<'a>,
    /// None: not known yet.
    suggestions: Option<&'a [Suggestion]>,
    words: &'a LaterWords,
    dispatch: &'a Dispatch,
}

impl Here<'_> {
    /// How many actions there are, and what is so of them. What is overdue is bold.
    fn lead(self) -> Html {
        let words = self.words;
        let plan = &self.work.assessment.plan;
        if plan.is_empty() {
            return html! { <p class="lead">{ words.get(key::PLAN_EMPTY) }</p> };
        }
        let standing = self.state.today.map(|today| Standing::of(plan, today)).unwrap_or_default();
        let counted = |key, number| (number > 0).then(|| words.count(key, number));
        let overdue = counted(key::PLAN_LEAD_OVERDUE, standing.overdue);
        let due = standing.due.map(|(number, latest)| {
            let date = self.day(latest);
            words.count_with(key::PLAN_LEAD_DUE, number, &[("date", &date)])
        });
        let others = [
            due,
            counted(key::PLAN_LEAD_UNDATED, standing.undated),
            counted(key::PLAN_LEAD_DONE, standing.done),
            counted(key::PLAN_LEAD_DROPPED, standing.dropped),
        ];
        let said = overdue.map(|said| html! { <b>{ said }</b> }).into_iter();
        let said = said.chain(others.into_iter().flatten().map(Html::from));
        html! {
            <p class="lead">
                { words.count(key::PLAN_LEAD, count(plan.actions().len())) }
                for (at, said) in said.enumerate() {
                    { words.get(if at == 0 { key::PLAN_LEAD_COLON } else { key::PLAN_LEAD_COMMA }) }
                    { said }
                }
                { words.get(key::PLAN_LEAD_END) }
            </p>
        }
    }

    /// What a press does to the plan.
    fn planning<T>(self, planning: Planning) -> Callback<T> {
        self.dispatch.always(later::Command::Plan(planning))
    }

    /// The code of the question behind an action.
    fn code(self, action: &PlannedAction) -> AttrValue {
        let Some(question) = action.reason.question() else { return AttrValue::default() };
        let found = self.work.asked.question(question);
        found.map_or_else(|| question.shared(), |found| found.code.shared()).into()
    }

    /// A day in short, as the reader writes it.
    fn day(self, day: Date) -> AttrValue {
        let Date { year, month, day } = day;
        clock::short_day(self.words.language(), clock::Local { year, month, day }).into()
    }

    /// For how many days an action is overdue today, in words.
    fn overdue(self, action: &PlannedAction) -> Option<AttrValue> {
        let days = action.days_overdue(self.state.today?)?;
        Some(self.words.count(key::PLAN_OVERDUE, days))
    }

    /// The actions of one group that are still to be done. What is dropped on its heading comes to its end.
    fn group(self, priority: Priority) -> Html {
        let name = priority_name(priority);
        let id = format!("group-{name}");
        let actions: Vec<_> = self.listed.group(priority).collect();
        let (ondragover, ondrop) = action::to_group(self.dispatch, priority);
        let some_wait = || self.work.assessment.plan.of(priority).any(|action| !action.is_over());
        let none = match priority {
            _ if some_wait() => key::PLAN_NONE_SHOWN,
            Priority::Later => key::PLAN_NONE_LATER,
            Priority::First | Priority::Next => key::PLAN_NONE,
        };
        let is_first = |first: Priority| self.listed.group(first).next().is_some();
        let has_heads = Priority::ALL.into_iter().find(|first| is_first(*first)) == Some(priority);
        html! {
            <section class="when" key={name} aria-labelledby={id.clone()} {ondragover} {ondrop}>
                <h2 {id}>{ self.words.get(priority_key(priority)) }</h2>
                <div>
                    if actions.is_empty() {
                        <p class="hint">{ self.words.get(none) }</p>
                    }
                    if has_heads {
                        { self.heads() }
                    }
                </div>
                <ol class="planned">
                    for planned in actions {
                        { action::row(self, planned) }
                    }
                </ol>
            </section>
        }
    }

    /// What the columns hold, for the eye: each cell says it itself as well.
    fn heads(self) -> Html {
        let words = self.words;
        html! {
            <div class="heads" aria-hidden="true">
                <span>{ words.get(key::PLAN_HEADS_ACTION) }</span>
                <span>{ words.get(key::PLAN_OWNER) }</span>
                <span>{ words.get(key::PLAN_DUE) }</span>
                <span>{ words.get(key::PLAN_STATUS) }</span>
            </div>
        }
    }

    /// What is done or dropped, folded to one line.
    fn over(self) -> Html {
        let actions: Vec<_> = self.listed.over().collect();
        if actions.is_empty() {
            return Html::default();
        }
        let number = actions.len().to_string();
        let shown = self.work.plan_shown.over;
        html! {
            <>
                { self.fold(
                    Some("over"),
                    self.words.with(key::PLAN_OVER, &[("count", &number)]),
                    shown,
                    Looking::Over(!shown),
                ) }
                <ol class="planned">
                    if shown {
                        for planned in actions {
                            { action::row(self, planned) }
                        }
                    }
                </ol>
            </>
        }
    }

    /// A button that unfolds what stands below it.
    ///
    /// Accessibility: a button that says whether that is open.
    fn fold(
        self,
        id: Option<&'static str>,
        label: AttrValue,
        shown: bool,
        looking: Looking,
    ) -> Html {
        let onclick = self.dispatch.always(later::Command::LookAtPlan(looking));
        html! {
            <button
                type="button"
                class="quiet unfolds"
                {id}
                aria-expanded={shown.to_string()}
                {onclick}
            >
                { icon::icon(Icon::Down) }
                <span>{ label }</span>
            </button>
        }
    }

    /// What the answers suggest and the plan does not hold.
    fn suggested(self) -> Html {
        let words = self.words;
        let left = self.suggestions.map(|all| {
            let plan = &self.work.assessment.plan;
            all.iter().filter(|one| !one.is_in(plan)).collect::<Vec<_>>()
        });
        let number = left.as_ref().map(|left| count(left.len())).filter(|number| *number > 0);
        html! {
            <>
                <h2 id="suggested">
                    <span>{ words.get(key::PLAN_SUGGESTED) }</span>
                    if let Some(number) = number {
                        { " " }<span class="count">{ number }</span>
                    }
                </h2>
                { match left {
                    None => self.nothing_suggested(),
                    Some(left) if left.is_empty() => self.all_taken(),
                    Some(left) => self.left(&left),
                } }
            </>
        }
    }

    fn nothing_suggested(self) -> Html {
        let state = self.state;
        let nothing = self.work.assessment.answers.is_empty();
        let says = match &state.seal {
            _ if nothing => key::PLAN_SUGGESTED_NOTHING,
            _ if state.result.failed => key::PLAN_SUGGESTED_CANNOT,
            Seal::Loading => key::PLAN_SUGGESTED_WAITING,
            _ if state.has_worker() => key::PLAN_SUGGESTED_WAITING,
            Seal::Sealed(_) | Seal::Not(_) => key::PLAN_SUGGESTED_CANNOT,
        };
        html! { <p role="status">{ self.words.get(says) }</p> }
    }

    fn all_taken(self) -> Html {
        let says = if self.suggestions.is_some_and(<[_]>::is_empty) {
            key::PLAN_SUGGESTED_NOTHING
        } else {
            key::PLAN_SUGGESTED_NONE
        };
        html! { <p role="status">{ self.words.get(says) }</p> }
    }

    fn left(self, left: &[&Suggestion]) -> Html {
        let words = self.words;
        let shown = self.work.plan_shown.suggestions;
        html! {
            <>
                { self.fold(
                    None,
                    words.count(key::PLAN_SUGGESTED_SHOW, count(left.len())),
                    shown,
                    Looking::Suggestions(!shown),
                ) }
                <div>
                    if shown {
                        <p class="hint">{ words.get(key::PLAN_SUGGESTED_HINT) }</p>
                        <ul class="items suggestions">
                            for one in left {
                                { self.suggestion(one) }
                            }
                        </ul>
                    }
                </div>
            </>
        }
    }

    fn suggestion(self, one: &Suggestion) -> Html {
        let add = Button::plain(self.words.get(key::PLAN_ADD)).for_context(one.what.clone().into());
        let planning = Planning::Add(one.question.clone(), one.what.clone());
        let id = format!("{}-{}", one.question, one.earlier);
        let add = match self.work.assessment.plan.is_full() {
            true => full_plan(self.words),
            false => button::button(add, self.dispatch.always(later::Command::Plan(planning))),
        };
        html! {
            <li key={id.as_str()}>
                <div class="mark-of">{ paper::piece(&one.tag, self.words, self.dispatch) }</div>
                <div class="text">
                    <p class="says">{ one.what.clone() }</p>
                    <p class="second">{ one.because.clone() }</p>
                </div>
                <div class="actions">{ add }</div>
            </li>
        }
    }
}

fn way_on(words: &LaterWords) -> Html {
    let result = Button::plain(words.get(key::APP_TITLE_RESULT)).before(Icon::Back);
    let download = Button::main(words.get(key::APP_TITLE_DOWNLOAD)).after(Icon::Next);
    let on = html! {
        <>
            <p class="hint">{ words.get(key::PLAN_GOES_ALONG) }</p>
            { button::link(download, address(&Place::Download)) }
        </>
    };
    steps(button::link(result, address(&Place::Result)), on)
}

fn priority_name(priority: Priority) -> &'static str {
    match priority {
        Priority::First => "first",
        Priority::Next => "next",
        Priority::Later => "later",
    }
}

fn status(status: Status) -> (&'static str, Key) {
    match status {
        Status::NotStarted => ("not-started", key::PLAN_NOT_STARTED),
        Status::Started => ("started", key::PLAN_STARTED),
        Status::Done => ("done", key::PLAN_DONE),
        Status::Dropped => ("dropped", key::PLAN_DROPPED),
    }
}

fn effort(effort: Option<Effort>) -> (&'static str, Key) {
    match effort {
        None => ("not-said", key::PLAN_NOT_SAID),
        Some(Effort::Small) => ("small", key::PLAN_SMALL),
        Some(Effort::Medium) => ("medium", key::PLAN_MEDIUM),
        Some(Effort::Large) => ("large", key::PLAN_LARGE),
    }
}
