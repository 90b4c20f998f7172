//! How much a JSON text holds, looked at before anything is made of it: what is read into memory, and then
//! into the page, takes a multiple of what it takes in a file. One pass, and nothing is kept but how many
//! lists stand inside each other.

use domain::bounds::save::{DEPTH, ENTRIES, TEXT};
use domain::job::TooMuch;

/// Whether it holds no more than is read. What is no JSON passes: whoever reads it says so.
///
/// # Errors
/// What of it is too much.
pub(super) fn check(json: &[u8]) -> Result<(), TooMuch> {
    // Of each list and object that is open: how many commas stand in it.
    let mut open: Vec<u32> = Vec::new();
    let mut at = 0;
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => {
                let length = length(json.get(at + 1..).unwrap_or_default());
                if length > TEXT {
                    return Err(TooMuch::Text);
                }
                at += length + 1;
            }
            b'[' | b'{' => {
                open.push(1);
                if open.len() > DEPTH {
                    return Err(TooMuch::Depth);
                }
            }
            b']' | b'}' => drop(open.pop()),
            b',' => {
                if let Some(entries) = open.last_mut() {
                    *entries += 1;
                    if *entries > ENTRIES {
                        return Err(TooMuch::Entries(ENTRIES));
                    }
                }
            }
            _ => {}
        }
        at += 1;
    }
    Ok(())
}

/// How many bytes of a text stand before the quotation mark that ends it.
fn length(text: &[u8]) -> usize {
    let mut escaped = false;
    let end = text.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(entries: u32) -> String {
        let entries: Vec<String> = (0..entries).map(|at| format!("{{\"a\": [{at}, 1]}}")).collect();
        format!("{{\"all\": [{}]}}", entries.join(","))
    }

    #[test]
    fn at_each_bound_a_text_is_read_and_past_it_what_is_too_much_is_said() {
        let deep = |depth| "[".repeat(depth) + &"]".repeat(depth);
        let long = |length| format!("{{\"a\": \"{}\"}}", "ü".repeat(length / 2));
        for (json, said) in [
            (list(ENTRIES), Ok(())),
            (list(ENTRIES + 1), Err(TooMuch::Entries(ENTRIES))),
            (deep(DEPTH), Ok(())),
            (deep(DEPTH + 1), Err(TooMuch::Depth)),
            (long(TEXT), Ok(())),
            (long(TEXT + 2), Err(TooMuch::Text)),
        ] {
            assert_eq!(check(json.as_bytes()), said, "{}", &json[..40]);
        }
    }

    /// Brackets, commas and quotation marks in a text are letters.
    #[test]
    fn what_stands_in_a_text_is_not_counted() {
        let much = "[{,".repeat(2_500);
        for text in [format!("[\"{much}\"]"), format!("[\"\\\"{much}\\\\\"]"), format!("\"{much}")]
        {
            assert_eq!(check(text.as_bytes()), Ok(()), "{}", &text[..9]);
        }
        let behind = format!("[\"\\\\\", {}", "1,".repeat(2_500));
        assert_eq!(check(behind.as_bytes()), Err(TooMuch::Entries(ENTRIES)));
    }
}
