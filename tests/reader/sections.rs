//! The sections: selecting, jumping, folding, and what they tell.

use nutgraf::ui::{Line, Pane, Role};

use super::Stage;
use super::stage::article;

/// The row of the outline that the focus has selected.
fn selected(stage: &mut Stage) -> String {
    let screen = stage.screen();
    let lines = screen.sections.map(|pane| pane.lines).unwrap_or_default();
    let row = lines.iter().find(|l| l.under == Some(Role::Selection));
    row.map(Line::text).unwrap_or_default()
}

/// The row that is marked as the section that is being read.
fn current(stage: &mut Stage) -> String {
    let rows = stage.sections();
    let row = rows.iter().find(|r| r.starts_with('▌'));
    row.cloned().unwrap_or_default()
}

#[test]
fn the_text_follows_the_selection() {
    let mut stage = Stage::bridge().after("1 j");
    assert!(selected(&mut stage).contains("Why a Bridge"));
    assert_eq!(stage.top(), "Why a Bridge");
    stage.keys("j");
    assert!(selected(&mut stage).contains("The Ferry"));
    assert_eq!(stage.top(), "The Ferry");
    stage.keys("k k k k k");
    assert_eq!(stage.top(), "A Bridge for Lindow");
    stage.keys("G");
    assert!(selected(&mut stage).contains("What Comes Next"));
    stage.keys("g");
    assert!(selected(&mut stage).contains("Lede"));
}

#[test]
fn the_mark_follows_the_text() {
    let mut stage = Stage::bridge();
    assert!(current(&mut stage).contains("Lede"));
    stage.keys("] ]");
    assert!(current(&mut stage).contains("The Ferry"));
    stage.keys("} } }");
    assert!(
        current(&mut stage).contains("The Ford"),
        "{}",
        current(&mut stage)
    );
}

#[test]
fn enter_goes_there_and_back_to_the_text() {
    let mut stage = Stage::bridge().after("1 j j Enter");
    assert_eq!(
        (stage.view().focus, stage.top().as_str()),
        (Pane::Text, "The Ferry")
    );
    stage.keys("j");
    assert_ne!(stage.top(), "The Ford", "j moves in the text again");
}

#[test]
fn folding_hides_the_parts_of_a_section() {
    let mut stage = Stage::bridge().after("1 j c");
    assert!(selected(&mut stage).contains("▸ Why a Bridge"));
    assert!(!stage.sections().concat().contains("The Ferry"));
    stage.keys("j");
    assert!(selected(&mut stage).contains("What It Costs"));
    stage.keys("k c");
    assert!(selected(&mut stage).contains("▾ Why a Bridge"));
    assert!(stage.sections().concat().contains("The Ferry"));
}

#[test]
fn left_folds_and_right_unfolds() {
    let mut stage = Stage::bridge().after("1 j j h");
    // A part folds what it is a part of.
    assert!(selected(&mut stage).contains("▸ Why a Bridge"));
    stage.keys("h");
    assert!(selected(&mut stage).contains("▸ Why a Bridge"));
    stage.keys("l l");
    assert!(selected(&mut stage).contains("▾ Why a Bridge"));
    stage.keys("g h");
    assert_eq!(stage.notice(), "this section has no parts to fold");
}

#[test]
fn a_folded_section_stands_for_its_parts() {
    let mut stage = Stage::bridge().after("1 j c Esc ]");
    assert_eq!(stage.top(), "The Ferry");
    assert!(current(&mut stage).contains("▸ Why a Bridge"));
}

#[test]
fn each_section_tells_how_far_it_is_read_and_how_many_facts_it_has() {
    let mut stage = Stage::bridge();
    let row = |stage: &mut Stage, name: &str| {
        let rows = stage.sections();
        rows.iter().find(|r| r.contains(name)).unwrap().clone()
    };
    assert!(
        row(&mut stage, "Lede").ends_with("█  6"),
        "{:#?}",
        stage.sections()
    );
    assert!(row(&mut stage, "Comes Next").ends_with("   2"));
    stage.keys("G");
    assert!(row(&mut stage, "Comes Next").ends_with("█  2"));
    // What was read stays read.
    stage.keys("g");
    assert!(row(&mut stage, "Comes Next").ends_with("█  2"));
}

/// An article with sections of these titles.
fn titled(titles: &[&str]) -> std::sync::Arc<nutgraf::article::Article> {
    let mut text = String::from("# Letters\n\nThey were found in 1921.\n");
    for title in titles {
        text.push_str("\n## ");
        text.push_str(title);
        text.push_str("\n\nIt was written in haste and never sent.\n");
    }
    article("letters.md", text)
}

const LONG: [&str; 3] = [
    "The Adventure of the Clockmaker and His Nine Daughters",
    "Concerning the Lighthouse",
    "What the Commission Has to Weigh before It Decides",
];

#[test]
fn long_titles_stand_in_full_where_there_is_room() {
    let letters = titled(&LONG);
    for (columns, rows) in [(80, 24), (99, 24), (100, 30), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&letters, columns, rows);
        let rows = stage.sections();
        assert!(!rows.concat().contains('…'), "{columns}: {rows:#?}");
        let words: Vec<&str> = rows.iter().flat_map(|row| row.split_whitespace()).collect();
        for word in LONG.iter().flat_map(|title| title.split_whitespace()) {
            assert!(words.contains(&word), "{word} at {columns}: {rows:#?}");
        }
    }
}

#[test]
fn a_long_outline_has_two_rows_for_a_title_and_follows_what_is_read() {
    let titles: Vec<String> = (1..=40).map(|n| format!("{n}. {}", LONG[1])).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let letters = titled(&titles);
    let mut stage = Stage::new(&letters, 80, 24);
    for _ in 0..41 {
        let rows = stage.sections();
        let at = rows.iter().position(|row| row.starts_with('▌')).unwrap();
        assert!(rows.len() <= 22, "{rows:#?}");
        if rows[at].contains('.') {
            assert!(rows[at + 1].contains("Lighthouse"), "{rows:#?}");
        }
        stage.keys("]");
    }
    assert!(stage.sections().concat().contains("40."));
    // The wheel goes to the end and back again.
    for _ in 0..30 {
        stage.mouse(3, 5, nutgraf::app::Act::Wheel { down: -1, right: 0 });
    }
    assert!(stage.sections().concat().contains("Lede"));
    for _ in 0..30 {
        stage.mouse(3, 5, nutgraf::app::Act::Wheel { down: 1, right: 0 });
    }
    assert!(stage.sections().concat().contains("40."));
}
