//! A Rust file as tokens, without comments and tests, and its string literals.
//!
//! Tokens and not a syntax tree: what stands inside `html!` and other macros is nothing that a tree
//! shows, and half of the app stands there.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};

/// The code of a file.
#[derive(Default)]
pub(super) struct Code {
    /// All of it, comments, documentation and tests left out.
    pub(super) tokens: Vec<TokenTree>,
    /// String literals in order.
    pub(super) literals: Vec<Text>,
    /// Modules of tests that are files of their own, by name.
    pub(super) tests: Vec<String>,
}

/// A string literal.
pub(super) struct Text {
    /// Where it stands.
    pub(super) span: Span,
    /// What stands inside, escapes as written.
    pub(super) text: String,
}

impl Code {
    /// Takes the file apart; the reason, where it is no Rust.
    pub(super) fn of(file: &str) -> Result<Self, String> {
        let tokens: TokenStream = file.parse().map_err(|error| format!("{error}"))?;
        let mut code = Self::default();
        code.tokens = code.shipped(tokens).into_iter().collect();
        code.find_literals(code.tokens.clone());
        Ok(code)
    }

    /// Leaves out documentation, and every item that is there for tests alone.
    fn shipped(&mut self, tokens: TokenStream) -> TokenStream {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut kept = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let (length, attribute) = attribute(tokens.get(at..).unwrap_or_default());
            match (token, attribute) {
                (_, Some(inside)) if is_documentation(&inside) => at += length,
                (_, Some(inside)) if is_for_tests(&inside) => {
                    at += length;
                    let item = tokens.get(at..).unwrap_or_default();
                    let end = item.iter().position(ends_an_item).map_or(item.len(), |end| end + 1);
                    self.tests.extend(outside_module(item.get(..end).unwrap_or_default()));
                    at += end;
                }
                (TokenTree::Group(group), _) => {
                    let mut inside = Group::new(group.delimiter(), self.shipped(group.stream()));
                    inside.set_span(group.span());
                    kept.push(TokenTree::Group(inside));
                    at += 1;
                }
                (other, _) => {
                    kept.push(other.clone());
                    at += 1;
                }
            }
        }
        kept.into_iter().collect()
    }

    fn find_literals(&mut self, tokens: impl IntoIterator<Item = TokenTree>) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.find_literals(group.stream()),
                TokenTree::Literal(literal) => {
                    let text = text(&literal);
                    self.literals.extend(text.map(|text| Text { span: literal.span(), text }));
                }
                _ => {}
            }
        }
    }

    /// Constants that are named through something: `key::START_TITLE`.
    pub(super) fn constants(&self) -> Vec<String> {
        fn find(tokens: &[TokenTree], found: &mut Vec<String>) {
            for group in tokens.iter().filter_map(|token| match token {
                TokenTree::Group(group) => Some(group),
                _ => None,
            }) {
                find(&inside(group), found);
            }
            for three in tokens.windows(3) {
                let is_named = is_mark(three.first(), ':') && is_mark(three.get(1), ':');
                if let (true, Some(TokenTree::Ident(name))) = (is_named, three.last()) {
                    found.extend(Some(name.to_string()).filter(|name| is_constant(name)));
                }
            }
        }
        let mut found = Vec::new();
        find(&self.tokens, &mut found);
        found
    }

    /// Places where a word stands by itself.
    pub(super) fn words<'a>(&'a self, words: &'a [&str]) -> Vec<(Span, String)> {
        fn find(tokens: &[TokenTree], words: &[&str], found: &mut Vec<(Span, String)>) {
            for token in tokens {
                match token {
                    TokenTree::Group(group) => find(&inside(group), words, found),
                    TokenTree::Ident(name) if words.iter().any(|word| name == word) => {
                        found.push((name.span(), name.to_string()));
                    }
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        find(&self.tokens, words, &mut found);
        found
    }
}

/// Whether a name is written as constants are; a single letter is more often a type.
fn is_constant(name: &str) -> bool {
    let may = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    name.len() > 1 && name.chars().all(may)
}

/// The tokens of a group.
pub(super) fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

/// The group, if the token is one with these brackets.
pub(super) fn group(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<&Group> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group),
        _ => None,
    }
}

/// Whether the token is this mark.
pub(super) fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// Whether the token is this word.
pub(super) fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(name)) if name == word)
}

/// What stands between the quotes of a string literal; nothing for numbers and characters.
pub(super) fn text(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    let quoted = written.trim_start_matches(['b', 'c', 'r']);
    let hashes = quoted.len() - quoted.trim_start_matches('#').len();
    let inside = quoted.get(hashes..)?.strip_prefix('"')?;
    Some(inside.get(..inside.len().checked_sub(hashes + 1)?)?.to_owned())
}

/// The tokens inside `#[…]` or `#![…]`, if one begins here, and the length of the whole.
fn attribute(tokens: &[TokenTree]) -> (usize, Option<Vec<TokenTree>>) {
    if !is_mark(tokens.first(), '#') {
        return (1, None);
    }
    let inner = usize::from(is_mark(tokens.get(1), '!'));
    match group(tokens.get(1 + inner), Delimiter::Bracket) {
        Some(group) => (2 + inner, Some(inside(group))),
        None => (1, None),
    }
}

fn is_documentation(attribute: &[TokenTree]) -> bool {
    is_word(attribute.first(), "doc") && matches!(attribute.get(2), Some(TokenTree::Literal(_)))
}

fn is_for_tests(attribute: &[TokenTree]) -> bool {
    let condition = group(attribute.get(1), Delimiter::Parenthesis).map(inside);
    let tests =
        |condition: &[TokenTree]| condition.len() == 1 && is_word(condition.first(), "test");
    is_word(attribute.first(), "cfg") && condition.is_some_and(|condition| tests(&condition))
}

fn ends_an_item(token: &TokenTree) -> bool {
    is_mark(Some(token), ';') || group(Some(token), Delimiter::Brace).is_some()
}

/// The name in `mod name;`.
fn outside_module(item: &[TokenTree]) -> Option<String> {
    let [.., keyword, name, end] = item else { return None };
    (is_word(Some(keyword), "mod") && is_mark(Some(end), ';')).then(|| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_documentation_and_tests_are_no_code() {
        let code = Code::of(
            "//! \"a\"\n#[doc = \"b\"] fn a() {} // \"c\"\n#[cfg(test)] use x::Y;\n\
             #[cfg(test)]\npub mod fixtures;\n#[cfg(test)] mod tests { fn b() { \"d\"; } }\n\
             fn e<'a>() { (b\"f\\n\", r#\"g\"h\"#, 'i', 1, '\"'); }",
        )
        .unwrap();
        let literals: Vec<_> = code.literals.iter().map(|literal| literal.text.as_str()).collect();
        assert_eq!(literals, ["f\\n", "g\"h"]);
        assert_eq!(code.tests, ["fixtures"]);
        assert!(code.words(&["Y", "b", "tests"]).is_empty());
        assert_eq!(code.words(&["e"]).len(), 1);
        assert!(Code::of("fn a( {").is_err());
    }

    #[test]
    fn constants_are_those_that_are_named_through_something() {
        let code = Code::of(
            "const OWN: Key = key::START_TITLE; // key::SPOKEN_OF\n\
             fn a<T>(b: TYPED) { html! { <p>{ words.get(keys::LEAD_2) }</p> } T::X; \"key::SAID\" }\n\
             #[cfg(test)] mod tests { fn b() { key::TESTED } }",
        );
        assert_eq!(code.unwrap().constants(), ["LEAD_2", "START_TITLE"]);
    }
}
