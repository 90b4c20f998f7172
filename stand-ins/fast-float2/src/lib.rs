//! Numbers read from text.
//!
//! It stands in for the library `fast-float2`, whose name it bears and whose interface it has as far as
//! `calamine` names it. Since the standard library reads numbers by the same algorithm, its table of
//! powers, 10 KB that no packing makes smaller, was in the worker's module twice.

use std::error;
use std::fmt;
use std::str::{self, FromStr};

/// It is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error;

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this is no number")
    }
}

impl error::Error for Error {}

/// A number, or that it is none.
pub type Result<T> = core::result::Result<T, Error>;

/// A kind of number that can be read.
pub trait FastFloat: FromStr {}

impl FastFloat for f32 {}
impl FastFloat for f64 {}

/// Reads the whole text as a decimal number.
///
/// # Errors
/// Where it is none, or something stands around it.
pub fn parse<T: FastFloat, S: AsRef<[u8]>>(text: S) -> Result<T> {
    let text = str::from_utf8(text.as_ref()).map_err(|_| Error)?;
    text.parse().map_err(|_| Error)
}

#[cfg(test)]
mod tests {
    use super::{Error, parse};

    #[test]
    fn a_number_is_read_as_it_stands() {
        let numbers =
            [("0", 0.0), ("46354", 46354.0), ("-2.5", -2.5), ("1E-3", 0.001), (".5", 0.5)];
        for (text, number) in numbers {
            assert_eq!(parse::<f64, _>(text), Ok(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_told() {
        for text in [&b""[..], b"3 or 4", b" 1", b"1,5", b"0x1f", b"\xff"] {
            assert_eq!(parse::<f64, _>(text), Err(Error), "{text:?}");
        }
    }
}
