//! What crosses between page and worker, as bytes and back.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What arrives is what was sent.
pub(crate) fn arrives<Sent: Serialize + DeserializeOwned + PartialEq + Debug>(sent: &Sent) {
    let bytes = postcard::to_allocvec(sent).expect("all that is sent has a form in bytes");
    let arrived: Sent = postcard::from_bytes(&bytes).expect("what was sent can be read");
    assert_eq!(arrived, *sent, "what arrives is what was sent");
}
