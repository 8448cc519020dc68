//! The measure, the themes, hidden parts, ASCII.

use nutgraf::layout::{Glyphs, measure};
use nutgraf::ui::View;

use super::stage::words;
use super::{BRIDGE, SCRAPED, Stage};

/// The widest row of text, in columns.
fn widest(stage: &mut Stage) -> usize {
    let lines = stage.screen().text.lines;
    let widths = lines.iter().map(|line| measure::width(&words(line)));
    widths.max().unwrap_or(0)
}

#[test]
fn the_column_becomes_narrower_and_wider() {
    let mut stage = Stage::new(&BRIDGE, 250, 40);
    assert!((60..=72).contains(&widest(&mut stage)));
    stage.keys("- -");
    assert_eq!(stage.notice(), "at most 64 columns of text");
    assert!(widest(&mut stage) <= 64);
    stage.keys("= + + +");
    assert_eq!(stage.notice(), "at most 84 columns of text");
    assert!((73..=84).contains(&widest(&mut stage)));
    stage.keys("=");
    assert_eq!(stage.notice(), "at most 72 columns of text");
    stage.keys(&"- ".repeat(40));
    assert_eq!(stage.view().measure, 20);
    stage.keys(&"+ ".repeat(90));
    assert_eq!(stage.view().measure, 200);
}

#[test]
fn a_key_for_narrower_always_does_something() {
    // The pane has room for 55 columns, fewer than the 72 that are wished for.
    let mut stage = Stage::bridge();
    let before = widest(&mut stage);
    stage.keys("-");
    assert!(widest(&mut stage) < before);
}

#[test]
fn the_first_words_stay_when_the_column_changes() {
    let mut stage = Stage::bridge().after("] ] }");
    let first = |stage: &mut Stage| stage.top().split(' ').next().unwrap().to_owned();
    let word = first(&mut stage);
    for keys in ["-", "- - -", "+ + + + +", "=", "z", "z"] {
        stage.keys(keys);
        assert_eq!(first(&mut stage), word, "after {keys}");
    }
}

#[test]
fn hidden_parts_are_counted_shown_and_hidden_again() {
    let mut stage = Stage::new(&SCRAPED, 80, 40);
    let text = stage.text().join("\n");
    assert!(text.contains("⋯ 2 parts are hidden · \\ shows"), "{text}");
    assert!(!text.contains("newsletter"));
    stage.keys("\\");
    assert!(stage.notice().contains("shown"), "{}", stage.notice());
    let text = stage.text().join("\n");
    assert!(
        text.contains("Subscribe to our newsletter") && text.contains("Leave a Comment"),
        "{text}"
    );
    stage.keys("\\");
    assert!(stage.notice().contains("hidden again"));
    assert!(!stage.text().join("\n").contains("newsletter"));
}

#[test]
fn in_ascii_the_signs_are_others_and_the_same_is_said() {
    let ascii = View {
        glyphs: Glyphs::Ascii,
        ..View::default()
    };
    let mut stage = Stage::with(&SCRAPED, ascii.clone(), 80, 40);
    let text = stage.text().join("\n");
    assert!(text.contains("... 2 parts are hidden - \\ shows"), "{text}");
    let mut stage = Stage::with(&BRIDGE, ascii, 120, 40).after("F J J");
    let rows = stage.facts().join("\n");
    assert!(
        rows.contains("> $ $4.2 million") || rows.contains(">$ $4.2 million"),
        "{rows}"
    );
    assert!(rows.contains("! x2"), "{rows}");
    assert!(rows.contains("\"We have waited 30 years"), "{rows}");
}
