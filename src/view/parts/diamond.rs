//! One diamond is one risk to people, everywhere: in lists, and on a scale where it stands.

use yew::prelude::*;

/// What a diamond shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Diamond {
    /// Before measures.
    Full,
    /// After them.
    Hollow,
    /// Not known yet.
    Hatched,
}

/// A diamond, as high as the text beside it.
///
/// Accessibility: decoration; the words beside it say the same. Full, hollow and hatched differ without
/// colour.
pub(crate) fn diamond(shows: Diamond) -> Html {
    html! {
        <svg class={shows.class()} viewBox="0 0 16 16" aria-hidden="true">
            <path d={shows.path()} />
        </svg>
    }
}

/// A scale of five in a line of text, with a diamond where something stands, 1 to 5. Nothing is filled up to
/// it: there are no lengths to compare or to add.
///
/// Accessibility: decoration; the digit beside it says the same.
pub(crate) fn ticks(stands_at: u8, shows: Diamond) -> Html {
    html! {
        <span class="ticks" aria-hidden="true">
            for at in 1..=5_u8 {
                <span key={at}>
                    if at == stands_at {
                        { diamond(shows) }
                    }
                </span>
            }
        </span>
    }
}

impl Diamond {
    fn class(self) -> &'static str {
        match self {
            Self::Full => "diamond solid",
            Self::Hollow | Self::Hatched => "diamond",
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Full | Self::Hollow => "m8 1.5 6.5 6.5L8 14.5 1.5 8z",
            Self::Hatched => {
                "m8 1.5 6.5 6.5L8 14.5 1.5 8zM4 10.5l6.5-6.5M5.5 12 12 5.5M7 5l-3 3M12 8l-3 4"
            }
        }
    }
}
