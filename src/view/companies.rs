//! The invented companies of the examples, by name.

use domain::example::Example;
use domain::texts::later::{self as key, Key};

/// Name of a company, and who they are.
pub(crate) fn about(example: Example) -> [Key; 2] {
    match example {
        Example::OrrinVision => [key::EXAMPLE_ORRIN_VISION, key::EXAMPLE_ORRIN_VISION_ABOUT],
        Example::TamarinMessenger => {
            [key::EXAMPLE_TAMARIN_MESSENGER, key::EXAMPLE_TAMARIN_MESSENGER_ABOUT]
        }
        Example::HaldenCloud => [key::EXAMPLE_HALDEN_CLOUD, key::EXAMPLE_HALDEN_CLOUD_ABOUT],
    }
}
