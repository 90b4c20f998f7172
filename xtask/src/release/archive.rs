//! What the archive of a release holds, for those who look after a server: the site as it was built,
//! configurations of servers, what to do with them, what a reviewer asks, the licences, and the sums of all.

use std::fs;
use std::path::Path;

use super::{About, add, add_filled, folder_name, papers};
use crate::build::offline::WITHOUT;
use crate::build::{self, Dist, named};

/// The documents for those who answer, host or review, with the schemas they name: all but those for who
/// changes it.
const DOCUMENTS: [&str; 15] = [
    "README.md",
    "bounds.md",
    "embedding.md",
    "hosting.md",
    "own-words.md",
    "own.schema.json",
    "privacy-review.md",
    "question-sheets.md",
    "releasing.md",
    "reliability.md",
    "report-format.md",
    "report-format.schema.json",
    "save-format.md",
    "save-format.schema.json",
    "using.md",
];

/// The document with what can be copied to put the element into a page.
const EMBEDDING: &str = "docs/embedding.md";

/// The files by their paths in the archive, all below one folder.
pub(super) fn files(root: &Path, site: &Dist, about: &About) -> Result<Dist, String> {
    let mut files = Dist::new();
    for (name, bytes) in site {
        files.insert(format!("site/{name}"), bytes.clone());
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md", "SECURITY.md"] {
        add(root, name, name, &mut files)?;
    }
    let servers = root.join("servers");
    for entry in fs::read_dir(&servers).map_err(|fault| format!("servers: {fault}"))? {
        let name = entry.map_err(|fault| format!("servers: {fault}"))?.file_name();
        let path = format!("servers/{}", name.to_string_lossy());
        add(root, &path, &path, &mut files)?;
    }
    // What takes away what browsers keep is a file of the source; who has the archive alone needs it, too.
    add(root, WITHOUT, &format!("servers/{WITHOUT}"), &mut files)?;
    add_filled(root, "release/INSTALL.md", "INSTALL.md", about, &mut files)?;
    for name in DOCUMENTS {
        let path = format!("docs/{name}");
        add(root, &path, &path, &mut files)?;
    }
    sum_of_the_element(site, about, &mut files)?;
    keep_links_within(&mut files);
    let sums = build::sums::lines(&files);
    files.insert(build::sums::SUMS.into(), sums.into_bytes());
    let folder = folder_name(about);
    Ok(files.into_iter().map(|(path, bytes)| (format!("{folder}/{path}"), bytes)).collect())
}

/// Pieces to be copied name the sum of the script that lies beside them.
fn sum_of_the_element(site: &Dist, about: &About, files: &mut Dist) -> Result<(), String> {
    let script = site.get("respect-in-practice.js").ok_or("the build has no element")?;
    let text = files.get(EMBEDDING).ok_or("no document on embedding")?;
    let text = String::from_utf8_lossy(text);
    let text = papers::with_sum(&text, &about.version, &named::integrity(script))
        .map_err(|reason| format!("{EMBEDDING}: {reason}"))?;
    files.insert(EMBEDDING.into(), text.into_bytes());
    Ok(())
}

fn keep_links_within(files: &mut Dist) {
    let is_text = |path: &&String| path.ends_with(".md");
    let texts: Vec<_> = files.keys().filter(is_text).cloned().collect();
    for path in texts {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text = String::from_utf8_lossy(files.get(&path).map_or(&[], Vec::as_slice));
        let linked = papers::linked(&text, folder, |file| files.contains_key(file));
        files.insert(path, linked.into_bytes());
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::super::{about, tests};
    use super::*;
    use crate::tree;

    #[test]
    fn an_archive_holds_the_site_byte_by_byte_and_what_is_needed_beside_it_with_the_sum_of_each() {
        let site = tests::site();
        let about = about(&site).unwrap();
        let files = files(&tree::root(), &site, &about).unwrap();
        let folder = "respect-in-practice-9.8.7/";
        assert!(files.keys().all(|path| path.starts_with(folder)));
        let file = |path: &str| files.get(&format!("{folder}{path}")).cloned().unwrap_or_default();
        let text = |path: &str| String::from_utf8(file(path)).unwrap();
        for (name, bytes) in &site {
            assert_eq!(&file(&format!("site/{name}")), bytes);
        }
        assert!(text("INSTALL.md").contains("9.8.7"));
        for path in [
            "servers/nginx.conf",
            "servers/web.config",
            "servers/without-offline.js",
            "LICENSE-MIT",
            "docs/releasing.md",
        ] {
            assert!(!file(path).is_empty(), "{path}");
        }
        let sums = text("SHA256SUMS");
        assert_eq!(sums.lines().count(), files.len() - 1, "each file but the sums themselves");
        let integrity = named::integrity(b"the element");
        assert!(
            text("docs/embedding.md")
                .contains(&format!("9.8.7/respect-in-practice.js\" integrity=\"{integrity}\""))
        );
    }

    #[test]
    fn where_a_document_names_a_command_of_the_source_it_says_that_the_source_is_needed() {
        let site = tests::site();
        let files = files(&tree::root(), &site, &about(&site).unwrap()).unwrap();
        let mut count = 0;
        for (path, bytes) in files {
            // What has changed is told of the source as well.
            if !path.ends_with(".md") || path.ends_with("/CHANGELOG.md") {
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            let parts: Vec<_> = text.split("\n## ").collect();
            for part in &parts {
                let names =
                    ["cargo xtask", "target/", "dist/"].iter().any(|one| part.contains(one));
                count += usize::from(names);
                let is_said = [part, &parts[0]].iter().any(|part| part.contains("source"));
                assert!(!names || is_said, "{path}: {}", part.lines().next().unwrap_or_default());
            }
        }
        assert!(count > 5, "{count}");
    }
}
