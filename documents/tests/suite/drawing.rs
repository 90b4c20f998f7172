//! What the page draws of a report: plain elements, every square leading to its answer, nothing
//! that a copy for sharing must not hold.

use domain::answer::{Confidentiality, TacticAnswer, TacticEffect, TacticState};
use domain::asked::Asked;
use domain::assessment::{Assessment, Dismissal};
use domain::drawing::{Attribute, Drawing, Element, Name, Node, Slot};
use domain::job::{Extent, Job, Outcome, Source, Stands};
use domain::plan::{Plan, PlannedAction, Reason};
use domain::sharing::Naming;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{DATE, MATRIX, With, at_step, bank, empty, states};
use crate::jobs::{content, saved};

const WHOLE: Extent = Extent::Whole(Stands::Alone);

/// A drawing as it comes over to the page.
fn draw(source: Source, extent: Extent) -> Drawing {
    let outcome = documents::worker::run(&content(), Job::Draw(source, DATE, extent));
    let bytes = postcard::to_allocvec(&outcome).unwrap();
    match postcard::from_bytes(&bytes).unwrap() {
        Outcome::Drawn(drawing) => *drawing,
        other => panic!("{other:?}"),
    }
}

fn result(assessment: &Assessment, aside: &[&str]) -> Drawing {
    let aside = aside.iter().map(|id| (*id).into()).collect();
    draw(Source::Complete(saved(assessment)), Extent::Result(aside))
}

/// All nodes here and below, in order.
fn all(nodes: &[Node]) -> Vec<&Node> {
    let mut found = Vec::new();
    for node in nodes {
        found.push(node);
        if let Node::Element(element) = node {
            found.extend(all(&element.children));
        }
    }
    found
}

fn elements(nodes: &[Node]) -> Vec<&Element> {
    all(nodes)
        .into_iter()
        .filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
        .collect()
}

fn slots(nodes: &[Node]) -> Vec<&Slot> {
    all(nodes)
        .into_iter()
        .filter_map(|node| if let Node::Slot(slot) = node { Some(slot) } else { None })
        .collect()
}

fn value(element: &Element, attribute: Attribute) -> Option<&str> {
    element.attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| value.as_str())
}

fn of_class<'a>(nodes: &'a [Node], class: &str) -> Vec<&'a Element> {
    let mut found = elements(nodes);
    found.retain(|element| value(element, Attribute::Class) == Some(class));
    found
}

fn tense() -> Assessment {
    let mut tense = empty().step("own-promise", 4).step("tell-setbacks", 2);
    tense.dismissals.push(Dismissal { tension: "t-all".into(), because: "they do".into() });
    tense
}

#[test]
fn what_is_set_aside_now_stays_and_what_was_before_is_folded() {
    for (aside, expected) in [(&[][..], "standing"), (&["t-all"], "rest")] {
        let drawing = result(&tense(), aside);
        let [part] = of_class(&drawing.nodes, "of-tensions")[..] else { panic!() };
        for place in ["standing", "rest"] {
            let [place_of] = of_class(&part.children, place)[..] else { panic!("{place}") };
            let found = slots(&place_of.children);
            assert_eq!(!found.is_empty(), place == expected, "{place}");
            let expected = Slot::Tension { tension: "t-all".into(), at: 0 };
            assert!(found.iter().all(|slot| **slot == expected));
        }
    }
}

/// Each place for a suggestion with the code of the square that it stands beside.
fn suggested(drawing: &Drawing, part: &str) -> Vec<(String, u32)> {
    let [part] = of_class(&drawing.nodes, part)[..] else { panic!("{part}") };
    let items = elements(&part.children).into_iter().filter(|element| element.name == Name::Li);
    let found = items.filter_map(|item| {
        let at = item.children.iter().find_map(|child| match child {
            Node::Element(child) => match child.children[..] {
                [Node::Slot(Slot::Suggestion(at))] => Some(at),
                _ => None,
            },
            Node::Text(_) | Node::Slot(_) => None,
        })?;
        let square = elements(&item.children).into_iter().find(|child| child.name == Name::A)?;
        let led = value(square, Attribute::Href)?;
        Some((led.trim_start_matches('#').to_owned(), at))
    });
    found.collect()
}

