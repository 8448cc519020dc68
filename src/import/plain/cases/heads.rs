//! Titles, bylines and days of publication.

use super::{outline, read};

const A: &str = "The council met in the old hall on the quay and spoke for three hours about the price of salt, which has doubled since the winter and may double again.";
const B: &str = "Nobody in the hall would say who had bought the stores, though everyone seemed to know, and the mayor closed the meeting before the question could be put.";

/// Checks an article whose `A` and `B` stand for paragraphs.
#[track_caller]
fn article(input: &str, expected: &[&str]) {
    let full = |s: &str| s.replace("{A}", A).replace("{B}", B);
    let expected: Vec<String> = expected.iter().map(|e| full(e)).collect();
    assert_eq!(outline(&read(&full(input))), expected);
}

/// Checks title, byline and day of publication.
#[track_caller]
fn meta(input: &str, title: &str, byline: Option<&str>, published: Option<&str>) {
    let doc = read(&input.replace("{A}", A).replace("{B}", B));
    let day = doc.meta().published.map(|d| d.to_string());
    let seen = (
        doc.meta().title.as_str(),
        doc.meta().byline.as_deref(),
        day.as_deref(),
    );
    assert_eq!(seen, (title, byline, published));
}

#[test]
fn the_first_short_line_is_the_title() {
    article(
        "Salt Doubles in a Winter\n\n{A}\n\n{B}",
        &["h1: Salt Doubles in a Winter", "p: {A}", "p: {B}"],
    );
    meta(
        "Salt Doubles in a Winter\n\n{A}",
        "Salt Doubles in a Winter",
        None,
        None,
    );
}

#[test]
fn a_text_that_begins_with_prose_has_no_title() {
    article("{A}\n\n{B}", &["p: {A}", "p: {B}"]);
    meta("{A}\n\n{B}", "", None, None);
}

#[test]
fn a_title_may_be_a_question_or_end_in_an_abbreviation() {
    meta(
        "Who bought the salt?\n\n{A}",
        "Who bought the salt?",
        None,
        None,
    );
    meta(
        "Sample v. Example Salt Inc.\n\n{A}",
        "Sample v. Example Salt Inc.",
        None,
        None,
    );
}

#[test]
fn the_byline_is_read_and_stays_in_the_text() {
    meta(
        "Salt\n\nBy Ada Example\n\n{A}",
        "Salt",
        Some("Ada Example"),
        None,
    );
    article(
        "Salt\n\nBy Ada Example\n\n{A}",
        &["h1: Salt", "p: By Ada Example", "p: {A}"],
    );
}

#[test]
fn byline_and_date_may_stand_right_under_the_title() {
    article(
        "Salt Doubles\nBy Ada Example\nJanuary 25, 2024\n\n{A}",
        &[
            "h1: Salt Doubles",
            "p: By Ada Example",
            "p: January 25, 2024",
            "p: {A}",
        ],
    );
    meta(
        "Salt Doubles\nBy Ada Example\nJanuary 25, 2024\n\n{A}",
        "Salt Doubles",
        Some("Ada Example"),
        Some("2024-01-25"),
    );
}

#[test]
fn the_day_is_read_in_many_forms() {
    for (line, day) in [
        ("January 25, 2024", "2024-01-25"),
        ("Tuesday, September 22, 2015", "2015-09-22"),
        ("25 Jan 2024", "2024-01-25"),
        ("2024-01-25", "2024-01-25"),
        ("Published January 25, 2024 at 9:15 am", "2024-01-25"),
        ("By Ada Example | January 25, 2024", "2024-01-25"),
        (
            "SAMPLETOWN, January 25, 2024 — The council met again.",
            "2024-01-25",
        ),
    ] {
        let text = format!("Salt\n\n{line}\n\n{{A}}");
        let doc = read(&text.replace("{A}", A));
        assert_eq!(
            doc.meta().published.map(|d| d.to_string()).as_deref(),
            Some(day),
            "{line}"
        );
    }
}

#[test]
fn a_day_inside_a_sentence_is_not_the_day_of_publication() {
    meta(
        "Salt\n\nThe stores were built on January 25, 1924, by the town.\n\n{A}",
        "Salt",
        None,
        None,
    );
}

#[test]
fn what_is_given_is_not_read_over() {
    let meta = crate::document::Meta {
        title: "Given".into(),
        ..Default::default()
    };
    let doc = super::import(format!("Salt\n\n{A}").as_bytes(), meta);
    assert_eq!(doc.meta().title, "Given");
}
