//! Highlights and notes: made, seen, walked, changed, deleted, brought back, found again.

use std::sync::Arc;

use nutgraf::command::Ink;
use nutgraf::ui::{Depth, Overlay};

use super::{Stage, article};

const FIRST: &str = "The town council of Lindow voted on Monday to build a bridge over the Alder.";
const SECOND: &str = "It will cost $4.2 million and is to open in 2027.";

/// A yellow highlight on the first sentence and a blue one with a note on the second.
fn noted() -> Stage {
    Stage::bridge().after("F J H J v B ; ; a too Space much? Enter Esc")
}

#[test]
fn a_highlight_is_seen_in_the_text_and_beside_it() {
    let mut stage = noted();
    assert_eq!(
        stage.noted(),
        [
            format!("yellow: {FIRST}"),
            format!("blue: {SECOND} too much?")
        ]
    );
    let inked = |ink| move |look: nutgraf::ui::Look| look.ink == Some(ink);
    assert_eq!(stage.looking(inked(Ink::Yellow)), [FIRST]);
    assert_eq!(stage.looking(inked(Ink::Blue)), [SECOND]);
    let text = stage.text().join("\n");
    assert!(text.contains('☆') && text.contains('◆'), "{text}");
}

#[test]
fn inks_differ_without_colours() {
    let mut stage = noted();
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for (depth, seen) in [(Depth::True, &mut with), (Depth::None, &mut without)] {
        let buffer = stage.buffer(depth);
        let find = |word: &str| {
            let row = (0..20)
                .find(|&y| (0..120).any(|x| buffer[(x, y)].symbol() == "☆" && !word.is_empty()));
            row.unwrap()
        };
        let row = find("town");
        let cell = (25..90)
            .map(|x| &buffer[(x, row)])
            .find(|c| c.symbol() == "T")
            .unwrap();
        seen.push((cell.bg, cell.modifier));
    }
    assert_ne!(with[0].0, ratatui::style::Color::Reset);
    assert_eq!(without[0].0, ratatui::style::Color::Reset);
    assert!(without[0].1.contains(ratatui::style::Modifier::UNDERLINED));
}

#[test]
fn the_panel_lists_them_in_a_group_and_enter_jumps() {
    let mut stage = noted().after("G Tab g");
    let panel = stage.facts();
    assert!(panel[1].starts_with(" Notes · 2"), "{panel:#?}");
    assert!(panel[2].starts_with("▌☆ “The town council"), "{panel:#?}");
    stage.keys("j");
    assert_eq!(stage.current_note(), SECOND);
    let panel = stage.facts().join("\n");
    assert!(panel.contains("◆ too much? · “It will cost"), "{panel}");
    assert!(panel.contains("note, blue"), "{panel}");
    stage.keys("j");
    assert_eq!(
        (stage.current_note().as_str(), stage.selected()),
        ("", "Monday"),
        "facts follow"
    );
    stage.keys("k Enter");
    assert_eq!(stage.notice(), "too much?");
    assert!(stage.text().join("\n").contains("It will cost"));
    assert_eq!(format!("{:?}", stage.view().focus), "Text");
}

#[test]
fn the_filter_finds_them_by_name_ink_and_words() {
    for (filter, count) in [
        ("notes", 2),
        ("blue", 1),
        ("much", 1),
        ("council", 1),
        ("zebra", 0),
    ] {
        let mut stage = noted().after("&").after(filter);
        let panel = stage.facts();
        let seen = panel
            .iter()
            .filter(|r| r.contains('☆') || r.contains('◆'))
            .count();
        assert_eq!(seen, count, "{filter}: {panel:#?}");
    }
}

#[test]
fn keys_walk_over_them_and_say_where_they_end() {
    let mut stage = noted().after("G ,");
    assert_eq!(stage.current_note(), SECOND);
    stage.keys(",");
    assert_eq!(stage.current_note(), FIRST);
    stage.keys(",");
    assert_eq!(stage.notice(), "this is the first note");
    stage.keys("; ;");
    assert_eq!(
        (stage.current_note().as_str(), stage.notice()),
        (SECOND, "this is the last note")
    );
    let mut none = Stage::bridge().after(";");
    assert_eq!(
        none.notice(),
        "no notes yet; v selects words, H highlights a sentence"
    );
    none.keys("U");
    assert_eq!(none.notice(), "no change of notes to take back");
}

#[test]
fn the_same_words_get_another_ink_and_no_second_highlight() {
    let mut stage = Stage::bridge().after("F J H H");
    assert_eq!(stage.noted(), [format!("green: {FIRST}")]);
    stage.keys("v P");
    assert_eq!(stage.noted(), [format!("purple: {FIRST}")]);
    stage.keys("J H");
    assert_eq!(
        stage.noted()[1],
        format!("purple: {SECOND}"),
        "the ink used last"
    );
}

