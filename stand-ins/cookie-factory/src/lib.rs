//! Parts that are written one after the other.
//!
//! It stands in for the library `cookie-factory`, whose name it bears and whose interface it has as far as
//! `age` names it, for the few lines at the head of a locked file. The library comes without the text of its
//! licence, so it could not be handed on, and with it a dozen others that write while they wait for something.
//! What is written here is read by other programs in the tests.

use std::error;
use std::fmt;
use std::io::{self, Write};

/// What a part is written into.
#[derive(Debug)]
pub struct WriteContext<W> {
    /// It itself.
    pub write: W,
    /// How many bytes were written.
    pub position: u64,
}

/// Why a part was not written.
#[derive(Debug)]
pub enum GenError {
    /// What it is written into refused.
    IoError(io::Error),
}

impl fmt::Display for GenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::IoError(error) = self;
        fmt::Display::fmt(error, formatter)
    }
}

impl error::Error for GenError {}

/// What a part was written into, or why it was not.
pub type GenResult<W> = Result<WriteContext<W>, GenError>;

/// A part.
pub trait SerializeFn<W>: Fn(WriteContext<W>) -> GenResult<W> {}

impl<W, F: Fn(WriteContext<W>) -> GenResult<W>> SerializeFn<W> for F {}

/// Writes a part, and says how long it is.
///
/// # Errors
/// When what it is written into refuses.
pub fn r#gen<W: Write, F: SerializeFn<W>>(part: F, into: W) -> Result<(W, u64), GenError> {
    let written = part(WriteContext { write: into, position: 0 })?;
    Ok((written.write, written.position))
}

/// Writes a part.
///
/// # Errors
/// When what it is written into refuses.
pub fn gen_simple<W: Write, F: SerializeFn<W>>(part: F, into: W) -> Result<W, GenError> {
    r#gen(part, into).map(|(into, _)| into)
}

pub mod combinator {
    //! Parts of one piece.

    use super::{GenError, SerializeFn, Write, WriteContext};

    /// Bytes.
    pub fn slice<S: AsRef<[u8]>, W: Write>(bytes: S) -> impl SerializeFn<W> {
        move |mut into: WriteContext<W>| {
            let bytes = bytes.as_ref();
            into.write.write_all(bytes).map_err(GenError::IoError)?;
            into.position += bytes.len() as u64;
            Ok(into)
        }
    }

    /// A text.
    pub fn string<S: AsRef<str>, W: Write>(text: S) -> impl SerializeFn<W> {
        move |into: WriteContext<W>| slice(text.as_ref())(into)
    }
}

pub mod multi {
    //! Parts of many pieces of one kind.

    use super::{SerializeFn, Write, WriteContext};

    /// One after the other.
    pub fn all<G, W, It>(pieces: It) -> impl SerializeFn<W>
    where
        G: SerializeFn<W>,
        W: Write,
        It: Clone + Iterator<Item = G>,
    {
        move |into: WriteContext<W>| pieces.clone().try_fold(into, |into, piece| piece(into))
    }

    /// One after the other, with something between each two.
    pub fn separated_list<F, G, W, It>(between: F, pieces: It) -> impl SerializeFn<W>
    where
        F: SerializeFn<W>,
        G: SerializeFn<W>,
        W: Write,
        It: Clone + Iterator<Item = G>,
    {
        move |into: WriteContext<W>| {
            pieces.clone().enumerate().try_fold(into, |into, (at, piece)| {
                piece(if at == 0 { into } else { between(into)? })
            })
        }
    }
}

pub mod sequence {
    //! Parts of a few pieces.

    use super::{GenResult, SerializeFn, Write, WriteContext};

    /// A few pieces.
    pub trait Tuple<W> {
        /// Writes one after the other.
        ///
        /// # Errors
        /// When what they are written into refuses.
        fn serialize(&self, into: WriteContext<W>) -> GenResult<W>;
    }

    macro_rules! tuples {
        ($(($($piece:ident),+);)+) => {$(
            impl<W: Write, $($piece: SerializeFn<W>),+> Tuple<W> for ($($piece,)+) {
                fn serialize(&self, into: WriteContext<W>) -> GenResult<W> {
                    #[allow(non_snake_case, reason = "named by their types")]
                    let ($($piece,)+) = self;
                    $(let into = $piece(into)?;)+
                    Ok(into)
                }
            }
        )+};
    }

    tuples! {
        (A, B, C);
        (A, B, C, D);
        (A, B, C, D, E);
    }

    /// A few pieces, one after the other.
    pub fn tuple<W: Write, L: Tuple<W>>(pieces: L) -> impl SerializeFn<W> {
        move |into: WriteContext<W>| pieces.serialize(into)
    }

    /// Two pieces, one after the other.
    pub fn pair<F, G, W>(first: F, second: G) -> impl SerializeFn<W>
    where
        F: SerializeFn<W>,
        G: SerializeFn<W>,
        W: Write,
    {
        move |into: WriteContext<W>| second(first(into)?)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::combinator::{slice, string};
    use super::multi::{all, separated_list};
    use super::sequence::{pair, tuple};
    use super::{r#gen, gen_simple};

    #[test]
    fn pieces_are_written_in_their_order_with_nothing_before_the_first_and_behind_the_last() {
        let list = || separated_list(string(" "), ["a", "b", "c"].into_iter().map(string));
        let three = tuple((slice(b"-> "), list(), string("\n")));
        let written = gen_simple(pair(three, all([1, 2].map(|_| string("x")).iter())), Vec::new());
        assert_eq!(written.unwrap(), b"-> a b c\nxx");
        let none = separated_list(string(" "), [""; 0].into_iter().map(string));
        assert_eq!(r#gen(none, Vec::new()).unwrap(), (Vec::new(), 0));
        assert_eq!(r#gen(list(), Vec::new()).unwrap().1, 5);
    }

    #[test]
    fn what_refuses_is_told() {
        let mut full = [0_u8; 2];
        let refused = gen_simple(string("abc"), &mut full[..]).unwrap_err();
        assert!(!refused.to_string().is_empty());
    }
}
