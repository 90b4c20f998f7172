//! The list of sections with their squares, and of what comes after them. Stands beside the screen
//! where there is room, and is folded into one line above it where there is none.
//!
//! What it is drawn from is compared by pointer, as a whole and then section by section: an answer
//! draws one section anew at most, however many there are.

use std::rc::Rc;

use domain::asked::{Asked, AskedSection};
use domain::catalogue::Catalogue;
use domain::progress::{Progress, ProgressBySection, SectionProgress};
use domain::questions::Square;
use domain::texts::later::{self as key, Key};
use editor::on_the_way::before_facts;
use editor::stops::{Stop, stops, stops_of};
use editor::{Place, State};
use yew::prelude::*;

use crate::view::counted::{counted, in_short};
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::memo::memo;
use crate::view::parts::diamond::{Diamond, diamond};
use crate::view::parts::nav::{self, Nav, NavModule, NavPlace, NavSection, nav};
use crate::view::parts::square::{self, Shade};
use crate::view::section_name::section_name;
use crate::view::words::LaterWords;

/// The navigation of an open assessment.
pub(crate) fn navigation(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Some(work) = &state.work else { return Html::default() };
    let open_facts = state.open_facts().count();
    let list = List {
        here: here(state, words),
        facts: (state.catalogue.facts.len() - open_facts, state.catalogue.facts.len()),
        catalogue: state.catalogue.clone(),
        asked: work.asked.clone(),
        by_section: work.by_section.clone(),
        section: state.section_here(),
        place: at(&state.place),
        risks: work.assessment.risks.kept().len(),
    };
    memo("navigation", list, draw, words, dispatch)
}

/// The places that are no section of questions, by the names of their screens. The first one stands above
/// all; the second one where it has its turn among the sections.
const PLACES: [(Place, Key); 9] = [
    (Place::Risks(None), key::APP_TITLE_RISKS),
    (Place::Reach(None), key::CHOOSE_REACH),
    (Place::Open, key::APP_TITLE_OPEN),
    (Place::Result, key::APP_TITLE_RESULT),
    (Place::Plan(None), key::APP_TITLE_PLAN),
    (Place::Sheets, key::APP_TITLE_SHEETS),
    (Place::Download, key::APP_TITLE_DOWNLOAD),
    (Place::Words, key::APP_TITLE_WORDS),
    (Place::Source, key::APP_TITLE_SOURCE),
];

/// What all of it is drawn from.
struct List {
    here: AttrValue,
    /// How many facts were said, of how many.
    facts: (usize, usize),
    catalogue: Rc<Catalogue>,
    asked: Rc<Asked>,
    by_section: Rc<ProgressBySection>,
    /// Which of the sections is shown.
    section: Option<usize>,
    /// Which of [`PLACES`] is.
    place: Option<usize>,
    /// How many risks are listed.
    risks: usize,
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && Rc::ptr_eq(&self.asked, &other.asked)
            && Rc::ptr_eq(&self.by_section, &other.by_section)
            && (&self.here, self.facts, self.section, self.place, self.risks)
                == (&other.here, other.facts, other.section, other.place, other.risks)
    }
}

/// What one section is drawn from.
struct Entry {
    asked: Rc<Asked>,
    at: usize,
    progress: Rc<SectionProgress>,
    current: bool,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.asked, &other.asked)
            && Rc::ptr_eq(&self.progress, &other.progress)
            && (self.at, self.current) == (other.at, other.current)
    }
}

