//! The content compiler: `content/` in, the bank, the examples and the packs that ship out; every
//! fault with its file, line, field and reason. It also checks how the content is written
//! ([`content::style`]).

pub mod content;
pub mod kinds;
pub mod packs;
pub mod problem;
pub mod rating;
pub mod register;
pub mod samples;

use std::path::Path;

use content::Files;
use domain::bank::Bank;

/// The content under a root in all languages, the master language first, or all that is wrong with it
/// as lines of one message.
pub fn banks(root: &Path) -> Result<Vec<Bank>, String> {
    content::read(&Files::under(root)?).map_err(|problems| problem::lines(&problems))
}
