//! Where the questions come from, and their limits: the source, what this is not and cannot see, how
//! to answer, how to read the result, what to read on.

use domain::texts::Place as _;
use domain::texts::later::{self as key, Key};
use yew::prelude::*;

use crate::view::parts::title::{part, title};
use crate::view::words::LaterWords;

/// The page.
pub(super) fn page(words: &LaterWords) -> Html {
    html! {
        <>
            { title(AttrValue::default(), words.get(key::APP_TITLE_SOURCE), words.get(key::SOURCE_LEAD)) }
            { section("origin", key::SOURCE_ORIGIN_HEADING, paragraphs(&ORIGIN, words), words) }
            for (id, heading, points) in LISTS {
                <div key={id}>{ section(id, heading, list(points, words), words) }</div>
            }
            { section("further", key::SOURCE_FURTHER_HEADING, further(words), words) }
        </>
    }
}

const ORIGIN: [Key; 4] = [
    key::SOURCE_ORIGIN_AGENDA,
    key::SOURCE_ORIGIN_NO_OUTCOMES,
    key::SOURCE_ORIGIN_OURS,
    key::SOURCE_ORIGIN_LAW,
];

/// Parts that list points: id, heading, points.
const LISTS: [(&str, Key, &[Key]); 4] = [
    (
        "not",
        key::SOURCE_NOT_HEADING,
        &[
            key::SOURCE_NOT_VOICE,
            key::SOURCE_NOT_CERTIFICATE,
            key::SOURCE_NOT_ADVICE,
            key::SOURCE_NOT_SUM,
            key::SOURCE_NOT_ASSESSMENT,
        ],
    ),
    (
        "limits",
        key::SOURCE_LIMITS_HEADING,
        &[
            key::SOURCE_LIMITS_SELF,
            key::SOURCE_LIMITS_PEOPLE,
            key::SOURCE_LIMITS_EFFECT,
            key::SOURCE_LIMITS_PART,
            key::SOURCE_LIMITS_TIME,
            key::SOURCE_LIMITS_QUESTIONS,
        ],
    ),
    (
        "answering",
        key::SOURCE_ANSWER_HEADING,
        &[
            key::SECTION_CARD_STEP,
            key::SECTION_CARD_DIFFERS,
            key::SECTION_CARD_LOWEST,
            key::SECTION_CARD_DONE,
            key::SECTION_CARD_LISTS,
            key::SOURCE_ANSWER_NOT_KNOWN,
            key::SOURCE_ANSWER_DOES_NOT_APPLY,
            key::SOURCE_ANSWER_SURE,
            key::SOURCE_ANSWER_EVIDENCE,
            key::SOURCE_ANSWER_TACTICS,
            key::SOURCE_ANSWER_CONFIDENTIAL,
            key::SOURCE_ANSWER_NAMES,
            key::SOURCE_ANSWER_TOGETHER,
        ],
    ),
    (
        "reading",
        key::SOURCE_READ_HEADING,
        &[
            key::SOURCE_READ_TOTAL,
            key::SOURCE_READ_ORDER,
            key::SOURCE_READ_NOT_KNOWN,
            key::SOURCE_READ_SHOWN,
            key::SOURCE_READ_TENSIONS,
            key::SOURCE_READ_SHARING,
        ],
    ),
];

/// What to read on: a heading with titles, each with why one would read it.
const FURTHER: [(Key, &[(Key, Key)]); 3] = [
    (
        key::SOURCE_FURTHER_BASE_HEADING,
        &[
            (key::SOURCE_FURTHER_BASE_PRINCIPLES, key::SOURCE_FURTHER_BASE_PRINCIPLES_WHY),
            (key::SOURCE_FURTHER_BASE_INTERPRETIVE, key::SOURCE_FURTHER_BASE_INTERPRETIVE_WHY),
            (key::SOURCE_FURTHER_BASE_DECLARATION, key::SOURCE_FURTHER_BASE_DECLARATION_WHY),
        ],
    ),
    (
        key::SOURCE_FURTHER_TECHNOLOGY_HEADING,
        &[
            (
                key::SOURCE_FURTHER_TECHNOLOGY_FOUNDATIONAL,
                key::SOURCE_FURTHER_TECHNOLOGY_FOUNDATIONAL_WHY,
            ),
            (key::SOURCE_FURTHER_TECHNOLOGY_PRACTICE, key::SOURCE_FURTHER_TECHNOLOGY_PRACTICE_WHY),
            (
                key::SOURCE_FURTHER_TECHNOLOGY_GENERATIVE,
                key::SOURCE_FURTHER_TECHNOLOGY_GENERATIVE_WHY,
            ),
            (
                key::SOURCE_FURTHER_TECHNOLOGY_PROCUREMENT,
                key::SOURCE_FURTHER_TECHNOLOGY_PROCUREMENT_WHY,
            ),
        ],
    ),
    (
        key::SOURCE_FURTHER_WORK_HEADING,
        &[
            (key::SOURCE_FURTHER_WORK_REPORTING, key::SOURCE_FURTHER_WORK_REPORTING_WHY),
            (key::SOURCE_FURTHER_WORK_OECD, key::SOURCE_FURTHER_WORK_OECD_WHY),
            (key::SOURCE_FURTHER_WORK_DIGITAL, key::SOURCE_FURTHER_WORK_DIGITAL_WHY),
            (key::SOURCE_FURTHER_WORK_FLAGS, key::SOURCE_FURTHER_WORK_FLAGS_WHY),
        ],
    ),
];

fn section(id: &'static str, heading: Key, inside: Html, words: &LaterWords) -> Html {
    part(id.into(), words.get(heading), None, None, inside)
}

fn paragraphs(texts: &[Key], words: &LaterWords) -> Html {
    html! {
        for text in texts {
            <p key={text.place()}>{ words.get(*text) }</p>
        }
    }
}

fn list(points: &[Key], words: &LaterWords) -> Html {
    html! {
        <ul>
            for point in points {
                <li key={point.place()}>{ words.get(*point) }</li>
            }
        </ul>
    }
}

/// Titles to search for: the page holds no address of any other.
fn further(words: &LaterWords) -> Html {
    html! {
        <>
            <p>{ words.get(key::SOURCE_FURTHER_ABOUT) }</p>
            for (heading, titles) in FURTHER {
                <div key={heading.place()}>
                    <h3>{ words.get(heading) }</h3>
                    <ul>
                        for (title, why) in titles {
                            <li key={title.place()}>
                                { words.get(*title) }
                                <p class="hint">{ words.get(*why) }</p>
                            </li>
                        }
                    </ul>
                </div>
            }
        </>
    }
}
