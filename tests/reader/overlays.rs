//! Help, palette, details.

use nutgraf::command::TABLE;
use nutgraf::facts::Kind;

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
