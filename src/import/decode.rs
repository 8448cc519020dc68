//! Bytes to text: what encodes them.
//!
//! The encoding is found in this order: the reader's word, a byte order mark, what the server declared, what a page
//! declares in its first 1024 bytes, UTF-8 when the bytes are valid UTF-8, else a guess as Firefox makes it.

mod places;

pub(super) use places::places;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{ImportError, InputKind};

/// A text and how it was found.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// The text; borrowed where the bytes are UTF-8 already.
    pub text: Cow<'a, str>,
    /// The encoding, where it is not plain UTF-8.
    pub encoding: Option<&'static Encoding>,
    /// What a reader should know about it.
    pub warning: Option<String>,
}

/// Decodes a text. `label` is the reader's word, `content_type` the server's.
///
/// # Errors
/// When the reader's word names no encoding.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    kind: InputKind,
    label: Option<&str>,
    content_type: Option<&str>,
) -> Result<Decoded<'a>, ImportError> {
    let asked =
        match label {
            Some(label) => Some(Encoding::for_label(label.as_bytes()).ok_or_else(|| {
                ImportError::Encoding {
                    label: label.to_owned(),
                }
            })?),
            None => None,
        };
    let found = asked
        .or_else(|| Encoding::for_bom(bytes).map(|(encoding, _)| encoding))
        .or_else(|| wide(bytes))
        .or_else(|| {
            let declares = matches!(kind, InputKind::Html | InputKind::Feed);
            let declared = content_type
                .and_then(charset)
                .or_else(|| declares.then(|| prescan(bytes)).flatten());
            declared.filter(|encoding| *encoding == UTF_8 || !is_surely_utf8(bytes))
        });
    let guessed = found.is_none();
    let encoding = match found {
        Some(encoding) if encoding != UTF_8 => encoding,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => return Ok(plain(Cow::Borrowed(text))),
            Err(_) if found.is_some() => UTF_8,
            Err(_) => guess(bytes),
        },
    };
    if encoding == UTF_8 {
        return Ok(Decoded {
            warning: Some("Some bytes are not valid UTF-8 and show as \u{fffd}.".to_owned()),
            ..plain(String::from_utf8_lossy(bytes))
        });
    }
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    let mut warning = None;
    if guessed {
        warning = Some(format!(
            "The encoding was guessed: {}. Another can be given with --encoding.",
            encoding.name()
        ));
    } else if broken {
        warning = Some(format!(
            "Some bytes are not valid {} and show as \u{fffd}.",
            encoding.name()
        ));
    }
    Ok(Decoded {
        text,
        encoding: Some(encoding),
        warning,
    })
}

/// A text that was UTF-8 from the start.
fn plain(text: Cow<'_, str>) -> Decoded<'_> {
    Decoded {
        text,
        encoding: None,
        warning: None,
    }
}

/// Whether bytes are valid UTF-8 with enough characters past ASCII that this is no chance. Browsers save pages in
/// UTF-8 and leave the old declaration in; servers call every page what they were once set up for.
fn is_surely_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.bytes().filter(|b| *b >= 0xc0).count() >= 3)
}

/// Mends a page that was encoded twice: `â€™` for an apostrophe, whose middle is a control character that no page
/// means. Runs of characters that are UTF-8 when each is taken as a byte become what they were; other such controls
/// become what Windows has in their place.
pub(super) fn mend(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let wrong = |at: usize| bytes.get(at + 1).is_some_and(|b| (0x80..0xa0).contains(b));
    if !memchr::memchr_iter(0xc2, bytes).any(wrong) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<u8> = Vec::new();
    let flush = |run: &mut Vec<u8>, out: &mut String| {
        match std::str::from_utf8(run) {
            Ok(meant) => out.push_str(meant),
            Err(_) => out.push_str(&WINDOWS_1252.decode_without_bom_handling(run).0),
        }
        run.clear();
    };
    for c in text.chars() {
        match u8::try_from(u32::from(c)) {
            Ok(byte) if byte >= 0x80 => run.push(byte),
            _ => {
                flush(&mut run, &mut out);
                out.push(c);
            }
        }
    }
    flush(&mut run, &mut out);
    Cow::Owned(out)
}

/// Whether bytes are UTF-16, by their mark or by their zeros.
pub(super) fn is_wide(bytes: &[u8]) -> bool {
    let marked = Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8);
    (marked && !bytes.starts_with(&[0xff, 0xfe, 0, 0])) || wide(bytes).is_some()
}

