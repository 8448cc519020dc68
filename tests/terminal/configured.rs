//! The configuration in the reader: it holds, and a broken one is told and does no harm.

use super::Terminal;
use crate::program::{Desk, LIBRARY};

/// A desk with an article and a configuration.
fn desk(config: &str) -> Desk {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    std::fs::create_dir_all(desk.path().join(".config/nutgraf")).unwrap();
    desk.put(".config/nutgraf/config.toml", config);
    desk
}

#[track_caller]
fn reader(desk: &Desk, line: &str) -> Terminal {
    let terminal = Terminal::open(120, 30).run(desk, line);
    terminal.wait("the reader", Terminal::is_alternate);
    terminal.wait_text("counted 1,250");
    terminal
}

#[track_caller]
fn leave(mut terminal: Terminal, keys: &str) {
    terminal.keys(keys);
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn settings_and_keys_hold_and_the_help_shows_them() {
    let desk = desk("panes = [\"sections\"]\n[keys]\nquit = \"Q\"\nhelp = \"H\"\n");
    let terminal = reader(&desk, "library.txt");
    terminal.wait_text("H help");
    assert!(!terminal.text().contains("Facts ·"), "{}", terminal.text());
    terminal.keys("q");
    terminal.wait_text("q is not bound: H lists the keys");
    terminal.keys("HG");
    terminal.wait("the real key in the help", |t| {
        let text = t.text();
        text.lines()
            .any(|line| line.contains('Q') && line.contains("leave"))
    });
    terminal.keys("\u{1b}");
    terminal.wait("the help to close", |t| !t.text().contains("╭"));
    leave(terminal, "Q");
}

#[test]
fn the_command_line_counts_more_than_the_configuration() {
    let desk = desk("width = 20\nascii = true\n");
    let narrow = reader(&desk, "library.txt");
    narrow.wait("narrow rows", |t| {
        !t.text().contains("counted 1,250 visitors")
    });
    leave(narrow, "q");
    let wide = reader(&desk, "library.txt --width 70");
    wide.wait_text("counted 1,250 visitors");
    leave(wide, "q");
    desk.put("other.toml", "width = 70\n");
    let other = reader(&desk, "library.txt --config other.toml");
    other.wait_text("counted 1,250 visitors");
    leave(other, "q");
}

#[test]
fn a_broken_configuration_is_told_and_the_reader_reads_on() {
    let desk = desk("thene = \"dark\"\n[keys]\nquit = []\n");
    let terminal = reader(&desk, "library.txt");
    terminal.wait_text("config.toml:1: there is no setting `thene`; did you mean `theme`? (1 more: nutgraf config)");
    // It goes with the first key, and the keys are those of the table.
    terminal.keys("j");
    terminal.wait("the hints", |t| !t.text().contains("thene"));
    leave(terminal, "q");
}

#[test]
fn a_configuration_that_was_asked_for_and_is_not_there_is_an_error() {
    let desk = desk("");
    let mut terminal = Terminal::open(80, 24).run(&desk, "library.txt --config gone.toml");
    terminal.wait_text("gone.toml: there is no such file");
    assert_eq!(terminal.wait_exit(), Some(1));
    assert!(!terminal.raw().contains('\u{1b}'));
}

#[test]
fn an_incomplete_sequence_is_shown_and_dropped_visibly() {
    let desk = desk("chord-timeout = 50\n[keys]\ntop = \"g g\"\nnext-section = \"g s\"\n");
    let terminal = reader(&desk, "library.txt");
    terminal.keys("g");
    terminal.wait_text("g: nothing came after it, so it was dropped");
    terminal.keys("m");
    terminal.wait_text("m: nothing came after it, so it was dropped");
    leave(terminal, "q");
    // Without a limit it waits, and says what may follow.
    desk.put(
        ".config/nutgraf/config.toml",
        "chord-timeout = 0\n[keys]\ntop = \"g g\"\nnext-section = \"g s\"\n",
    );
    let terminal = reader(&desk, "library.txt");
    terminal.keys("g");
    terminal.wait_text("g top  s next-section");
    terminal.keys("\u{1b}");
    terminal.wait("the hints", |t| !t.text().contains("s next-section"));
    leave(terminal, "q");
}

#[test]
fn the_editor_of_the_configuration_is_opened() {
    let desk = desk("editor = \"./editor -x\"\n");
    let editor = desk.put("editor", "#!/bin/sh\necho \"$@\" >edited\n");
    std::process::Command::new("chmod")
        .arg("+x")
        .arg(editor)
        .status()
        .unwrap();
    let terminal = reader(&desk, "library.txt");
    terminal.keys("e");
    terminal.wait("the editor", |_| desk.path().join("edited").exists());
    terminal.wait("the reader", Terminal::is_alternate);
    let edited = std::fs::read_to_string(desk.path().join("edited")).unwrap();
    assert!(edited.starts_with("-x +1 -- "), "{edited}");
    leave(terminal, "q");
}

#[test]
fn a_theme_is_kept_in_the_configuration_and_all_else_in_it_stays() {
    let desk = desk("# mine\nwidth = 60 # narrow\n");
    let path = desk.path().join(".config/nutgraf/config.toml");
    let terminal = reader(&desk, "library.txt");
    terminal.keys("Tjjj\r");
    terminal.wait_text("theme: night, for now; A-t keeps it");
    terminal.keys("\u{1b}t");
    terminal.wait_text("theme = \"night\" is in");
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        "theme = \"night\"\n# mine\nwidth = 60 # narrow\n"
    );
    leave(terminal, "q");
    // What cannot be read is left alone.
    desk.put(".config/nutgraf/config.toml", "width = ");
    let terminal = reader(&desk, "library.txt");
    terminal.keys("\u{1b}t");
    terminal.wait_text("not kept: line 1 is not TOML");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "width = ");
    leave(terminal, "q");
}

#[test]
fn the_configuration_can_be_left_out_and_can_forbid_to_remember() {
    let desk = desk("store = false\n[keys]\nquit = \"Q\"\n");
    let terminal = reader(&desk, "library.txt");
    terminal.keys("G");
    leave(terminal, "Q");
    assert!(!desk.path().join("data/history.db").exists());
    let terminal = reader(&desk, "--no-config library.txt");
    terminal.keys("\u{1b}t");
    terminal.wait_text("there is no configuration to keep it in");
    leave(terminal, "q");
    assert!(desk.path().join("data/history.db").exists());
    let ran = desk.run("--no-config --config x.toml library.txt");
    assert_eq!(ran.code, Some(2));
}
