//! Why a fact ranks where it does: the key that says it, the evidence with its reasons, the values that contradict.

use std::sync::Arc;

use nutgraf::article::Article;
use nutgraf::facts::{Findings, Reason};

use super::{BRIDGE, Stage};

/// What the box says, on one line.
fn said(stage: &mut Stage) -> String {
    let (title, rows) = stage.overlay();
    format!("{title}: {}", joined(&rows))
}

/// Rows on one line, with single spaces.
fn joined(rows: &[String]) -> String {
    let words = rows.iter().flat_map(|row| row.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

/// The bridge where the second fact has every reason.
fn reasoned() -> Arc<Article> {
    let mut findings = BRIDGE.findings.clone();
    findings.facts[1].reasons = vec![
        Reason::Gist,
        Reason::Title,
        Reason::Salient,
        Reason::Lede,
        Reason::Repeated,
        Reason::Specific,
        Reason::Attributed,
    ];
    findings.facts[1].sure = 0.86;
    with(findings)
}

/// The bridge with other findings.
fn with(findings: Findings) -> Arc<Article> {
    let (document, lines) = (Arc::clone(&BRIDGE.document), Arc::clone(&BRIDGE.lines));
    Arc::new(Article::new(document, findings, lines, BRIDGE.state))
}

#[test]
fn a_key_says_all_that_the_rank_comes_from() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&reasoned(), columns, rows).after("F J J w");
        let said = said(&mut stage);
        for part in [
            "Why this fact is no. 13 of 14:",
            "It will cost $4.2 million and is to open in 2027.",
            "it shares words with the title",
            "it is said 2 times",
            "Sentence a key sentence",
            "Score 0.50 of 1; by score alone no. 2",
            "Put lower, so that the first facts are spread over sentences, sections and kinds",
            "Confidence 86 of 100",
            "But also $1.5 million, no. 4, in: ",
        ] {
            assert!(said.contains(part), "{part:?} at {columns}x{rows}: {said}");
        }
    }
    let mut none = Stage::bridge().after("F J w");
    assert!(said(&mut none).contains("not one of the key sentences"));
}

#[test]
fn the_reasons_follow_the_keys_that_walk_facts() {
    let mut stage = Stage::bridge().after("F J J w J");
    assert_eq!(stage.selected(), "2027");
    assert!(said(&mut stage).starts_with("Why this fact is no. 12 of 14"));
    stage.keys("K *");
    assert_eq!(stage.view().mention, 1);
    assert!(said(&mut stage).contains("They denied that the bridge"));
    for close in ["Esc", "w", "q", "Enter"] {
        let stage = Stage::bridge().after("F J J w").after(close);
        assert!(stage.is_open().is_none(), "{close}");
        assert_eq!(stage.selected(), "$4.2 million");
    }
    let stage = Stage::bridge().after("w");
    assert_eq!(stage.notice(), "select a fact first");
}

#[test]
fn the_reasons_go_with_their_fact() {
    let mut stage = Stage::bridge().after("F J w");
    stage.reader.replace(with(Findings::default()));
    assert!(stage.is_open().is_none());
}

#[test]
fn the_evidence_has_all_reasons_where_there_is_room() {
    for (columns, rows) in [(100, 60), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&reasoned(), columns, rows).after("F J J");
        let said = joined(&stage.facts());
        for part in [
            "mention 1 of 2 · no. 13 of 14 · in a key sentence · in the title · about what is named most · in the \
             lede · said more than once · a definite figure · attributed",
            "It will cost $4.2 million and is to open in 2027.",
            "≠ but also $1.5 million",
        ] {
            assert!(said.contains(part), "{part:?} at {columns}x{rows}: {said}");
        }
    }
    // Where there is none, what is cut is marked, and half of the pane stays with the list.
    let mut stage = Stage::new(&reasoned(), 100, 16).after("F J J");
    let rows = stage.facts();
    let rule = rows.iter().position(|row| row.starts_with("──")).unwrap();
    assert!(rule >= rows.len() / 2, "{rows:#?}");
    assert!(joined(&rows).contains('…'), "{rows:#?}");
}

#[test]
fn a_fact_without_reasons_says_so_and_names_the_key_that_says_more() {
    let mut findings = BRIDGE.findings.clone();
    findings.facts[0].reasons.clear();
    let mut stage = Stage::new(&with(findings), 120, 40).after("F J");
    let said = joined(&stage.facts());
    assert!(
        said.contains("no. 14 of 14 · for its kind and sentence alone"),
        "{said}"
    );
    assert!(said.contains("w why"), "{said}");
}

#[test]
fn a_click_on_the_other_value_goes_there() {
    let mut stage = Stage::new(&BRIDGE, 120, 40).after("F J J");
    let (column, row) = stage.find("but also $1.5");
    stage.click(column, row);
    assert_eq!(stage.selected(), "$1.5 million");
}

#[test]
fn of_values_that_contradict_each_other_all_are_key_facts_or_none() {
    let mut stage = Stage::bridge();
    assert!(!stage.listed().contains(&"Monday"));
    let mut findings = BRIDGE.findings.clone();
    findings.facts[0].conflicts = vec![nutgraf::facts::FactId(6)];
    findings.facts[6].conflicts = vec![nutgraf::facts::FactId(0)];
    stage.reader.replace(with(findings));
    let listed = stage.listed();
    assert!(
        listed.contains(&"Monday") && listed.contains(&"1,250 people"),
        "{listed:?}"
    );
}