/// UTF-16 without a byte order mark: nearly every other byte of the beginning is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(512))?;
    let pairs = head.len() / 2;
    let zeros = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    if pairs < 4 {
        None
    } else if first * 10 > pairs * 7 && second * 10 < pairs {
        Some(UTF_16BE)
    } else if second * 10 > pairs * 7 && first * 10 < pairs {
        Some(UTF_16LE)
    } else {
        None
    }
}

/// The encoding after `charset=` in a header or a tag.
fn charset(declaration: &str) -> Option<&'static Encoding> {
    let lower = declaration.to_ascii_lowercase();
    let (_, value) = lower.split_once("charset")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.+".contains(c)))
        .unwrap_or(value.len());
    Encoding::for_label(value.get(..end)?.as_bytes())
}

/// The encoding that a page declares in its first 1024 bytes, as browsers look for it: in a `<meta>` tag outside
/// comments, or in an XML declaration. A page that was read as bytes cannot be UTF-16: it is UTF-8 then.
fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).to_ascii_lowercase();
    let mut rest = head.as_str();
    let found = if rest.starts_with("<?xml") {
        rest.split_once("encoding").and_then(|(_, value)| {
            let (value, _) = value.split_once("?>")?;
            charset(&format!("charset{value}"))
        })
    } else {
        None
    };
    let found = found.or_else(|| {
        while let Some(at) = rest.find('<') {
            rest = rest.get(at..)?;
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let end = rest.find('>').map_or(rest.len(), |at| at + 1);
            let tag = rest.get(..end)?;
            if let Some(encoding) = tag.starts_with("<meta").then(|| charset(tag)).flatten() {
                return Some(encoding);
            }
            rest = rest.get(end..)?;
        }
        None
    })?;
    if found == UTF_16BE || found == UTF_16LE {
        return Some(UTF_8);
    }
    Some(found)
}

/// How much is guessed from, in bytes: little enough that the beginning of a long text is guessed as the whole is.
const GUESSED: usize = 32 << 10;

/// The likeliest encoding, from the first [`GUESSED`] bytes that are not ASCII alone. O(bytes).
fn guess(bytes: &[u8]) -> &'static Encoding {
    let ascii = Encoding::ascii_valid_up_to(bytes);
    // Some words before, since the detector looks at the letters around.
    let from = ascii.saturating_sub(64);
    let sample = bytes.get(from..).unwrap_or_default();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample.get(..GUESSED).unwrap_or(sample), true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], kind: InputKind, text: &str, encoding: Option<&str>) {
        let decoded = decode(bytes, kind, None, None).unwrap();
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.encoding.map(Encoding::name), encoding);
    }

    #[test]
    fn marks_declarations_and_guesses_in_that_order() {
        let text = InputKind::Text;
        check("Grüße".as_bytes(), text, "Grüße", None);
        check(b"\xff\xfeH\0i\0", text, "Hi", Some("UTF-16LE"));
        check(b"H\0i\0 \0y\0o\0u\0", text, "Hi you", Some("UTF-16LE"));
        check(
            b"caf\xe9 na\xefve, d\xe9j\xe0 vu",
            text,
            "café naïve, déjà vu",
            Some("windows-1252"),
        );
        check(
            b"<meta charset=\"koi8-r\"><p>\xf0\xd2</p>",
            InputKind::Html,
            "<meta charset=\"koi8-r\"><p>Пр</p>",
            Some("KOI8-R"),
        );
        check(
            b"<!-- charset=koi8-r --><meta content='text/html; charset=latin1'>\xe9",
            InputKind::Html,
            "<!-- charset=koi8-r --><meta content='text/html; charset=latin1'>é",
            Some("windows-1252"),
        );
    }

    #[test]
    fn a_page_encoded_twice_is_mended() {
        assert_eq!(mend("it\u{e2}\u{80}\u{99}s caf\u{e9}".into()), "it’s café");
        assert_eq!(mend("it\u{92}s".into()), "it’s");
        assert_eq!(mend("café".into()), "café");
    }

    #[test]
    fn an_unknown_label_is_an_error_and_a_known_one_wins() {
        assert!(decode(b"x", InputKind::Text, Some("klingon"), None).is_err());
        let decoded = decode(b"\xa4", InputKind::Text, Some("iso-8859-15"), None).unwrap();
        assert_eq!(decoded.text, "€");
    }
}
