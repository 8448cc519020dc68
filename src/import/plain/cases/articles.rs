//! Titles, headings, bylines, dates and furniture of articles.

use super::{check, outline, read};

const A: &str = "The council met in the old hall on the quay and spoke for three hours about the price of salt, which has doubled since the winter and may double again.";
const B: &str = "Nobody in the hall would say who had bought the stores, though everyone seemed to know, and the mayor closed the meeting before the question could be put.";

/// Checks an article whose `A` and `B` stand for paragraphs.
#[track_caller]
fn article(input: &str, expected: &[&str]) {
    let full = |s: &str| s.replace("{A}", A).replace("{B}", B);
    let expected: Vec<String> = expected.iter().map(|e| full(e)).collect();
    assert_eq!(outline(&read(&full(input))), expected);
}

#[test]
fn a_wrapped_title_is_one_line() {
    let text = "The price of salt has doubled in a single winter and nobody will\nsay why\n\nThe council met in the old hall on the quay and spoke for three hours\nabout the price of salt, which has doubled since the winter and may\ndouble again before the summer comes to its end.";
    assert_eq!(
        outline(&read(text)).first().map(String::as_str),
        Some("h1: The price of salt has doubled in a single winter and nobody will say why")
    );
}

#[test]
fn short_lines_over_prose_are_headings() {
    article(
        "Salt Doubles in a Winter\n\n{A}\n\nThe Stores on the Quay\n\n{B}\n\n{A}\n\nWhat Comes Next\n\n{B}\n\n{A}",
        &[
            "h1: Salt Doubles in a Winter",
            "p: {A}",
            "h2: The Stores on the Quay",
            "p: {B}",
            "p: {A}",
            "h2: What Comes Next",
            "p: {B}",
            "p: {A}",
        ],
    );
}

#[test]
fn capitals_over_prose_are_headings() {
    article(
        "Salt\n\n{A}\n\nTHE STORES\n\n{B}\n\nTHE MAYOR\n\n{A}",
        &[
            "h1: Salt",
            "p: {A}",
            "h2: THE STORES",
            "p: {B}",
            "h2: THE MAYOR",
            "p: {A}",
        ],
    );
}

#[test]
fn numbered_headings_keep_their_number() {
    article(
        "On Salt\n\n1. Introduction\n\n{A}\n\n2. The Stores\n\n{B}\n\n3. The Mayor\n\n{A}",
        &[
            "h1: On Salt",
            "h2: 1. Introduction",
            "p: {A}",
            "h2: 2. The Stores",
            "p: {B}",
            "h2: 3. The Mayor",
            "p: {A}",
        ],
    );
}

#[test]
fn the_parts_of_a_number_give_the_level() {
    article(
        "On Salt\n\n1. Introduction\n\n{A}\n\n1.1. The Stores\n\n{B}\n\n1.2. The Mayor\n\n{A}",
        &[
            "h1: On Salt",
            "h2: 1. Introduction",
            "p: {A}",
            "h3: 1.1. The Stores",
            "p: {B}",
            "h3: 1.2. The Mayor",
            "p: {A}",
        ],
    );
}

#[test]
fn sections_of_papers_may_end_with_a_stop() {
    article(
        "On Salt\n\nIntroduction.\n\n{A}\n\nStores and prices.\n\n{B}",
        &[
            "h1: On Salt",
            "h2: Introduction.",
            "p: {A}",
            "h2: Stores and prices.",
            "p: {B}",
        ],
    );
}

#[test]
fn underlined_lines_are_headings_by_their_mark() {
    article(
        "Salt\n====\n\n{A}\n\nThe stores\n----------\n\n{B}\n\nThe mayor\n---------\n\n{A}",
        &[
            "h1: Salt",
            "p: {A}",
            "h2: The stores",
            "p: {B}",
            "h2: The mayor",
            "p: {A}",
        ],
    );
    article("======\n Salt\n======\n\n{A}", &["h1: Salt", "p: {A}"]);
}

#[test]
fn a_rule_under_a_paragraph_is_no_underline() {
    article(
        "Salt\n\n{A}\n-----\n\n{B}",
        &["h1: Salt", "p: {A}", "rule: -----", "p: {B}"],
    );
}

#[test]
fn hashes_are_headings_of_their_level() {
    article(
        "# Salt\n\n{A}\n\n## The stores\n\n{B}\n\n### The mayor ###\n\n{A}",
        &[
            "h1: Salt",
            "p: {A}",
            "h2: The stores",
            "p: {B}",
            "h3: The mayor",
            "p: {A}",
        ],
    );
}

