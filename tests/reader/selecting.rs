//! Selecting words: where it begins, how it grows, what is done with it.

use nutgraf::app::Effect;
use nutgraf::text::Pos;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::{SCRAPED, Stage, article};

/// What is selected after these keys.
#[track_caller]
fn check(keys: &str, chosen: &str) {
    assert_eq!(Stage::bridge().after(keys).chosen(), chosen, "{keys}");
}

#[test]
fn it_begins_with_the_sentence_that_the_reader_is_at() {
    check(
        "F J J v",
        "It will cost $4.2 million and is to open in 2027.",
    );
    check(
        "/ wider Enter v",
        "The Lindow Rowing Club (LRC) had asked for a wider arch, and got it.",
    );
    // At the top, a heading is passed over.
    check(
        "] v",
        "Some 1,250 people cross the river every day, nearly 40 percent more than in 2015.",
    );
}

#[test]
fn it_grows_by_letters_words_sentences_rows_and_paragraphs() {
    check(
        "F J J v 3 h",
        "It will cost $4.2 million and is to open in 20",
    );
    check("F J J v 2 b", "It will cost $4.2 million and is to open ");
    check("F J J v o 2 w", "cost $4.2 million and is to open in 2027.");
    check(
        "F J J v )",
        "It will cost $4.2 million and is to open in 2027. \"We have waited 30 years for this,\" said the mayor, Tom Hale.",
    );
    check(
        "/ nobody Enter v }",
        "Nobody spoke against the plan. The Lindow Rowing Club (LRC) had asked for a wider arch, and got it.",
    );
    check(
        "/ got Enter v o {",
        "Nobody spoke against the plan. The Lindow Rowing Club (LRC) had asked for a wider arch, and got it.",
    );
    check(
        "/ nobody Enter v v 0 v $",
        "Nobody spoke against the plan. The Lindow Rowing Club",
    );
    check(
        "/ nobody Enter v v 0 v 2 e j",
        "Nobody spoke against the plan. The Lindow Rowing Club (LRC) had as",
    );
}

#[test]
fn it_begins_anew_at_the_cursor() {
    let mut stage = Stage::bridge().after("/ nobody Enter v v 2 b");
    assert_eq!(stage.chosen(), "");
    assert_eq!(stage.cursor(), "t");
    stage.keys("v 2 e");
    assert_eq!(stage.chosen(), "the plan");
    stage.keys("Esc");
    assert_eq!(stage.view().selection, None);
}

#[test]
fn rows_are_walked_in_the_same_column_and_blank_ones_passed_over() {
    let mut stage = Stage::bridge().after("F J v v 0 5 l");
    let place = |stage: &mut Stage| stage.screen().cursor.unwrap();
    let (column, row) = place(&mut stage);
    stage.keys("j");
    assert_eq!(place(&mut stage), (column, row + 1));
    stage.keys("3 j");
    let (next, below) = place(&mut stage);
    assert_eq!(next, column);
    assert!(below > row + 4, "a blank row was passed over");
    stage.keys("4 k");
    assert_eq!(place(&mut stage), (column, row));
}

#[test]
fn the_screen_follows_the_end_that_moves() {
    let mut stage = Stage::bridge().after("F J v Space Space");
    let screen = stage.screen();
    let (_, row) = screen.cursor.unwrap();
    assert!(row > 10 && stage.view().top > Pos(100));
    stage.keys("o");
    assert!(stage.view().top < Pos(100), "the other end is far above");
}

#[test]
fn what_is_selected_stands_out_on_the_screen() {
    let mut stage = Stage::bridge().after("F J J v");
    let seen = stage.looking(|look| look.chosen).join(" ");
    assert_eq!(seen, "It will cost $4.2 million and is to open in 2027.");
    assert!(stage.folio().contains("Esc back"), "{}", stage.folio());
}

#[test]
fn it_is_copied_with_its_source_and_how_much_it_is() {
    let mut stage = Stage::bridge().after("F J v )");
    let Some(Effect::Copy(clipping)) = stage.keys("y") else {
        panic!("nothing is copied")
    };
    assert_eq!(
        clipping.text,
        "“The town council of Lindow voted on Monday to build a bridge over the Alder. It will cost $4.2 million and is to open in 2027.”\n— Ada Brook, A Bridge for Lindow, 2025-03-03, bridge.md:10\n"
    );
    assert_eq!(clipping.amount, "2 sentences, 126 characters");
    assert_eq!(stage.view().selection, None, "it is left");
}

#[test]
fn what_is_hidden_is_not_copied_with_it() {
    let mut stage = Stage::new(&SCRAPED, 80, 24).after("v End");
    let Some(Effect::Copy(clipping)) = stage.keys("y") else {
        panic!("nothing is copied")
    };
    assert!(!clipping.text.contains("newsletter"), "{}", clipping.text);
    assert!(clipping.text.contains("Why a Bridge"), "{}", clipping.text);
}

#[test]
fn other_keys_say_so_and_q_leaves_the_selection_only() {
    let mut stage = Stage::bridge().after("v J");
    assert!(
        stage.notice().contains("not while selecting"),
        "{}",
        stage.notice()
    );
    assert_eq!(stage.keys("q"), None);
    assert_eq!(stage.view().selection, None);
    assert_eq!(stage.keys("q"), Some(Effect::Quit));
}

#[test]
fn a_resize_keeps_it() {
    let mut stage = Stage::bridge().after("F J J v");
    let chosen = stage.chosen().to_owned();
    for (columns, rows) in [(40, 12), (1, 1), (200, 60), (30, 5)] {
        stage.resize(columns, rows);
        stage.screen();
        assert_eq!(stage.chosen(), chosen);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn its_ends_never_split_a_letter(keys in prop::collection::vec(
        prop::sample::select(vec!["h", "l", "w", "b", "e", "j", "k", "(", ")", "{", "}", "0", "$", "o", "v", "g", "End", "Space", "3", "-"]), 0..40)
    ) {
        let article = article("clusters.txt", CLUSTERS);
        let mut stage = Stage::new(&article, 34, 9).after("v");
        for key in keys {
            stage.keys(key);
            let text = article.document.text();
            let is_boundary = |pos: Pos| pos.get() == text.len() || text.grapheme_indices(true).any(|(at, _)| at == pos.get());
            let selection = stage.view().selection.unwrap();
            prop_assert!(is_boundary(selection.head), "{key} {selection:?}");
            prop_assert!(selection.anchor.is_none_or(is_boundary), "{key} {selection:?}");
            prop_assert!(stage.screen().cursor.is_some(), "{key}: the cursor is on the screen");
        }
    }
}

/// Letters of several characters, wide ones, and a family.
const CLUSTERS: &str = "Clusters\n\nThe cafe\u{301} of the 👩‍👩‍👧 family was closed on Monday. 日本語 was spoken there, and na\u{308}ive people 👍🏽 liked it.\n\nA second paragraph e\u{301}\u{302}nds here. It has two sentences 🇩🇪🇫🇷.\n\nक्षि and نص are words as well, and the end comes soon after them.\n";
