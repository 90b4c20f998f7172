//! How the page was opened: with which wishes in its address, and inside which other page.

use std::rc::Rc;

use domain::catalogue::Catalogue;
use domain::id::ModuleId;
use domain::scope::Form;

/// What the address, or where the page stands, wishes for a new assessment. A person can change all of it,
/// and an assessment that is there already stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    pub(crate) modules: Vec<ModuleId>,
    pub(crate) form: Form,
    pub(crate) kept_nowhere: bool,
}

impl Wishes {
    /// The modules that are wished for, or those that the short form has questions of where none of these is
    /// known, in the short form or the
    /// complete one.
    pub fn of(catalogue: &Catalogue, is_wished: impl Fn(&str) -> bool, is_complete: bool) -> Self {
        let all = || catalogue.modules.iter();
        let none_is = !all().any(|module| is_wished(module.id.as_str()));
        let taken = all().filter(|module| match none_is {
            true => catalogue.is_shortened(module),
            false => is_wished(module.id.as_str()),
        });
        Self {
            modules: taken.map(|module| module.id.clone()).collect(),
            form: if is_complete { Form::Complete } else { Form::Short },
            kept_nowhere: false,
        }
    }

    /// The same, kept nowhere unless that is chosen, where others could read what is kept.
    #[must_use]
    pub fn kept_nowhere(self, kept_nowhere: bool) -> Self {
        Self { kept_nowhere, ..self }
    }

    /// Nothing is wished for.
    pub(crate) fn none(catalogue: &Catalogue) -> Self {
        Self::of(catalogue, |_| false, false)
    }
}

/// Which wishes of an address cannot be met, by their names there.
#[must_use]
pub fn unknown(catalogue: &Catalogue, parts: &str, form: &str) -> Vec<&'static str> {
    let is_known = |part: &str| catalogue.modules.iter().any(|one| one.id.as_str() == part);
    // A plus in an address is a space once that is read.
    let mut all = parts.split([' ', '+', ',']);
    let parts = all.any(|part| !part.is_empty() && !is_known(part));
    let form = !matches!(form, "" | "short" | "complete");
    [(parts, "parts"), (form, "form")]
        .into_iter()
        .filter_map(|(is_odd, name)| is_odd.then_some(name))
        .collect()
}

/// The page around this one, as far as the browser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPage {
    /// The host of the page right around this one.
    pub inside: Option<Rc<str>>,
    /// The host of the outermost one, by which browsers keep apart what is kept.
    pub top: Option<Rc<str>>,
    /// Whether what is kept is found again elsewhere.
    pub keeps: Keeps,
    /// Whether scripts of a page around can read this one: it has the same origin.
    pub reads: bool,
}

/// Whether what is kept inside another page is found again elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// As in a window of its own: all pages around are of the same site.
    AsAlone,
    /// Inside pages of the outermost site alone: it is another one.
    Apart,
    /// One of these.
    NotKnown,
    /// Nothing can be kept: the page has no origin of its own.
    Nothing,
}

impl HostPage {
    /// What there is to know, from the page's own origin and those of the pages around it, the nearest
    /// first; empty where the browser does not tell. None around: the page stands alone.
    #[must_use]
    pub fn of(own: &str, around: &[String]) -> Option<Self> {
        let (nearest, top) = (around.first()?, around.last()?);
        let sites = around.iter().map(|other| site(own, other));
        let keeps = if own == "null" {
            Keeps::Nothing
        } else {
            sites.fold(Keeps::AsAlone, |so_far, site| match (so_far, site) {
                (Keeps::Apart, _) | (_, Keeps::Apart) => Keeps::Apart,
                (Keeps::AsAlone, same) => same,
                (unknown, _) => unknown,
            })
        };
        let name = |origin: &String| parts(origin).map(|(_, host)| Rc::from(host));
        let reads = keeps != Keeps::Nothing && around.iter().any(|other| other == own);
        Some(Self { inside: name(nearest), top: name(top), keeps, reads })
    }
}

/// Whether another origin is of the same site as the own one. Ports make no difference. Where sites end
/// is a long list that only the browser has: names with the same two words at their end may be one.
fn site(own: &str, other: &str) -> Keeps {
    let (Some((scheme, host)), Some((other_scheme, other))) = (parts(own), parts(other)) else {
        return Keeps::NotKnown;
    };
    let is_number =
        |host: &str| host.starts_with('[') || host.ends_with(|c: char| c.is_ascii_digit());
    if scheme != other_scheme {
        Keeps::Apart
    } else if host == other {
        Keeps::AsAlone
    } else if is_number(host) || is_number(other) || end(host) != end(other) {
        Keeps::Apart
    } else {
        Keeps::NotKnown
    }
}

/// The last two words of a name; the whole of one that has fewer.
fn end(host: &str) -> &str {
    host.rmatch_indices('.').nth(1).and_then(|(at, _)| host.get(at + 1..)).unwrap_or(host)
}

/// Scheme and host of an origin.
fn parts(origin: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = origin.split_once("://")?;
    let host = match rest.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => rest,
    };
    (!host.is_empty()).then_some((scheme, host))
}