#[test]
fn a_gap_offers_for_the_plan_what_would_close_it() {
    let gaps = empty().step("run-safeguard", 1).unknown("see-people").step("tell-setbacks", 2);
    let drawing = result(&gaps, &[]);
    let found = suggested(&drawing, "of-gaps");
    assert_eq!(found.len(), 3, "{found:?}");
    // A decision about what is not planned offers the same.
    assert_eq!(suggested(&drawing, "of-board"), found);
    for (question, at) in found {
        let suggestion = &drawing.suggestions[at as usize];
        assert_eq!(suggestion.question.as_str(), question);
        assert_eq!(suggestion.earlier, 0);
    }
}

#[test]
fn a_suggestion_is_in_the_plan_once_as_many_actions_are_about_its_question() {
    let mut matrix = states(&[("rsch-b", TacticState::Unused)]);
    let used = TacticAnswer {
        effect: Some(TacticEffect::Unknown),
        ..TacticAnswer::new(TacticState::Used)
    };
    matrix.set_tactic(&"rsch-a".into(), Some(used));
    let drawing = result(&empty().answered(MATRIX, matrix), &[]);
    let [find, choose] = &drawing.suggestions[..] else { panic!("{:?}", drawing.suggestions) };
    assert_eq!((find.earlier, choose.earlier), (0, 1));
    let mut plan = Plan::default();
    for taken in [(false, false), (true, false), (true, true)] {
        assert_eq!((find.is_in(&plan), choose.is_in(&plan)), taken);
        let reason = Reason::Answer(MATRIX.into());
        plan.add(PlannedAction::new(plan.next_id(), "Do it.".into(), reason));
    }
}

#[test]
fn only_what_is_worked_with_has_slots() {
    let drawing = draw(Source::Complete(saved(&tense().step("see-people", 1))), WHOLE);
    assert!(slots(&drawing.nodes).is_empty());
    let because = Node::Text("they do".into());
    assert!(all(&drawing.nodes).contains(&&because));
}

#[test]
fn the_square_of_a_phase_leads_to_the_phase() {
    let bank = bank();
    let matrix = bank.catalogue.question(&MATRIX.into()).unwrap();
    let mut places = vec![format!("#{MATRIX}")];
    if let domain::questions::Kind::Tactics(matrix) = &matrix.kind {
        places.extend(matrix.groups.iter().map(|group| format!("#{MATRIX}.{}", group.id)));
    }
    let unknown = states(&[("rsch-a", TacticState::Unknown)]);
    let drawing = result(&empty().step("see-people", 2).answered(MATRIX, unknown), &[]);
    let led: Vec<&str> = elements(&drawing.nodes)
        .into_iter()
        .filter_map(|element| value(element, Attribute::Href))
        .collect();
    assert!(led.contains(&"#see-people"));
    assert!(places.iter().skip(1).any(|place| led.contains(&place.as_str())), "{led:?}");
}

#[test]
fn a_title_stands_alone_or_below_that_of_a_screen() {
    for (stands, name) in [(Stands::Alone, Name::H1), (Stands::Below, Name::H2)] {
        let drawing = draw(Source::Blank, Extent::Whole(stands));
        let [cover] = of_class(&drawing.nodes, "cover")[..] else { panic!() };
        let title = elements(&cover.children).into_iter().find(|found| found.name == name).unwrap();
        assert_eq!(value(title, Attribute::Dir), Some("auto"));
    }
}

