//! Where each answer stands: one row per section, one column per step.

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::square::{self, Size, Square};

/// Words at the heads of the profile.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heads {
    /// Head of the sections.
    pub(crate) section: AttrValue,
    /// Low end of the axis.
    pub(crate) low: AttrValue,
    /// High end of the axis.
    pub(crate) high: AttrValue,
    /// Head of what is not known yet.
    pub(crate) not_known: AttrValue,
    /// Head of what doesn't apply; none where that is not drawn.
    pub(crate) does_not_apply: Option<AttrValue>,
}

/// One section.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ProfileRow {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its code; empty where it has none.
    pub(crate) code: AttrValue,
    /// Its name.
    pub(crate) name: AttrValue,
    /// Squares on steps 1 to 5.
    pub(crate) steps: [Vec<Square>; 5],
    /// Squares not known yet.
    pub(crate) not_known: Vec<Square>,
    /// Squares that don't apply.
    pub(crate) does_not_apply: Vec<Square>,
}

/// The profile; where the page is narrow, a small chart per section with squares stacked from the
/// base line. `tiny` draws it without numbers, for the page that sums up.
///
/// Accessibility: one real table for both shapes, named by the id in `labelled_by`, with its roles
/// written out; every square is named in words. All rows share the scale, so reading down a column
/// compares. Numbers, places and hatch say what the shades say.
pub(crate) fn profile(
    labelled_by: AttrValue,
    heads: Heads,
    rows: Vec<ProfileRow>,
    tiny: bool,
) -> Html {
    let unfit = heads.does_not_apply.is_some();
    let class = classes!("profile", unfit.then_some("unfit"), tiny.then_some("tiny"));
    html! {
        <table {class} role="table" aria-labelledby={labelled_by}>
            <thead role="rowgroup">
                <tr class="axis" aria-hidden="true">
                    <td><span>{ heads.low }</span><span class="rule"></span><span>{ heads.high }</span></td>
                </tr>
                <tr role="row">
                    <th role="columnheader" scope="col">{ heads.section }</th>
                    for step in ["1", "2", "3", "4", "5"] {
                        <th key={step} class="step" role="columnheader" scope="col">{ step }</th>
                    }
                    <th key="not-known" class="apart" role="columnheader" scope="col">{ heads.not_known }</th>
                    if let Some(head) = heads.does_not_apply {
                        <th key="unfit" role="columnheader" scope="col">{ head }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for row in rows {
                    <tr key={row.key.clone()} role="row">{ cells(row, unfit, tiny) }</tr>
                }
            </tbody>
        </table>
    }
}

fn cells(row: ProfileRow, unfit: bool, tiny: bool) -> Html {
    let size = if tiny { Size::Small } else { Size::Chart };
    html! {
        <>
            <th role="rowheader" scope="row">
                <span class="code">{ row.code }</span>{ " " }<span>{ row.name }</span>
            </th>
            for (step, squares) in ["1", "2", "3", "4", "5"].into_iter().zip(row.steps) {
                <td key={step} role="cell" data-bin={step}>{ cell(&squares, size) }</td>
            }
            <td key="not-known" class="apart" role="cell" data-bin="?">{ cell(&row.not_known, size) }</td>
            if unfit {
                <td key="unfit" role="cell" data-bin="–">{ cell(&row.does_not_apply, size) }</td>
            }
        </>
    }
}

fn cell(squares: &[Square], size: Size) -> Html {
    html! {
        <>
            for one in squares {
                { square::square(one, size) }
            }
        </>
    }
}
