//! The palette: anything by a few letters.

use std::fmt::Write as _;

use nutgraf::command::TABLE;
use nutgraf::ui::{Overlay, PaletteEntry, Pane, Role, ThemeName};

use super::{BRIDGE, Stage, article};

/// The rows of the palette under the line that is typed.
fn rows(stage: &mut Stage) -> Vec<String> {
    stage
        .overlay()
        .1
        .into_iter()
        .skip(1)
        .map(|row| row.trim().to_owned())
        .collect()
}

#[test]
fn any_command_is_found_and_done() {
    let stage = Stage::bridge().after(": choose Space a Space theme Enter j Enter");
    assert_eq!(stage.view().theme, ThemeName::DARK);
    let stage = Stage::bridge().after(": focus-facts Enter");
    assert_eq!(stage.view().focus, Pane::Facts);
    for entry in TABLE {
        let mut stage = Stage::new(&BRIDGE, 120, 40).after(":");
        stage.reader.paste(entry.name);
        let rows = rows(&mut stage);
        let sentence = entry.sentence.get(..24).unwrap_or(entry.sentence);
        assert!(rows[0].starts_with(entry.name), "{}: {rows:#?}", entry.name);
        assert!(rows[0].contains(sentence), "{}: {rows:#?}", entry.name);
        assert!(rows[0].contains(entry.keys[0]), "{}: {rows:#?}", entry.name);
    }
}

#[test]
fn sections_lines_and_percentages_are_gone_to() {
    let top = |keys: &str| Stage::bridge().after(keys).top();
    assert_eq!(top(": costs Enter"), "What It Costs");
    assert_eq!(top(": ferr Enter"), "The Ferry");
    assert_eq!(top(": wic Enter"), "What It Costs");
    assert_eq!(top(": 24 Enter"), top("24G"));
    assert_eq!(top(": 40% Enter"), top("40%"));
}

#[test]
fn facts_are_found_by_their_words_and_selected() {
    let mut stage = Stage::bridge().after(": 4.2");
    let found = rows(&mut stage);
    assert!(
        found[0].contains("$4.2 million") && found[0].ends_with("money"),
        "{found:?}"
    );
    stage.keys("Enter");
    assert_eq!(stage.selected(), "$4.2 million");
    stage.keys("C-o");
    assert_eq!(stage.top(), "A Bridge for Lindow");
    // A fact that was dismissed is not offered.
    let mut stage = Stage::bridge().after("F J J x :");
    stage.reader.paste("4.2");
    let found = rows(&mut stage);
    assert!(
        !found
            .iter()
            .any(|row| row.contains("$4.2 million") && row.ends_with("money")),
        "{found:?}"
    );
}

#[test]
fn marks_are_offered_with_their_words_and_set_and_gone_to_by_name() {
    let mut stage = Stage::bridge().after("] ma g : bridge");
    let found = rows(&mut stage);
    assert!(
        found
            .iter()
            .any(|row| row.starts_with("a Why a Bridge") && row.ends_with("mark")),
        "{found:?}"
    );
    let mut stage = Stage::bridge().after("] ] : set Space a Space mark Enter");
    assert_eq!(stage.notice(), "now its letter, from a to z");
    stage.keys("b g : go-to-mark Enter b");
    assert_eq!(stage.top(), "The Ferry");
}

#[test]
fn notes_are_found_by_what_was_written_and_by_their_words() {
    let noted = || Stage::bridge().after("F J H J a too Space much? Enter Esc g");
    let mut stage = noted().after(": much");
    let found = rows(&mut stage);
    assert!(
        found[0].starts_with("★ too much?: It will cost $4.2") && found[0].ends_with("note"),
        "{found:?}"
    );
    let mut stage = noted().after("G : town Space council Space of");
    let found = rows(&mut stage);
    assert!(
        found[0].starts_with("☆ The town council") && found[0].ends_with("highlight"),
        "{found:?}"
    );
    stage.keys("Enter");
    assert!(stage.current_note().starts_with("The town council"));
    assert!(stage.text().join("\n").contains("The town council"));
}

