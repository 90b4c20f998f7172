//! `glossary.toml`: what words mean, and in which questions each of them stands. That is found in the
//! master language, where the forms of each term are given; other languages take it over, because
//! their words bend in other ways.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::catalogue::Catalogue;
use domain::guidance::{Guidance, Help, Term};
use domain::id::TermId;
use domain::questions::{Question, Tactic};
use domain::rules::Rules;

use super::known::Known;
use super::read::{Names, Table};
use crate::kinds;

/// The terms, and how each is recognised in a text.
#[derive(Default)]
pub(crate) struct Glossary {
    /// In alphabetical order of the names.
    pub(crate) terms: Vec<Term>,
    /// Forms in small letters, the longest first, each with the terms that it belongs to.
    forms: Vec<(String, Vec<TermId>)>,
}

/// Reads the file. A term without `forms` is recognised by its name; with an empty list, nowhere.
pub(crate) fn read(file: Table<'_>, known: &Known) -> Glossary {
    let mut names = Names::default();
    let mut terms = Vec::new();
    let mut forms = BTreeMap::<String, Vec<TermId>>::new();
    for mut table in file.tables("term") {
        let id = table.text("id");
        table.called(&id);
        names.take(&id, &table, "id");
        let id = TermId::from(&*id);
        let name = table.text("name");
        let mut add = |form: &str| {
            let of = forms.entry(form.to_lowercase()).or_default();
            let is_new = !of.contains(&id);
            of.extend(is_new.then(|| id.clone()));
            is_new
        };
        if table.has("forms") {
            for form in table.texts_if("forms") {
                if !add(&form.text) {
                    table.problem(&form.at, "forms", format!("“{}” is given twice", form.text));
                }
            }
        } else {
            add(&name);
        }
        let says = table.text("says");
        let sources = if table.has("sources") {
            known.resolve(&table, "sources", |source| {
                let found = known.sources.get(source).map(|source| source.name.clone());
                found.ok_or_else(|| format!("no source “{source}”"))
            })
        } else {
            Vec::new()
        };
        table.close();
        terms.push(Term { id, name, says, sources });
    }
    file.close();
    terms.sort_by_cached_key(|term| term.name.to_lowercase());
    let mut forms: Vec<_> = forms.into_iter().collect();
    forms.sort_by_key(|(form, _)| Reverse(form.len()));
    Glossary { terms, forms }
}

impl Glossary {
    /// Notes beside each question and tactic which terms stand there.
    pub(crate) fn look_up(&self, catalogue: &Catalogue, rules: &Rules, guidance: &mut Guidance) {
        for question in catalogue.questions() {
            let next = rules.sentences.iter().find(|(id, _)| *id == question.id);
            let next = next.map(|(_, sentences)| &sentences.next);
            for (_, help) in guidance.questions.iter_mut().filter(|(id, _)| *id == question.id) {
                let texts = texts_of(question, help).into_iter().chain(next);
                help.terms = self.in_texts(texts.map(|text| &**text));
            }
            for Tactic { id, name, guards } in kinds::tactics(question) {
                for (_, help) in guidance.tactics.iter_mut().filter(|(found, _)| found == id) {
                    let texts = [name, guards, &help.sign].into_iter().chain(&help.caution);
                    help.terms = self.in_texts(texts.map(|text| &**text));
                }
            }
        }
    }

    /// The terms that stand in the texts, in the order of the glossary.
    fn in_texts<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Vec<TermId> {
        let found: Vec<_> = texts.flat_map(|text| self.in_text(text)).collect();
        let terms = self.terms.iter().map(|term| &term.id);
        terms.filter(|id| found.contains(id)).cloned().collect()
    }

    /// The terms whose forms stand in the text as whole words. What belongs to a longer form is not
    /// found again as a shorter one.
    fn in_text(&self, text: &str) -> Vec<&TermId> {
        let text = text.to_lowercase();
        let mut found = Vec::new();
        let mut rest = text.as_str();
        let mut before = None;
        while let Some(next) = rest.chars().next() {
            let form = self.forms.iter().find(|(form, _)| {
                !before.is_some_and(is_of_word)
                    && rest
                        .strip_prefix(form.as_str())
                        .is_some_and(|behind| !behind.chars().next().is_some_and(is_of_word))
            });
            let length = form.map_or(next.len_utf8(), |(form, _)| form.len());
            found.extend(form.into_iter().flat_map(|(_, terms)| terms));
            let (done, behind) = rest.split_at(length);
            before = done.chars().next_back();
            rest = behind;
        }
        found
    }
}

