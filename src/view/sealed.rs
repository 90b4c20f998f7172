//! The privacy panel: that the page is sealed, how anyone can check it, what it cannot do, and what
//! is kept on this device.

use domain::texts::later as key;
use editor::first;
use editor::seal::{Seal, SealFacts};
use yew::prelude::*;

use crate::browser::{clock, host, seal};
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::parts::button::{self, Button};
use crate::view::parts::notice::{About, notice};
use crate::view::parts::title::title;
use crate::view::words::LaterWords;
use crate::view::{own_words, within};

mod kept;
mod trials;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let (name, lead) = match &state.seal {
        Seal::Loading | Seal::Sealed(_) if host::is_one_file() => {
            (key::APP_TITLE_SEALED, key::ONE_FILE_LEAD)
        }
        Seal::Loading => (key::APP_TITLE_SEALED, key::SEALED_LEAD_LOADING),
        Seal::Sealed(_) => (key::APP_TITLE_SEALED, key::SEALED_LEAD),
        Seal::Not(_) => (key::SEALED_TITLE_NOT, key::SEALED_LEAD_NOT),
    };
    html! {
        <>
            <div class="two">
                <div class="first">
                    { title(AttrValue::default(), words.get(name), words.get(lead)) }
                    <div class="facts-of-seal">{ facts(&state.seal, words, dispatch) }</div>
                    <p>{ own_words::in_seal(state, words) }</p>
                    <div class="try">
                        if let Seal::Sealed(_) = &state.seal {
                            { trials::trials(&state.trials, words, dispatch) }
                        }
                    </div>
                </div>
                <aside class="second">
                    <section>
                        <h2>{ words.get(key::SEALED_CHECK) }</h2>
                        { check(&state.seal, words) }
                    </section>
                    <section>
                        <h2>{ words.get(key::SEALED_CANNOT) }</h2>
                        <p>{ words.get(key::SEALED_CANNOT_ABOUT) }</p>
                        <p>{ words.get(key::SEALED_CANNOT_MORE) }</p>
                        if let Some(says) = within::read_by(words) {
                            <p><strong>{ says }</strong></p>
                        }
                    </section>
                    <section>
                        <h2>{ words.get(key::SEALED_KEPT) }</h2>
                        { kept::kept(state, words, dispatch) }
                    </section>
                </aside>
            </div>
        </>
    }
}

/// Since when, and what was loaded before; or why not.
fn facts(seal: &Seal, words: &LaterWords, dispatch: &Dispatch) -> Html {
    match seal {
        Seal::Loading => Html::default(),
        Seal::Sealed(facts) => since(facts, words),
        Seal::Not(reason) => {
            let again = Button::plain(words.get(key::SEALED_AGAIN));
            let then = if reason.is_empty() {
                words.get(key::SEALED_NOT_THEN)
            } else {
                words.with(key::SEALED_NOT_BECAUSE, &[("reason", reason)])
            };
            notice(
                About::Fault,
                words.get(key::SEALED_NOT),
                then,
                button::button(again, dispatch.always(first::Command::LoadAnew)),
            )
        }
    }
}

fn since(facts: &SealFacts, words: &LaterWords) -> Html {
    let time = clock::time_with_seconds(words.language(), facts.since.0);
    let missing = facts.missing.join(", ");
    html! {
        <div class="notice state">
            <p>
                <strong>{ words.with(key::SEALED_SINCE, &[("time", &time)]) }</strong>
                { " " }{ loaded(facts, words) }
                { " " }{ words.get(key::SEALED_SINCE_THEN) }
                { " " }<strong>{ words.count(key::SEALED_REQUESTS, seal::requests()) }</strong>
                <span class="missing">
                    if !missing.is_empty() {
                        { " " }{ words.with(key::SEALED_MISSING, &[("files", &missing)]) }
                    }
                </span>
            </p>
        </div>
    }
}

/// What was loaded, and from where.
fn loaded(facts: &SealFacts, words: &LaterWords) -> AttrValue {
    if host::is_one_file() {
        return words.get(key::ONE_FILE_LOADED);
    }
    let size = facts.bytes.div_ceil(1000).to_string();
    let loaded = if facts.bytes == 0 { key::SEALED_LOADED_STORED } else { key::SEALED_LOADED };
    let from = if facts.own_address_only { key::SEALED_FROM_HERE } else { key::SEALED_FROM_OTHERS };
    let loaded = words.count_with(loaded, facts.files, &[("size", &size)]);
    format!("{loaded} {}", words.get(from)).into()
}

/// What this copy is, as `index.html` says it: version, commit and hash.
fn build(build: &str, words: &LaterWords) -> Html {
    let mut parts = build.split(' ');
    let mut part = || parts.next().unwrap_or_default();
    let (version, commit, hash) = (part(), part(), part().to_owned());
    let said = match commit.strip_suffix("-changed") {
        _ if commit == "unknown" => words.with(key::SEALED_BUILD_UNKNOWN, &[("version", version)]),
        Some(commit) => {
            words.with(key::SEALED_BUILD_CHANGED, &[("version", version), ("commit", commit)])
        }
        None => words.with(key::SEALED_BUILD, &[("version", version), ("commit", commit)]),
    };
    let compare =
        if host::is_one_file() { key::ONE_FILE_CHECK_BUILD } else { key::SEALED_CHECK_BUILD };
    html! {
        <li class="build">
            { said }{ " " }{ words.get(compare) }{ " " }<code>{ hash }</code>
        </li>
    }
}

/// How to check it without trusting the page.
fn check(seal: &Seal, words: &LaterWords) -> Html {
    let network = match seal {
        Seal::Not(_) => key::SEALED_CHECK_NETWORK_NOT,
        Seal::Loading | Seal::Sealed(_) => key::SEALED_CHECK_NETWORK,
    };
    html! {
        <ul>
            <li>{ words.get(network) }</li>
            <li>{ words.get(key::SEALED_CHECK_TOOLS) }</li>
            if let Seal::Sealed(facts) = seal {
                { build(&facts.build, words) }
            }
        </ul>
    }
}
