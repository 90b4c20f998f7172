//! Findings, one after the other. Where they are worked with, a long list shows its beginning.

use domain::report::{Item, Labelled, PartKind};
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::{Pen, key};
use crate::view::parts::items::{self, ItemView};

/// So many stand open at the beginning of a long list.
const FIRST: usize = 5;
/// A list that is longer by less than this is not worth folding.
const FEW: usize = 3;

impl Pen<'_> {
    pub(super) fn items(self, kind: PartKind, items: &[Item]) -> Html {
        let folds = self.answering.is_some() && items.len() >= FIRST + FEW;
        let (first, rest) = items.split_at(if folds { FIRST } else { items.len() });
        // Lists that stand beside each other, or say one thing in each entry, are set close.
        let compact = super::is_beside(kind) || kind == PartKind::Open;
        html! {
            <>
                { self.list(first, compact) }
                <div class="rest">
                    if folds {
                        <details class="more">
                            <summary>{ self.others(kind, rest.len()) }</summary>
                            { self.list(rest, compact) }
                        </details>
                    }
                </div>
            </>
        }
    }

    fn others(self, kind: PartKind, count: usize) -> AttrValue {
        let key = match kind {
            PartKind::Gaps => key::PAPER_MORE_GAPS,
            _ => key::PAPER_MORE_OTHERS,
        };
        self.words.count(key, u32::try_from(count).unwrap_or(u32::MAX))
    }

    fn list(self, list: &[Item], compact: bool) -> Html {
        let views = list.iter().enumerate().map(|(at, item)| ItemView {
            key: Key::from(at),
            number: item.number.map(|number| number.to_string().into()),
            mark: self.tag(item.mark.as_ref()),
            title: item.title.clone().into(),
            lines: item.lines.iter().map(|line| line.clone().into()).collect(),
            details: pairs(&item.details),
        });
        items::items(views.collect(), compact)
    }
}

/// Labels and values.
pub(super) fn pairs(list: &[Labelled]) -> Vec<(AttrValue, AttrValue)> {
    list.iter().map(|one| (one.label.clone().into(), one.value.clone().into())).collect()
}
