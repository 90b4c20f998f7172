//! Sentences in several languages, of which there are none.
//!
//! It stands in for the library `i18n-embed`, whose name it bears and whose interface it has as far as `age`
//! names it. What locks save files says its faults in nine languages, by a reader of sentences that is more
//! than half of its module. Here every fault is known by its kind, and its words are content.
//!
//! Whoever asks for a sentence gets the name of it (`i18n-embed-fl`), and whoever asks for a language is
//! told that there is none.

use std::error;
use std::fmt;

use self::unic_langid::LanguageIdentifier;

pub mod fluent {
    //! What would hold the sentences.

    use super::{I18nAssets, I18nEmbedError, LanguageLoader, unic_langid::LanguageIdentifier};

    /// Holds no sentences.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct FluentLanguageLoader;

    impl FluentLanguageLoader {
        /// Loads nothing, as there is nothing to load.
        ///
        /// # Errors
        /// None.
        pub fn load_languages(
            &self,
            _assets: &dyn I18nAssets,
            _languages: &[LanguageIdentifier],
        ) -> Result<(), I18nEmbedError> {
            Ok(())
        }

        /// Changes nothing.
        pub fn set_use_isolating(&self, _isolates: bool) {}
    }

    impl LanguageLoader for FluentLanguageLoader {}

    #[doc(inline)]
    pub use crate::fluent_language_loader;
}

/// What holds no sentences.
#[macro_export]
macro_rules! fluent_language_loader {
    () => {
        $crate::fluent::FluentLanguageLoader
    };
}

pub mod unic_langid {
    //! Names of languages.

    use std::convert::Infallible;
    use std::str::FromStr;

    /// The name of a language, which nobody reads.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct LanguageIdentifier;

    impl FromStr for LanguageIdentifier {
        type Err = Infallible;

        fn from_str(_name: &str) -> Result<Self, Infallible> {
            Ok(Self)
        }
    }
}

/// There is no such language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct I18nEmbedError;

impl fmt::Display for I18nEmbedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("there are no sentences here")
    }
}

impl error::Error for I18nEmbedError {}

/// Files with sentences, which are left out (`rust-embed`).
pub trait I18nAssets {}

impl<T> I18nAssets for T {}

/// What holds sentences.
pub trait LanguageLoader {}

/// What chooses a language.
pub trait Localizer {
    /// What holds the sentences.
    fn language_loader(&self) -> &'_ dyn LanguageLoader;

    /// Where they come from.
    fn i18n_assets(&self) -> &'_ dyn I18nAssets;

    /// Chooses one of these languages.
    ///
    /// # Errors
    /// Always: there is none.
    fn select(
        &self,
        requested: &[LanguageIdentifier],
    ) -> Result<Vec<LanguageIdentifier>, I18nEmbedError>;
}

/// Would choose one of these languages.
///
/// # Errors
/// Always: there is none.
pub fn select(
    _loader: &dyn LanguageLoader,
    _assets: &dyn I18nAssets,
    _requested: &[LanguageIdentifier],
) -> Result<Vec<LanguageIdentifier>, I18nEmbedError> {
    Err(I18nEmbedError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_for_a_language_is_told_that_there_is_none() {
        let loader = fluent_language_loader!();
        assert_eq!(
            loader.load_languages(&(), &["de".parse().unwrap_or(LanguageIdentifier)]),
            Ok(())
        );
        assert_eq!(select(&loader, &(), &[LanguageIdentifier]), Err(I18nEmbedError));
    }
}
