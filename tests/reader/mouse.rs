//! The mouse, by cells of the screen that was drawn.

use nutgraf::app::{Act, Effect};
use nutgraf::ui::{Overlay, Pane};

use super::stage::NOTED;
use super::{BRIDGE, SCRAPED, Stage};

const DOWN: Act = Act::Wheel { down: 1, right: 0 };
const UP: Act = Act::Wheel { down: -1, right: 0 };

#[test]
fn the_wheel_scrolls_the_pane_under_it_and_leaves_the_focus() {
    let mut stage = Stage::bridge();
    let by_keys = Stage::bridge().after("3 j").top();
    let mut focused = Stage::bridge().after("3");
    assert_eq!(focused.view().focus, Pane::Facts);
    let top = focused.top();
    focused.mouse(50, 10, DOWN);
    assert_eq!(focused.view().focus, Pane::Facts);
    assert_ne!(focused.top(), top);
    focused.mouse(50, 10, UP);
    assert_eq!(focused.top(), top);
    let _ = by_keys;

    let (sections, text) = (stage.sections(), stage.text());
    stage.mouse(110, 10, DOWN);
    assert_eq!(stage.text(), text, "the text stays");
    assert_eq!(stage.sections(), sections);
    assert_eq!(stage.view().focus, Pane::Text);
}

#[test]
fn a_list_rolls_to_its_end_and_back_and_follows_again_after_a_key() {
    let mut stage = Stage::new(&NOTED, 120, 16).after("F");
    let before = stage.facts();
    for _ in 0..200 {
        stage.mouse(110, 8, DOWN);
    }
    let end = stage.facts();
    assert_ne!(end, before);
    stage.mouse(110, 8, UP);
    assert_ne!(stage.facts(), end, "one turn back is seen at once");
    for _ in 0..200 {
        stage.mouse(110, 8, UP);
    }
    assert_eq!(stage.facts(), before);
    stage.mouse(110, 8, DOWN);
    stage.keys("j k");
    assert_eq!(stage.facts(), before);
}

#[test]
fn a_click_on_a_section_goes_there_and_one_on_its_sign_folds_it() {
    let mut stage = Stage::bridge();
    let title = stage.sections().last().unwrap().trim().to_owned();
    // The whole row, with its number of facts: the words alone stand in the facts pane, too.
    let (column, row) = stage.find(&title);
    let rows = stage.sections().len();
    stage.click(column + 1, row);
    assert_eq!(stage.view().focus, Pane::Sections);
    stage.keys("C-o");
    let sign = stage.find("▾");
    stage.click(sign.0, sign.1);
    assert!(stage.sections().len() <= rows);
    assert_eq!(stage.view().folded.len(), 1);
    stage.click(sign.0, sign.1);
    assert!(stage.view().folded.is_empty());
}

#[test]
fn a_double_click_goes_on_reading_there() {
    let mut stage = Stage::bridge();
    let sign = stage.find("▾");
    stage.click(sign.0 + 4, sign.1);
    stage.mouse(sign.0 + 4, sign.1, Act::Press { clicks: 2 });
    assert_eq!(stage.view().focus, Pane::Text);
    stage.keys("C-o");
    assert_eq!(stage.view().top.get(), 0, "two clicks are one jump");
}

#[test]
fn a_click_on_a_fact_selects_it_in_the_panel_and_in_the_text() {
    let mut stage = Stage::new(&NOTED, 120, 40).after("F");
    let words = stage.listed()[2].to_owned();
    let short: String = words.chars().take(12).collect();
    let whole = stage.whole();
    let row = whole
        .lines()
        .position(|line| line.chars().skip(85).collect::<String>().contains(&short))
        .unwrap();
    stage.click(95, u16::try_from(row).unwrap());
    assert_eq!(stage.selected(), words);
    assert_eq!(stage.view().focus, Pane::Facts);

    let mut stage = Stage::new(&NOTED, 120, 40).after("F");
    let first = stage.marked(nutgraf::ui::Marked::Plain)[0].clone();
    let at = stage
        .screen()
        .text
        .lines
        .iter()
        .enumerate()
        .find_map(|(row, line)| {
            let piece = line
                .pieces
                .iter()
                .find(|p| p.text == first && p.look.fact.is_some())?;
            Some((piece.col, row))
        });
    let (column, row) = at.unwrap();
    let area = stage.screen().text.area;
    let top = stage.top();
    stage.click(area.x + column, area.y + u16::try_from(row).unwrap());
    assert_eq!(stage.selected(), first);
    assert_eq!(stage.top(), top, "what is clicked on does not move");
}

#[test]
fn hidden_parts_open_with_a_click() {
    let mut stage = Stage::new(&SCRAPED, 120, 60);
    let (column, row) = stage.find("hidden");
    stage.click(column, row);
    assert!(stage.view().hidden_shown);
}

