//! Files in and out, on the small bank that `domain` is tested with.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "all of this is test code, helpers included"
)]

mod bounds;
mod calendar;
mod confidence;
mod damaged;
mod docx;
mod drawing;
mod edited_sheets;
mod example;
mod fuzz;
mod golden;
mod hostile;
mod inert;
mod jobs;
mod kept;
mod kept_risks;
mod locked;
mod markdown;
mod never_edited;
mod old_encodings;
mod own_words;
mod packages;
mod risks;
mod rows;
mod said;
mod save;
mod save_format;
mod schema;
mod sheets;
mod xlsx;

use fixtures::{arbitrary, bank};
