//! Trying to send something, to see the browser refuse it.

use domain::count::count;
use domain::texts::later::{self as key, Key};
use editor::later;
use editor::seal::{SendTrial, SendWay, Trials, Verdict};
use yew::prelude::*;

use crate::browser::{clock, host};
use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::table::{TableRow, table};
use crate::view::words::LaterWords;

pub(super) fn trials(trials: &Trials, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let label = match trials {
        Trials::None => key::SEALED_TRY,
        Trials::Running => key::SEALED_TRYING,
        Trials::Done(..) => key::SEALED_TRY_AGAIN,
    };
    let label = words.get(label);
    let press = match trials {
        Trials::Running => Callback::noop(),
        Trials::None | Trials::Done(..) => dispatch.always(later::Command::TryToSend),
    };
    html! {
        <section aria-labelledby="try">
            <h2 id="try">{ words.get(key::SEALED_TRY_TITLE) }</h2>
            <p>{ words.get(about()) }</p>
            <div class="buttons">
                { button::button(Button::main(label), press) }
            </div>
            <p class="tried" role="status">{ said(trials, words) }</p>
            <div class="ways">
                if let Trials::Done(_, all) = trials {
                    { ways(all, words) }
                }
            </div>
        </section>
    }
}

/// What is tried, and from where: a page that is one file came from no server.
fn about() -> Key {
    if host::is_one_file() { key::ONE_FILE_TRY_ABOUT } else { key::SEALED_TRY_ABOUT }
}

fn said(trials: &Trials, words: &LaterWords) -> Html {
    let (at, all) = match trials {
        Trials::None => return Html::default(),
        Trials::Running => return words.get(key::SEALED_RUNNING).into(),
        Trials::Done(at, all) => (at, all),
    };
    let of = |verdict| all.iter().filter(|trial| trial.verdict == verdict).count();
    let held = of(Verdict::Refused) + of(Verdict::Closed);
    let outcome = match (of(Verdict::NotRefused), of(Verdict::NotKnown), of(Verdict::Absent)) {
        _ if all.is_empty() => words.get(key::SEALED_NOT_TRIED),
        (0, 0, 0) => words.count(key::SEALED_ALL_REFUSED, count(held)),
        (0, 0, _) => words.count(key::SEALED_ALL_THERE_REFUSED, count(held)),
        (0, some, _) => words.count(key::SEALED_SOME_NOT_KNOWN, count(some)),
        (some, ..) => words.count(key::SEALED_SOME_NOT_REFUSED, count(some)),
    };
    let time = clock::time_with_seconds(words.language(), at.0);
    html! {
        <>
            { words.with(key::SEALED_TRIED, &[("time", &time)]) }
            { " " }<strong>{ outcome }</strong>
        </>
    }
}

fn ways(all: &[SendTrial], words: &LaterWords) -> Html {
    let heads = [key::SEALED_HEAD_WAY, key::SEALED_HEAD_ABOUT, key::SEALED_HEAD_VERDICT];
    let rows = all.iter().map(|trial| {
        let (id, name, about) = way(trial.way);
        TableRow {
            key: id.into(),
            cells: vec![
                words.get(name).into(),
                words.get(about).into(),
                verdict(trial.verdict, words),
            ],
        }
    });
    table("try".into(), heads.map(|head| words.get(head)).to_vec(), rows.collect())
}

fn way(way: SendWay) -> (&'static str, Key, Key) {
    match way {
        SendWay::Fetch => ("fetch", key::SEALED_WAY_FETCH, key::SEALED_WAY_FETCH_ABOUT),
        SendWay::Beacon => ("beacon", key::SEALED_WAY_BEACON, key::SEALED_WAY_BEACON_ABOUT),
        SendWay::WebSocket => ("socket", key::SEALED_WAY_SOCKET, key::SEALED_WAY_SOCKET_ABOUT),
        SendWay::Image => ("image", key::SEALED_WAY_IMAGE, key::SEALED_WAY_IMAGE_ABOUT),
        SendWay::Script => ("script", key::SEALED_WAY_SCRIPT, key::SEALED_WAY_SCRIPT_ABOUT),
        SendWay::Worker => ("worker", key::SEALED_WAY_WORKER, key::SEALED_WAY_WORKER_ABOUT),
        SendWay::Form => ("form", key::SEALED_WAY_FORM, key::SEALED_WAY_FORM_ABOUT),
        SendWay::Connection => {
            ("connection", key::SEALED_WAY_CONNECTION, key::SEALED_WAY_CONNECTION_ABOUT)
        }
        SendWay::Frame => ("frame", key::SEALED_WAY_FRAME, key::SEALED_WAY_FRAME_ABOUT),
        SendWay::Window => ("window", key::SEALED_WAY_WINDOW, key::SEALED_WAY_WINDOW_ABOUT),
        SendWay::Download => ("download", key::SEALED_WAY_DOWNLOAD, key::SEALED_WAY_DOWNLOAD_ABOUT),
        SendWay::Address => ("address", key::SEALED_WAY_ADDRESS, key::SEALED_WAY_ADDRESS_ABOUT),
        SendWay::Refresh => ("refresh", key::SEALED_WAY_REFRESH, key::SEALED_WAY_REFRESH_ABOUT),
    }
}

fn verdict(verdict: Verdict, words: &LaterWords) -> Html {
    let (urgent, sign, name) = match verdict {
        Verdict::Refused => (None, Some(Icon::Tick), key::SEALED_REFUSED),
        Verdict::Closed => (None, Some(Icon::Tick), key::SEALED_CLOSED),
        Verdict::NotRefused => (Some("urgent"), Some(Icon::Triangle), key::SEALED_NOT_REFUSED),
        Verdict::Absent => (None, None, key::SEALED_ABSENT),
        Verdict::NotKnown => (None, None, key::SEALED_NOT_KNOWN),
    };
    html! {
        <span class={classes!("status", urgent)}>
            if let Some(sign) = sign {
                { icon(sign) }
            }
            <span>{ words.get(name) }</span>
        </span>
    }
}