proptest! {
    #[test]
    fn nothing_runs_loads_or_leads_out(assessment in arbitrary::assessment()) {
        let whole = draw(Source::Complete(saved(&assessment)), WHOLE);
        for drawing in [result(&assessment, &[]), whole] {
            for element in elements(&drawing.nodes) {
                let led = value(element, Attribute::Href);
                prop_assert!(led.is_none_or(|led| led.starts_with('#')), "{:?}", led);
                let keys = element.children.iter().filter_map(|child| match child {
                    Node::Element(child) if !child.key.is_empty() => Some(&child.key),
                    Node::Element(_) | Node::Text(_) | Node::Slot(_) => None,
                });
                let mut keys: Vec<_> = keys.collect();
                keys.sort_unstable();
                let before = keys.len();
                keys.dedup();
                prop_assert_eq!(keys.len(), before, "a key stands twice");
            }
        }
    }

    #[test]
    fn confidential_and_left_open_draw_the_same_for_sharing(
        assessment in arbitrary::assessment(),
    ) {
        // What a confidential decision folds away stays away with it: marking never tells more. What risks
        // fold away that stay here is asked in a copy.
        let mut told = assessment.clone();
        told.risks = std::rc::Rc::new(assessment.risks.for_sharing());
        told.answer_by_register();
        let asked = Asked::of(&bank().catalogue, &told.scope, &told.answers);
        let mut left_open = assessment.clone();
        for (id, answer) in assessment.answers.iter() {
            // Questions that are folded away can be looked up as well.
            let is_asked = asked.questions().any(|question| question.id == *id);
            if answer.is_confidential() || !is_asked {
                left_open.answers.set(id, None);
            }
        }
        let shared = |from| draw(Source::Sharing(saved(from), Naming::default()), WHOLE);
        prop_assert_eq!(shared(&assessment), shared(&left_open));
    }
}

#[test]
fn a_confidential_answer_has_its_corner_cut_in_the_complete_copy_alone() {
    let mut answer = at_step(2);
    answer.confidentiality = Confidentiality::Confidential;
    let assessment = empty().answered("see-people", answer);
    let cut = |drawing: &Drawing| {
        let squares = of_class(&drawing.nodes, "square tag s2 cut").len();
        squares + of_class(&drawing.nodes, "square chart s2 cut").len()
    };
    assert!(cut(&result(&assessment, &[])) > 0);
    let shared = Source::Sharing(saved(&assessment), Naming::default());
    assert_eq!(cut(&draw(shared, WHOLE)), 0);
}

#[test]
fn the_words_of_a_line_that_lead_somewhere_are_a_link_in_the_page_alone() {
    let mut assessment = empty().step("sell-check", 1);
    let reason = Reason::Answer("sell-check".into());
    let mut plan = Plan::default();
    plan.add(PlannedAction::new(plan.next_id(), "Do it.".into(), reason));
    assessment.plan = plan.into();
    let led = |drawing: &Drawing| -> Vec<String> {
        let links = elements(&drawing.nodes).into_iter().filter(|one| one.name == Name::A);
        links.filter_map(|link| value(link, Attribute::Href).map(str::to_owned)).collect()
    };
    let worked_with = led(&result(&assessment, &[]));
    for to in ["#plan.1", "#reach.scope-state"] {
        assert!(worked_with.iter().any(|led| led == to), "{to}: {worked_with:?}");
    }
    let paper = draw(Source::Complete(saved(&assessment)), WHOLE);
    assert!(!led(&paper).iter().any(|led| led.starts_with("#plan.") || led.starts_with("#reach.")));
    let said = all(&paper.nodes).into_iter().any(|node| match node {
        Node::Text(text) => text.contains("In the plan."),
        Node::Element(_) | Node::Slot(_) => false,
    });
    assert!(said, "on paper the words stand alone");
}

#[test]
fn the_result_names_its_parts_by_the_ids_of_their_headings() {
    let drawing = result(&empty().step("see-people", 1).unknown("see-part"), &[]);
    let ids: Vec<_> = elements(&drawing.nodes)
        .into_iter()
        .filter(|one| one.name == Name::H2)
        .filter_map(|one| value(one, Attribute::Id))
        .collect();
    let named: Vec<_> = drawing.contents.iter().map(|part| part.id.as_str()).collect();
    assert!(named.iter().all(|id| ids.contains(id)), "{named:?} in {ids:?}");
    assert_eq!(named[0], "result.board");
    let gaps = drawing.contents.iter().find(|part| part.name == "Gaps").unwrap();
    assert_eq!((gaps.id.as_str(), gaps.count), ("result.gaps", Some(2)));
}
