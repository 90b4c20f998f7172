//! What was answered to earlier versions of the questions: said when an assessment is opened, and as
//! long as it is of use, beside the question and under what is open.

use std::rc::Rc;

use domain::answer::{Answer, Instead, TacticAnswer, TacticState};
use domain::count::count;
use domain::earlier::{self, Became, Earlier, Kept};
use domain::id::{QuestionId, TacticId};
use domain::texts::later::{self as key, Key};
use editor::{Place, State, later};
use yew::prelude::*;
use yew::virtual_dom::Key as At;

use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::parts::button::{Button, button, link};
use crate::view::parts::facts::facts;
use crate::view::parts::list::{Entry, list};
use crate::view::parts::notice::state as notice;
use crate::view::parts::title;
use crate::view::step_words::step_words;
use crate::view::tactic_state::tactic_state_key;
use crate::view::words::LaterWords;

/// What was carried over as the assessment was opened, until that is closed.
pub(crate) fn carried_over(given: LaterGiven<'_>) -> Option<Html> {
    let LaterGiven { state, words, dispatch, .. } = given;
    let carried = state.carried_over.as_ref()?;
    let here = Here { state, words, dispatch };
    let close = Button::quiet(words.get(key::NOTICES_CLOSE));
    let close = button(close, dispatch.always(later::Command::CloseCarriedOver));
    let unknown = here.unknown(carried.unknown);
    if carried.earlier.is_empty() {
        let none = AttrValue::default();
        return Some(notice(none.clone(), none, unknown, close));
    }
    let entries = carried.earlier.iter().enumerate().map(|(at, earlier)| Entry {
        key: At::from(at),
        mark: Html::default(),
        text: here.about(earlier),
        note: Html::default(),
        end: Html::default(),
    });
    let see = link(Button::plain(words.get(key::EARLIER_SEE)), address(&Place::Open));
    Some(notice(
        words.count(key::EARLIER_CARRIED, count(carried.earlier.len())),
        words.get(key::EARLIER_CARRIED_ABOUT),
        html! {
            <>
                <details class="others">
                    <summary>{ words.get(key::EARLIER_SHOW) }</summary>
                    { list(entries.collect()) }
                </details>
                { unknown }
            </>
        },
        html! { <>{ see }{ close }</> },
    ))
}

/// All that is kept of earlier versions, where there is anything.
pub(crate) fn part(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let here = Here { state, words, dispatch };
    let (Some(work), Some(guidance)) = (&state.work, state.guidance()) else {
        return Html::default();
    };
    let rules = &guidance.earlier;
    let kept: Vec<_> = earlier::kept(rules, &work.assessment.answers).collect();
    let unknown = earlier::unknown(rules, &state.catalogue, &work.assessment);
    if kept.is_empty() && unknown == Default::default() {
        return Html::default();
    }
    let entries = kept.iter().enumerate().map(|(at, kept)| here.entry(at, *kept));
    title::part(
        "earlier".into(),
        words.get(key::EARLIER_HEADING),
        Some(
            (kept.len() + usize::try_from(unknown.answers).unwrap_or_default()).to_string().into(),
        ),
        Some(words.get(key::EARLIER_ABOUT)),
        html! {
            <>
                { list(entries.collect()) }
                <div>{ here.unknown(unknown) }</div>
            </>
        },
    )
}

/// What was answered to an earlier version of a question that is asked today, if anything.
pub(crate) fn beside(given: LaterGiven<'_>, question: &QuestionId) -> Option<Html> {
    let LaterGiven { state, words, dispatch, .. } = given;
    let here = Here { state, words, dispatch };
    let answers = &state.work.as_ref()?.assessment.answers;
    let kept: Vec<_> = earlier::beside(&state.guidance()?.earlier, answers, question).collect();
    (!kept.is_empty()).then(|| {
        html! {
            <div class="earlier">
                for kept in kept {
                    <div key={kept.earlier.kept_as().as_str()}>{ here.beside(kept) }</div>
                }
            </div>
        }
    })
}

#[derive(Clone, Copy)]
struct Here<'a> {
    state: &'a State,
    words: &'a LaterWords,
    dispatch: &'a Dispatch,
}

