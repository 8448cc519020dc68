//! Selecting with the mouse: what a drag takes, where it may go, what is done with it.

use nutgraf::app::{Act, Effect};
use nutgraf::ui::{Pane, View};

use super::{Stage, article};

/// The cell of the text pane in which words begin.
#[track_caller]
fn find(stage: &mut Stage, words: &str) -> (u16, u16) {
    let pane = stage.screen().text;
    let found = pane.lines.iter().zip(pane.area.y..).find_map(|(line, y)| {
        let text = line.text();
        let before = &text[..text.find(words)?];
        let column = nutgraf::layout::measure::width(before);
        Some((pane.area.x + u16::try_from(column).unwrap(), y))
    });
    found.unwrap_or_else(|| panic!("no {words:?} on\n{}", stage.whole()))
}

/// Presses where the first words begin and drags to where the last ones end, inclusive.
#[track_caller]
fn sweep(stage: &mut Stage, from: &str, to: &str, clicks: u8) {
    let (column, row) = find(stage, from);
    stage.mouse(column, row, Act::Press { clicks });
    let (column, row) = find(stage, to);
    let wide = u16::try_from(nutgraf::layout::measure::width(to)).unwrap();
    stage.mouse(column + wide - 1, row, Act::Drag);
    stage.mouse(column + wide - 1, row, Act::Release);
}

#[test]
fn a_drag_selects_from_letter_to_letter_over_rows_and_back() {
    let mut stage = Stage::bridge();
    sweep(&mut stage, "council", "build", 1);
    assert_eq!(stage.chosen(), "council of Lindow voted on Monday to build");
    // Backwards it takes the letter that it began on as well.
    sweep(&mut stage, "Rowing", "Nobody", 1);
    assert_eq!(
        stage.chosen(),
        "y spoke against the plan. The Lindow R",
        "from the last letter of one word to the first of the other"
    );
    let seen = stage.looking(|look| look.chosen).join(" ");
    assert_eq!(seen, "y spoke against the plan. The Lindow R");
}

#[test]
fn two_clicks_take_words_and_three_take_sentences() {
    let mut stage = Stage::bridge();
    let (column, row) = find(&mut stage, "4.2 million");
    stage.mouse(column + 1, row, Act::Press { clicks: 2 });
    stage.mouse(column + 1, row, Act::Release);
    assert_eq!(stage.chosen(), "4.2");
    stage.mouse(column + 1, row, Act::Press { clicks: 3 });
    stage.mouse(column + 1, row, Act::Release);
    assert_eq!(
        stage.chosen(),
        "It will cost $4.2 million and is to open in 2027."
    );
    sweep(&mut stage, "obody", "The Li", 2);
    assert_eq!(stage.chosen(), "Nobody spoke against the plan. The Lindow");
    sweep(&mut stage, "Lindow Row", "It wi", 3);
    assert_eq!(
        stage.chosen(),
        "It will cost $4.2 million and is to open in 2027. \"We have waited 30 years for this,\" said the mayor, Tom Hale. Nobody spoke against the plan. The Lindow Rowing Club (LRC) had asked for a wider arch, and got it."
            .replacen("Hale. ", "Hale.\n\n", 1)
    );
}

#[test]
fn beside_a_row_it_goes_up_to_the_end_of_the_row() {
    let mut stage = Stage::bridge();
    let (column, row) = find(&mut stage, "Nobody");
    stage.mouse(column, row, Act::Press { clicks: 1 });
    stage.mouse(97, row, Act::Drag);
    let to_the_end = stage.chosen().to_owned();
    assert!(to_the_end.starts_with("Nobody spoke"), "{to_the_end}");
    stage.mouse(2, row + 1, Act::Drag);
    let next = stage.chosen().to_owned();
    assert_eq!(next.trim_end(), to_the_end, "nothing of the next row");
    // Between two blocks it is where the one above ends.
    stage.mouse(column, row - 1, Act::Drag);
    assert_eq!(stage.chosen().trim(), "N");
}

#[test]
fn what_was_swept_is_copied_highlighted_and_noted_by_the_keys_of_a_selection() {
    let mut stage = Stage::bridge();
    sweep(&mut stage, "$4.2", "million", 1);
    assert!(stage.folio().contains("copy"), "{}", stage.folio());
    let Some(Effect::Copy(clipping)) = stage.keys("y") else {
        panic!("nothing is copied")
    };
    assert!(clipping.text.contains("$4.2 million"), "{}", clipping.text);
    sweep(&mut stage, "$4.2", "million", 1);
    stage.keys("H");
    assert_eq!(stage.noted(), ["yellow: $4.2 million"]);
    sweep(&mut stage, "Nobody", "plan", 1);
    stage.keys("a so Enter");
    assert_eq!(stage.noted()[1], "yellow: Nobody spoke against the plan so");
}

