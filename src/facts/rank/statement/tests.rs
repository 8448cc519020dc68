//! Which sentences become statements.

use crate::facts::merge::testing::document;
use crate::facts::{Findings, Kind, Reason, find};

/// A text in which nothing is counted, dated, named or quoted but in a few sentences.
const SALT: &str = "# Salt on old bridges\n\n\
    Salt is the main enemy of old bridges.\n\n\
    It creeps into the joints. The iron swells. Then the stone cracks from within. People seldom look there.\n\n\
    The town of Lode spent $4 million on a bridge last year. It had been closed to all carts.\n\n\
    Washing the old bridges in spring keeps the salt away. Few towns do so. Brushes are cheap. Water is free.\n\n\
    Bakers like it too. Some of them sing in the evening.";

fn statements<'a>(document: &'a crate::document::Document, findings: &Findings) -> Vec<&'a str> {
    let facts = findings.facts.iter();
    facts
        .filter(|f| f.kind == Kind::Statement)
        .map(|f| document.slice(f.span))
        .collect()
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let document = document(text);
    let findings = find(&document, None);
    assert_eq!(statements(&document, &findings), expect);
    assert!(
        findings.facts.is_sorted_by_key(|f| f.span),
        "facts are in the order of their spans"
    );
}

#[test]
fn what_says_most_and_holds_no_other_fact_is_a_statement() {
    check(
        SALT,
        &[
            "Salt is the main enemy of old bridges.",
            "Washing the old bridges in spring keeps the salt away.",
        ],
    );
}

#[test]
fn a_statement_comes_early_and_says_why() {
    let document = document(SALT);
    let findings = find(&document, None);
    let first = findings.facts.iter().find(|f| f.rank == 1).unwrap();
    assert_eq!(
        document.slice(first.span),
        "Salt is the main enemy of old bridges."
    );
    assert_eq!(
        first.reasons,
        [Reason::Gist, Reason::Title, Reason::Lede, Reason::Salient]
    );
}

#[test]
fn a_statement_said_again_is_one_fact() {
    let again = format!("{SALT}\n\nSalt is the main enemy of old bridges.");
    let document = document(&again);
    let findings = find(&document, None);
    let salt = findings.facts.iter().find(|f| f.kind == Kind::Statement);
    assert_eq!(salt.map(|f| f.mentions.len()), Some(2));
}

#[test]
fn a_short_text_and_another_language_have_none() {
    check(
        "# Salt on old bridges\n\nSalt is the main enemy of old bridges.",
        &[],
    );
    check(
        "# Salz auf alten Brücken\n\n\
         Salz ist der größte Feind der alten Brücken. Es dringt in die Fugen ein. Das Eisen quillt auf. \
         Dann reißt der Stein von innen. Die Leute sehen selten dort nach. Viele Städte waschen ihre Brücken nie. \
         Das Waschen der alten Brücken im Frühling hält das Salz fern. Bürsten sind billig. Wasser kostet nichts. \
         Die Bäcker mögen es auch. Einige von ihnen singen am Abend.",
        &[],
    );
}

#[test]
fn facts_that_contradict_each_other_still_do() {
    let text = "# Salt on old bridges\n\n\
        The town has 30 bridges on its river.\n\n\
        Salt is the main enemy of old bridges. It creeps into the joints. The iron swells. The stone cracks.\n\n\
        The town has 40 bridges on its river.\n\n\
        Washing old bridges in spring keeps the salt away. Few towns do so. Brushes are cheap. Water is free.";
    let document = document(text);
    let findings = find(&document, None);
    assert!(!statements(&document, &findings).is_empty());
    let mut pairs = 0;
    for (at, fact) in findings.facts.iter().enumerate() {
        for id in &fact.conflicts {
            pairs += 1;
            let other = &findings.facts[id.get()];
            assert_eq!((other.kind, id.get() != at), (fact.kind, true));
            assert!(document.slice(other.span).contains("bridges"));
        }
    }
    assert_eq!(pairs, 2);
}