#[test]
fn the_letters_that_match_are_shown() {
    let mut stage = Stage::bridge().after(": nxf");
    let boxed = stage.screen().overlay.unwrap();
    let stressed: String = boxed.lines[1]
        .pieces
        .iter()
        .filter(|piece| piece.look.role == Role::Accent)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(stressed, "nxf");
}

#[test]
fn an_entry_is_chosen_with_the_arrows() {
    let mut stage = Stage::bridge().after(": sec");
    let selected = |stage: &mut Stage| {
        let boxed = stage.screen().overlay.unwrap();
        boxed.lines.iter().position(|l| l.under.is_some()).unwrap()
    };
    stage.keys("Down Down Up");
    assert_eq!(selected(&mut stage), 2);
    stage.keys("Up Up Up");
    assert_eq!(selected(&mut stage), 1, "it stops at the first");
    stage.keys(&"Down ".repeat(300));
    assert!(selected(&mut stage) > 3, "and at the last");
    stage.keys("t");
    assert_eq!(selected(&mut stage), 1, "typing begins again");
    stage.keys("Esc");
    assert!(stage.is_open().is_none());
    assert_eq!(stage.top(), "A Bridge for Lindow");
}

#[test]
fn it_says_when_nothing_answers() {
    let mut stage = Stage::bridge().after(": qqqqq");
    assert!(rows(&mut stage)[0].contains("nothing answers to that"));
    assert_eq!(stage.keys("Enter"), None);
    assert!(stage.is_open().is_none());
}

#[test]
fn headings_come_before_the_many_facts_that_say_the_same_word() {
    let mut text = String::from("# Rivers\n\n");
    for n in 0..400 {
        let _ = write!(
            text,
            "The ferry carried {} people in May {}.\n\n",
            n + 1000,
            1500 + n
        );
    }
    text.push_str("## People of the ferry\n\nThey wait.\n");
    let mut stage = Stage::new(&article("many.md", text), 100, 30).after(": people");
    let Some(Overlay::Palette(open)) = stage.is_open() else {
        panic!("it is open");
    };
    assert!(
        matches!(open.found[0], PaletteEntry::Section(_)),
        "{:?}",
        open.found[0]
    );
    assert_eq!(open.found.len(), 200, "as many as anybody looks through");
    stage.keys("Enter");
    assert_eq!(stage.top(), "People of the ferry");
}

#[test]
fn words_and_what_they_are_never_touch() {
    // Titles of every length around the width of the box.
    for length in 40..90 {
        let title = format!(
            "# T\n\nText.\n\n## {}z\n\nMore.\n",
            "word ".repeat(20).get(..length).unwrap()
        );
        let mut stage = Stage::new(&article("t.md", title), 80, 24).after(": wordz");
        let (_, rows) = stage.overlay();
        let row = rows.iter().find(|row| row.ends_with("section")).unwrap();
        let before = row.strip_suffix("section").unwrap();
        assert!(before.ends_with("  "), "{row}");
    }
}

#[test]
fn one_of_very_many_facts_is_found_letter_by_letter() {
    let mut text = String::from("Wards\n");
    for n in 1000..6000 {
        let _ = write!(text, "\nIn this ward stand {n} trees.\n");
    }
    let mut stage = Stage::new(&article("wards.txt", text), 80, 24);
    let facts = stage.reader.article().findings.facts.len();
    assert!(facts > 4500, "{facts}");
    for wanted in ["1003 trees", "4317 trees", "5999 trees"] {
        stage.keys(":");
        for letter in wanted.chars() {
            stage.keys(
                if letter == ' ' {
                    "Space".to_owned()
                } else {
                    letter.to_string()
                }
                .as_str(),
            );
        }
        assert!(
            rows(&mut stage)[0].contains(wanted),
            "{:#?}",
            rows(&mut stage)
        );
        stage.keys("Enter");
        assert_eq!(stage.selected(), wanted);
    }
}