#[test]
fn the_lines_between_panes_are_dragged_and_stay_where_they_are_put() {
    let mut stage = Stage::bridge();
    let rules: Vec<u16> = stage.screen().rules.iter().map(|r| r.x).collect();
    assert_eq!(rules.len(), 2);
    for (from, to, expect) in [
        (rules[0], 30, 30),
        (30, 0, 12),
        (12, 119, 40),
        (40, 24, 24),
        (rules[1], 90, 90),
        (90, 119, 99),
        (99, 70, 71),
    ] {
        stage.mouse(from, 10, Act::Press { clicks: 1 });
        stage.mouse(to, 11, Act::Drag);
        stage.mouse(to, 11, Act::Release);
        let now: Vec<u16> = stage.screen().rules.iter().map(|r| r.x).collect();
        assert!(now.contains(&expect), "{from} to {to}: {now:?}");
    }
    stage.resize(60, 20);
    stage.resize(120, 20);
    let now: Vec<u16> = stage.screen().rules.iter().map(|r| r.x).collect();
    assert_eq!(now, [24, 71]);
    // A drag that began elsewhere moves nothing.
    stage.mouse(50, 10, Act::Press { clicks: 1 });
    stage.mouse(60, 10, Act::Drag);
    assert_eq!(
        stage.screen().rules.iter().map(|r| r.x).collect::<Vec<_>>(),
        now
    );
}

#[test]
fn boxes_take_the_mouse_first() {
    let mut stage = Stage::bridge().after("?");
    let top = stage.top();
    stage.mouse(60, 10, DOWN);
    assert!(matches!(stage.view().overlay, Some(Overlay::Help(1))));
    stage.click(60, 10);
    assert!(stage.is_open().is_some(), "a click in it is its own");
    stage.click(1, 1);
    assert!(stage.is_open().is_none(), "a click beside it closes it");
    assert_eq!(stage.top(), top);

    let mut stage = Stage::bridge().after(": draw");
    let (column, row) = stage.find("draw the screen anew");
    assert_eq!(stage.click(column, row), Some(Effect::Redraw));
    assert!(stage.is_open().is_none());
}

#[test]
fn a_pane_over_the_text_takes_a_click_and_goes() {
    let mut stage = Stage::new(&BRIDGE, 60, 20).after("1");
    let (column, row) = stage.find("▾");
    stage.click(column + 4, row + 1);
    assert_eq!(stage.view().focus, Pane::Text);
    assert!(stage.sections().is_empty());
}

#[test]
fn a_click_ends_a_search_that_is_typed() {
    let mut stage = Stage::bridge().after("/ bridge");
    stage.click(60, 10);
    assert!(stage.is_open().is_none());
    assert!(stage.view().search.is_some());
}

#[test]
fn the_mouse_is_given_back_and_says_so() {
    let mut stage = Stage::bridge();
    assert_eq!(stage.keys("M"), Some(Effect::Mouse(false)));
    assert!(stage.notice().contains("the mouse is the terminal's"));
    let top = stage.top();
    stage.mouse(60, 10, DOWN);
    assert_eq!(stage.top(), top);
    assert_eq!(stage.keys("M"), Some(Effect::Mouse(true)));
    assert!(stage.notice().contains("Shift"));
}

#[test]
fn no_cell_of_any_screen_is_a_trap() {
    for (columns, rows) in [(1, 1), (20, 5), (60, 20), (120, 20)] {
        for keys in ["", "1", "3", "?", ":", "/ a", "&", "i"] {
            let mut stage = Stage::new(&BRIDGE, columns, rows).after(keys);
            for column in (0..columns + 2).step_by(5) {
                for row in (0..rows + 2).step_by(3) {
                    stage.click(column, row);
                    stage.mouse(column, row, DOWN);
                    stage.mouse(row, column, Act::Drag);
                }
            }
        }
    }
}

#[test]
fn a_list_with_headings_rolls_by_what_is_seen() {
    for keys in ["H", "s s"] {
        let mut stage = Stage::new(&NOTED, 120, 14).after("F").after(keys);
        let before = stage.facts();
        stage.mouse(100, 6, Act::Wheel { down: 1, right: 0 });
        let after = stage.facts();
        // Three entries further: the fourth of them stands first, whatever is a heading.
        let first = after.iter().skip(1).find(|row| !row.is_empty()).unwrap();
        let at = before.iter().position(|row| row == first);
        assert!(at.is_some_and(|at| at >= 4), "{before:#?} {after:#?}");
        stage.mouse(100, 6, Act::Wheel { down: -1, right: 0 });
        assert_eq!(stage.facts()[1], before[1], "{keys}");
    }
}
