//! A save file that is locked with a passphrase, by whichever program.

use documents::locker::{Locker, fault_of};
use documents::worker::run_with;
use domain::job::{Job, OpenFault, Outcome};
use domain::passphrase::{LockFault, Passphrase, locked};
use lock::Work;

use crate::{content, crossing, data};

/// What the files that the search begins with are locked with.
const PASSPHRASE: &str = "twelve boxers in the night";

/// What ships, for a thousandth of the work: an input may take five seconds, and most are to take none.
struct Easy(Work);

impl Locker for Easy {
    fn lock(
        &self,
        plain: &[u8],
        Passphrase(passphrase): &Passphrase,
    ) -> Result<Vec<u8>, LockFault> {
        lock::lock(plain, passphrase, self.0).map_err(|fault| fault_of(fault.code()))
    }

    fn open(
        &self,
        locked: &[u8],
        Passphrase(passphrase): &Passphrase,
    ) -> Result<Vec<u8>, LockFault> {
        lock::open(locked, passphrase, self.0).map_err(|fault| fault_of(fault.code()))
    }
}

/// What opens was known as locked, is read as a save file, and opens again once it is locked anew; all else is
/// a fault of the file.
pub(crate) fn check(bytes: &[u8]) {
    let easy = Easy(Work::of(7).unwrap());
    let passphrase = Passphrase(PASSPHRASE.into());
    let outcome = content::with(|it| {
        run_with(it, &easy, Job::OpenLocked(bytes.to_vec(), passphrase.clone()))
    });
    crossing::arrives(&outcome);
    match (easy.open(bytes, &passphrase), outcome) {
        (Ok(plain), Outcome::Opened(_) | Outcome::NotOpened(_)) => {
            let begins = locked(bytes).expect("what opens is known by how it begins");
            assert_eq!(easy.open(begins, &passphrase).as_ref(), Ok(&plain), "from where it begins");
            let again = easy.lock(&plain, &passphrase).unwrap();
            assert_eq!(easy.open(&again, &passphrase), Ok(plain));
        }
        (Err(fault), Outcome::NotOpened(OpenFault::Locked(told))) => assert_eq!(told, fault),
        (opened, told) => panic!("{opened:?} is told as {told:?}"),
    }
}

/// Files of several programs, one with a save file in it, and parts of them.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = data::files("lock/tests/data", ".age");
    let easy = Easy(Work::of(1).unwrap());
    let passphrase = Passphrase(PASSPHRASE.into());
    for file in data::files("domain/tests/data/save/v4", "empty.json") {
        seeds.push(easy.lock(&file, &passphrase).unwrap());
    }
    let halves: Vec<_> = seeds.iter().map(|seed| seed[..seed.len() / 2].to_vec()).collect();
    seeds.extend(halves);
    seeds
}
