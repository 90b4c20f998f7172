//! The line above everything: name, subject, whether it is saved, whether the page is sealed.

use yew::prelude::*;

use crate::view::parts::icon::{Icon, icon};

/// A state in words: long where there is room, short where not.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Status {
    /// Its icon.
    pub(crate) icon: Icon,
    /// Its words.
    pub(crate) long: AttrValue,
    /// Fewer words; none where the long ones are short enough.
    pub(crate) short: Option<AttrValue>,
    /// Whether something needs attention: bold.
    pub(crate) urgent: bool,
}

/// What stands in the header.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Header {
    /// Name of the tool.
    pub(crate) name: AttrValue,
    /// Who runs this copy of it, as an element; nothing where nobody says so.
    pub(crate) run_by: Html,
    /// Where the name leads.
    pub(crate) home: AttrValue,
    /// What is assessed; none outside an assessment.
    pub(crate) subject: Option<AttrValue>,
    /// Whether it is saved; none outside an assessment.
    pub(crate) save: Option<Status>,
    /// Whether that is not read out: it comes and goes with each key that is saved.
    pub(crate) quiet: bool,
    /// What can be done about it: a quiet button.
    pub(crate) save_action: Html,
    /// Whether the page is sealed.
    pub(crate) seal: Status,
    /// Where the seal is explained.
    pub(crate) seal_href: AttrValue,
    /// Inside which other page it stands, as an element; nothing where it stands alone.
    pub(crate) within: Html,
}

/// The header. The same elements stand in `index.html`, so nothing moves when the app takes over.
///
/// Accessibility: `role="status"` is always there and only its words change, and only when the
/// state does. Where the page is narrow the name is not seen but still names the link home.
pub(crate) fn header(header: Header) -> Html {
    let class = if header.save.is_some() { "header working" } else { "header" };
    html! {
        <header {class}>
            <a class="home" href={header.home}>{ mark() }<span class="name">{ header.name }</span></a>
            { header.run_by }
            <p class="subject">{ header.subject.unwrap_or_default() }</p>
            <p class="save" role="status" aria-live={header.quiet.then_some("off")}>{ header.save.map(status).unwrap_or_default() }</p>
            <div class="save-action">{ header.save_action }</div>
            <p class="seal"><a href={header.seal_href}>{ status(header.seal) }</a></p>
            { header.within }
        </header>
    }
}

/// A link past the navigation, seen when it has the focus.
pub(crate) fn skip(label: AttrValue, href: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <a class="skip" {href} {onclick}>{ label }</a> }
}

/// The mark: answered, not known, open.
fn mark() -> Html {
    html! {
        <span class="mark" aria-hidden="true">
            <span class="square full"></span><span class="square hatched"></span><span class="square empty"></span>
        </span>
    }
}

fn status(status: Status) -> Html {
    let class = classes!("status", status.urgent.then_some("urgent"));
    html! {
        <span {class}>
            { icon(status.icon) }
            if let Some(short) = status.short {
                <span class="long">{ status.long }</span><span class="short">{ short }</span>
            } else {
                <span>{ status.long }</span>
            }
        </span>
    }
}
