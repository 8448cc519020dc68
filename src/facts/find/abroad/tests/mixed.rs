//! Texts in more than one language.

use crate::facts::merge::testing::document;

const ENGLISH: &str = "The mayor said that 350 people were in the hall when the roof came down, and that all of them had been found by the evening.";
const GERMAN: &str = "Der Schaden ist nach Angaben der Stadt groß. Rund 2.500 Einwohner sind noch immer ohne Strom und die Häuser am Fluss nicht zu bewohnen.";

/// The kinds and words of the facts of a text, and the languages of it and of its parts.
fn found(text: &str) -> (String, Option<&'static str>, Option<&'static str>) {
    let document = document(text);
    let findings = crate::facts::find(&document, None);
    let facts = findings
        .facts
        .iter()
        .map(|f| format!("{} {}", f.kind.name(), document.slice(f.span)));
    let code = |l: crate::facts::Language| l.code();
    (
        facts.collect::<Vec<_>>().join(" & "),
        findings.language.map(code),
        findings.other.map(code),
    )
}

#[test]
fn a_german_paragraph_in_an_english_article_is_read_as_german() {
    let text = format!("{ENGLISH}\n{ENGLISH}\n{GERMAN}\n{ENGLISH}");
    let (facts, main, other) = found(&text);
    assert_eq!((main, other), (Some("en"), Some("de")));
    assert!(
        facts.contains("quantity 2.500") && facts.contains("quantity 350 people"),
        "{facts}"
    );
    for wrong in ["person", "organization", "Einwohner", "Schaden", "Häuser"] {
        assert!(!facts.contains(wrong), "{wrong}: {facts}");
    }
}

#[test]
fn an_english_paragraph_in_a_german_article_is_read_as_english() {
    let text = format!("{GERMAN}\n{GERMAN}\n{ENGLISH}\n{GERMAN}\n{GERMAN}");
    let (facts, main, other) = found(&text);
    assert_eq!((main, other), (Some("de"), None));
    assert!(
        facts.contains("350 people") && facts.contains("2.500"),
        "{facts}"
    );
}

#[test]
fn foreign_names_and_titles_do_not_make_a_paragraph_foreign() {
    let names = "Jean-Claude Dupont of the Banque de la Réunion, Juan de la Cruz and Ludwig van der Rohe met at El País.";
    let (facts, main, other) = found(&format!("{ENGLISH}\n{names}\n{ENGLISH}"));
    assert_eq!((main, other), (Some("en"), None));
    assert!(facts.contains("person Jean-Claude Dupont"), "{facts}");
}

#[test]
fn what_is_found_in_another_language_is_marked() {
    let document = document(GERMAN);
    let findings = crate::facts::find(&document, None);
    let key = crate::facts::key_facts(&findings, &document);
    assert!(key.contains(&true), "{findings:?}");
}