fn draw(list: &List, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let mut places = places(list, words).into_iter();
    let risks = places.next().map(|place| NavPlace {
        mark: diamond(Diamond::Full),
        count: if list.risks > 0 { list.risks.to_string().into() } else { "".into() },
        ..place
    });
    let facts = places.next().map(|place| NavPlace { count: said_of(list, words), ..place });
    let behind = before_facts(&list.asked);
    let (before, between) = if behind == 0 { (facts, None) } else { (None, facts) };
    let mut modules = Vec::new();
    for module in &list.catalogue.modules {
        let of_module = list.asked.sections.iter().enumerate();
        let of_module = of_module.filter(|(_, section)| section.module == module.id);
        let (mut progress, mut current) = (Progress::default(), false);
        let mut sections = Vec::new();
        for (at, section) in of_module {
            let Some(counts) = list.by_section.section(at) else { continue };
            let entry = Entry {
                asked: list.asked.clone(),
                at,
                progress: counts.clone(),
                current: list.section == Some(at),
            };
            progress = progress + entry.progress.counts;
            current |= entry.current;
            let (code, _) = section_name(&section.of, words);
            let drawn = memo(code.as_str(), entry, draw_section, words, dispatch);
            sections.push((code.as_str().into(), drawn));
            if at + 1 == behind
                && let Some(facts) = &between
            {
                current |= facts.current;
                sections.push(("facts".into(), nav::between(facts)));
            }
        }
        if !sections.is_empty() {
            let (key, name) = (module.id.as_str().into(), module.name.clone().into());
            modules.push(NavModule {
                key,
                name,
                count: beside_name(progress, words),
                words: counted(progress, words),
                open: current,
                sections,
            });
        }
    }
    let at = list.here.to_string().into();
    let drawn = Nav {
        label: words.get(key::NAVIGATION_LABEL),
        here: list.here.clone(),
        before: risks.into_iter().chain(before).collect(),
        modules,
        places: places.collect(),
    };
    nav(at, drawn)
}

/// How much of a part is answered. Only what is answered is done: what is not known is said.
fn beside_name(progress: Progress, words: &LaterWords) -> AttrValue {
    if progress.said() == progress.all() {
        return words.get(key::NAVIGATION_DONE);
    }
    in_short(progress, words)
}

fn draw_section(entry: &Entry, words: &LaterWords, _: &Dispatch) -> Html {
    let Some(section) = entry.asked.sections.get(entry.at) else { return Html::default() };
    let (code, name) = section_name(&section.of, words);
    let stops = stops(section);
    let squares = stops.iter().zip(&entry.progress.squares);
    nav::section(NavSection {
        code,
        name,
        href: address(&entrance(section, &stops, &entry.progress)),
        words: counted(entry.progress.counts, words),
        squares: squares.map(|(stop, square)| dot(stop, *square)).collect(),
        current: entry.current,
    })
}

fn here(state: &State, words: &LaterWords) -> AttrValue {
    if let Some((_, section)) = state.question() {
        let (code, name) = section_name(&section.of, words);
        return if code.is_empty() { name } else { format!("{code} · {name}").into() };
    }
    let found = at(&state.place).and_then(|at| PLACES.get(at));
    words.get(found.map_or(key::NAVIGATION_QUESTIONS, |(_, name)| *name))
}

/// Which of [`PLACES`] a place belongs to. How grave a risk is, and all that is known of it, belong to the
/// register.
fn at(place: &Place) -> Option<usize> {
    if matches!(place, Place::Severity(_) | Place::Risk(_)) {
        return at(&Place::Risks(None));
    }
    PLACES.iter().position(|(other, _)| other.same_screen(place))
}

fn places(list: &List, words: &LaterWords) -> Vec<NavPlace> {
    let one = |(at, (place, name)): (usize, &(Place, Key))| NavPlace {
        href: address(place),
        name: words.get(*name),
        mark: Html::default(),
        count: AttrValue::default(),
        current: list.place == Some(at),
    };
    PLACES.iter().enumerate().map(one).collect()
}

/// How many facts were said.
fn said_of(list: &List, words: &LaterWords) -> AttrValue {
    let (said, all) = (list.facts.0.to_string(), list.facts.1.to_string());
    words.with(key::NAVIGATION_OF, &[("answered", &said), ("all", &all)])
}

/// Where a section is entered: at its first open stop, or its first; one whose questions are all
/// folded away, at the first of them.
fn entrance(section: &AskedSection, stops: &[Stop], progress: &SectionProgress) -> Place {
    let mut open = stops.iter().zip(&progress.squares);
    let open = open.find(|(_, square)| square.waits()).map(|(stop, _)| stop);
    let folded =
        || section.folded.first().and_then(|question| stops_of(question).first().map(Stop::place));
    open.or(stops.first()).map(Stop::place).or_else(folded).unwrap_or(Place::Open)
}

fn dot(stop: &Stop, square: Square) -> square::Square {
    square::Square {
        key: stop.code.as_str().into(),
        shade: shade(square),
        cut: false,
        label: None,
        words: None,
        href: None,
    }
}

/// How a square looks that shows no step.
pub(crate) fn shade(square: Square) -> Shade {
    match square {
        Square::Open => Shade::Empty,
        Square::Partly => Shade::Partly,
        Square::Answered => Shade::Full,
        Square::NotKnown => Shade::Hatched,
        Square::DoesNotApply => Shade::Dashed,
    }
}
