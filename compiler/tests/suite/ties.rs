//! The real content: rows that tie questions and tactics to risks.

use domain::id::QuestionId;
use domain::questions::Question;

use crate::real;

#[test]
fn each_tactic_of_each_phase_is_tied_and_what_never_touches_a_risk_is_not() {
    let real = real();
    let ties = &real.guidance.ties;
    let matrix = real.catalogue.question(&QuestionId::from("prevent-tactics")).unwrap();
    let mut tactics: Vec<_> = Question::matrix(matrix).unwrap().tactics().collect();
    tactics.sort_by(|one, two| one.id.cmp(&two.id));
    let tied: Vec<_> = ties.tactics.iter().map(|(id, _)| id).collect();
    assert_eq!(tied, tactics.iter().map(|tactic| &tactic.id).collect::<Vec<_>>());
    let never = [
        "assess-likelihood",
        "assess-unit",
        "comm-basis",
        "comm-dilemmas",
        "comm-held-back",
        "comm-verification",
        "comm-what-followed",
        "embed-barriers",
        "embed-commit-approval",
        "embed-commit-informed",
        "embed-commit-known",
        "embed-expertise",
        "embed-hardest-challenge",
        "embed-progress",
        "embed-strategy-exists",
        "embed-tactic-failed",
        "embed-tactic-learning",
        "embed-tactic-why",
        "embed-tactics",
        "prevent-consensus",
        "prevent-peer-learning",
    ];
    let is_tied = |id: &QuestionId| ties.questions.iter().any(|(tied, _)| tied == id);
    let questions = real.catalogue.questions().map(|question| &question.id);
    let mut untied: Vec<_> = questions.filter(|id| !is_tied(id)).map(QuestionId::as_str).collect();
    untied.sort_unstable();
    assert_eq!(untied, never);
}
