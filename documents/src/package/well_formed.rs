//! Whether a text is the XML that this writer writes: elements that end in their order, quoted
//! attributes, the five references, no letter that XML forbids. Comments, declarations and the like
//! are never written, so they count as broken.

/// Whether the text is one well-formed element after its first line.
pub(super) fn is_well_formed(xml: &str) -> bool {
    let xml = match xml.strip_prefix("<?xml ") {
        Some(declared) => declared.split_once("?>").map(|(_, rest)| rest.trim_start()),
        None => Some(xml),
    };
    xml.is_some_and(|xml| elements(xml).is_some())
}

fn elements(xml: &str) -> Option<()> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml.strip_prefix('<')?;
    loop {
        let (tag, behind) = rest.split_once('>')?;
        let ends = if let Some(name) = tag.strip_prefix('/') {
            (open.pop()? == name).then_some(())?;
            true
        } else {
            let (tag, is_empty) = match tag.strip_suffix('/') {
                Some(tag) => (tag, true),
                None => (tag, false),
            };
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            (is_name(name) && are_attributes(attributes)).then_some(())?;
            if !is_empty {
                open.push(name);
            }
            is_empty
        };
        if ends && open.is_empty() {
            return behind.trim().is_empty().then_some(());
        }
        let (text, behind) = behind.split_once('<')?;
        is_text(text).then_some(())?;
        rest = behind;
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":-_.".contains(&byte))
}

fn are_attributes(attributes: &str) -> bool {
    let mut rest = attributes.trim();
    let mut names: Vec<&str> = Vec::new();
    while !rest.is_empty() {
        let Some((name, behind)) = rest.split_once("=\"") else { return false };
        let Some((value, behind)) = behind.split_once('"') else { return false };
        if !is_name(name) || names.contains(&name) || !is_text(value) {
            return false;
        }
        names.push(name);
        rest = behind.trim_start();
    }
    true
}

fn is_text(text: &str) -> bool {
    let allowed = |letter: char| {
        matches!(letter, '\n' | ' '..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
            && letter != '<'
    };
    let references = text.split('&').skip(1).all(|rest| {
        ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| rest.starts_with(known))
    });
    references && text.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_of_xml_would_refuse_is_refused() {
        for good in ["<a/>", "<a b=\"1\" c=\"&lt;\">x &amp; y<b/></a>", "<?xml v?>\n<a>é</a>\n"] {
            assert!(is_well_formed(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a/>x",
            "<a b=1/>",
            "<a b=\"1\" b=\"2\"/>",
            "<a b=\"<\"/>",
            "<a>&x;</a>",
            "<a>&</a>",
            "<a>\u{1}</a>",
            "<a>\u{ffff}</a>",
            "<a><!-- --></a>",
            "<a><![CDATA[]]></a>",
            "<1/>",
            "<a>x",
        ] {
            assert!(!is_well_formed(bad), "{bad}");
        }
    }
}
