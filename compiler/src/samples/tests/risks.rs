//! What an example says of its risks is what the page could hold, and nothing else.

use domain::answer::{Choice, Confidentiality, HowKnown};
use domain::questions::Step;
use domain::risk::{
    Delay, Fall, Likelihood, Mark, Measure, Named, Party, People, Risk, RiskField, Since, Start,
    order,
};

use super::{bad, fine, good};

fn risk(name: &str) -> Risk {
    let risks = good().risks.risks();
    risks.into_iter().find(|risk| risk.name.value == name).unwrap()
}

const FOLLOWED: &str = "People followed home by a former partner";

#[test]
fn what_is_written_of_a_risk_is_what_is_read() {
    let risk = risk(FOLLOWED);
    assert_eq!(risk.rights.iter().map(|right| right.number()).collect::<Vec<_>>(), [3, 9]);
    // In the order in which the page offers them.
    assert_eq!(risk.people.value, [People::Heightened, People::Decided]);
    assert_eq!(risk.arises.value, [Start::Design, Start::Use]);
    assert_eq!(risk.who.value.parties, [Party::Individuals, Party::Ourselves]);
    assert_eq!(risk.who.value.main, Some(Party::Individuals));
    assert_eq!((risk.place.as_str(), risk.product.as_str()), ("At home", "Tags"));
    assert_eq!(risk.hit_harder, "Nobody believes them.");
    assert!(matches!(risk.since, Some(Since::Month(month)) if month.to_string() == "2026-03"));
    assert_eq!(risk.evidence.first().unwrap().place, "Log of support");
    let kept_back = |field| risk.confidential.has(field);
    assert!(!kept_back(RiskField::Story) && !kept_back(RiskField::Place));
    assert!(kept_back(RiskField::Product) && kept_back(RiskField::Since));
    assert_eq!(risk.confidentiality, Confidentiality::Open);
}

#[test]
fn severity_is_read_before_and_after_measures() {
    let severity = risk(FOLLOWED).severity;
    let marks = Named::ALL.map(|named| severity.dimension(named).mark);
    let known = |step| Some(Mark::Known(step));
    assert_eq!(marks, [known(Step::Five), known(Step::Three), Some(Mark::NotKnown)]);
    assert_eq!(severity.irremediability.because, "Nobody has asked.");
    assert_eq!(severity.delay, Some(Delay::NotKnown));
    assert_eq!(severity.likelihood, Some(Likelihood::Expected));
    let after = severity.after.unwrap();
    assert_eq!(after.scale, None);
    let tactic = Some(Measure::Tactic("dsgn-friction".into()));
    let known = Some(HowKnown::Independent);
    assert_eq!(after.scope, Some(Fall { to: Step::Two, by: tactic, known }));
    let words = Some(Measure::Words("Tags that ring".to_owned()));
    let known = Some(HowKnown::Impression);
    assert_eq!(after.likelihood, Some(Fall { to: Likelihood::Possible, by: words, known }));
}

#[test]
fn a_risk_stands_where_somebody_put_it_and_an_action_names_it() {
    let assessment = good();
    let name = |id| assessment.risks.get(id).unwrap().name.to_string();
    let names: Vec<_> = order(&assessment.risks).iter().map(|placed| name(placed.id)).collect();
    assert_eq!(
        names,
        [FOLLOWED, "Children tracked by a stranger", "Shop staff watched at work", ""]
    );
    let [meets, asks] = assessment.plan.actions() else { panic!("not two actions") };
    assert!(meets.risks.is_empty());
    let for_these: Vec<_> = asks.risks.iter().map(|id| name(*id)).collect();
    assert_eq!(for_these, ["Shop staff watched at work", FOLLOWED]);
}

#[test]
fn the_register_answers_its_questions() {
    let assessment = good();
    let choice = |id: &str| {
        let answer = assessment.answers.get(&id.into()).unwrap();
        answer.choice.clone()
    };
    assert_eq!(choice("sense-salient-list"), Some(Choice::Decision("listed".into())));
    assert_eq!(choice("assess-severity"), Some(Choice::NotKnown), "one side of the first is open");
    assert_eq!(choice("assess-likelihood"), Some(Choice::Decision("first-said".into())));
}

