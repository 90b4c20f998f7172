//! What locks files with a passphrase and opens them. It is a module of its own in the worker (`lock`), of
//! which nothing is known here but this.

use domain::job::{File, WriteFault};
use domain::passphrase::{LockFault, Passphrase};

/// Locks files and opens them.
pub trait Locker {
    /// Locks bytes.
    ///
    /// # Errors
    /// When it is not here, or has too little memory.
    fn lock(&self, plain: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, LockFault>;

    /// Opens what was locked.
    ///
    /// # Errors
    /// When it does not open.
    fn open(&self, locked: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, LockFault>;
}

/// There is none.
#[derive(Clone, Copy, Debug)]
pub struct NoLocker;

impl Locker for NoLocker {
    fn lock(&self, _: &[u8], _: &Passphrase) -> Result<Vec<u8>, LockFault> {
        Err(LockFault::NotHere)
    }

    fn open(&self, _: &[u8], _: &Passphrase) -> Result<Vec<u8>, LockFault> {
        Err(LockFault::NotHere)
    }
}

/// The fault of this code, as `lock::Fault` counts them; 0 is said by the script between both modules where
/// the other did not come.
#[must_use]
pub fn fault_of(code: u8) -> LockFault {
    match code {
        0 => LockFault::NotHere,
        1 => LockFault::WrongPassphrase,
        2 => LockFault::Damaged,
        4 => LockFault::NeedsKey,
        5 => LockFault::Newer,
        _ => LockFault::TooMuchWork,
    }
}

/// A file, locked. It is opened again before it is handed out: nobody could mend it later.
pub(crate) fn locked(
    locker: &dyn Locker,
    file: File,
    passphrase: &Passphrase,
) -> Result<File, WriteFault> {
    let not_locked = |fault| match fault {
        LockFault::NotHere => WriteFault::NotHere,
        _ => WriteFault::NotLocked,
    };
    let bytes = locker.lock(&file.bytes, passphrase).map_err(not_locked)?;
    if locker.open(&bytes, passphrase).as_ref() != Ok(&file.bytes) {
        return Err(WriteFault::NotReadBack);
    }
    let name = format!("{}.age", file.name);
    Ok(File { name, media_type: "application/octet-stream".to_owned(), bytes })
}