/// A hyphen joins: "cause" does not stand in "cause-marketing".
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

/// What is read before, while and after one answers.
fn texts_of<'a>(question: &'a Question, help: &'a Help) -> Vec<&'a Rc<str>> {
    let mut texts = vec![&question.prompt, &help.why];
    texts.extend(&question.beneath);
    texts.extend(help.evidence.iter().chain(&help.stuck).chain(&help.example));
    texts.extend(help.sources.iter().map(|source| &source.says));
    texts.extend(kinds::room(&question.kind).terms());
    texts
}

/// Takes over from the master language which terms stand where.
pub(crate) fn take_over(master: &Guidance, guidance: &mut Guidance) {
    for ((_, from), (_, to)) in master.questions.iter().zip(&mut guidance.questions) {
        to.terms.clone_from(&from.terms);
    }
    for ((_, from), (_, to)) in master.tactics.iter().zip(&mut guidance.tactics) {
        to.terms.clone_from(&from.terms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Terms by id with the forms by which they are recognised.
    fn glossary(terms: &[(&str, &[&str])]) -> Glossary {
        let term = |(id, _): &(&str, &[&str])| Term {
            id: TermId::from(*id),
            name: (*id).into(),
            says: "It means this.".into(),
            sources: Vec::new(),
        };
        let mut forms = BTreeMap::<String, Vec<TermId>>::new();
        for (id, of) in terms {
            for form in *of {
                forms.entry(form.to_lowercase()).or_default().push(TermId::from(*id));
            }
        }
        let mut forms: Vec<_> = forms.into_iter().collect();
        forms.sort_by_key(|(form, _)| Reverse(form.len()));
        Glossary { terms: terms.iter().map(term).collect(), forms }
    }

    #[track_caller]
    fn check(terms: &[(&str, &[&str])], text: &str, expected: &[&str]) {
        let found = glossary(terms).in_texts([text].into_iter());
        assert_eq!(found.iter().map(TermId::as_str).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_term_is_found_as_a_whole_word_in_any_case() {
        let terms: &[(&str, &[&str])] = &[("leverage", &["leverage"])];
        check(terms, "Leverage", &["leverage"]);
        check(terms, "Is there (LEVERAGE)?", &["leverage"]);
        check(terms, "The company’s leverage, then its leverage’s limits.", &["leverage"]);
        check(terms, "They leveraged it.", &[]);
        check(terms, "Overleverage", &[]);
        check(terms, "A leverage-ratio, a high-leverage fund", &[]);
        check(terms, "", &[]);
    }

    #[test]
    fn the_longest_form_wins_over_what_it_holds() {
        let terms: &[(&str, &[&str])] = &[
            ("customer", &["customer", "customers"]),
            ("end-customer", &["end customer", "end customers"]),
            ("linked", &["directly linked", "linked"]),
            ("tie", &["directly"]),
        ];
        check(terms, "Our end customers are listed.", &["end-customer"]);
        check(terms, "End customers and other customers", &["customer", "end-customer"]);
        check(terms, "Harm that is directly linked", &["linked"]);
        check(terms, "Ask them directly. It is linked.", &["linked", "tie"]);
    }

    #[test]
    fn two_terms_may_share_a_form() {
        let shared: &[&str] = &["causing or contributing"];
        let terms: &[(&str, &[&str])] = &[("cause", shared), ("contribute", shared)];
        check(terms, "It avoids causing or contributing to harm.", &["cause", "contribute"]);
        check(terms, "A price can be the cause of it.", &[]);
    }

    #[test]
    fn letters_of_any_script_end_a_word() {
        let terms: &[(&str, &[&str])] = &[("remedy", &["remède", "remèdes"])];
        check(terms, "Les REMÈDES possibles", &["remedy"]);
        check(terms, "remèdesé", &[]);
    }
}
