//! Takes the pictures of the README anew, from the release and with the fonts of the tests. Which screens
//! they show stands in `tests/browser/pictures.test.mjs`, which also says when one has grown old.

use crate::build::offline::Offline;
use crate::test::fonts;
use crate::{build, install, test, tree};

/// The fonts of the pictures: as wide as what most people have.
const FONTS: &str = "liberation.conf";

/// Builds, and puts the pictures and the list of what they show into `docs/images`.
pub(crate) fn run() -> Result<(), String> {
    build::run(Offline::Kept)?;
    let folder = tree::root().join("tests/browser");
    install::node()?;
    let browsers = install::browsers()?;
    install::node_packages(&folder)?;
    let fonts = fonts::each_alone()?.join(FONTS);
    let written = test::written()?;
    let mut node = tree::command("node");
    node.args(["--test", "pictures.test.mjs"]).current_dir(&folder);
    node.env("DIST", tree::dist()).env("REPORTS", written).env("FONTCONFIG_FILE", fonts);
    node.env("CHROMIUM", browsers.chromium).env("BROWSERS", "chromium");
    tree::run(node.env("PICTURES", tree::root().join("docs/images")))
}
