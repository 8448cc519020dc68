//! The attributes of a tag: where they end, and which of them are worth parsing.

use super::tags::one_of;
use super::{Put, Scan, Syntax};

/// Attributes of one tag; more are dropped.
pub(super) const ATTRIBUTES: usize = 256;
/// The longest value of an attribute, in bytes: more can only be embedded data.
pub(super) const VALUE: usize = 64 << 10;
/// A value that is shorter is not worth taking out, in bytes.
const SHORT: usize = 8;

impl Scan<'_> {
    /// One past the end of the tag whose attributes begin at `at`, and whether it closes itself. Attributes that nobody
    /// asks for are taken out, and values that are too long.
    pub(super) fn attributes(&mut self, mut at: usize) -> (usize, bool) {
        let bytes = self.page.as_bytes();
        let mut count = 0;
        loop {
            let mut slash = false;
            while let Some(byte) = bytes.get(at).filter(|b| is_gap(**b)) {
                slash = *byte == b'/';
                at += 1;
            }
            match bytes.get(at) {
                None => return (bytes.len(), false),
                Some(b'>') => return (at + 1, slash),
                Some(_) => {}
            }
            let name = at;
            at += 1;
            at += position(bytes, at, |b| is_gap(b) || matches!(b, b'>' | b'='));
            let end_of_name = at;
            let equals = at + position(bytes, at, |b| !b.is_ascii_whitespace());
            let mut value = at..at;
            if bytes.get(equals) == Some(&b'=') {
                let from = equals + 1;
                let from = from + position(bytes, from, |b| !b.is_ascii_whitespace());
                if let Some(&quote @ (b'"' | b'\'')) = bytes.get(from) {
                    at = self.after(from + 1, quote);
                    value = from + 1..at.saturating_sub(1).max(from + 1);
                } else {
                    at = from + position(bytes, from, |b| b.is_ascii_whitespace() || b == b'>');
                    value = from..at;
                }
            }
            count += 1;
            if count > ATTRIBUTES {
                let end = self.after(at, b'>');
                self.put(name..end.saturating_sub(1).max(name), Put::Nothing);
                self.loss.attributes = true;
                return (end, false);
            }
            if value.len() > VALUE {
                let name = self.page.get(name..end_of_name).unwrap_or_default();
                self.loss.attributes |=
                    one_of(name, &["alt", "href", "title", "content", "id", "name"]);
                self.put(value, Put::Nothing);
            } else if self.syntax == Syntax::Html && value.len() >= SHORT {
                let words = self.page.get(value).unwrap_or_default();
                let name_of = self.page.get(name..end_of_name).unwrap_or_default();
                if tells_nothing(name_of, words) {
                    self.put(name..at, Put::Nothing);
                }
            }
        }
    }
}

/// How far from `at` the first byte is that `ends` holds of.
fn position(bytes: &[u8], at: usize, ends: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().position(|b| ends(*b)).unwrap_or(rest.len())
}

/// Whether a byte stands between attributes.
fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/'
}

/// Whether nobody asks for an attribute: what scripts and styles use.
fn tells_nothing(name: &str, value: &str) -> bool {
    let begins = |start: &str| {
        name.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    let holds = |text: &str, words: &[&str]| {
        words
            .iter()
            .any(|word| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some())
    };
    if begins("data-") {
        return !holds(name, &["src", "date", "lang", "testid", "original"]);
    }
    if begins("aria-") {
        return !one_of(name, &["aria-hidden", "aria-modal"]);
    }
    if one_of(name, &["style"]) {
        return !holds(&value.to_ascii_lowercase(), &["display", "visib"]);
    }
    (name.len() > 4 && begins("on"))
        || one_of(
            name,
            &[
                "sizes",
                "target",
                "action",
                "for",
                "placeholder",
                "jsaction",
                "jslog",
                "integrity",
            ],
        )
}
