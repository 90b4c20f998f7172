//! Save files: JSON in and out. Whatever bytes come in, the answer is what was saved or the reason
//! why there is none, in words that say what the file is; never a panic.

mod measured;
mod objects;

use std::collections::BTreeSet;
use std::fmt;

use domain::assessment::Assessment;
use domain::bounds::file::LENGTH;
use domain::catalogue::Catalogue;
use domain::count::count;
use domain::earlier::is_newer;
use domain::job::{OpenFault, WriteFault};
use domain::save::{self, Save};
use serde::Deserialize;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess,
    Visitor,
};

use objects::Objects;

/// The save file of an assessment. It is read back and compared before it is handed out.
///
/// # Errors
/// [`WriteFault::NotReadBack`] when what was written does not read as the same assessment.
pub fn write(assessment: &Assessment) -> Result<Vec<u8>, WriteFault> {
    let mut bytes =
        serde_json::to_vec_pretty(&Save::of(assessment)).map_err(|_| WriteFault::NotReadBack)?;
    bytes.push(b'\n');
    // What an earlier version kept without a bound is written too.
    match of_version::<Save>(&bytes) {
        Ok(save) if save.clone().into_assessment() == *assessment => Ok(bytes),
        Ok(_) | Err(_) => Err(WriteFault::NotReadBack),
    }
}

/// What a file holds. Answers to questions that the bank does not have are kept.
///
/// # Errors
/// Says what the file is instead of a save file that this build reads.
pub fn read(bytes: &[u8], catalogue: &Catalogue) -> Result<Save, OpenFault> {
    let save = parse(bytes)?;
    if save.head.catalogue != *catalogue.id {
        return Err(OpenFault::OtherCatalogue(save.head.catalogue));
    }
    not_newer(&save.head.catalogue_version, catalogue)?;
    Ok(save)
}

/// Whether this page can have what a version of the bank asks.
///
/// # Errors
/// [`OpenFault::NewerBank`] where it is newer than this page's: what other words or other rules would
/// make of the answers is not known here.
pub(crate) fn not_newer(version: &str, catalogue: &Catalogue) -> Result<(), OpenFault> {
    if is_newer(version, &catalogue.version) {
        let newest = catalogue.version.to_string();
        return Err(OpenFault::NewerBank { found: version.to_owned(), newest });
    }
    Ok(())
}

fn parse(bytes: &[u8]) -> Result<Save, OpenFault> {
    if bytes.len() > LENGTH as usize {
        return Err(OpenFault::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenFault::Empty);
    }
    if std::str::from_utf8(bytes).is_err() {
        return Err(OpenFault::NotASaveFile);
    }
    let (peek, broken) = Peek::of(bytes);
    match (peek.format.as_deref(), broken) {
        (Some(save::FORMAT), _) => {}
        (None, Some(_)) => return Err(OpenFault::NotASaveFile),
        (_, _) => return Err(OpenFault::OtherFormat),
    }
    if let Some(found) = peek.version.filter(|found| *found > u64::from(save::VERSION)) {
        let found = u32::try_from(found).unwrap_or(u32::MAX);
        return Err(OpenFault::Newer { found, newest: save::VERSION });
    }
    measured::check(bytes).map_err(OpenFault::TooMuch)?;
    match peek.version {
        Some(1) => of_version::<save::v1::Save>(bytes),
        Some(2) => of_version::<save::v2::Save>(bytes),
        Some(3) => of_version::<save::v3::Save>(bytes),
        Some(version) if version != u64::from(save::VERSION) => {
            Err(OpenFault::Damaged { line: 1, column: 1 })
        }
        Some(_) | None => of_version::<Save>(bytes),
    }
}

/// A file of one version, as the version of this build has it.
fn of_version<Version: DeserializeOwned + Into<Save>>(bytes: &[u8]) -> Result<Save, OpenFault> {
    let save: Save = records::<Version>(bytes)?.into();
    whole(bytes, save)
}

/// What a file says, if it says nothing twice.
fn whole(bytes: &[u8], save: Save) -> Result<Save, OpenFault> {
    records::<Numbers>(bytes)?;
    match said_twice(&save) {
        Some(name) => Err(second_place(bytes, name)),
        None => Ok(save),
    }
}

/// What a whole file says.
fn records<Of: DeserializeOwned>(bytes: &[u8]) -> Result<Of, OpenFault> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = Of::deserialize(Objects(&mut reader));
    read.and_then(|read| reader.end().map(|()| read)).map_err(|fault| damaged(&fault))
}

