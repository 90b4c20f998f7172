//! How many questions are answered, in words: what every screen says that counts them.

use domain::progress::Progress;
use domain::texts::later as key;
use yew::AttrValue;

use crate::view::words::LaterWords;

/// "14 of 25 questions answered, 3 not known yet, 1 partly".
pub(crate) fn counted(progress: Progress, words: &LaterWords) -> AttrValue {
    let said = progress.said().to_string();
    let values = [("answered", said.as_str())];
    let mut counted = words.count_with(key::NAVIGATION_ANSWERED, progress.all(), &values);
    if progress.not_known > 0 {
        let values = [("counted", counted.as_str())];
        counted = words.count_with(key::NAVIGATION_NOT_KNOWN, progress.not_known, &values);
    }
    partly(progress, counted, words)
}

/// The same numbers where there is little room: "14 of 25, 3 not known, 1 partly".
pub(crate) fn in_short(progress: Progress, words: &LaterWords) -> AttrValue {
    let (said, all) = (progress.said().to_string(), progress.all().to_string());
    let values = [("answered", said.as_str()), ("all", all.as_str())];
    let mut counted = words.with(key::NAVIGATION_OF, &values);
    if progress.not_known > 0 {
        let values = [("counted", counted.as_str())];
        counted = words.count_with(key::NAVIGATION_OF_NOT_KNOWN, progress.not_known, &values);
    }
    partly(progress, counted, words)
}

fn partly(progress: Progress, counted: AttrValue, words: &LaterWords) -> AttrValue {
    if progress.partly == 0 {
        return counted;
    }
    words.count_with(key::NAVIGATION_PARTLY, progress.partly, &[("counted", counted.as_str())])
}
