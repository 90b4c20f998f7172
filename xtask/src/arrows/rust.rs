//! Rust source without what is not code: comments and the insides of literals become spaces, tests
//! at the end of a file are cut off. Offsets stay those of the file.

/// The code of a file, and its string literals.
#[derive(Default)]
pub(super) struct Code {
    /// As long as the file up to its tests, with spaces for what is not code.
    pub(super) text: String,
    /// String literals in order.
    pub(super) literals: Vec<Literal>,
}

/// A string literal.
pub(super) struct Literal {
    /// Where its quote opens.
    pub(super) offset: usize,
    /// What stands inside, escapes as written.
    pub(super) text: String,
}

impl Code {
    /// Takes the file apart.
    pub(super) fn of(file: &str) -> Self {
        let mut code = Self::default();
        let mut rest = file;
        while let Some(first) = rest.chars().next() {
            let identifier = code.text.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let length = if rest.starts_with("//") {
                let length = rest.find('\n').unwrap_or(rest.len());
                code.blank(rest, length);
                length
            } else if rest.starts_with("/*") {
                let length = comment(rest);
                code.blank(rest, length);
                length
            } else if let Some((open, close)) = string(rest, identifier) {
                code.literal(rest, open, close)
            } else if first == '\'' && is_character(rest) {
                let length = character(rest);
                code.blank(rest, length);
                length
            } else {
                code.text.push(first);
                first.len_utf8()
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        if let Some(tests) = code.text.find("#[cfg(test)]\nmod ") {
            code.text.truncate(tests);
            code.literals.retain(|literal| literal.offset < tests);
        }
        code
    }

    fn blank(&mut self, rest: &str, length: usize) {
        for byte in rest.bytes().take(length) {
            self.text.push(if byte == b'\n' { '\n' } else { ' ' });
        }
    }

    /// Keeps the quotes, so that a rule sees that something stands there.
    fn literal(&mut self, rest: &str, open: usize, close: usize) -> usize {
        let inside = rest.get(open..).unwrap_or_default();
        let mut end = 0;
        let mut escaped = false;
        let hashes = close - 1;
        let last = format!("\"{}", "#".repeat(hashes));
        while end < inside.len() {
            let behind = inside.get(end..).unwrap_or_default();
            let Some(c) = behind.chars().next() else { break };
            if !escaped && behind.starts_with(&last) {
                break;
            }
            escaped = !escaped && c == '\\' && !rest.starts_with(['r']) && hashes == 0;
            end += c.len_utf8();
        }
        let text = inside.get(..end).unwrap_or_default().to_owned();
        self.blank(rest, open - 1);
        self.literals.push(Literal { offset: self.text.len(), text });
        self.text.push('"');
        self.blank(inside, end);
        let length = (open + end + close).min(rest.len());
        if length > open + end {
            self.text.push('"');
            self.blank(&last, close - 1);
        }
        length
    }
}

/// Lengths of the opening and closing marks, if a string literal begins here.
fn string(rest: &str, identifier: bool) -> Option<(usize, usize)> {
    if rest.starts_with('"') {
        return Some((1, 1));
    }
    if identifier {
        return None;
    }
    let prefix = rest.bytes().take_while(|byte| b"bcr".contains(byte)).count();
    let behind = rest.get(prefix..)?;
    let raw = prefix > 0 && rest.get(..prefix)?.ends_with('r');
    let hashes = if raw { behind.bytes().take_while(|byte| *byte == b'#').count() } else { 0 };
    let open = behind.get(hashes..)?.starts_with('"');
    (prefix > 0 && prefix <= 2 && open).then_some((prefix + hashes + 1, hashes + 1))
}

fn comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let behind = rest.get(at..).unwrap_or_default();
        if behind.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if behind.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += behind.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// A character literal, not a lifetime: `'a'` and `'\n'`, not `'a`.
fn is_character(rest: &str) -> bool {
    let mut inside = rest.chars().skip(1);
    matches!((inside.next(), inside.next()), (Some('\\'), _) | (Some(_), Some('\'')))
}

fn character(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\'' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Places where a word stands by itself.
pub(super) fn words<'a>(
    text: &'a str,
    word: &'a str,
) -> impl Iterator<Item = (usize, &'a str)> + 'a {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).filter(move |(at, found)| {
        let before = text.get(..*at).unwrap_or_default();
        let behind = text.get(at + found.len()..).unwrap_or_default();
        !before.ends_with(part) && !behind.starts_with(part)
    })
}
