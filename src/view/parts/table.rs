//! Tables.

use yew::prelude::*;
use yew::virtual_dom::Key;

/// One row; its first cell names it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TableRow {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its cells, as many as there are heads.
    pub(crate) cells: Vec<Html>,
}

/// A table; rows are stacked where the page is narrow.
///
/// Accessibility: a real table named by the id in `labelled_by`, first cells as row headings. The
/// roles are written out because stacking takes them away in some browsers; the head is then not
/// seen but still read.
pub(crate) fn table(labelled_by: AttrValue, heads: Vec<AttrValue>, rows: Vec<TableRow>) -> Html {
    html! {
        <table class="table" role="table" aria-labelledby={labelled_by}>
            <thead role="rowgroup">
                <tr role="row">
                    for head in heads {
                        <th key={head.to_string()} role="columnheader" scope="col">{ head }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for row in rows {
                    <tr key={row.key} role="row">
                        for (at, cell) in row.cells.into_iter().enumerate() {
                            if at == 0 {
                                <th key="name" role="rowheader" scope="row">{ cell }</th>
                            } else {
                                <td key={at.to_string()} role="cell">{ cell }</td>
                            }
                        }
                    </tr>
                }
            </tbody>
        </table>
    }
}
