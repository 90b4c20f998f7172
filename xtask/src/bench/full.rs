//! The whole bank answered, with a long note at each question, as a save file.

use documents::json;
use domain::answer::Answer;
use domain::catalogue::Catalogue;
use domain::id::AssessmentId;

use crate::reports;

/// How many characters a note has.
const NOTE: usize = 2000;

/// The save file.
pub(super) fn save(catalogue: &Catalogue) -> Result<Vec<u8>, String> {
    let words = "Somebody asked, and it was written down what they said about it. ";
    let note: String = words.chars().cycle().take(NOTE).collect();
    let mut full = reports::hostile::assessment(catalogue)?;
    full.id = AssessmentId::from("be".repeat(16).as_str());
    let answers = full.answers.iter();
    let long = |answer: &Answer| Answer { note: note.clone(), ..answer.clone() };
    full.answers = answers.map(|(id, answer)| (id.clone(), long(answer))).collect();
    json::write(&full).map_err(|fault| format!("full.json: {fault:?}"))
}
