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
            "?" => Self::NotKnown,
            "n" | "N" => Self::On,
            "p" | "P" => Self::Back,
            "o" | "O" => Self::NextOpen,
            _ => return None,
        })
    }
}
