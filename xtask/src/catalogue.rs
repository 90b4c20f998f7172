//! Prints the parsed bank of the master language: questions with all their words, help, rules.

use serde_json::json;

use crate::build;

/// Prints it as JSON.
pub(crate) fn run() -> Result<(), String> {
    let banks = build::banks()?;
    let bank = banks.first().ok_or("there is no language")?;
    let all = json!({
        "catalogue": bank.catalogue,
        "guidance": bank.guidance,
        "rules": bank.rules,
    });
    println!("{}", serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?);
    Ok(())
}