#[test]
fn hashes_elsewhere_are_text() {
    article(
        "Salt\n\n{A}\n\n#salt is the word of the day\n\n{B}",
        &[
            "h1: Salt",
            "p: {A}",
            "p: #salt is the word of the day",
            "p: {B}",
        ],
    );
}

#[test]
fn a_paragraph_that_lost_its_stop_is_a_paragraph() {
    let lost = "It was said that the stores might have been sold earlier if it had not been for the quarrel between the two towns";
    article(
        &format!("Salt\n\n{{A}}\n\n{lost}\n\n{{B}}"),
        &["h1: Salt", "p: {A}", &format!("p: {lost}"), "p: {B}"],
    );
}

#[test]
fn a_last_line_over_nothing_is_no_heading() {
    article(
        "Salt\n\n{A}\n\n{B}\n\nAda Example in Sampletown",
        &[
            "h1: Salt",
            "p: {A}",
            "p: {B}",
            "p: Ada Example in Sampletown",
        ],
    );
}

#[test]
fn a_dateline_is_no_heading() {
    article(
        "Salt Doubles\n\nSunday, January 20, 2008\n\n{A}",
        &["h1: Salt Doubles", "p: Sunday, January 20, 2008", "p: {A}"],
    );
}

#[test]
fn comment_forms_are_folded_and_no_headings() {
    article(
        "Salt\n\n{A}\n\n{B}\n\nLeave A Reply\n\nYour email address will not be published.",
        &[
            "h1: Salt",
            "p: {A}",
            "p: {B}",
            "x: Leave A Reply",
            "x: Your email address will not be published.",
        ],
    );
}

#[test]
fn furniture_above_the_title_is_folded() {
    article(
        "Skip to main content\nAdvertisement\nSubscribe to our newsletter\n\nSalt Doubles\n\n{A}",
        &[
            "x: Skip to main content",
            "x: Advertisement",
            "x: Subscribe to our newsletter",
            "h1: Salt Doubles",
            "p: {A}",
        ],
    );
}

#[test]
fn furniture_between_paragraphs_is_folded() {
    article(
        "Salt\n\n{A}\n\nAdvertisement\n\n{B}\n\nShare this:\n\nRelated articles",
        &[
            "h1: Salt",
            "p: {A}",
            "x: Advertisement",
            "p: {B}",
            "x: Share this:",
            "x: Related articles",
        ],
    );
}

#[test]
fn cookie_notices_and_copyright_lines_are_folded() {
    article(
        "We use cookies to improve your visit. Accept all | Decline\n\nSalt\n\n{A}\n\n© 2024 The Daily Sample. All rights reserved.",
        &[
            "x: We use cookies to improve your visit. Accept all | Decline",
            "h1: Salt",
            "p: {A}",
            "x: © 2024 The Daily Sample. All rights reserved.",
        ],
    );
}

#[test]
fn a_paragraph_about_furniture_is_the_article() {
    let about = "Subscribers to the newsletter were told that the site uses cookies, and many of them left a reply that could not be printed here.";
    article(
        &format!("Salt\n\n{{A}}\n\n{about}"),
        &["h1: Salt", "p: {A}", &format!("p: {about}")],
    );
}

#[test]
fn captions_by_number_are_no_headings() {
    article(
        "Salt\n\n{A}\n\nFigure 2. The quay at noon\n\n{B}",
        &[
            "h1: Salt",
            "p: {A}",
            "p: Figure 2. The quay at noon",
            "p: {B}",
        ],
    );
}

#[test]
fn turns_of_an_interview_are_no_headings() {
    article(
        "An interview with the mayor\n\n{A}\n\nWho bought the salt?\n\n{B}\n\nWhen will you say?\n\n{A}",
        &[
            "h1: An interview with the mayor",
            "p: {A}",
            "p: Who bought the salt?",
            "p: {B}",
            "p: When will you say?",
            "p: {A}",
        ],
    );
}

#[test]
fn broken_bytes_are_shown_and_told_of() {
    let doc = super::import(
        b"Salt \xff and rope, they said, were gone.",
        crate::document::Meta::default(),
    );
    assert_eq!(doc.text(), "Salt \u{fffd} and rope, they said, were gone.");
    assert!(
        doc.warnings()
            .first()
            .is_some_and(|w| w.contains("1 invalid"))
    );
}

#[test]
fn a_poem_has_no_headings() {
    check(
        "The Lantern\n\nThe lantern swings above the door,\nAnd moths come round to see.\n\nThe lantern sleeps, the moths are gone,\nThe tide is coming in.",
        &[
            "h1: The Lantern",
            "p: The lantern swings above the door,/And moths come round to see.",
            "p: The lantern sleeps, the moths are gone,/The tide is coming in.",
        ],
    );
}
