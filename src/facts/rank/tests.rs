//! What ranks before what, and why.

use crate::facts::merge::testing::{Found, check_promises, document};
use crate::facts::{Approx, Findings, Kind, Reason, key_facts};

/// Merges and ranks what is marked, and checks the promises of ranks.
fn ranked(found: &Found<'_>) -> Findings {
    let mut findings = found.merge();
    super::rank(&found.analysis, &mut findings);
    check_promises(found.analysis.text(), &findings);
    let mut ranks: Vec<u32> = findings.facts.iter().map(|f| f.rank).collect();
    ranks.sort_unstable();
    let all: Vec<u32> = (1..).take(findings.facts.len()).collect();
    assert_eq!(ranks, all, "ranks are 1 to the number of facts");
    for fact in &findings.facts {
        assert!((0.0..=1.0).contains(&fact.score), "scores from 0 to 1");
    }
    findings
}

/// The words of the facts in the order of their ranks.
fn order<'a>(found: &Found<'a>, findings: &Findings) -> Vec<&'a str> {
    let ranked = findings.ranked();
    let facts = ranked.iter().filter_map(|id| findings.facts.get(id.get()));
    facts.map(|f| found.words(f.span)).collect()
}

#[track_caller]
fn check_first(text: &str, mark: impl FnOnce(&mut Found<'_>), first: &str) {
    let document = document(text);
    let mut found = Found::new(&document);
    mark(&mut found);
    let findings = ranked(&found);
    assert_eq!(
        order(&found, &findings).first().copied(),
        Some(first),
        "{text}"
    );
}

const STORM: &str = "# Storm closes the harbour of Tarn\n\n\
    A storm closed the harbour of Tarn for 12 hours on Monday.\n\n\
    The harbour of Tarn serves 40 ferries a day, and the storm stopped them all.\n\n\
    Its café sells soup. A bowl costs $6 and comes with bread that is baked in an oven behind the old mill.\n\n\
    Bo Lind, a cook, came from Lode. Lind has a cat.";

fn mark_storm(f: &mut Found<'_>) {
    f.name(Kind::Place, "Tarn", 1);
    f.name(Kind::Place, "Tarn", 1);
    f.number("12 hours", 12.0, "hours");
    f.time("Monday", Some("2021-05-03"));
    f.name(Kind::Place, "Tarn", 1);
    f.number("40 ferries", 40.0, "ferries");
    f.figure(Kind::Money, "$6", 6.0, "", Approx::Exact);
    f.name(Kind::Person, "Bo Lind", 2);
    f.name(Kind::Place, "Lode", 3);
    f.name(Kind::Person, "Lind has", 2);
}

#[test]
fn what_title_and_lede_tell_comes_first() {
    let document = document(STORM);
    let mut found = Found::new(&document);
    mark_storm(&mut found);
    let findings = ranked(&found);
    let order = order(&found, &findings);
    let place = |words: &str| order.iter().position(|w| *w == words);
    for (earlier, later) in [
        ("Tarn", "Bo Lind"),
        ("Bo Lind", "Lode"),
        ("12 hours", "$6"),
        ("40 ferries", "$6"),
        ("12 hours", "Lode"),
    ] {
        assert!(
            place(earlier) < place(later),
            "{earlier} before {later}: {order:?}"
        );
    }
}

#[test]
fn a_fact_says_why_it_ranks() {
    let document = document(STORM);
    let mut found = Found::new(&document);
    mark_storm(&mut found);
    let findings = ranked(&found);
    let why = |words: &str| {
        let fact = findings.facts.iter().find(|f| found.words(f.span) == words);
        fact.map(|f| (f.reasons.clone(), f.why()))
            .unwrap_or_default()
    };
    let (reasons, line) = why("Tarn");
    for reason in [
        Reason::Title,
        Reason::Lede,
        Reason::Salient,
        Reason::Repeated,
    ] {
        assert!(reasons.contains(&reason), "{reason:?}");
    }
    assert!(line.contains("is named 3 times"), "{line}");
    assert!(
        line.to_lowercase().contains("shares words with the title"),
        "{line}"
    );
    let (reasons, _) = why("$6");
    assert_eq!(reasons, []);
    assert_eq!(why("$6").1, "");
    assert!(why("40 ferries").0.contains(&Reason::Specific));
}

#[test]
fn the_first_facts_do_not_all_come_from_one_sentence() {
    let text = "# Floods\n\n\
        Floods hit 30 farms, 20 mills, 50 barns and 70 homes.\n\n\
        The same floods drowned 400 sheep too.\n\nFloods cost the farms $9 million.";
    let document = document(text);
    let mut found = Found::new(&document);
    for (words, number) in [
        ("30 farms", 30.0),
        ("20 mills", 20.0),
        ("50 barns", 50.0),
        ("70 homes", 70.0),
    ] {
        found.number(words, number, "");
    }
    found.number("400 sheep", 400.0, "");
    found.figure(Kind::Money, "$9 million", 9e6, "", Approx::Exact);
    let findings = ranked(&found);
    let first: Vec<&str> = order(&found, &findings).into_iter().take(4).collect();
    assert!(
        first.contains(&"400 sheep") && first.contains(&"$9 million"),
        "{first:?}"
    );
}

#[test]
fn a_repeated_fact_comes_before_a_single_one() {
    check_first(
        "# News\n\nHere is the news of today. It is a good day. It was cold at first. Then it was warm. In the town 300 men left. In the town 500 men stayed. It rained.\n\nAgain the 500 men stayed in the town.",
        |f| {
            f.number("300 men", 300.0, "men");
            f.number("500 men", 500.0, "men");
            f.number("500 men", 500.0, "men");
        },
        "500 men",
    );
}

#[test]
fn an_amount_comes_before_a_small_count() {
    check_first(
        "Two men came with $40 million.",
        |f| {
            f.number("Two men", 2.0, "men");
            f.figure(Kind::Money, "$40 million", 4e7, "", Approx::Exact);
        },
        "$40 million",
    );
}

#[test]
fn ranking_is_the_same_every_time() {
    let document = document(STORM);
    let mut found = Found::new(&document);
    mark_storm(&mut found);
    assert_eq!(ranked(&found), ranked(&found));
}

#[test]
fn no_facts_no_ranks() {
    let document = document("It rained.");
    let found = Found::new(&document);
    assert!(ranked(&found).facts.is_empty());
    assert!(key_facts(&Findings::default(), &document).is_empty());
}

/// A text of many paragraphs with a number in every eighth word.
fn dense() -> String {
    let mut text = "# Counts\n\n".to_owned();
    for i in 0..80 {
        let line = format!(
            "Bay {i}x of river {i}y counts 50 boats and quay {i}z has carts in it all day long. "
        );
        text.push_str(&line);
        if i % 6 == 5 {
            text.push_str("\n\n");
        }
    }
    text
}

#[test]
fn key_marks_are_few_and_spread() {
    let text = dense();
    let document = document(&text);
    let mut found = Found::new(&document);
    let (mut at, words) = (0, document.text());
    while let Some(next) = words.get(at..).and_then(|rest| rest.find("50 boats")) {
        let span = crate::text::Span::new(at + next, at + next + 8);
        found
            .push(
                Kind::Quantity,
                span,
                crate::facts::Value::Number(crate::facts::Number {
                    number: f64::from(span.start.0),
                    to: None,
                    approx: Approx::Exact,
                    change: None,
                    unit: None,
                }),
            )
            .subject = Some(crate::text::Span::new(at + next + 3, at + next + 8));
        at += next + 8;
    }
    let findings = ranked(&found);
    let key = key_facts(&findings, &document);
    let marked: Vec<_> = findings
        .facts
        .iter()
        .zip(&key)
        .filter_map(|(f, &k)| k.then_some(f.span))
        .collect();
    let count = |words: &str| words.split_whitespace().count();
    let share = marked.iter().map(|s| count(found.words(*s))).sum::<usize>();
    let all = count(document.text());
    assert!(share * 100 <= all * 8, "{share} of {all} words");
    assert!(share * 100 >= all * 3, "{share} of {all} words");
    let half = document.text().len() / 2;
    let early = marked.iter().filter(|s| s.start.get() < half).count();
    assert!(
        early * 4 >= marked.len() && early * 4 <= marked.len() * 3,
        "spread over both halves"
    );
    assert!(key.iter().filter(|k| **k).count() < findings.facts.len());
}

#[test]
fn the_best_fact_of_a_short_text_is_marked() {
    let document = document("The storm killed 12 people.");
    let mut found = Found::new(&document);
    found.number("12 people", 12.0, "people");
    let findings = ranked(&found);
    assert_eq!(key_facts(&findings, &document), [true]);
}
