//! The bill of materials: what the modules that ship are made of, in the words of CycloneDX 1.6, for
//! those who compare parts with lists of known faults. Nothing loads it.
//!
//! Neither a time nor a random number stands in it: the same sources make the same bytes.

use serde_json::{Value, json};

use super::parts::{Id, Origin, Part, Parts};

/// Its name, by the ending by which programs know its kind.
pub(super) const NAME: &str = "sbom.cdx.json";

/// As it ships.
pub(super) fn bytes(parts: &Parts) -> Result<Vec<u8>, String> {
    let mut text =
        serde_json::to_string_pretty(&bill(parts)?).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text.into_bytes())
}

fn bill(parts: &Parts) -> Result<Value, String> {
    let Parts { app, all } = parts;
    let whole = all.get(app).ok_or("the app is no part of itself")?;
    let mut about = component(app, whole);
    if let Value::Object(fields) = &mut about {
        fields.insert("type".into(), "application".into());
    }
    let components: Vec<_> =
        all.iter().filter(|(id, _)| *id != app).map(|(id, part)| component(id, part)).collect();
    let dependencies: Result<Vec<_>, String> = all
        .iter()
        .map(|(id, part)| {
            let needs = part.needs.iter().map(|needed| {
                let found = all.get(needed).ok_or_else(|| format!("{needed} is no part"))?;
                Ok(purl(needed, &found.origin))
            });
            let needs = needs.collect::<Result<Vec<_>, String>>()?;
            Ok(json!({ "ref": purl(id, &part.origin), "dependsOn": needs }))
        })
        .collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "lifecycles": [{ "phase": "build" }], "component": about },
        "components": components,
        "dependencies": dependencies?,
    }))
}

fn component(id: &Id, part: &Part) -> Value {
    let purl = purl(id, &part.origin);
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": id.name,
        "version": id.version,
        "licenses": [{ "expression": part.licence }],
        "purl": purl,
    });
    if let Value::Object(fields) = &mut component {
        if let Origin::Registry { sum, .. } = &part.origin {
            fields.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": sum }]));
        }
        if let Some(about) = part.about {
            fields.insert("description".into(), about.into());
        }
    }
    component
}

/// The name by which programs know a package everywhere. One of this tree has its folder with it:
/// another of this name may lie in the registry, and is not meant.
fn purl(id: &Id, origin: &Origin) -> String {
    let Id { name, version } = id;
    let version = version.replace('+', "%2B");
    match origin {
        Origin::Registry { .. } => format!("pkg:cargo/{name}@{version}"),
        Origin::Tree(folder) => {
            let folder = if folder.is_empty() { "." } else { folder };
            format!("pkg:cargo/{name}@{version}?download_url=file://{folder}")
        }
        Origin::Toolchain => format!("pkg:generic/{name}@{version}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::parts;
    use super::*;

    #[test]
    fn each_part_is_listed_once_and_whatever_it_needs_is_listed_too() {
        let bill = bill(&parts::linked().unwrap()).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let listed = bill["components"].as_array().unwrap().iter();
        let listed: Vec<_> = listed.map(|one| text(&one["bom-ref"])).collect();
        let mut named: BTreeSet<_> = listed.iter().cloned().collect();
        assert_eq!(named.len(), listed.len(), "one stands there twice");
        named.insert(text(&bill["metadata"]["component"]["bom-ref"]));
        let mut reached = BTreeSet::new();
        let mut described = BTreeSet::new();
        for edge in bill["dependencies"].as_array().unwrap() {
            described.insert(text(&edge["ref"]));
            reached.extend(edge["dependsOn"].as_array().unwrap().iter().map(text));
        }
        assert_eq!(described, named);
        let app = text(&bill["metadata"]["component"]["bom-ref"]);
        reached.insert(app);
        assert_eq!(reached, named, "what nothing needs would not be linked");
    }

    #[test]
    fn it_says_no_time_and_no_folder_of_this_machine_and_is_the_same_again() {
        let made = || String::from_utf8(bytes(&parts::linked().unwrap()).unwrap()).unwrap();
        let bill = made();
        assert_eq!(bill, made());
        let root = crate::tree::root();
        assert!(!bill.contains(&*root.to_string_lossy()));
        assert!(!bill.contains("timestamp") && !bill.contains("serialNumber"));
    }

    #[test]
    fn a_package_of_this_tree_is_not_taken_for_one_of_its_name_in_the_registry() {
        let id = Id { name: "zopfli".into(), version: "0.8.4+a".into() };
        let of_the_tree = purl(&id, &Origin::Tree("zopfli".into()));
        assert_eq!(of_the_tree, "pkg:cargo/zopfli@0.8.4%2Ba?download_url=file://zopfli");
        let registry = Origin::Registry { sum: String::new(), folder: "x".into() };
        assert_eq!(purl(&id, &registry), "pkg:cargo/zopfli@0.8.4%2Ba");
    }
}
