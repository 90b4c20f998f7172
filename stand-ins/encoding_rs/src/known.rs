//! The encodings by their names: those that can be read here, and all others that `codepage` has a
//! number for.

use crate::Encoding;
use crate::first::Letters;
use crate::windows;

/// UTF-8.
pub static UTF_8: &Encoding = &UTF_8_INIT;
/// UTF-16, the less significant byte first.
pub static UTF_16LE: &Encoding = &UTF_16LE_INIT;
/// UTF-16, the more significant byte first.
pub static UTF_16BE: &Encoding = &UTF_16BE_INIT;
/// What the Encoding Standard puts in the place of encodings that nobody should read any more.
pub static REPLACEMENT: &Encoding = &REPLACEMENT_INIT;

/// Encodings that can be read here: constant, name, other names, letters.
macro_rules! readable {
    ($($constant:ident, $name:literal, [$($label:literal),*], $letters:expr;)*) => {
        /// All that can be read here.
        pub(crate) const READABLE: [&Encoding; [$($name),*].len()] = [$(&$constant),*];
        $(
            #[doc = $name]
            pub static $constant: Encoding =
                Encoding { name: $name, labels: &[$($label),*], letters: $letters };
        )*
    };
}

/// Encodings that have a name here and nothing else.
macro_rules! missing {
    ($($constant:ident, $name:literal;)*) => {
        $(
            #[doc = concat!($name, ", which cannot be read here")]
            pub static $constant: Encoding =
                Encoding { name: $name, labels: &[], letters: Letters::Missing };
        )*
    };
}

readable! {
    UTF_8_INIT, "UTF-8", ["utf8"], Letters::Utf8;
    UTF_16LE_INIT, "UTF-16LE", ["utf-16"], Letters::Utf16Le;
    UTF_16BE_INIT, "UTF-16BE", [], Letters::Utf16Be;
    WINDOWS_1250_INIT, "windows-1250", ["cp1250"], Letters::Single(&windows::WINDOWS_1250);
    WINDOWS_1251_INIT, "windows-1251", ["cp1251"], Letters::Single(&windows::WINDOWS_1251);
    WINDOWS_1252_INIT, "windows-1252", ["cp1252", "latin1", "iso-8859-1", "iso_8859-1", "l1", "ascii", "us-ascii"], Letters::Single(&windows::WINDOWS_1252);
    WINDOWS_1253_INIT, "windows-1253", ["cp1253"], Letters::Single(&windows::WINDOWS_1253);
    WINDOWS_1254_INIT, "windows-1254", ["cp1254", "iso-8859-9", "latin5"], Letters::Single(&windows::WINDOWS_1254);
    WINDOWS_1255_INIT, "windows-1255", ["cp1255"], Letters::Single(&windows::WINDOWS_1255);
    WINDOWS_1256_INIT, "windows-1256", ["cp1256"], Letters::Single(&windows::WINDOWS_1256);
    WINDOWS_1257_INIT, "windows-1257", ["cp1257"], Letters::Single(&windows::WINDOWS_1257);
    WINDOWS_1258_INIT, "windows-1258", ["cp1258"], Letters::Single(&windows::WINDOWS_1258);
}

missing! {
    BIG5_INIT, "Big5";
    EUC_JP_INIT, "EUC-JP";
    EUC_KR_INIT, "EUC-KR";
    GB18030_INIT, "GB18030";
    GBK_INIT, "GBK";
    IBM866_INIT, "IBM866";
    ISO_2022_JP_INIT, "ISO-2022-JP";
    ISO_8859_2_INIT, "ISO-8859-2";
    ISO_8859_3_INIT, "ISO-8859-3";
    ISO_8859_4_INIT, "ISO-8859-4";
    ISO_8859_5_INIT, "ISO-8859-5";
    ISO_8859_6_INIT, "ISO-8859-6";
    ISO_8859_7_INIT, "ISO-8859-7";
    ISO_8859_8_INIT, "ISO-8859-8";
    ISO_8859_8_I_INIT, "ISO-8859-8-I";
    ISO_8859_10_INIT, "ISO-8859-10";
    ISO_8859_13_INIT, "ISO-8859-13";
    ISO_8859_14_INIT, "ISO-8859-14";
    ISO_8859_15_INIT, "ISO-8859-15";
    ISO_8859_16_INIT, "ISO-8859-16";
    KOI8_R_INIT, "KOI8-R";
    KOI8_U_INIT, "KOI8-U";
    MACINTOSH_INIT, "macintosh";
    REPLACEMENT_INIT, "replacement";
    SHIFT_JIS_INIT, "Shift_JIS";
    WINDOWS_874_INIT, "windows-874";
    X_MAC_CYRILLIC_INIT, "x-mac-cyrillic";
}