/// A question, a tactic of one, a fact or a tension with two records: one of them would be lost.
fn said_twice(save: &Save) -> Option<&str> {
    let tactics = save
        .answers
        .iter()
        .find_map(|record| twice(record.tactics.iter().map(|tactic| &*tactic.tactic)));
    twice(save.answers.iter().map(|record| &*record.question))
        .or(tactics)
        .or_else(|| twice(save.head.facts.iter().map(|record| &*record.fact)))
        .or_else(|| twice(save.head.dismissals.iter().map(|record| &*record.tension)))
}

fn twice<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = BTreeSet::new();
    names.find(|name| !seen.insert(*name))
}

/// The numbers in a file. One that two risks, actions or sheets have is refused: which of them is meant where
/// it stands, here or in a calendar that was made before, nobody could tell.
#[derive(Deserialize)]
struct Numbers {
    #[serde(default, rename = "risks")]
    _risks: NumbersOfRisks,
    #[serde(default, rename = "plan", deserialize_with = "each_once")]
    _plan: (),
    #[serde(default, rename = "sheets", deserialize_with = "each_once")]
    _sheets: (),
}

#[derive(Default, Deserialize)]
struct NumbersOfRisks {
    #[serde(rename = "risks", deserialize_with = "each_once")]
    _risks: (),
}

#[derive(Deserialize)]
struct Numbered {
    id: u32,
}

fn each_once<'de, D: Deserializer<'de>>(from: D) -> Result<(), D::Error> {
    struct EachOnce;

    impl<'de> Visitor<'de> for EachOnce {
        type Value = ();

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<(), A::Error> {
            let mut seen = BTreeSet::new();
            while let Some(Numbered { id }) = all.next_element()? {
                if !seen.insert(id) {
                    return Err(A::Error::custom("one number twice"));
                }
            }
            Ok(())
        }
    }

    from.deserialize_seq(EachOnce)
}

/// Where a text stands for the second time.
fn second_place(bytes: &[u8], text: &str) -> OpenFault {
    let file = String::from_utf8_lossy(bytes);
    let quoted = serde_json::to_string(text).unwrap_or_default();
    let at = file.match_indices(&quoted).nth(1).map_or(0, |(at, _)| at);
    let before = file.get(..at).unwrap_or_default();
    let line = before.matches('\n').count();
    let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
    OpenFault::Damaged { line: place(line + 1), column: place(column + 1) }
}

/// What is wrong, and where. A field or a name that is not known is told by serde in words alone.
fn damaged(fault: &serde_json::Error) -> OpenFault {
    let (line, column) = (place(fault.line()), place(fault.column()));
    let said = fault.to_string();
    if said.starts_with("unknown field") || said.starts_with("unknown variant") {
        OpenFault::NotUnderstood { line, column }
    } else {
        OpenFault::Damaged { line, column }
    }
}

fn place(number: usize) -> u32 {
    count(number.max(1))
}

/// What a file says it is. Found also in a file that breaks off later, so that a damaged save file
/// is not called something else.
#[derive(Default)]
struct Peek {
    format: Option<String>,
    version: Option<u64>,
}

impl Peek {
    /// What could be read, and where reading stopped, if it did.
    fn of(bytes: &[u8]) -> (Self, Option<serde_json::Error>) {
        let mut peek = Self::default();
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let read = (&mut peek).deserialize(&mut reader).and_then(|()| reader.end());
        (peek, read.err())
    }
}

/// Of lists, of nothing and of these kinds of values nothing is kept.
macro_rules! goes_past {
    ($($name:ident: $kind:ty),*) => {
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            Ok(())
        }

        fn visit_unit<E>(self) -> Result<(), E> {
            Ok(())
        }

        $(fn $name<E>(self, _: $kind) -> Result<(), E> {
            Ok(())
        })*
    };
}

impl<'de> DeserializeSeed<'de> for &mut Peek {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Peek {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a save file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" if self.format.is_none() => {
                    self.format = map.next_value::<Loose>()?.text;
                }
                "version" if self.version.is_none() => {
                    self.version = map.next_value::<Loose>()?.number;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    goes_past! { visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str }
}

/// A value of any kind, of which a text or a whole number is kept.
#[derive(Default)]
struct Loose {
    text: Option<String>,
    number: Option<u64>,
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut kept = Self::default();
        from.deserialize_any(&mut kept)?;
        Ok(kept)
    }
}

impl<'de> Visitor<'de> for &mut Loose {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.text = Some(text.to_owned());
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.number = Some(number);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }

    goes_past! { visit_bool: bool, visit_i64: i64, visit_f64: f64 }
}
