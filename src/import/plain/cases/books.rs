//! Books and memos.

use super::{outline, read};

/// Paragraphs as books have them, wrapped by hand.
const WRAPPED: &str = "The harbour was quiet that morning, and the boats lay close together\nalong the wall. No one spoke at all, and only the gulls were awake at\nthat hour, crying over the nets and the empty barrels on the quay. It\nwas said that a ship had come in the night and gone again before dawn.";

/// The outline without its paragraphs.
#[track_caller]
fn headings(input: &str, expected: &[&str]) {
    let all = outline(&read(&input.replace("{P}", WRAPPED)));
    let seen: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|l| l.starts_with(['h', 'x']))
        .collect();
    assert_eq!(seen, expected);
}

#[test]
fn a_transcribed_book_shows_its_chapters() {
    headings(
        "The Project Gutenberg EBook of Salt, by Ada Example\n\nTitle: Salt\n\nAuthor: Ada Example\n\n*** START OF THIS PROJECT GUTENBERG EBOOK SALT ***\n\n\n\nSALT\n\n\n\nCHAPTER I.\n\n\n{P}\n\n{P}\n\n\n\nCHAPTER II.\n\n\n{P}\n\n{P}\n\n\nEnd of the Project Gutenberg EBook of Salt\n\nThe licence follows here.",
        &[
            "x: The Project Gutenberg EBook of Salt, by Ada Example",
            "x: Title: Salt",
            "x: Author: Ada Example",
            "x: *** START OF THIS PROJECT GUTENBERG EBOOK SALT ***",
            "h1: SALT",
            "h2: CHAPTER I.",
            "h2: CHAPTER II.",
            "x: End of the Project Gutenberg EBook of Salt",
            "x: The licence follows here.",
        ],
    );
}

#[test]
fn title_and_author_of_a_book_come_from_its_header() {
    let doc = read(
        "The Project Gutenberg EBook of Salt\n\nTitle: Salt\n\nAuthor: Ada Example\n\n*** START OF THIS PROJECT GUTENBERG EBOOK SALT ***\n\nText.",
    );
    assert_eq!(
        (doc.meta().title.as_str(), doc.meta().byline.as_deref()),
        ("Salt", Some("Ada Example"))
    );
}

#[test]
fn a_chapter_and_its_title_are_one_heading() {
    headings(
        "*** START OF THIS PROJECT GUTENBERG EBOOK ***\n\n\n\nCHAPTER I\n\nThe Quay at Dawn\n\n\n{P}\n\n\n\nCHAPTER II\n\nThe Ship\n\n\n{P}",
        &[
            "x: *** START OF THIS PROJECT GUTENBERG EBOOK ***",
            "h2: CHAPTER I The Quay at Dawn",
            "h2: CHAPTER II The Ship",
        ],
    );
}

#[test]
fn parts_stand_over_chapters() {
    headings(
        "*** START OF THIS PROJECT GUTENBERG EBOOK ***\n\n\n\nPART ONE\n\n\n\nCHAPTER I\n\n\n{P}\n\n\n\nPART TWO\n\n\n\nCHAPTER II\n\n\n{P}",
        &[
            "x: *** START OF THIS PROJECT GUTENBERG EBOOK ***",
            "h2: PART ONE",
            "h3: CHAPTER I",
            "h2: PART TWO",
            "h3: CHAPTER II",
        ],
    );
}

#[test]
fn a_list_of_contents_is_folded() {
    let all = outline(&read(&"*** START OF THIS PROJECT GUTENBERG EBOOK ***\n\n\n\nCONTENTS\n\nCHAPTER I. The Quay\n\nCHAPTER II. The Ship\n\n\n\nCHAPTER I. The Quay\n\n\n{P}\n\n\n\nCHAPTER II. The Ship\n\n\n{P}".replace("{P}", WRAPPED)));
    let heads: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|l| l.starts_with('h'))
        .collect();
    assert_eq!(
        heads,
        ["h2: CHAPTER I. The Quay", "h2: CHAPTER II. The Ship"]
    );
    assert!(all.iter().any(|l| l == "x: CONTENTS"));
}

#[test]
fn plain_numerals_head_chapters() {
    headings(
        "*** START OF THIS PROJECT GUTENBERG EBOOK ***\n\n\n\nI\n\n\n{P}\n\n\n\nII\n\n\n{P}",
        &[
            "x: *** START OF THIS PROJECT GUTENBERG EBOOK ***",
            "h2: I",
            "h2: II",
        ],
    );
}

#[test]
fn a_memo_shows_its_sections_and_folds_its_pages() {
    headings(
        "Network Working Group                                         A. Example\nRequest for Comments: 9999                                     May 1999\n\n\n                           The Salt Protocol\n\n1.  Introduction\n\n   The protocol carries salt from one host to another, and no more than\n   that is asked of it.\n\nExample                     Informational                       [Page 1]\n\u{c}\nRFC 9999                  The Salt Protocol                     May 1999\n\n1.1.  Terms\n\n   A host is a place where salt is kept, and it may be kept there for as\n   long as is needed.\n\nExample                     Informational                       [Page 2]\n",
        &[
            "x: Network Working Group                                         A. Example/Request for Comments: 9999                                     May 1999",
            "h1: The Salt Protocol",
            "h2: 1.  Introduction",
            "x: Example                     Informational                       [Page 1]",
            "x: RFC 9999                  The Salt Protocol                     May 1999",
            "h3: 1.1.  Terms",
            "x: Example                     Informational                       [Page 2]",
        ],
    );
}
