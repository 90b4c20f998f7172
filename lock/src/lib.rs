//! Files that open with a passphrase alone, in the format of age (age-encryption.org/v1), so that any of its
//! tools opens what is locked here, and what they lock opens here.
//!
//! **Invariant:** bytes and a passphrase in, bytes or a fault out; nothing of either is kept. What guards
//! secrets is not ours to write: the crate `age` does all of it, and this says how hard it has to work.

use std::fmt;
use std::io::{Read, Write};

use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};

#[cfg(target_family = "wasm")]
pub mod door;

/// Hands out memory. That of the standard library is five times as large, and slower.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// How much work a passphrase is: twice as much with each step, and 2^(10 + steps) bytes of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work(u8);

impl Work {
    /// What whoever locks a file here has to do, and then whoever tries passphrases: 128 MB and half a second
    /// for each in a browser.
    pub const OURS: Self = Self(17);

    /// The most that is done for a file from outside: 1 GB, and some four seconds.
    pub const MOST: Self = Self(20);

    /// So many steps, if they are a number that the format knows.
    #[must_use]
    pub fn of(steps: u8) -> Option<Self> {
        (0 < steps && steps < 64).then_some(Self(steps))
    }
}

/// Why a file was not locked or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The passphrase does not open it.
    WrongPassphrase,
    /// It is not whole, or something in it was changed, or it is none of these files.
    Damaged,
    /// It asks for more work than is done for a file from outside.
    TooMuchWork,
    /// It opens with a key, and with no passphrase.
    NeedsKey,
    /// It is of a later version of the format.
    Newer,
    /// It could not be locked.
    NotLocked,
}

impl Fault {
    /// All of them, in the order of their codes, which begin with 1.
    pub const ALL: [Self; 6] = [
        Self::WrongPassphrase,
        Self::Damaged,
        Self::TooMuchWork,
        Self::NeedsKey,
        Self::Newer,
        Self::NotLocked,
    ];

    /// By which the other module in the worker knows it.
    #[must_use]
    pub fn code(self) -> u8 {
        self as u8 + 1
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}

impl std::error::Error for Fault {}

/// Locks bytes with a passphrase, for so much work.
///
/// # Errors
/// When it could not be done.
pub fn lock(plain: &[u8], passphrase: &str, work: Work) -> Result<Vec<u8>, Fault> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
    recipient.set_work_factor(work.0);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| Fault::NotLocked)?;
    let mut locked = Vec::new();
    let mut writer = encryptor.wrap_output(&mut locked).map_err(|_| Fault::NotLocked)?;
    writer.write_all(plain).map_err(|_| Fault::NotLocked)?;
    writer.finish().map_err(|_| Fault::NotLocked)?;
    Ok(locked)
}

/// Opens what was locked with a passphrase, here or by another program, as bytes or as text, for so much
/// work at most.
///
/// # Errors
/// When it does not open: the [`Fault`] says why.
pub fn open(locked: &[u8], passphrase: &str, most: Work) -> Result<Vec<u8>, Fault> {
    let reader = ArmoredReader::new(locked);
    let decryptor = Decryptor::new_buffered(reader).map_err(|fault| told(&fault))?;
    if !decryptor.is_scrypt() {
        return Err(Fault::NeedsKey);
    }
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(most.0);
    let identities = std::iter::once(&identity as &dyn age::Identity);
    let mut reader = decryptor.decrypt(identities).map_err(|fault| told(&fault))?;
    let mut plain = Vec::new();
    reader.read_to_end(&mut plain).map_err(|_| Fault::Damaged)?;
    Ok(plain)
}

fn told(fault: &DecryptError) -> Fault {
    match fault {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => Fault::WrongPassphrase,
        DecryptError::ExcessiveWork { .. } => Fault::TooMuchWork,
        DecryptError::UnknownFormat => Fault::Newer,
        // Whatever else there will be.
        _ => Fault::Damaged,
    }
}
