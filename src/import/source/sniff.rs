//! Whether bytes are text, by what they begin with and how many control bytes they hold.

use super::NotText;
use super::packed::is_packed;
use crate::import::decode::is_wide;

/// First bytes of formats that are not text, with what a person calls them.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"\xfd7zXZ\0", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
    (b"SQLite format 3\0", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"RIFF", "a sound, picture or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"fLaC", "a sound"),
    (b"\x1a\x45\xdf\xa3", "a film"),
];

/// What a zip archive begins with.
const ZIP: &[u8] = b"PK\x03\x04";

/// The share of control bytes above which bytes are not text, as one in so many. Random bytes hold one in ten.
const CONTROLS_ONE_IN: usize = 20;

/// So few control bytes never make a file binary, as long as it holds anything else.
const FEW: usize = 8;

/// Why the first bytes of an input cannot be those of an article; none when they can.
pub(super) fn not_text(head: &[u8]) -> Option<NotText> {
    if let Some(what) = foreign(head) {
        return Some(what);
    }
    if head.starts_with(ZIP) || is_packed(head) || is_wide(head) {
        return None;
    }
    let controls = head.iter().filter(|&&b| is_control(b)).count();
    let many = controls > FEW && controls.saturating_mul(CONTROLS_ONE_IN) > head.len();
    (many || controls == head.len()).then_some(NotText::Binary("a binary file"))
}

/// The format that these are the first bytes of, when it is known and not read. A zip archive may be an EPUB, and
/// importers look into it; what names the parts of an Office document is none.
pub(in crate::import) fn foreign(head: &[u8]) -> Option<NotText> {
    if head.starts_with(b"%PDF-") {
        return Some(NotText::Pdf);
    }
    if head.starts_with(b"{\\rtf") {
        return Some(NotText::Rtf);
    }
    if head.starts_with(ZIP) {
        return is_office(head);
    }
    let known = SIGNATURES.iter().find(|(signature, _)| {
        head.starts_with(signature) && (signature.len() > 4 || has_controls(head))
    });
    known.map(|&(_, what)| NotText::Binary(what))
}

/// What a zip archive is that holds the parts of an Office document (Office Open XML or `OpenDocument`).
fn is_office(head: &[u8]) -> Option<NotText> {
    let holds = |marks: &[&[u8]]| {
        marks
            .iter()
            .any(|mark| memchr::memmem::find(head, mark).is_some())
    };
    if holds(&[b"word/", b"application/vnd.oasis.opendocument.text"]) {
        Some(NotText::WordProcessor)
    } else if holds(&[b"xl/", b"ppt/", b"application/vnd.oasis.opendocument"]) {
        Some(NotText::Binary("a spreadsheet or a presentation"))
    } else if holds(&[b"[Content_Types].xml"]) {
        Some(NotText::WordProcessor)
    } else {
        None
    }
}

/// Short signatures are words that a text may begin with: those need a control byte as well.
fn has_controls(head: &[u8]) -> bool {
    head.iter().any(|&b| is_control(b) || b >= 0x80)
}

/// Control bytes that text has no use for. Tab, line ends, form feed, backspace and ESC do stand in texts.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=7 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &[u8], expect: bool) {
        assert_eq!(not_text(head).is_none(), expect, "{head:?}");
    }

    #[test]
    fn words_that_look_like_signatures_are_text() {
        check(b"RIFF raff went to the fair.", true);
        check(b"BZh is not a word.", true);
        check(b"ID3 tags are explained here.", true);
        check(b"ID3\x03\x00\x00\x00", false);
    }

    #[test]
    fn a_few_stray_controls_are_text_and_many_are_not() {
        check(b"a\0b", true);
        check(b"\x0cChapter 1\x0c", true);
        check(&(0..=255).cycle().take(4096).collect::<Vec<u8>>(), false);
        check(b"\0", false);
        check(
            "Åäö in Latin-1"
                .chars()
                .map(|c| c as u8)
                .collect::<Vec<_>>()
                .as_slice(),
            true,
        );
    }

    #[test]
    fn what_importers_unpack_or_decode_passes() {
        check(b"\x1f\x8b\x08\0\0\0\0\0", true);
        check(b"\x28\xb5\x2f\xfd\0\0\0\0\0", true);
        check(b"w\0i\0d\0e\0 \0w\0o\0r\0d\0s\0", true);
    }

    #[test]
    fn an_archive_may_be_an_epub_but_no_office_document() {
        check(
            b"PK\x03\x04\x0a\0\0\0\0\0........mimetypeapplication/epub+zip",
            true,
        );
        check(b"PK\x03\x04\x0a\0\0\0\0\0........word/document.xml", false);
    }
}
