//! Keys that do something by themselves, without another one being held. Whoever speaks to the machine,
//! or hits keys by mistake, can switch them off ([WCAG 2.1.4](https://www.w3.org/TR/WCAG22/#character-key-shortcuts)).

/// Whether these keys do anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keys {
    /// They do.
    #[default]
    On,
    /// They don't, in this tab.
    Off,
}

/// What one of these keys does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Chooses the first step or the first value, the second, and so on.
    Nth(u8),
    /// Chooses "I don't know yet".
    NotKnown,
    /// Leads to the next question.
    On,
    /// Leads to the question before.
    Back,
    /// Leads to the next question that is open.
    NextOpen,
}

/// The letter or digit of a key, by its name and by the place on the keyboard where it is. Where people write
/// with other letters than Latin ones, it is what stands at that place on a keyboard that has these.
#[must_use]
pub fn latin(name: &str, place: &str) -> String {
    // Behind the Latin letters of Unicode, and none of its signs. No table: the first load waits for this.
    let is_other = |letter: char| letter > '\u{24f}' && !('\u{2000}'..'\u{2c00}').contains(&letter);
    let place = place.strip_prefix("Key").or_else(|| place.strip_prefix("Digit"));
    match place {
        Some(place) if name.chars().all(is_other) => place.to_ascii_lowercase(),
        _ => name.to_owned(),
    }
}

impl Shortcut {
    /// What the key of this name does, if it does anything. Caps lock makes no difference.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Some(match key {
            "1" => Self::Nth(1),
            "2" => Self::Nth(2),
            "3" => Self::Nth(3),
            "4" => Self::Nth(4),
            "5" => Self::Nth(5),
            "?" | "؟" => Self::NotKnown,
            "n" | "N" => Self::On,
            "p" | "P" => Self::Back,
            "o" | "O" => Self::NextOpen,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_alphabets_have_their_keys_at_the_places_of_the_latin_one() {
        for (name, place, expected) in [
            ("я", "KeyZ", "z"),
            ("Я", "KeyZ", "z"),
            ("т", "KeyN", "n"),
            ("ζ", "KeyZ", "z"),
            ("ئ", "KeyZ", "z"),
            ("ㅋ", "KeyZ", "z"),
            ("۲", "Digit2", "2"),
            // Latin letters are where the person's own keyboard has them.
            ("z", "KeyY", "z"),
            ("w", "KeyZ", "w"),
            ("é", "Digit2", "é"),
            ("ö", "KeyP", "ö"),
            ("№", "Digit3", "№"),
            ("Enter", "Enter", "Enter"),
            ("ArrowUp", "KeyZ", "ArrowUp"),
            ("я", "", "я"),
        ] {
            assert_eq!(latin(name, place), expected, "{name} {place}");
        }
        assert_eq!(Shortcut::of("؟"), Some(Shortcut::NotKnown));
    }
}
