//! What the assessment asks, how long it takes and what it is not: below all else on the start screen,
//! folded.

use domain::texts::Place as _;
use domain::texts::later::{self as key, Key};
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::own_words;
use crate::view::parts::icon::{Icon, icon};

/// What stands beside the modules.
const COLUMNS: [(Key, Key); 2] =
    [(key::START_TIME, key::START_TIME_ABOUT), (key::START_NOT, key::START_NOT_ABOUT)];

/// The part.
pub(crate) fn about(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, .. } = given;
    html! {
        <>
        { own_words::section(state, words) }
        <details>
            <summary>
                <span>{ words.get(key::START_ABOUT) }</span>
                { icon(Icon::Down) }
            </summary>
            <div class="columns">
                for module in &state.catalogue.modules {
                    <section key={module.id.as_str()}>
                        <h2>{ module.name.clone() }</h2>
                        <p>{ module.about.clone() }</p>
                    </section>
                }
                for (title, about) in COLUMNS {
                    <section key={title.place()}>
                        <h2>{ words.get(title) }</h2>
                        <p>{ words.get(about) }</p>
                    </section>
                }
            </div>
            <p class="needs">{ words.get(key::START_NEEDS) }</p>
        </details>
        </>
    }
}
