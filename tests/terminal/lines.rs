//! Reading in plain lines, in terminals that can do no more and in pipes.

use super::Terminal;
use crate::program::{Desk, LIBRARY};

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    desk
}

#[test]
fn a_dumb_terminal_gets_lines_and_nothing_that_it_would_have_to_obey() {
    let desk = desk();
    let mut terminal = Terminal::open(60, 40)
        .env("TERM", "dumb")
        .run(&desk, "library.txt");
    terminal.wait_text("0 percent> ");
    terminal.keys("\n");
    terminal.wait_text("By Nora Finch");
    terminal.keys("/1,250\n");
    terminal.wait_text("counted 1,250");
    terminal.keys("J\n");
    terminal.wait_text("Sentence: ");
    terminal.keys("?\n");
    terminal.wait_text("quit: leave.");
    terminal.keys("q\n");
    assert_eq!(terminal.wait_exit(), Some(0));
    assert!(!terminal.raw().contains('\u{1b}'), "{:?}", terminal.raw());
    let raw = terminal.raw();
    let too_long = raw.lines().find(|line| line.chars().count() > 60);
    assert_eq!(too_long, None, "a row that the terminal would break itself");
    terminal.check_restored();
}

#[test]
fn the_end_of_what_is_typed_leaves() {
    let desk = desk();
    let mut terminal = Terminal::open(80, 24).run(&desk, "--linear library.txt");
    terminal.wait_text("0 percent> ");
    terminal.keys("\u{4}");
    assert_eq!(terminal.wait_exit(), Some(0));
    assert!(!terminal.raw().contains('\u{1b}'));
}

#[test]
#[cfg(unix)]
fn an_article_can_be_piped_in_while_lines_are_typed_at_the_terminal() {
    let desk = desk();
    let mut terminal = Terminal::open(80, 24)
        .env("TERM", "dumb")
        .shell(&desk, "cat library.txt | \"$NUTGRAF\"");
    terminal.wait_text("percent> ");
    terminal.keys("/1,250\n");
    terminal.wait_text("counted 1,250");
    terminal.keys("q\n");
    assert_eq!(terminal.wait_exit(), Some(0));
}

#[test]
fn without_a_terminal_lines_come_from_a_pipe_and_nothing_is_prompted() {
    let desk = desk();
    let said = desk
        .run_with(
            "--no-store --linear library.txt",
            "/1,250\nfacts money\nq\nnever heard\n",
        )
        .printed();
    assert!(said.contains("1 of 2 for 1,250."), "{said}");
    assert!(said.contains("$300"), "{said}");
    assert!(
        !said.contains("percent>") && !said.contains("never"),
        "{said}"
    );
    // Rows are as long as they come, and the end of the lines is the end.
    assert_eq!(
        desk.run_with("--no-store --linear library.txt", "/1,250\nfacts money\n")
            .printed(),
        said
    );
    let gone = desk.run("--linear gone.txt");
    assert_eq!((gone.code, gone.err.lines().count()), (Some(1), 1));
}

#[test]
fn the_editor_is_opened_and_the_article_read_again() {
    let desk = desk();
    let editor = desk.put(
        "editor",
        "#!/bin/sh\nshift 2\necho 'A new line came.' >>\"$1\"\n",
    );
    std::process::Command::new("chmod")
        .arg("+x")
        .arg(editor)
        .status()
        .unwrap();
    let mut terminal = Terminal::open(80, 24)
        .env("TERM", "dumb")
        .env("EDITOR", "./editor")
        .run(&desk, "library.txt");
    terminal.wait_text("percent> ");
    terminal.keys("e\n/new line\n");
    terminal.wait_text("A new line came.");
    terminal.keys("q\n");
    assert_eq!(terminal.wait_exit(), Some(0));
}

#[test]
fn places_and_notes_are_there_again() {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    let first = desk
        .run_with("--linear library.txt", "\n\nmark a\nnote look here\n\nq\n")
        .printed();
    assert!(first.contains("The note is written"), "{first}");
    let again = desk
        .run_with("--linear library.txt", "notes\n'a\n")
        .printed();
    assert!(again.contains("Continued where you stopped"), "{again}");
    assert!(again.contains("Note 1 of 1: look here On: "), "{again}");
    assert!(again.contains("Your note: look here"), "{again}");
    // The reader with a screen knows them, too, and the command that prints notes.
    assert!(
        desk.run("notes library.txt")
            .printed()
            .contains("look here")
    );
    let without = desk
        .run_with("--no-store --linear library.txt", "notes\n")
        .printed();
    assert!(without.contains("No notes yet"), "{without}");
}

#[test]
fn links_to_files_open_them_and_the_list_of_what_was_read_leads_on() {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    desk.put(
        "one.md",
        "# One\n\nThe other says [more](other.md#the-end).\n",
    );
    desk.put(
        "other.md",
        "# Other\n\nIt begins.\n\n## The End\n\nIt ends in 1921.\n",
    );
    let typed = "\n1o\nwhere\n\nC-o\nagain\nC-o\nL\nq\n";
    let said = desk.run_with("--linear one.md", typed).printed();
    assert!(said.contains("Other"), "{said}");
    assert!(
        said.contains("Section 2 of 2"),
        "the place of the link: {said}"
    );
    assert!(said.contains("It ends in 1921."), "{said}");
    assert!(said.contains("The other says more"), "back again: {said}");
    assert!(said.contains("No jump further back."), "{said}");
    assert!(said.contains(": Other, "), "{said}");
    let said = desk.run_with("--linear library.txt", "library\ncontinue 2\nq\n");
    assert!(said.printed().contains("One"), "it is opened");
}

#[test]
#[cfg(unix)]
fn an_address_is_opened_by_the_browser_of_the_environment() {
    let desk = Desk::new();
    desk.put(
        "one.md",
        "# One\n\nIt is [there](https://example.org/a?b=c).\n",
    );
    let browser = desk.put(
        "browser",
        "#!/bin/sh\nprintf '%s' \"$1\" >part && mv part opened\n",
    );
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(browser, mode).unwrap();
    let mut terminal = Terminal::open(80, 24)
        .env("TERM", "dumb")
        .env("BROWSER", "./browser")
        .run(&desk, "one.md");
    terminal.wait_text("percent> ");
    terminal.keys("\n1o\n");
    terminal.wait_text("https://example.org/a?b=c");
    assert!(!desk.path().join("opened").exists());
    terminal.keys("open\n");
    terminal.wait("the browser", |_| desk.path().join("opened").exists());
    let opened = std::fs::read_to_string(desk.path().join("opened")).unwrap();
    assert_eq!(opened, "https://example.org/a?b=c");
    terminal.keys("R\n");
    terminal.wait_text("The article was read again.");
    terminal.keys("q\n");
    assert_eq!(terminal.wait_exit(), Some(0));
}
