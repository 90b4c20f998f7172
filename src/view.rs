//! What people see: each screen is a function of what it is given, and says what was done as a message.
//!
//! **Invariant:** decides nothing and keeps nothing that must survive a screen. Names no browser
//! interface but through `crate::browser`; every sentence comes from the content. Screens do not know
//! each other, and what the later half draws is given as a value.

pub(crate) mod parts;

pub(crate) mod asking;
pub(crate) mod counted;
pub(crate) mod day;
pub(crate) mod dispatch;
pub(crate) mod full_plan;
pub(crate) mod given;
pub(crate) mod link;
pub(crate) mod memo;
pub(crate) mod opener;
pub(crate) mod own_words;
pub(crate) mod pieces;
pub(crate) mod priority;
pub(crate) mod room;
pub(crate) mod said;
pub(crate) mod section_name;
pub(crate) mod shared_guidance;
pub(crate) mod step_words;
pub(crate) mod subject;
pub(crate) mod tactic_state;
pub(crate) mod ways;
pub(crate) mod within;
pub(crate) mod words;

pub(crate) mod back;
pub(crate) mod choose;
pub(crate) mod companies;
pub(crate) mod confirm;
pub(crate) mod contents;
pub(crate) mod download;
pub(crate) mod earlier;
pub(crate) mod evidence;
pub(crate) mod example;
pub(crate) mod facts;
pub(crate) mod foot;
pub(crate) mod frame;
pub(crate) mod handed_out;
pub(crate) mod how_known;
pub(crate) mod keys;
pub(crate) mod meaning;
pub(crate) mod navigation;
pub(crate) mod notices;
pub(crate) mod paper;
pub(crate) mod passphrase;
pub(crate) mod plan;
pub(crate) mod questions;
pub(crate) mod reach;
pub(crate) mod reading;
pub(crate) mod result;
pub(crate) mod review;
pub(crate) mod risks;
pub(crate) mod sealed;
pub(crate) mod section;
pub(crate) mod sheets;
pub(crate) mod standing;
pub(crate) mod start;
pub(crate) mod undone;
pub(crate) mod unnamed;
pub(crate) mod unread;
pub(crate) mod waiting;
