//! Help, palette, details.

use nutgraf::command::TABLE;
use nutgraf::facts::Kind;
use nutgraf::ui::{Pane, ThemeName};

use super::{BRIDGE, SCRAPED, Stage};

#[test]
fn the_help_lists_every_command_with_all_its_keys() {
    let mut stage = Stage::new(&BRIDGE, 120, 100).after("?");
    let (title, rows) = stage.overlay();
    assert_eq!(title, "Help");
    for entry in TABLE {
        let at = rows
            .iter()
            .position(|r| r.trim_end().ends_with(entry.sentence));
        let at =
            at.unwrap_or_else(|| panic!("{} is not in the help:\n{}", entry.name, rows.join("\n")));
        // Many keys stand on the row above the sentence.
        let around = format!("{} {}", rows[at - 1], rows[at]);
        for key in entry.keys {
            assert!(
                around
                    .split(' ')
                    .any(|w| w.trim_end_matches("{a-z}") == *key),
                "{key} of {}",
                entry.name
            );
        }
    }
    for kind in Kind::ALL {
        assert!(rows.iter().any(|r| r.contains(kind.name())), "{kind:?}");
    }
}

#[test]
fn the_help_scrolls_and_closes() {
    let mut stage = Stage::bridge().after("?");
    let first = stage.overlay();
    assert!(first.0.contains("more below"));
    stage.keys("j");
    assert_eq!(stage.overlay().1[0], first.1[1]);
    stage.keys("k");
    assert_eq!(stage.overlay(), first);
    stage.keys("G");
    let last = stage.overlay();
    assert!(!last.0.contains("more below"));
    stage.keys("Space j d");
    assert_eq!(stage.overlay(), last, "it ends there");
    stage.keys("k");
    assert_ne!(stage.overlay(), last, "one key leads back from the end");
    stage.keys("g");
    assert_eq!(stage.overlay(), first);
    for key in ["Esc", "q", "?", "Enter", "F1"] {
        let mut stage = Stage::bridge().after("?");
        assert_eq!(stage.keys(key), None, "{key} closes it and no more");
        assert!(stage.is_open().is_none(), "{key}");
    }
    // What lies under it does not move.
    assert_eq!(
        Stage::bridge().after("? j j Space Esc").text(),
        Stage::bridge().text()
    );
}

#[test]
fn the_palette_does_any_command() {
    let stage = Stage::bridge().after(": choose Space a Space theme Enter j Enter");
    assert_eq!(stage.view().theme, ThemeName::DARK);
    let stage = Stage::bridge().after(": focus-facts Enter");
    assert_eq!(stage.view().focus, Pane::Facts);
    for entry in TABLE {
        let mut stage = Stage::new(&BRIDGE, 120, 40).after(":");
        stage.reader.paste(entry.name);
        let (_, rows) = stage.overlay();
        let sentence = entry.sentence.get(..30).unwrap_or(entry.sentence);
        assert!(rows[1].contains(sentence), "{}: {rows:#?}", entry.name);
    }
}

#[test]
fn the_palette_goes_to_sections_lines_and_percentages() {
    let top = |keys: &str| Stage::bridge().after(keys).top();
    assert_eq!(top(": costs Enter"), "What It Costs");
    assert_eq!(top(": ferr Enter"), "The Ferry");
    assert_eq!(top(": 24 Enter"), top("24G"));
    assert_eq!(top(": 40% Enter"), top("40%"));
}

#[test]
fn the_palette_chooses_with_the_arrows() {
    let mut stage = Stage::bridge().after(": sec");
    let (_, rows) = stage.overlay();
    stage.keys("Down Down Up");
    let selected = |stage: &mut Stage| {
        let boxed = stage.screen().overlay.unwrap();
        let at = boxed.lines.iter().position(|l| l.under.is_some());
        at.unwrap()
    };
    assert_eq!(selected(&mut stage), 2);
    assert!(rows.len() > 3);
    stage.keys("Up Up Up");
    assert_eq!(selected(&mut stage), 1, "it stops at the first");
    stage.keys(&"Down ".repeat(100));
    assert!(selected(&mut stage) > 3, "and at the last");
    stage.keys("t");
    assert_eq!(selected(&mut stage), 1, "typing begins again");
    stage.keys("Esc");
    assert!(stage.is_open().is_none());
    assert_eq!(stage.top(), "A Bridge for Lindow");
}

#[test]
fn the_palette_says_when_nothing_answers() {
    let mut stage = Stage::bridge().after(": qqqqq");
    assert!(stage.overlay().1[1].contains("nothing answers to that"));
    assert_eq!(stage.keys("Enter"), None);
    assert!(stage.is_open().is_none());
}

#[test]
fn the_details_tell_where_the_document_came_from_and_what_was_hidden() {
    let rows = Stage::new(&BRIDGE, 120, 40)
        .after("i")
        .overlay()
        .1
        .join("\n");
    for words in [
        "A Bridge for Lindow",
        "bridge.md",
        "14, 0 repeated",
        "6 sections",
        "2025-03-03",
        "Ada Brook",
    ] {
        assert!(rows.contains(words), "{words}: {rows}");
    }
    let rows = Stage::new(&SCRAPED, 120, 40)
        .after("i")
        .overlay()
        .1
        .join("\n");
    assert!(rows.contains("parts that are not the article"), "{rows}");
    assert!(Stage::bridge().after("i i").is_open().is_none());
}