#[test]
fn a_note_is_changed_and_can_be_emptied() {
    let mut stage = noted().after("; ; a");
    let Some(Overlay::Note(draft)) = stage.is_open() else {
        panic!("nothing is open")
    };
    assert_eq!(draft.input.text(), "too much?");
    assert!(stage.folio().contains("note: too much?"));
    stage.keys("Backspace ! Enter");
    assert_eq!(stage.noted()[1], format!("blue: {SECOND} too much!"));
    stage.keys("U");
    assert_eq!(stage.noted()[1], format!("blue: {SECOND} too much?"));
    stage.keys("a C-u Enter");
    assert_eq!(stage.noted()[1], format!("blue: {SECOND}"));
}

#[test]
fn what_was_typed_and_given_up_is_not_lost() {
    let mut stage = Stage::bridge().after("F J a half Space a Esc");
    assert!(
        stage.notice().contains("opens it again"),
        "{}",
        stage.notice()
    );
    assert!(stage.noted().is_empty());
    stage.keys("a Space thought Enter");
    assert_eq!(stage.noted(), [format!("yellow: {FIRST} half a thought")]);
}

#[test]
fn what_is_deleted_comes_back() {
    let mut stage = noted().after("; ; x");
    assert_eq!(stage.noted(), [format!("yellow: {FIRST}")]);
    assert_eq!(stage.notice(), "note deleted; U brings it back");
    stage.keys("U");
    assert_eq!(stage.noted().len(), 2);
    assert_eq!(stage.current_note(), SECOND);
    stage.keys("3 x x U U");
    assert_eq!(stage.noted().len(), 2);
}

#[test]
fn every_change_is_taken_back_in_turn() {
    let mut stage = noted();
    for _ in 0..6 {
        stage.keys("U");
    }
    assert!(stage.noted().is_empty());
    assert_eq!(stage.notice(), "no change of notes to take back");
}

#[test]
fn a_note_is_copied_with_its_words_and_their_source() {
    let mut stage = noted().after("; ;");
    let Some(nutgraf::app::Effect::Copy(clipping)) = stage.keys("y") else {
        panic!("nothing is copied")
    };
    assert_eq!(
        clipping.text,
        format!(
            "“{SECOND}”\ntoo much?\n— Ada Brook, A Bridge for Lindow, 2025-03-03, bridge.md:10\n"
        )
    );
}

#[test]
fn they_are_found_again_in_an_edited_article_or_kept_as_lost() {
    let bridge = include_str!("../data/bridge.md");
    let mut stage = noted();
    let edited = bridge
        .replace(
            "# A Bridge for Lindow",
            "# The Bridge\n\nA new first paragraph stands here.\n",
        )
        .replace("It will cost $4.2 million and is to open in 2027.", "");
    stage.reader.replace(article("bridge.md", edited));
    assert_eq!(
        stage.noted(),
        [
            format!("yellow: {FIRST}"),
            format!("lost blue: {SECOND} too much?")
        ]
    );
    assert_eq!(stage.looking(|look| look.ink.is_some()), [FIRST]);
    let panel = stage.after("Tab g").facts().join("\n");
    assert!(panel.contains("not in the text: too much?"), "{panel}");
}

#[test]
fn those_of_another_article_do_not_come_along() {
    let mut stage = noted();
    stage.reader.open(article(
        "other.txt",
        "Another article\n\nIt has one sentence.\n",
    ));
    assert!(stage.noted().is_empty());
    stage.keys("U");
    assert_eq!(stage.notice(), "no change of notes to take back");
}

#[test]
fn stored_ones_come_back_and_those_of_another_article_go() {
    let mut noted = noted();
    let mut stored: Vec<_> = noted.view().notes.iter().cloned().collect();
    for note in &mut stored {
        note.made = Some(1);
    }
    let mut stage = Stage::bridge();
    stage.reader.recall_notes(&stored, false, None);
    stage.keys("] J H");
    assert_eq!(stage.noted().len(), 3);
    stage.reader.recall_notes(&stored[1..], true, None);
    assert_eq!(
        stage.noted().len(),
        2,
        "the first one is not of this article, the last one is new"
    );
    assert!(noted.text().join("\n").contains('◆'));
}

#[test]
fn a_narrow_or_tiny_screen_shows_what_it_can() {
    let bridge = Arc::clone(&super::BRIDGE);
    for (columns, rows) in [(1, 1), (5, 3), (20, 8), (71, 10), (90, 20)] {
        let mut stage = Stage::new(&bridge, columns, rows).after("F J H a note Enter 3 ; v j Y");
        let screen = stage.screen();
        let wide = screen
            .text
            .lines
            .iter()
            .all(|l| l.width() <= screen.text.area.width);
        assert!(wide, "{columns}x{rows}");
        assert!(!stage.noted().is_empty());
    }
}