#[test]
fn a_click_ends_a_selection_and_selects_what_is_under_it() {
    let mut stage = Stage::bridge();
    sweep(&mut stage, "Nobody", "plan", 1);
    let (column, row) = find(&mut stage, "waited");
    stage.click(column, row);
    assert_eq!(stage.view().selection, None);
    assert_eq!(stage.view().focus, Pane::Text);
    // Words that were highlighted are the note that the reader is at.
    sweep(&mut stage, "Nobody", "plan", 1);
    stage.keys("a so Enter");
    let (column, row) = find(&mut stage, "spoke");
    stage.click(column, row);
    assert_eq!(stage.current_note(), "Nobody spoke against the plan");
    assert_eq!(stage.notice(), "so");
}

#[test]
fn a_note_in_the_panel_is_gone_to_with_a_click() {
    let mut stage = Stage::bridge().after("/ nobody Enter H G");
    assert_ne!(stage.top(), "A Bridge for Lindow");
    let (column, row) = stage.find("“Nobody");
    assert!(column > 80, "it is in the panel");
    stage.click(column, row);
    assert!(stage.current_note().starts_with("Nobody spoke"));
    assert_eq!(stage.view().focus, Pane::Facts);
    assert!(stage.text().join("\n").contains("Nobody spoke"));
}

#[test]
fn the_text_scrolls_under_a_drag_that_is_held_at_its_edge() {
    let mut stage = Stage::bridge();
    let (column, row) = find(&mut stage, "Nobody");
    stage.mouse(column, row, Act::Press { clicks: 1 });
    assert!(!stage.reader.autoscrolls());
    stage.mouse(column, 19, Act::Drag);
    let mut steps = 0;
    while stage.reader.autoscrolls() {
        stage.reader.autoscroll();
        steps += 1;
        assert!(steps < 1000, "it stops at the end");
    }
    assert!(steps > 20, "{steps}");
    assert!(stage.chosen().starts_with("Nobody spoke"));
    assert!(stage.chosen().contains("Mary Lowe"), "{}", stage.chosen());
    stage.mouse(column, 0, Act::Drag);
    while stage.reader.autoscrolls() {
        stage.reader.autoscroll();
    }
    assert!(stage.view().top.get() == 0);
    assert!(
        stage.chosen().starts_with("A Bridge for"),
        "{}",
        stage.chosen()
    );
    stage.mouse(column, 0, Act::Release);
    assert!(!stage.reader.autoscrolls());
    assert!(stage.chosen().ends_with("Hale.\n\nN") || stage.chosen().ends_with('N'));
}

#[test]
fn letters_of_several_columns_and_from_the_right_are_taken_whole() {
    let wide = article("w.txt", "日本語 was spoken.\n\nA cafe\u{301} 👩‍👩‍👧 there.");
    let mut stage = Stage::new(&wide, 60, 10).after("z");
    let (column, row) = find(&mut stage, "日本語");
    stage.mouse(column + 3, row, Act::Press { clicks: 1 });
    stage.mouse(column + 4, row, Act::Drag);
    assert_eq!(stage.chosen(), "本語");
    let hebrew = article("h.txt", "אבג דהו זחט יכל");
    let mut stage = Stage::new(&hebrew, 60, 10).after("z");
    let (column, row) = find(&mut stage, "והד");
    stage.mouse(column + 2, row, Act::Press { clicks: 1 });
    stage.mouse(column, row, Act::Drag);
    assert_eq!(stage.chosen(), "דהו");
    assert_eq!(stage.cursor(), "ו", "the cursor stands on the last letter");
    stage.mouse(0, row, Act::Drag);
    assert_eq!(stage.chosen(), "דהו זחט יכל", "up to the end, at the left");
    stage.mouse(59, row, Act::Drag);
    assert_eq!(stage.chosen(), "אבג ד", "and back to the beginning");
}

#[test]
fn in_two_columns_a_drag_goes_from_one_to_the_other() {
    let view = View {
        columns: nutgraf::ui::Columns::Two,
        ..View::default()
    };
    let mut stage = Stage::with(&super::BRIDGE, view, 200, 20).after("z");
    let second = stage.screen().second.expect("two columns").area;
    let (column, row) = find(&mut stage, "Nobody");
    stage.mouse(column, row, Act::Press { clicks: 1 });
    stage.mouse(second.right() - 1, second.top() + 4, Act::Drag);
    assert!(stage.chosen().starts_with("Nobody"));
    let (_, at) = stage.screen().cursor.unwrap();
    assert!((second.top()..=second.top() + 4).contains(&at));
}
