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
    /// Its sections, each drawn by [`section`], with what tells it apart from the others.
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
    /// The same in words: "8 of 13 answered, 1 not known".
    pub(crate) words: AttrValue,
    /// Whether it is shown.
    pub(crate) current: bool,
}

/// Another place.
pub(crate) struct NavPlace {
    /// Where it leads; tells it apart from the others.
    pub(crate) href: AttrValue,
    /// Its name.
    pub(crate) name: AttrValue,
    /// Whether it is shown.
    pub(crate) current: bool,
}

/// The navigation: a column on a wide page, folded into one line under the header on a narrow one.
///
/// Accessibility: a named `nav` with lists under headings; the current entry has
/// `aria-current="page"`, an edge and bold words; squares are hidden and their counts are read;
/// targets of 44 px; folded by a native `details` whose summary is the current place. The list comes
/// right after it instead of in it, so that one list serves both widths in every browser. `at` names
/// the place: when it changes, the list folds again.
pub(crate) fn nav(
    label: AttrValue,
    at: Key,
    here: AttrValue,
    modules: Vec<NavModule>,
    places: Vec<NavPlace>,
) -> Html {
    html! {
        <nav class="places" aria-label={label}>
            <details key={at}>
                <summary><span>{ here }</span>{ icon(Icon::Down) }</summary>
            </details>
            <div key="list" class="places-list">
                for module in modules {
                    <div key={module.key}>
                        <h2>{ module.name }</h2>
                        <ul>
                            for (key, section) in module.sections {
                                <li key={key}>{ section }</li>
                            }
                        </ul>
                    </div>
                }
                <ul key="places" class="others">
                    for place in places {
                        <li key={place.href.to_string()}>
                            <a href={place.href.clone()} aria-current={current(place.current)}>
                                { place.name }
                            </a>
                        </li>
                    }
                </ul>
            </div>
        </nav>
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

fn current(current: bool) -> Option<&'static str> {
    current.then_some("page")
}
