//! The name of a sentence in the place of the sentence.
//!
//! It stands in for the library `i18n-embed-fl`, whose name it bears and whose interface it has as far as
//! `age` names it; `i18n-embed` beside it says why, and what both spare.

/// The name of the sentence, without what would stand in it.
#[macro_export]
macro_rules! fl {
    ($loader:expr, $name:literal $(, $value:expr)* $(,)?) => {
        ::std::string::String::from($name)
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sentence_is_its_name_whatever_would_stand_in_it() {
        assert_eq!(fl!((), "err-header-invalid"), "err-header-invalid");
        assert_eq!(fl!((), "rec-excessive-work", duration = (1 << 3)), "rec-excessive-work");
    }
}
