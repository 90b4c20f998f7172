//! The header: whether it is saved, and whether the page is sealed.

use domain::fits;
use domain::texts::first::{self as key, Key};
use editor::keeping::{Keeping, StorageFault, Writing};
use editor::seal::Seal;
use editor::target::Target;
use editor::work::Work;
use editor::{Place, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::Given;
use crate::view::link::address;
use crate::view::parts::button::{Button, button};
use crate::view::parts::header::{Header, Status, header};
use crate::view::parts::icon::Icon;
use crate::view::words::Words;

/// The header. The save state is shown as it is at every moment, but read out only when it has
/// become another one, and not for each key that is saved.
pub(super) fn top(given: Given<'_>) -> Html {
    let Given { state, words, dispatch, .. } = given;
    let work = state.work.as_ref();
    let kept = work.map(Kept::of);
    header(Header {
        name: words.get(key::APP_NAME),
        run_by: given.draw(|later| later.run_by),
        home: address(&Place::Start),
        subject: state.subject().map(|subject| fits::shortened(subject, fits::HEADER).into()),
        save: kept.map(|kept| kept.status(words)),
        quiet: work.is_some_and(|work| !work.tells_keeping),
        save_action: save_action(kept, words, dispatch),
        seal: seal(&state.seal, words),
        seal_href: address(&Place::Sealed),
        within: given.draw(|later| later.within),
    })
}

/// Where the open assessment is kept, as far as the header tells it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    NotChosen,
    Saving,
    Saved,
    TabOnly,
    Full,
    Failed,
}

impl Kept {
    fn of(work: &Work) -> Self {
        match &work.keeping {
            Keeping::Undecided => Self::NotChosen,
            Keeping::Nowhere | Keeping::Device(Writing::Failed(StorageFault::Refused)) => {
                Self::TabOnly
            }
            Keeping::Device(Writing::Saved) => Self::Saved,
            Keeping::Device(Writing::Saving) => Self::Saving,
            Keeping::Device(Writing::Failed(StorageFault::Full)) => Self::Full,
            Keeping::Device(Writing::Failed(
                StorageFault::Blocked | StorageFault::Newer | StorageFault::Other(_),
            )) => Self::Failed,
        }
    }

    fn status(self, words: &Words) -> Status {
        let (icon, long, short): (_, Key, Option<Key>) = match self {
            Self::NotChosen => (Icon::Page, key::FRAME_SAVE_NOT_CHOSEN, None),
            Self::Saving => (Icon::Ring, key::FRAME_SAVE_SAVING, None),
            Self::Saved => (Icon::Tick, key::FRAME_SAVE_SAVED, Some(key::FRAME_SAVE_SAVED_SHORT)),
            Self::TabOnly => {
                (Icon::Triangle, key::FRAME_SAVE_TAB_ONLY, Some(key::FRAME_SAVE_TAB_ONLY_SHORT))
            }
            Self::Full => (Icon::Triangle, key::FRAME_SAVE_FULL, Some(key::FRAME_SAVE_FULL_SHORT)),
            Self::Failed => {
                (Icon::Triangle, key::FRAME_SAVE_FAILED, Some(key::FRAME_SAVE_FAILED_SHORT))
            }
        };
        Status {
            icon,
            long: words.get(long),
            short: short.map(|short| words.get(short)),
            urgent: icon == Icon::Triangle,
        }
    }
}

/// What can be done about changes that did not reach this device.
fn save_action(kept: Option<Kept>, words: &Words, dispatch: &Dispatch) -> Html {
    match kept {
        Some(Kept::Full | Kept::Failed) => button(
            Button::quiet(words.get(key::FRAME_SAVE_TO_FILE)),
            dispatch.always(later::Command::Write(Target::SaveFile)),
        ),
        _ => Html::default(),
    }
}

fn seal(seal: &Seal, words: &Words) -> Status {
    let (icon, long, short) = match seal {
        Seal::Loading => (Icon::Ring, key::FRAME_SEAL_LOADING, None),
        Seal::Sealed(_) => (Icon::Lock, key::FRAME_SEAL_SEALED, Some(key::FRAME_SEAL_SEALED_SHORT)),
        Seal::Not(_) => (Icon::Triangle, key::FRAME_SEAL_NOT, None),
    };
    Status {
        icon,
        long: words.get(long),
        short: short.map(|short| words.get(short)),
        urgent: icon == Icon::Triangle,
    }
}