#[test]
fn a_field_of_a_risk_takes_what_the_page_offers() {
    bad("rights = [3, 9]", "rights = [3, 26] #! risk, rights: expected numbers from 1 to 25");
    bad("rights = [3, 9]", "rights = [3, 3] #! risk, rights: names a right twice");
    bad("rights = [3, 9]", "rights = [3, 9, 1, 2] #! risk, rights: expected 3 at most, found 4");
    bad(
        "users = \"non-users\"",
        "users = \"some\" #! risk, users: expected one of users, non-users, both, found “some”",
    );
    bad(
        "when = \"always\"",
        "when = \"often\" #! risk, when: expected one of always, tense-times, after-change, found “often”",
    );
    bad(
        "main = \"individuals\"",
        "main = \"state\" #! risk, main: expected one of those who do it",
    );
    bad(
        "people = [\"decided\", \"heightened\"]\nheightened = [\"women\"]",
        "people = [\"decided\"]\nheightened = [\"women\"] #! risk, heightened: expected “heightened” among the people",
    );
    bad(
        "since = \"2026-03\"",
        "since = \"spring\" #! risk, since: expected nobody-yet or a month like 2026-03, found “spring”",
    );
    bad(
        "name = \"Children tracked by a stranger\"",
        "name = \"Shop staff watched at work\" #! risk, name: “Shop staff watched at work” is already given at content/en/samples/tidewell.toml:79",
    );
    bad("product = \"Tags\"", "article = \"Tags\" #! risk, article: no such field here");
    fine("when = \"always\"", "when = \"tense-times\"");
}

#[test]
fn no_text_of_a_risk_is_longer_than_the_page_lets_it_be() {
    let long = "x".repeat(161);
    bad(
        "where = \"At home\"",
        &format!("where = \"{long}\" #! risk, where: expected 160 letters at most, found 161"),
    );
    fine("where = \"At home\"", &format!("where = \"{}\"", "ä".repeat(160)));
}

#[test]
fn a_risk_has_a_name_or_says_that_it_is_not_known() {
    bad(
        "[[risk]]\nnot-known = [\"name\", \"who\"]",
        "[[risk]] #! risk, name: missing: expected a text\nnot-known = [\"who\"]",
    );
    bad(
        "not-known = [\"name\", \"who\"]",
        "not-known = [\"name\", \"where\"] #! risk, not-known: expected one of name, people, who, arises, found “where”",
    );
}

#[test]
fn a_mark_is_a_number_or_not_known() {
    bad("scale = 5", "scale = 6 #! risk, scale: expected a number from 1 to 5, found 6");
    bad(
        "scale = 5",
        "scale = \"grave\" #! risk, scale: expected unknown or a number, found “grave”",
    );
    bad(
        "status = \"happened\"",
        "status = \"happened\"\nlikelihood = \"possible\" #! risk, likelihood: stands beside a status that says how near it is",
    );
}

#[test]
fn what_is_so_after_measures_is_lower_than_before() {
    bad(
        "scope = { to = 2,",
        "scope = { to = 3, by = \"dsgn-friction\" } #! risk, after, scope: expected something lower than before measures\nscale = { to = 4,",
    );
    bad(
        "by = \"dsgn-friction\", known = \"independent\" }",
        "by = \"dsgn-fiction\" } #! risk, after, scope, by: no tactic “dsgn-fiction”",
    );
    bad(
        "to = \"possible\", words = \"Tags that ring\", known = \"impression\" }",
        "to = \"expected\" } #! risk, after, likelihood: expected something lower than before measures",
    );
    bad(
        "known = \"impression\" }",
        "known = \"feeling\" } #! risk, after, likelihood, known: expected impression, internal, outside, affected or independent, found “feeling”",
    );
}

#[test]
fn a_place_in_the_order_is_one_of_its_band_and_has_a_reason() {
    let order =
        "order = { before = \"Shop staff watched at work\", because = \"A child cannot wait.\" }";
    bad(
        order,
        "order = { before = \"People followed home by a former partner\", because = \"So.\" } #! risk, order, before: expected another risk of its band",
    );
    bad(
        order,
        "order = { before = \"Shop staff\", because = \"So.\" } #! risk, order, before: no risk “Shop staff”",
    );
    bad(order, "order = {} #! risk, order, because: missing: expected a text");
    fine(order, "order = { because = \"The others can wait.\" }");
}

#[test]
fn an_action_is_for_risks_that_are_listed() {
    bad(
        "risks = [\"Shop staff watched at work\", \"People followed home by a former partner\"]",
        "risks = [\"Shop staff\"] #! plan, risks: no risk “Shop staff”",
    );
    fine(
        "risks = [\"Shop staff watched at work\", \"People followed home by a former partner\"]",
        "risks = []",
    );
}
