//! The mouse as terminals send it.

use super::reading::{desk, frames, reader};

#[test]
fn the_mouse_scrolls_jumps_and_is_given_back() {
    let desk = desk();
    let mut terminal = reader(&desk, 120, 30, "long.txt");
    assert!(terminal.raw().contains("\u{1b}[?1002h"), "asked for drags");
    assert!(
        !terminal.raw().contains("\u{1b}[?1003h"),
        "but not for every motion"
    );
    // A turn of the wheel moves three rows.
    for _ in 0..10 {
        terminal.keys("\u{1b}[<65;60;10M");
    }
    terminal.wait("other text", |t| {
        !t.text().contains("1,250 visitors on") && t.text().contains("Chair number 8 ")
    });
    for _ in 0..20 {
        terminal.keys("\u{1b}[<64;60;10M");
    }
    terminal.wait("the beginning", |t| {
        t.text().contains("counted 1,250 visitors")
    });
    terminal.keys("M");
    terminal.wait_text("the mouse is the terminal's");
    assert!(terminal.raw().contains("\u{1b}[?1002l"));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn a_flood_of_the_wheel_is_drawn_in_few_frames() {
    let desk = desk();
    let mut terminal = reader(&desk, 120, 30, "long.txt");
    terminal.wait_text("facts");
    let before = frames(&terminal);
    terminal.keys(&"\u{1b}[<65;60;10M".repeat(1000));
    terminal.wait_text("Chair number 200 was");
    let drawn = frames(&terminal) - before;
    assert!(drawn < 200, "{drawn} frames");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn a_drag_that_is_held_at_the_edge_scrolls_on_and_what_it_selects_is_copied() {
    let desk = desk();
    let mut terminal = reader(&desk, 80, 20, "long.txt");
    terminal.wait_text("1,250 visitors");
    terminal.keys("\u{1b}[<0;40;6M\u{1b}[<32;40;8M\u{1b}[<32;40;20M");
    // Nothing more is sent: the text scrolls by itself.
    terminal.wait_text("Chair number 20 ");
    terminal.keys("\u{1b}[<0;40;20m");
    terminal.wait_text("copy");
    terminal.keys("y");
    terminal.wait("a copy", |t| t.raw().contains("\u{1b}]52;"));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
#[cfg(unix)]
fn a_signal_gives_the_mouse_back() {
    let desk = desk();
    let mut terminal = reader(&desk, 80, 24, "library.txt");
    terminal.signal("TERM");
    assert_ne!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}
