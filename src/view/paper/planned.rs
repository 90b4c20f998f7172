//! What a finding suggests is taken into the plan, or stands there already.

use domain::drawing::Suggestion;
use domain::plan::ActionId;
use domain::texts::later as key;
use editor::later::Planning;
use editor::work::Work;
use editor::{Message, Place, first, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::full_plan::full_plan;
use crate::view::parts::button::{self, Button};
use crate::view::words::LaterWords;

/// Which actions of the plan the suggestions became, in the order of the suggestions.
#[derive(PartialEq)]
pub(super) struct Plans {
    taken: Vec<Option<ActionId>>,
    is_full: bool,
}

impl Plans {
    /// Those of an open assessment.
    pub(super) fn of(work: &Work, suggestions: &[Suggestion]) -> Self {
        let plan = &work.assessment.plan;
        let taken = suggestions.iter().map(|one| one.planned(plan)).collect();
        Self { taken, is_full: plan.is_full() }
    }

    /// A button that takes it over, and then leads to the action in the plan.
    ///
    /// Accessibility: one button with other words, so that the focus stays on it; that something was
    /// added is said.
    pub(super) fn offer(
        &self,
        at: u32,
        one: &Suggestion,
        words: &LaterWords,
        dispatch: &Dispatch,
    ) -> Html {
        let action = self.taken.get(at as usize).copied().flatten();
        if action.is_none() && self.is_full {
            return full_plan(words);
        }
        let (button, command) = if action.is_some() {
            let go = first::Command::Go(Place::Plan(action));
            (Button::quiet(words.get(key::PAPER_PLANNED)), Message::from(go))
        } else {
            let planning = Planning::Add(one.question.clone(), one.what.clone());
            (Button::plain(words.get(key::PAPER_ADD)), later::Command::Plan(planning).into())
        };
        let button = button.for_context(one.what.clone().into());
        button::button(button, dispatch.always(command))
    }
}
