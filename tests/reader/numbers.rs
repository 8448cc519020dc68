//! Digits: 1, 2 and 3 are panes, and the first digits of numbers.

use nutgraf::ui::Pane;

use super::{BRIDGE, Stage};

#[test]
fn a_digit_alone_is_a_pane() {
    for (key, pane) in [("1", Pane::Sections), ("2", Pane::Text), ("3", Pane::Facts)] {
        assert_eq!(Stage::bridge().after(key).view().focus, pane);
    }
    // What follows is a key of that pane, and not a number of times.
    let stage = Stage::bridge().after("1 j");
    assert_eq!(
        (stage.view().focus, stage.view().section.get()),
        (Pane::Sections, 1)
    );
    let stage = Stage::bridge().after("F 3 j j");
    assert_eq!(stage.selected(), "2027");
}

#[test]
fn as_the_first_digit_of_a_number_it_leaves_the_focus_alone() {
    for (keys, same) in [
        ("16G", "Some"),
        ("26g", "What"),
        ("18 Home", "The"),
        ("22G", "The Ford"),
    ] {
        let mut stage = Stage::bridge().after(keys);
        assert_eq!(stage.view().focus, Pane::Text, "{keys}");
        assert!(stage.top().starts_with(same), "{keys}: {}", stage.top());
    }
    assert_eq!(Stage::bridge().after("14j").view().focus, Pane::Text);
    assert_eq!(
        Stage::bridge().after("14j").text(),
        Stage::bridge().after(&"j ".repeat(14)).text()
    );
    assert_eq!(
        Stage::bridge().after("30%").text(),
        Stage::bridge().after(": 30% Enter").text()
    );
    // From another pane too.
    let stage = Stage::bridge().after("Tab 16G");
    assert_eq!(stage.view().focus, Pane::Facts);
}

#[test]
fn one_pane_after_the_other_is_a_number_only_as_long_as_a_key_of_it_may_come() {
    assert_eq!(Stage::bridge().after("3 1").view().focus, Pane::Sections);
    assert_eq!(Stage::bridge().after("1 3").view().focus, Pane::Facts);
    let mut stage = Stage::bridge().after("1 3 j");
    assert_eq!(stage.view().focus, Pane::Text);
    assert_eq!(stage.text(), Stage::bridge().after(&"j ".repeat(13)).text());
    // After a while what was typed before is no number any more.
    let mut stage = Stage::bridge().after("1 2");
    assert!(stage.reader.waits().is_some());
    stage.reader.drop_typed();
    assert_eq!(stage.notice(), "", "nothing was lost by that");
    stage.keys("j");
    assert_eq!(
        (stage.view().focus, stage.view().top),
        (Pane::Text, Stage::bridge().after("j").view().top)
    );
    // To say a line is older than panes: 1G is the first line, as everywhere.
    let stage = Stage::bridge().after("G 1G");
    assert_eq!(
        (stage.view().focus, stage.view().top.get()),
        (Pane::Text, 0)
    );
}

#[test]
fn a_digit_that_only_opened_a_pane_on_the_way_closes_it_again() {
    let mut stage = Stage::new(&BRIDGE, 60, 20).after("1");
    assert_eq!(stage.overlay().0, "Sections");
    stage.keys("6G");
    assert_eq!(stage.overlay().0, "");
    assert_eq!(stage.view().focus, Pane::Text);
}

#[test]
fn what_is_typed_is_shown() {
    let mut stage = Stage::bridge().after("4");
    assert!(stage.folio().ends_with('4'), "{:?}", stage.folio());
    stage.keys("0");
    assert!(stage.folio().ends_with("40"));
    stage.keys("Esc");
    assert!(!stage.folio().contains("40"));
    let mut stage = Stage::bridge().after("m");
    assert!(stage.folio().ends_with("m…"));
}

#[test]
fn escape_takes_back_what_was_typed_and_nothing_else() {
    let mut stage = Stage::bridge().after("/ ferry Enter 4 Esc");
    assert!(stage.view().search.is_some(), "the search is still on");
    stage.keys("m Esc");
    assert_eq!(stage.notice(), "", "a mark is given up without a word");
    assert!(stage.view().search.is_some());
    stage.keys("Esc");
    assert!(stage.view().search.is_none());
}

#[test]
fn enormous_numbers_are_taken_as_they_come() {
    for keys in [
        "99999999999999999999j",
        "99999999999999999999G",
        "4294967296%",
        "99999999999J",
        "99999999999]",
        "99999999999n",
        "99999999+",
        "99999999999l",
        "99999999999Space",
    ] {
        let keys = keys.replace("Space", " Space");
        let mut stage = Stage::bridge().after(&keys);
        assert!(!stage.text().is_empty(), "{keys}");
    }
}
