//! An assessment in which every field of a risk holds something: what files and drafts of this version are
//! kept of. What it says is never changed, as those files are not.

use domain::answer::{Confidentiality, Evidence, EvidenceKind, HowKnown};
use domain::assessment::Assessment;
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::questions::Step;
use domain::risk::{
    After, Delay, Dimension, Fall, Heightened, Likelihood, Mark, Measure, Month, Needed, Party,
    People, Register, Reordering, Right, Risk, RiskField, RiskId, Severity, Since, Start, Status,
    Uses, When, Who,
};

use crate::golden::sample;

fn fall<T>(to: T, by: Measure, known: HowKnown) -> Fall<T> {
    Fall { to, by: Some(by), known: Some(known) }
}

/// A risk of which everything is said.
pub(crate) fn whole() -> Risk {
    let dimension =
        |step, because: &str| Dimension { mark: Some(Mark::Known(step)), because: because.into() };
    let words = |words: &str| Measure::Words(words.into());
    let risk = Risk::new(RiskId(2));
    Risk {
        name: Needed::filled("A husband finds the wife who left him".into()),
        story: "He turns on the sharing of places on her phone.\nHe comes to the shelter.".into(),
        rights: [3, 1, 9].into_iter().filter_map(Right::new).collect(),
        people: Needed::filled(vec![People::NonUsers, People::Heightened]),
        heightened: vec![Heightened::Women, Heightened::Disabilities],
        hit_harder: "A shelter is a known address here.".into(),
        users: Some(Uses::Both),
        place: "Two countries without a law on stalking".into(),
        when: Some(When::TenseTimes),
        who: Needed::filled(Who {
            parties: vec![Party::Individuals, Party::Ourselves],
            main: Some(Party::Individuals),
        }),
        product: "Tidewell Locate, shared places".into(),
        arises: Needed::filled(vec![Start::Design, Start::Use, Start::OwnRules]),
        status: Some(Status::Elsewhere),
        since: Month::parse("2025-03").map(Since::Month),
        note: "Two calls to the help line.".into(),
        evidence: vec![Evidence {
            kind: EvidenceKind::Data,
            place: "Log of the help line, week 12".into(),
            as_of: "March 2025".into(),
        }],
        severity: Severity {
            scale: dimension(Step::Five, "It can end in death."),
            scope: dimension(Step::Two, "Some hundreds a year."),
            irremediability: dimension(Step::Four, "Moving away undoes a part of it."),
            delay: Some(Delay::NotKnown),
            likelihood: Some(Likelihood::Possible),
            after: Some(After {
                scale: Some(fall(Step::Four, Measure::Tactic("rsch-a".into()), HowKnown::Internal)),
                scope: Some(fall(Step::One, words("Sharing ends after a day."), HowKnown::Outside)),
                irremediability: Some(Fall::new(Step::Three)),
                likelihood: Some(fall(
                    Likelihood::Unlikely,
                    words("A notice that cannot be hidden."),
                    HowKnown::Affected,
                )),
            }),
        },
        confidentiality: Confidentiality::Confidential,
        confidential: risk.confidential.with(RiskField::Story, Confidentiality::Open),
        ..risk
    }
}

/// A risk of which nothing needed is known yet, but some of it stands there from before.
fn not_known() -> Risk {
    let risk = Risk::new(RiskId(4));
    Risk {
        name: Needed { value: "Somebody is taken for another".into(), not_known: true },
        people: Needed { value: vec![People::Decided], not_known: true },
        who: Needed { not_known: true, ..Needed::default() },
        arises: Needed { not_known: true, ..Needed::default() },
        since: Some(Since::NobodyYet),
        severity: Severity {
            scale: Dimension { mark: Some(Mark::NotKnown), because: String::new() },
            ..risk.severity
        },
        ..risk
    }
}

/// Three risks, one of them blank; one that was taken out; two that somebody put elsewhere, for a reason.
pub(crate) fn register() -> Register {
    let gone = Risk { name: Needed::filled("A name that is gone".into()), ..Risk::new(RiskId(3)) };
    let mut register = Register::of(&[whole(), gone, not_known(), Risk::new(RiskId(5))]);
    register.remove(RiskId(3));
    register.reorder(Reordering {
        risk: RiskId(5),
        before: Some(RiskId(4)),
        because: "It is written down first.".into(),
    });
    register.reorder(Reordering { risk: RiskId(2), before: None, because: String::new() });
    register.lead(true);
    register
}

/// An assessment with these risks, and with actions for one that is there, for two, and for one that is gone.
pub(crate) fn with_risks() -> Assessment {
    let mut assessment = Assessment { risks: register().into(), ..sample() };
    let own = |id, risks: &[u32]| PlannedAction {
        risks: risks.iter().copied().map(RiskId).collect(),
        ..PlannedAction::new(ActionId(id), "Ask those who were found.".into(), Reason::Own)
    };
    let before = assessment.plan.actions().to_vec();
    let added = [own(11, &[2]), own(12, &[4, 2]), own(13, &[3])];
    assessment.plan = std::rc::Rc::new(before.into_iter().chain(added).collect());
    assessment.answer_by_register();
    assessment
}
