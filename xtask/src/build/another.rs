//! Another whole build of the same sources, for tests: a number of its own, every file but the style sheet another one, and
//! behind each text a mark that nobody sees, so that a test can tell of which build a word is.
//!
//! Both programs have debug assertions in it: they find keys given twice and hooks out of order.

use std::path::PathBuf;

use domain::bank::Bank;
use domain::pack::Build;
use domain::texts::Text;

use super::offline::Offline;
use super::sources;
use super::wasm::Profile;
use crate::tree;

/// Stands behind each text: a hair space.
const MARK: char = '\u{200a}';

/// What comes out the same.
const SCRIPTS: [&str; 4] = ["documents.js", "framed.js", "powers.js", "start.js"];

/// Where it is written to.
pub(crate) fn folder() -> Result<PathBuf, String> {
    Ok(tree::target()?.join("dist-of-another-build"))
}

/// Builds it.
pub(crate) fn run() -> Result<(), String> {
    let Build(number) = sources::build(&tree::root())?;
    let banks = super::banks()?;
    let examples = super::examples(&banks)?;
    let banks: Vec<_> = banks.into_iter().map(marked).collect();
    let mut plain = super::made(&banks, &examples, Build(!number), Profile::Dev)?;
    for script in SCRIPTS {
        plain.entry(script.to_owned()).or_default().extend_from_slice(b"\n;");
    }
    super::write(&super::finished(&banks, plain, Offline::Kept)?, &folder()?)
}

fn marked(mut bank: Bank) -> Bank {
    for text in &mut bank.texts.entries {
        let forms = match text {
            Text::Plain(text) => vec![text],
            Text::Counted(forms) => forms.iter_mut().map(|(_, text)| text).collect(),
        };
        for form in forms {
            *form = format!("{form}{MARK}").into();
        }
    }
    bank
}
