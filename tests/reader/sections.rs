//! The sections: selecting, jumping, folding, and what they tell.

use nutgraf::ui::{Line, Pane, Role};

use super::Stage;

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
