//! The way through an assessment: sections by module, then what they lead to.

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::square::{self, Square};

/// A module with its sections.
pub(crate) struct NavModule {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its name.
    pub(crate) name: AttrValue,
    /// How much of it is answered, in short: "3 of 9, 2 not known".
    pub(crate) count: AttrValue,
    /// The same in full.
    pub(crate) words: AttrValue,
    /// Whether its sections are unfolded at first.
    pub(crate) open: bool,
    /// Its sections, each drawn by [`section`] or [`between`], with what tells it apart from the others.
    pub(crate) sections: Vec<(Key, Html)>,
}

/// A section.
pub(crate) struct NavSection {
    /// Its code; empty where it has none.
    pub(crate) code: AttrValue,
    /// Its name.
    pub(crate) name: AttrValue,
    /// Where it leads.
    pub(crate) href: AttrValue,
    /// Its questions.
    pub(crate) squares: Vec<Square>,
    /// The same in words: "8 of 13 questions answered, 1 not known yet".
    pub(crate) words: AttrValue,
    /// Whether it is shown.
    pub(crate) current: bool,
}

/// Another place.
pub(crate) struct NavPlace {
    /// Where it leads; tells it apart from the others.
    pub(crate) href: AttrValue,
    /// What stands before its name; may be empty.
    pub(crate) mark: Html,
    /// Its name.
    pub(crate) name: AttrValue,
    /// What is said of it in short; may be empty.
    pub(crate) count: AttrValue,
    /// Whether it is shown.
    pub(crate) current: bool,
}

/// All that stands in the navigation.
pub(crate) struct Nav {
    /// What it is called.
    pub(crate) label: AttrValue,
    /// Where one is.
    pub(crate) here: AttrValue,
    /// What comes before the modules.
    pub(crate) before: Vec<NavPlace>,
    /// Modules with their sections.
    pub(crate) modules: Vec<NavModule>,
    /// What comes after them.
    pub(crate) places: Vec<NavPlace>,
}

/// The navigation: a column that stays in view on a wide page, folded into one line under the header on
/// a narrow one.
///
/// Accessibility: a named `nav` with lists under headings; the current entry has
/// `aria-current="page"`, an edge and bold words; squares and short counts are hidden and the counts are
/// read in full; targets of 44 px; folded by a native `details` whose summary is the current place. The
/// list comes right after it instead of in it, so that one list serves both widths in every browser.
/// Modules fold likewise; the one that one is in is unfolded. `at` names the place: when it changes, the
/// list folds again.
pub(crate) fn nav(at: Key, nav: Nav) -> Html {
    html! {
        <nav class="places" aria-label={nav.label}>
            <details key={at}>
                <summary><span>{ nav.here }</span>{ icon(Icon::Down) }</summary>
            </details>
            <div key="list" class="places-list">
                <ul key="before" class="others">{ others(nav.before) }</ul>
                for module in nav.modules {
                    // Another key where one comes or goes: then it unfolds or folds by itself.
                    <details key={format!("{}-{}", module.key, module.open)} open={module.open}>
                        <summary>
                            { icon(Icon::Down) }
                            <h2>{ module.name }</h2>
                            <span class="count" aria-hidden="true">{ module.count }</span>
                            <span class="unseen">{ module.words }</span>
                        </summary>
                        <ul>
                            for (key, section) in module.sections {
                                <li key={key}>{ section }</li>
                            }
                        </ul>
                    </details>
                }
                <ul key="places" class="others">{ others(nav.places) }</ul>
            </div>
        </nav>
    }
}

fn others(places: Vec<NavPlace>) -> Html {
    html! {
        <>
            for place in places {
                <li key={place.href.to_string()}>
                    <a href={place.href.clone()} aria-current={current(place.current)}>
                        <span>{ place.mark }{ place.name }</span>
                        if !place.count.is_empty() {
                            { " " }<span class="count">{ place.count }</span>
                        }
                    </a>
                </li>
            }
        </>
    }
}

/// A section, as a link with its squares.
pub(crate) fn section(section: NavSection) -> Html {
    html! {
        <a href={section.href} aria-current={current(section.current)}>
            <span class="code">{ section.code }</span>
            <span>
                { section.name }
                { square::dots(&section.squares) }
                <span class="unseen">{ " " }{ section.words }</span>
            </span>
        </a>
    }
}

/// Another place that has its turn among the sections.
pub(crate) fn between(place: &NavPlace) -> Html {
    html! {
        <a href={place.href.clone()} aria-current={current(place.current)}>
            <span class="code" />
            <span>
                { place.name.clone() }{ " " }
                <span class="count">{ place.count.clone() }</span>
            </span>
        </a>
    }
}

fn current(current: bool) -> Option<&'static str> {
    current.then_some("page")
}
