//! Words and sentences of a text, as the rules count them.

/// The words of a text in small letters, for comparing. A hyphen parts words, a name in braces is
/// one word that equals nothing else, and “%” is a word.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut in_braces = false;
    for c in text.chars() {
        match c {
            '{' | '}' => {
                flush(&mut word, &mut words);
                in_braces = c == '{';
                if in_braces {
                    words.push("{}".to_owned());
                }
            }
            _ if in_braces => {}
            '%' => {
                flush(&mut word, &mut words);
                words.push("%".to_owned());
            }
            '\'' | '’' => word.push('’'),
            _ if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ => flush(&mut word, &mut words),
        }
    }
    flush(&mut word, &mut words);
    words
}

fn flush(word: &mut String, words: &mut Vec<String>) {
    let whole = std::mem::take(word);
    if whole.chars().any(char::is_alphanumeric) {
        words.push(whole);
    }
}

/// How long a sentence is: what stands between spaces and holds a letter or a digit. “Red-team” is
/// one word to a reader.
pub(crate) fn length(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The sentences of a text. One ends at “.”, “?”, “!” or “…” before a space or the end; closing
/// quotes and brackets belong to it. Colons and semicolons end none: a reader has to hold the first
/// half until the second is over.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (offset, c) in text.char_indices() {
        match c {
            '.' | '?' | '!' | '…' => ended = true,
            '”' | '’' | ')' if ended => {}
            _ if c.is_whitespace() && ended => {
                sentences.extend(text.get(start..offset));
                start = offset;
                ended = false;
            }
            _ => ended = false,
        }
    }
    sentences.extend(text.get(start..));
    sentences.into_iter().map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
}

/// A text without what it quotes: “prevents” in quotes is spoken of and not said.
pub(crate) fn unquoted(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '“' => {
                depth += 1;
                // Words before and behind do not become neighbours.
                kept.push_str(" {} ");
            }
            '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// A text without what stands in brackets: an explanation there does not part the words around it.
pub(crate) fn without_brackets(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// What stands in brackets.
pub(crate) fn in_brackets(text: &str) -> Vec<String> {
    let inside = text.split('(').skip(1).filter_map(|behind| behind.split_once(')'));
    inside.map(|(inside, _)| inside.to_owned()).collect()
}

/// Whether the words stand next to each other somewhere, in this order.
pub(crate) fn holds(words: &[String], phrase: &str) -> bool {
    let phrase: Vec<_> = phrase.split(' ').collect();
    words.windows(phrase.len()).any(|found| found.iter().eq(phrase.iter()))
}
