//! The logo: a picture whose bytes stand in its address, so that nothing is asked for to show it. A browser
//! runs nothing of a picture and loads nothing for it; that it could not is looked at all the same.

use super::base64::Wrong;
use super::fault::{Counted, Kind, Wanted};
use super::letters::shown;
use super::{LOGO, LOGO_PNG, LOGO_SVG, base64, png, svg};

/// What does not fit of it.
pub(super) fn check(address: &str) -> Result<(), Kind> {
    if let Some(written) = address.strip_prefix(LOGO_PNG) {
        png::check(&bytes(written)?)
    } else if let Some(written) = address.strip_prefix(LOGO_SVG) {
        svg::check(&bytes(written)?)
    } else {
        Err(Kind::other(Wanted::Picture, address))
    }
}

fn bytes(written: &str) -> Result<Vec<u8>, Kind> {
    let bytes = base64::decoded(written).map_err(|Wrong { behind, found }| {
        let found = found.map(String::from).unwrap_or_default();
        Kind::NoBase64 { behind, found: shown(&found) }
    })?;
    match bytes.len() {
        found if found > LOGO => Err(Kind::Much { of: Counted::Picture, most: LOGO, found }),
        _ => Ok(bytes),
    }
}