impl Here<'_> {
    /// The question as it was asked, and what became of it.
    fn about(self, earlier: &Earlier) -> Html {
        html! {
            <><b>{ earlier.prompt.clone() }</b><span class="hint">{ self.became(earlier) }</span></>
        }
    }

    fn became(self, earlier: &Earlier) -> AttrValue {
        let words = self.words;
        match &earlier.became {
            Became::Renamed(_) if self.has_answer(&earlier.id) => {
                words.get(key::EARLIER_RENAMED_BESIDE)
            }
            Became::Renamed(_) => words.get(key::EARLIER_RENAMED),
            Became::Split { into, holds } if holds.is_empty() => {
                words.with(key::EARLIER_SPLIT, &[("codes", &self.codes(into))])
            }
            Became::Split { into, holds } => {
                let (into, holds) = (self.codes(into), self.codes(holds));
                words.with(key::EARLIER_SPLIT_HOLDS, &[("codes", &into), ("holds", &holds)])
            }
            Became::Retired(because) => words.with(key::EARLIER_RETIRED, &[("because", because)]),
            Became::Reworded => {
                if self.is_asked_as_before(earlier) {
                    return words.get(key::EARLIER_REWORDED_BELOW);
                }
                let prompt = self.today(&earlier.id).map(|(_, prompt)| prompt).unwrap_or_default();
                words.with(key::EARLIER_REWORDED, &[("prompt", &prompt)])
            }
        }
    }

    fn entry(self, at: usize, kept: Kept<'_>) -> Entry {
        let Kept { earlier, .. } = kept;
        let ways = match &earlier.became {
            Became::Reworded => html! { <>{ self.holds(earlier) }{ self.way(&earlier.id) }</> },
            Became::Split { into, .. } => html! {
                for question in into.iter().filter(|question| !self.has_answer(question)) {
                    <span key={question.as_str()}>{ self.way(question) }</span>
                }
            },
            Became::Renamed(to) => self.way(to),
            Became::Retired(_) => Html::default(),
        };
        Entry {
            key: At::from(at),
            mark: Html::default(),
            text: html! { <>{ self.about(earlier) }{ facts(self.wordings(kept)) }</> },
            note: Html::default(),
            end: html! { <div class="buttons">{ ways }</div> },
        }
    }

    fn beside(self, kept: Kept<'_>) -> Html {
        let Kept { earlier, .. } = kept;
        let words = self.words;
        let (first, actions) = match earlier.became {
            Became::Reworded => (key::EARLIER_REWORDED_HERE, self.holds(earlier)),
            Became::Renamed(_) | Became::Split { .. } | Became::Retired(_) => {
                (key::EARLIER_SPLIT_HERE, Html::default())
            }
        };
        let asked = if self.is_asked_as_before(earlier) {
            words.get(key::EARLIER_REWORDED_BELOW_HERE)
        } else {
            words.with(key::EARLIER_REWORDED_ASKED, &[("prompt", &earlier.prompt)])
        };
        notice(words.get(first), asked, facts(self.wordings(kept)), actions)
    }

    /// The answer in the words of its time, and in those of today where the question has others now.
    fn wordings(self, kept: Kept<'_>) -> Vec<(AttrValue, AttrValue)> {
        let Kept { earlier, answer } = kept;
        let then = self.told(earlier, answer);
        let today = (earlier.became == Became::Reworded)
            .then(|| self.told_today(&earlier.id, answer))
            .flatten();
        match today {
            Some(today) if today == then => vec![(self.words.get(key::EARLIER_THEN_AS_NOW), then)],
            Some(today) => vec![
                (self.words.get(key::EARLIER_ANSWERED), then),
                (self.words.get(key::EARLIER_TODAY), today),
            ],
            None => vec![(self.words.get(key::EARLIER_ANSWERED), then)],
        }
    }

    /// What the same choice says today, where the bank has words for it.
    fn told_today(self, question: &QuestionId, answer: &Answer) -> Option<AttrValue> {
        let question = self.state.catalogue.question(&self.id_today(question))?;
        if let Some(step) = answer.step() {
            let text = step_words(question.ladder()?, step, self.words);
            let values = [("step", &*step.number().to_string()), ("text", &text)];
            return Some(self.words.with(key::EARLIER_STEP, &values));
        }
        if let Some(value) = answer.value() {
            return Some(question.decision()?.value(value)?.text.clone().into());
        }
        let matrix = question.matrix()?;
        let name = |id: &TacticId| {
            let tactic = matrix.tactics().find(|tactic| tactic.id == *id)?;
            Some(tactic.name.clone())
        };
        Some(self.told_tactics(answer, name))
    }

    /// An answer in the words of its time.
    fn told(self, earlier: &Earlier, answer: &Answer) -> AttrValue {
        let words = self.words;
        let instead = |key: Key| words.get(key);
        match answer.instead() {
            Some(Instead::NotKnown) => return instead(key::SECTION_BEFORE_NOT_KNOWN),
            Some(Instead::DoesNotApply) => return instead(key::SECTION_BEFORE_DOES_NOT_APPLY),
            None => {}
        }
        if let Some(step) = answer.step() {
            let step = step.number().to_string();
            return match earlier.offered(&step) {
                Some(text) => words.with(key::EARLIER_STEP, &[("step", &step), ("text", text)]),
                None => words.with(key::SECTION_BEFORE_STEP, &[("step", &step)]),
            };
        }
        if let Some(value) = answer.value() {
            let text = earlier.offered(value.as_str());
            return text.map_or_else(|| value.shared(), Clone::clone).into();
        }
        if answer.words.trim().is_empty() {
            return self.told_tactics(answer, |id| earlier.offered(id.as_str()).cloned());
        }
        answer.words.clone().into()
    }

    /// What was said about tactics that were called so; of tactics that have no other name, how many are
    /// used.
    fn told_tactics(
        self,
        answer: &Answer,
        called: impl Fn(&TacticId) -> Option<Rc<str>>,
    ) -> AttrValue {
        let one = |(id, tactic): &(TacticId, TacticAnswer)| {
            let state = self.words.get(tactic_state_key(tactic.state));
            Some(self.words.with(key::EARLIER_TACTIC, &[("name", &called(id)?), ("state", &state)]))
        };
        let each: Vec<_> = answer.tactics.iter().filter_map(one).collect();
        if !each.is_empty() {
            return each.join(" ").into();
        }
        let states = answer.tactics.iter().map(|(_, tactic)| tactic.state);
        let used = states.filter(|state| *state == TacticState::Used);
        self.words.count(key::SECTION_BEFORE_USED, count(used.count()))
    }

    /// How much is kept that this version does not know.
    fn unknown(self, unknown: earlier::Unknown) -> Html {
        let counts = [
            (key::EARLIER_UNKNOWN, unknown.answers),
            (key::EARLIER_UNKNOWN_OTHERS, unknown.others),
        ];
        let said = counts.into_iter().filter(|(_, count)| *count > 0);
        let said: Vec<_> = said.map(|(key, count)| self.words.count(key, count)).collect();
        html! { if !said.is_empty() { <p>{ said.join(" ") }</p> } }
    }

    fn holds(self, earlier: &Earlier) -> Html {
        let code = self.today(&earlier.id).map(|(code, _)| code).unwrap_or_default();
        let holds = Button::plain(self.words.get(key::EARLIER_HOLDS)).for_context(code);
        button(holds, self.dispatch.always(later::Command::StillHolds(earlier.kept_as())))
    }

    /// The way to a question that is asked today.
    fn way(self, question: &QuestionId) -> Html {
        let Some((code, _)) = self.today(question) else { return Html::default() };
        let answer = Button::quiet(self.words.get(key::EARLIER_ANSWER)).for_context(code);
        link(answer, address(&Place::Question(self.id_today(question), None)))
    }

    fn id_today(self, question: &QuestionId) -> QuestionId {
        let guidance = self.state.guidance();
        let id = guidance.map(|guidance| earlier::today(&guidance.earlier, question).0);
        id.unwrap_or_else(|| question.clone())
    }

    /// Whether the question itself has the words that it had, and other ones stand below it alone.
    fn is_asked_as_before(self, earlier: &Earlier) -> bool {
        self.today(&earlier.id).is_some_and(|(_, prompt)| *prompt == *earlier.prompt)
    }

    /// Code and words of a question that is asked today.
    fn today(self, question: &QuestionId) -> Option<(AttrValue, AttrValue)> {
        let question = self.state.catalogue.question(&self.id_today(question))?;
        Some((question.code.shared().into(), question.prompt.clone().into()))
    }

    fn has_answer(self, question: &QuestionId) -> bool {
        let work = self.state.work.as_ref();
        work.is_some_and(|work| work.assessment.answers.get(question).is_some())
    }

    fn codes(self, questions: &[QuestionId]) -> AttrValue {
        let codes = questions.iter().filter_map(|question| Some(self.today(question)?.0));
        let listed = codes.reduce(|before, next| {
            self.words.with(key::SECTION_COMMA, &[("before", &before), ("next", &next)])
        });
        listed.unwrap_or_default()
    }
}
