//! Save files that are locked with a passphrase, from bytes to bytes, with what locks them as it ships.

use std::rc::Rc;

use documents::locker::{Locker, fault_of};
use documents::worker::{run, run_with};
use domain::job::{Job, OpenFault, Outcome, WriteFault};
use domain::passphrase::{LockFault, Passphrase};
use lock::{Fault, Work};

use crate::bank::{DATE, With, empty};
use crate::jobs::{content, saved};

/// The module that ships, with less work.
struct Shipped;

fn easy() -> Work {
    Work::of(1).unwrap()
}

impl Locker for Shipped {
    fn lock(
        &self,
        plain: &[u8],
        Passphrase(passphrase): &Passphrase,
    ) -> Result<Vec<u8>, LockFault> {
        lock::lock(plain, passphrase, easy()).map_err(|fault| fault_of(fault.code()))
    }

    fn open(
        &self,
        locked: &[u8],
        Passphrase(passphrase): &Passphrase,
    ) -> Result<Vec<u8>, LockFault> {
        lock::open(locked, passphrase, easy()).map_err(|fault| fault_of(fault.code()))
    }
}

/// Locks so that nothing opens.
struct Breaks;

impl Locker for Breaks {
    fn lock(&self, plain: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, LockFault> {
        let mut locked = Shipped.lock(plain, passphrase)?;
        locked.pop();
        Ok(locked)
    }

    fn open(&self, locked: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, LockFault> {
        Shipped.open(locked, passphrase)
    }
}

fn passphrase() -> Passphrase {
    Passphrase("twelve boxers in the night".into())
}

#[test]
fn a_locked_save_file_goes_out_under_a_name_that_says_nothing_and_comes_back() {
    let mut assessment = empty().step("see-people", 2);
    Rc::make_mut(&mut assessment.scope).person = "Our supplier in the north".into();
    let save = saved(&assessment);
    let job = Job::SaveLocked(save.clone(), DATE, passphrase());
    let Outcome::Written(file) = run_with(&content(), &Shipped, job) else { panic!() };
    assert_eq!(file.name, "respect-in-practice_2026-11-24.json.age");
    assert!(file.bytes.starts_with(b"age-encryption.org/v1\n"));
    assert!(!file.bytes.windows(8).any(|window| window == b"supplier"));
    let job = Job::OpenLocked(file.bytes, passphrase());
    assert_eq!(run_with(&content(), &Shipped, job), Outcome::Opened(save));
}

#[test]
fn a_locked_file_that_does_not_open_again_is_not_handed_out() {
    let job = Job::SaveLocked(saved(&empty()), DATE, passphrase());
    let outcome = run_with(&content(), &Breaks, job);
    assert_eq!(outcome, Outcome::NotWritten(WriteFault::NotReadBack));
}

#[test]
fn where_nothing_locks_files_none_goes_out_open_in_its_place() {
    let job = Job::SaveLocked(saved(&empty()), DATE, passphrase());
    assert_eq!(run(&content(), job), Outcome::NotWritten(WriteFault::NotHere));
    let outcome = run(&content(), Job::OpenLocked(Vec::new(), passphrase()));
    assert_eq!(outcome, Outcome::NotOpened(OpenFault::Locked(LockFault::NotHere)));
}

#[test]
fn what_was_locked_and_is_no_save_file_is_told_as_what_it_is() {
    for (plain, fault) in [
        (&b"Dear colleague"[..], OpenFault::NotASaveFile),
        (b"", OpenFault::Empty),
        (b"{\"format\":\"another\"}", OpenFault::OtherFormat),
    ] {
        let locked = Shipped.lock(plain, &passphrase()).unwrap();
        let outcome = run_with(&content(), &Shipped, Job::OpenLocked(locked, passphrase()));
        assert_eq!(outcome, Outcome::NotOpened(fault));
    }
}

#[test]
fn a_wrong_passphrase_is_told_as_one() {
    let locked = Shipped.lock(b"{}", &passphrase()).unwrap();
    let job = Job::OpenLocked(locked, Passphrase("another".into()));
    let fault = OpenFault::Locked(LockFault::WrongPassphrase);
    assert_eq!(run_with(&content(), &Shipped, job), Outcome::NotOpened(fault));
}

#[test]
fn each_fault_of_the_module_that_locks_is_the_one_of_that_name_here() {
    let told = Fault::ALL.map(|fault| fault_of(fault.code()));
    assert_eq!(
        told,
        [
            LockFault::WrongPassphrase,
            LockFault::Damaged,
            LockFault::TooMuchWork,
            LockFault::NeedsKey,
            LockFault::Newer,
            // It has nothing else to stumble over than memory.
            LockFault::TooMuchWork,
        ]
    );
    assert_eq!(fault_of(0), LockFault::NotHere);
}
