//! The reader as the pager of other programs: what they print is read with its structure, keys come from the terminal.

use std::fmt::Write as _;
use std::process::Command;

use super::Terminal;
use crate::program::{Desk, LIBRARY, there_is};

/// A folder with two commits in it.
fn repository() -> Desk {
    let desk = Desk::new();
    let git = |line: &str| {
        let ran = Command::new("git")
            .args(line.split(' '))
            .current_dir(desk.path())
            .envs([("HOME", desk.path().as_os_str())])
            .envs([
                ("GIT_CONFIG_NOSYSTEM", "1"),
                ("GIT_AUTHOR_NAME", "Ada Brook"),
                ("GIT_AUTHOR_EMAIL", "ada@example.org"),
                ("GIT_COMMITTER_NAME", "Ada Brook"),
                ("GIT_COMMITTER_EMAIL", "ada@example.org"),
            ])
            .output()
            .unwrap();
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    };
    git("init -q .");
    desk.put("ferry.txt", "The ferry takes 24 people.\n");
    git("add ferry.txt");
    git("commit -q -m Begin-with-the-ferry");
    desk.put("ferry.txt", "The ferry takes 30 people.\n");
    git("commit -q -a -m Enlarge-the-ferry");
    desk
}

#[test]
#[cfg(unix)]
fn git_log_has_a_section_for_each_commit_and_each_file() {
    if !there_is("git") {
        return;
    }
    let desk = repository();
    let line = "GIT_CONFIG_NOSYSTEM=1 GIT_PAGER=\"$NUTGRAF\" git -c color.ui=always log -p";
    let mut terminal = Terminal::open(120, 40).shell(&desk, line);
    terminal.wait_text("Enlarge-the-ferry");
    terminal.wait_text("+The ferry takes 30 people.");
    terminal.keys("]]");
    // From the top: where two sections on lead depends on how much of the log had come.
    terminal.keys("g/24 people\r");
    terminal.wait_text("-The ferry takes 24 people.");
    let text = terminal.text();
    assert!(!text.contains("[3") && !text.contains('␛'), "{text}");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
#[cfg(unix)]
fn a_manual_page_is_set_to_the_width_that_there_is() {
    if !there_is("man") || !there_is("groff") {
        return;
    }
    let desk = Desk::new();
    desk.put("nutgraf.1", desk.run("man").printed());
    let line = "MANPAGER=\"$NUTGRAF\" man -l ./nutgraf.1";
    let mut terminal = Terminal::open(80, 40).shell(&desk, line);
    terminal.wait_text("A terminal reader that finds the facts");
    // Its headings are the sections of the outline.
    terminal.wait("the outline", |t| {
        let text = t.text();
        let rows = |words: &str| text.lines().filter(|line| line.starts_with(words)).count();
        rows(" SYNOPSIS") + rows(" DESCRIPTION") >= 2
    });
    let text = terminal.text();
    assert!(!text.contains('␈'), "{text}");
    terminal.keys("/finds from standard\u{15}--linear\r");
    terminal.wait_text("--linear");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
#[cfg(unix)]
fn places_are_said_as_to_other_pagers() {
    let desk = Desk::new();
    let mut long = LIBRARY.to_owned();
    for n in 1..=300 {
        let _ = writeln!(long, "\nChair number {n} was carried up the stairs.");
    }
    desk.put("long.txt", &long);
    for (place, sees) in [
        ("+G", "Chair number 300 was"),
        ("'+/number 150'", "Chair number 150 was"),
        ("+60", "Chair number"),
    ] {
        let line = format!("cat long.txt | \"$NUTGRAF\" {place}");
        let mut terminal = Terminal::open(80, 24).shell(&desk, &line);
        terminal.wait_text(sees);
        terminal.keys("q");
        assert_eq!(terminal.wait_exit(), Some(0), "{place}");
    }
}

#[test]
#[cfg(unix)]
fn the_end_of_a_long_text_is_the_end_of_the_whole() {
    let desk = Desk::new();
    let mut long = LIBRARY.to_owned();
    for n in 1..=9000 {
        let _ = writeln!(long, "\nChair number {n} was carried up the stairs.");
    }
    desk.put("long.txt", &long);
    let mut terminal = Terminal::open(80, 24).run(&desk, "long.txt +G");
    terminal.wait_text("Chair number 9000 was");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
}
