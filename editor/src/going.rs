//! What goes, before it does: all that an assessment holds, counted for the question that is asked then.

use domain::assessment::Assessment;
use domain::count::count;
use domain::progress::Progress;
use domain::scope::Scope;

use crate::keeping::Draft;
use crate::work::Work;

/// What would go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Going {
    /// Its subject, if it is one assessment.
    pub subject: String,
    /// How many answers, counted as everywhere ([`domain::progress`]).
    pub answers: u32,
    /// What else was said: answers to questions that are not asked now, and words beside no answer.
    pub others: u32,
    /// How many answers to an earlier wording of a question.
    pub earlier: u32,
    /// How many tensions that somebody explained.
    pub explained: u32,
    /// How many planned actions.
    pub actions: u32,
    /// How many question sheets on record.
    pub sheets: u32,
    /// How many risks.
    pub risks: u32,
    /// What was said about what is assessed and who answers.
    pub scope: GoingScope,
    /// How many assessments.
    pub assessments: u32,
}

/// What was said about what is assessed and who answers. Parts and form are chosen from the beginning,
/// and nobody misses them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GoingScope {
    /// Whether company or product was chosen.
    pub unit: bool,
    /// How many names were typed: of company, product, function and person.
    pub names: u32,
    /// How many functions answer.
    pub functions: u32,
    /// How many facts about whom it reaches were answered.
    pub facts: u32,
}

impl Going {
    /// All that an assessment holds, with its questions counted.
    ///
    /// Every field is named: a new one does not compile before it is said here whether it would be missed.
    #[must_use]
    pub fn of(assessment: &Assessment, progress: Progress) -> Self {
        let Assessment {
            id: _,
            catalogue: _,
            scope,
            answers,
            dismissals,
            plan,
            sheets,
            risks,
            created: _,
            changed: _,
            saved_to_file: _,
        } = assessment;
        let said = progress.answers();
        Self {
            subject: scope.subject().to_owned(),
            answers: said,
            others: count(answers.len()).saturating_sub(said),
            earlier: count(answers.iter().filter(|(id, _)| id.is_earlier_wording()).count()),
            explained: count(dismissals.len()),
            actions: count(plan.actions().len()),
            sheets: sheets.count(),
            risks: count(risks.kept().len()),
            scope: GoingScope::of(scope),
            assessments: 1,
        }
    }

    /// All that the open assessment holds.
    #[must_use]
    pub fn of_work(work: &Work) -> Self {
        Self::of(&work.assessment, work.progress())
    }

    /// All that a draft holds.
    #[must_use]
    pub fn of_draft(draft: &Draft) -> Self {
        Self::of(&draft.assessment, draft.progress)
    }

    /// What of it goes where one starts again: what is assessed and who answers stays, and so does the
    /// assessment.
    #[must_use]
    pub fn to_start_again(self) -> Self {
        Self { scope: GoingScope::default(), assessments: 0, ..self }
    }
}

impl GoingScope {
    fn of(scope: &Scope) -> Self {
        let Scope {
            unit,
            company,
            product,
            functions,
            other_function,
            person,
            modules: _,
            form: _,
            facts,
        } = scope;
        let typed = [company, product, other_function, person];
        Self {
            unit: unit.is_some(),
            names: count(typed.iter().filter(|text| !text.trim().is_empty()).count()),
            functions: count(functions.len()),
            facts: count(facts.len()),
        }
    }
}
