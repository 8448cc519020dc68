//! Panes: the focus, what is there, and what lies over the text where there is no room.

use nutgraf::ui::Pane;

use super::{BRIDGE, Stage};

#[test]
fn tab_goes_round() {
    let mut stage = Stage::bridge();
    for pane in [Pane::Facts, Pane::Sections, Pane::Text] {
        stage.keys("Tab");
        assert_eq!(stage.view().focus, pane);
    }
    for pane in [Pane::Sections, Pane::Facts, Pane::Text] {
        stage.keys("S-Tab");
        assert_eq!(stage.view().focus, pane);
    }
}

#[test]
fn the_focus_takes_what_the_text_shows() {
    let stage = Stage::bridge().after("F ] ] 3");
    assert_eq!(stage.selected(), "24 people");
    let stage = Stage::bridge().after("] ] 1");
    assert_eq!(stage.view().section.get(), 2);
}

#[test]
fn panes_are_hidden_and_shown() {
    let mut stage = Stage::bridge().after("t");
    assert!(stage.sections().is_empty() && !stage.facts().is_empty());
    stage.keys("f");
    assert!(stage.facts().is_empty());
    stage.keys("t f");
    assert!(!stage.sections().is_empty() && !stage.facts().is_empty());
    // A pane that goes gives the focus away.
    assert_eq!(Stage::bridge().after("3 f").view().focus, Pane::Text);
    // A pane that gets the focus comes.
    let mut stage = Stage::bridge().after("f 3");
    assert!(!stage.facts().is_empty());
    stage.keys("Esc");
    assert!(stage.facts().is_empty());
}

#[test]
fn the_text_alone_and_the_panes_of_before_again() {
    let mut stage = Stage::bridge().after("t z");
    assert!(stage.sections().is_empty() && stage.facts().is_empty());
    stage.keys("z");
    assert!(stage.sections().is_empty() && !stage.facts().is_empty());
    let mut stage = Stage::bridge().after("t f z");
    assert!(
        !stage.sections().is_empty() && !stage.facts().is_empty(),
        "nothing was there: all of it comes"
    );
    stage.keys("3 z");
    assert_eq!(stage.view().focus, Pane::Text);
}

#[test]
fn below_100_columns_the_facts_lie_over_the_text() {
    let mut stage = Stage::new(&BRIDGE, 99, 24);
    assert!(!stage.sections().is_empty() && stage.facts().is_empty());
    stage.keys("f");
    assert_eq!(
        (stage.overlay().0.as_str(), stage.view().focus),
        ("Facts", Pane::Facts)
    );
    assert!(stage.facts().join(" ").contains("of 14"));
    stage.keys("F J Enter");
    assert_eq!(
        (stage.overlay().0.as_str(), stage.view().focus),
        ("", Pane::Text)
    );
    assert_ne!(stage.selected(), "");
    stage.keys("f f");
    assert_eq!(stage.view().focus, Pane::Text);
    stage.keys("f Esc");
    assert_eq!(stage.overlay().0, "");
}

#[test]
fn below_72_columns_so_do_the_sections() {
    let mut stage = Stage::new(&BRIDGE, 71, 24);
    assert!(stage.sections().is_empty() && stage.facts().is_empty());
    for keys in ["t", "1", "S-Tab"] {
        let mut stage = Stage::new(&BRIDGE, 71, 24).after(keys);
        assert_eq!(stage.overlay().0, "Sections", "{keys}");
        stage.keys("j Enter");
        assert_eq!(
            (stage.overlay().0.as_str(), stage.top().as_str()),
            ("", "Why a Bridge")
        );
    }
}

#[test]
fn the_hints_are_those_of_the_pane() {
    let mut stage = Stage::bridge();
    assert!(stage.folio().contains("J/K fact"));
    stage.keys("1");
    assert!(stage.folio().contains("Enter jump") && stage.folio().contains("c fold"));
    stage.keys("3");
    assert!(stage.folio().contains("x dismiss"));
}
