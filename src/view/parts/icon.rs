//! Icons, drawn in the page: no font and no file is loaded for them.

use yew::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// Sealed; confidential.
    Lock,
    /// Saved; refused, where that is good.
    Tick,
    /// Something needs attention.
    Triangle,
    /// Under way.
    Ring,
    /// Not kept yet; a document.
    Page,
    /// On, in reading direction.
    Next,
    /// Back, against reading direction.
    Back,
    /// Opens downwards.
    Down,
    /// One more.
    Plus,
    /// To a file.
    Download,
}

/// An icon, as high as the text beside it.
///
/// Accessibility: always beside words that say the same, and hidden from assistive technology.
/// Drawn in the colour of the text, so forced colours reach it. *Next* and *Back* turn round where
/// reading goes from right to left.
pub(crate) fn icon(icon: Icon) -> Html {
    let class = match icon {
        Icon::Next | Icon::Back => "icon turns",
        _ => "icon",
    };
    html! {
        <svg {class} viewBox="0 0 16 16" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Lock => "M3 7.5h10v6H3zM5 7.5V5a3 3 0 0 1 6 0v2.5",
            Self::Tick => "m2.5 8.5 3.5 3.5 7.5-8",
            Self::Triangle => "M8 2 14.5 13.5h-13zM8 6v3.5M8 11v1",
            Self::Ring => "M5 8a3 3 0 0 0 6 0 3 3 0 0 0-6 0",
            Self::Page => "M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3",
            Self::Next => "m6 3 5 5-5 5",
            Self::Back => "m10 3-5 5 5 5",
            Self::Down => "m3 6 5 5 5-5",
            Self::Plus => "M8 2.5v11M2.5 8h11",
            Self::Download => "M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10",
        }
    }
}
