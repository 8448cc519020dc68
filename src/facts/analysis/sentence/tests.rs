//! Sentences in, the same sentences out.

use super::super::token;
use super::*;

#[track_caller]
fn check(expect: &[&str]) {
    let text = expect.join(" ");
    let mut tokens = Vec::new();
    token::scan(&text, Span::new(0, text.len()), &mut tokens);
    let mut found = Vec::new();
    cut(&text, &tokens, 0, |_, span| found.push(span.slice(&text)));
    assert_eq!(found, expect);
}

#[test]
fn abbreviations_do_not_end_a_sentence_before_a_name() {
    check(&[
        "Dr. Lee met Gov. Ann Hall on Jan. 5 in the U.S. Senate.",
        "They spoke.",
    ]);
    check(&[
        "He joined Acme Inc. Friday and Bolt Co. later.",
        "It was fun.",
    ]);
    check(&[
        "Bo Lind, of Dell, Va., came late.",
        "He was ill.",
        "Ann was not.",
    ]);
    check(&["Mix 2 tsp. Dijon mustard with salt."]);
    check(&["See No. 5 and Fig. 3 there.", "Say no.", "Then go."]);
}

#[test]
fn abbreviations_end_a_sentence_before_a_word_that_opens_one() {
    check(&["She moved to the U.S.", "The trip was long."]);
    check(&["He works at Acme Inc.", "It makes glue."]);
    check(&["The train left at 5 p.m.", "Nobody was late."]);
    check(&["The talk is at 5 p.m. Friday in the hall."]);
}

#[test]
fn initials_stay_with_their_name() {
    check(&[
        "J. K. Alder wrote it.",
        "So did A. A. Moss and George W. Hill.",
    ]);
    check(&["Ann Hall (b. March 1960) sued in Hall v. Moss.", "She won."]);
    check(&["It has vitamin C.", "The rest is water."]);
}

#[test]
fn numbers_keep_their_points() {
    check(&[
        "It grew 3.5 percent to 2,500.",
        "It was in 2010.",
        "That was it.",
    ]);
    check(&["1. Wash the pan.", "2. Dry it."]);
}

#[test]
fn closing_marks_belong_to_the_sentence() {
    check(&[
        "“We left.”",
        "“They stayed.”",
        "(Nobody knew.)",
        "He slept.",
    ]);
    check(&[
        "It is so.[5]",
        "It was so.\"",
        "He knew. [6] [7]",
        "So did we.",
    ]);
    check(&[
        "She ran in “Go!” and Stop! (1960) with him.",
        "(It was cold.)",
    ]);
}

#[test]
fn a_quotation_with_its_speaker_is_one_sentence() {
    check(&[
        "“Why?” he asked.",
        "“Stop!” Ann Hall said.",
        "\"No!\" the man shouted.",
    ]);
    check(&["“Go away!”", "The man left."]);
    check(&["\"It is late.\" - Ann Hall"]);
}

#[test]
fn dots_end_a_sentence_only_before_a_capital() {
    check(&["It was... odd.", "Well…", "They left."]);
}

#[test]
fn colons_and_semicolons_do_not_end_one() {
    check(&["He had one wish: Peace; Rest came second."]);
}

#[test]
fn other_scripts_end_with_their_own_marks() {
    let text = "他来了。我走了！你呢？";
    let mut tokens = Vec::new();
    token::scan(text, Span::new(0, text.len()), &mut tokens);
    let mut found = 0;
    cut(text, &tokens, 0, |_, _| found += 1);
    assert_eq!(found, 3);
    check(&["यह घर है।", "वह गया।"]);
    check(&["هل جاء؟", "نعم جاء."]);
}

/// A sentence that runs on is cut at a comma, so that no rule has to look through the whole text.
#[test]
fn what_runs_on_without_end_is_cut() {
    for unit in ["he said that she left and ", "one, two, three, ", "WORD "] {
        let text = unit.repeat(4000);
        let mut tokens = Vec::new();
        token::scan(&text, Span::new(0, text.len()), &mut tokens);
        let mut next = 0;
        cut(&text, &tokens, 0, |range, _| {
            assert_eq!(range.start, next, "nothing is lost");
            assert!(range.len() <= 1000, "{unit}");
            next = range.end;
        });
        assert_eq!(next as usize, tokens.len());
    }
}
