//! Reading in plain lines: what is typed, and what is said.

use std::sync::Arc;

use nutgraf::app::{Linear, Then};
use nutgraf::article::Article;
use nutgraf::command::{Keymap, TABLE};
use nutgraf::ui::View;

use super::stage::{BRIDGE, SCRAPED, article};
use crate::program::snapshot;

fn linear(article: &Arc<Article>) -> Linear {
    Linear::new(Arc::clone(article), View::default(), Keymap::default())
}

/// What is said to some lines, as on paper.
fn transcript(reader: &mut Linear, typed: &[&str]) -> String {
    let mut paper = String::new();
    let mut write = |said: Vec<nutgraf::ui::linear::Saying>| {
        for saying in said {
            paper.push_str(&saying.text);
            paper.push('\n');
        }
    };
    write(reader.greeting());
    for line in typed {
        let prompt = format!("{}{line}", reader.prompt());
        write(vec![prompt.into()]);
        write(reader.hear(line).said);
    }
    paper
}

/// What is said to one line.
fn said(reader: &mut Linear, line: &str) -> String {
    let said = reader.hear(line).said;
    let lines: Vec<_> = said.into_iter().map(|saying| saying.text).collect();
    lines.join("\n")
}

#[test]
fn an_article_is_read_to_its_end_with_enter_alone() {
    let mut reader = linear(&BRIDGE);
    let mut lines = transcript(&mut reader, &[]);
    loop {
        let more = said(&mut reader, "");
        lines.push_str(&more);
        lines.push('\n');
        if more == "This is the end." {
            break;
        }
    }
    snapshot!("lines_read", lines);
}

#[test]
fn a_session_of_commands() {
    let mut reader = linear(&BRIDGE);
    let typed = [
        "",
        "]",
        "",
        "where",
        "J",
        "J",
        "K",
        "3",
        "*",
        "mark a",
        "G",
        "'a",
        "/ferry",
        "n",
        "N",
        "facts money",
        "outline",
        "section 2",
        "40%",
        "y",
        "C-o",
        "x",
        "X",
        "frobnicate",
        "T",
    ];
    snapshot!("lines_session", transcript(&mut reader, &typed));
}

#[test]
fn names_keys_and_counts_say_the_same() {
    for (one, other) in [
        ("]", "next-section"),
        ("2]", "2 next-section"),
        ("}", "next"),
        ("3j", "3 down"),
        ("g", "top"),
        ("?", "help"),
        ("J", "next-fact"),
        ("5", "fact 5"),
        ("/ferry", "search ferry"),
        ("&money", "filter-facts money"),
        ("40%", "40 percent"),
        ("i", "details"),
        ("C-l", "again"),
    ] {
        let [a, b] = [one, other].map(|line| said(&mut linear(&BRIDGE), line));
        assert_eq!(a, b, "{one} and {other}");
        assert!(!a.is_empty(), "{one}");
    }
}

#[test]
fn every_command_answers_or_says_why_not() {
    for entry in TABLE {
        let mut reader = linear(&BRIDGE);
        reader.hear("J");
        let turn = reader.hear(entry.name);
        assert!(
            !turn.said.is_empty() || turn.then != Then::Wait,
            "{} is met with silence",
            entry.name
        );
        if entry.name == "quit" {
            assert_eq!(turn.then, Then::Quit);
        }
    }
}

#[test]
fn keys_are_those_of_the_keymap() {
    let (config, _) = nutgraf::config::Config::read(
        "[keys]\nquit = \"Q\"\nnext-section = \"g s\"\ntop = \"g g\"\n",
    );
    let mut reader = Linear::new(Arc::clone(&BRIDGE), View::default(), config.keymap);
    let greeting = reader.greeting();
    assert!(
        greeting.iter().any(|s| s.text.contains("Q leaves")),
        "{greeting:?}"
    );
    assert_eq!(reader.hear("Q").then, Then::Quit);
    assert_eq!(reader.hear("q").then, Then::Wait);
    assert!(
        said(&mut reader, "gs").starts_with("Section 2"),
        "letters of a sequence"
    );
    assert!(
        said(&mut reader, "g s").starts_with("Section 3"),
        "written with blanks"
    );
}

#[test]
fn what_was_left_out_is_read_when_asked_for() {
    let mut reader = linear(&SCRAPED);
    let mut all = String::new();
    for _ in 0..60 {
        all += &said(&mut reader, "");
    }
    assert!(!all.contains("No part of the article:"), "{all}");
    reader.hear("top");
    assert_eq!(
        said(&mut reader, "show-hidden"),
        "What is no part of the article is read, too."
    );
    let mut all = String::new();
    for _ in 0..80 {
        all += &said(&mut reader, "");
    }
    assert!(all.contains("No part of the article:"), "{all}");
}

#[test]
fn nothing_typed_breaks_it_and_nothing_said_is_obeyed_by_a_terminal() {
    let hostile = "Title\n\nA \u{1b}[31mred\u{1b}[0m line, 40 men\u{9b}2J and \u{7}bell.\n";
    let mut reader = linear(&article("evil\u{1b}]0;x\u{7}.txt", hostile));
    for line in [
        "",
        "0",
        "99999999999999999999",
        "fact",
        "fact x",
        "section 0",
        "section 99",
        "/",
        "/(",
        "&",
        "m",
        "mark",
        "'",
        "''",
        "40",
        "%",
        "999999999999%",
        "\u{1b}[A",
        "\u{0}",
        "é",
        "4 4 4",
        "q q",
        "mark ab",
        "99999999j",
        "d",
        "b",
        "where",
    ] {
        for saying in reader.hear(line).said {
            assert!(
                !saying.text.chars().any(char::is_control),
                "{line:?}: {saying:?}"
            );
        }
        assert!(!reader.prompt().chars().any(char::is_control));
    }
    let mut empty = linear(&article("x.txt", "\n"));
    for line in ["", "J", "]", "G", "facts", "where", "/x", "y", "C-o"] {
        empty.hear(line);
    }
}

#[test]
fn links_are_listed_and_followed() {
    let linked = article("linked.md", include_str!("../data/linked.md"));
    let mut reader = linear(&linked);
    assert!(said(&mut linear(&BRIDGE), "o").contains("There is no link"));
    let mut listed = String::new();
    for _ in 0..20 {
        reader.hear("");
        listed += &said(&mut reader, "links");
    }
    assert!(listed.contains("Link 1: "), "{listed}");
    assert!(
        listed.contains("https://reports.example.org/ferry/2025?part=1#costs"),
        "{listed}"
    );
    assert!(listed.contains("A footnote."), "{listed}");
    let mut reader = linear(&linked);
    reader.hear("/published the report");
    assert!(said(&mut reader, "1o").contains("It goes to https://"));
    assert!(said(&mut reader, "99o").contains("no link 99"));
}

#[test]
fn notes_are_written_walked_and_deleted() {
    let mut reader = linear(&BRIDGE);
    reader.hear("J");
    assert!(said(&mut reader, "note who voted?").contains("The note is written"));
    reader.hear("]");
    reader.hear("");
    assert!(said(&mut reader, "H").contains("Highlighted"));
    assert!(said(&mut reader, "H").contains("already"));
    let all = said(&mut reader, "notes");
    assert!(all.contains("Note 1 of 2: who voted? On: "), "{all}");
    assert!(all.contains("Highlight 2 of 2: Some 1,250 people"), "{all}");
    reader.hear("g");
    assert!(said(&mut reader, ";").contains("Note 1 of 2"));
    assert!(said(&mut reader, "again").contains("Your note: who voted?"));
    assert!(said(&mut reader, "x").contains("The note is deleted: who voted?"));
    assert!(said(&mut reader, "notes").contains("Highlight 1 of 1"));
}

#[test]
fn changes_of_notes_are_taken_back() {
    let mut reader = linear(&BRIDGE);
    reader.hear("J");
    reader.hear("note who voted?");
    reader.hear("note and who did not?");
    assert!(said(&mut reader, "U").contains("as it was"));
    assert!(said(&mut reader, "notes").contains("who voted?"));
    reader.hear(";");
    assert!(said(&mut reader, "x").contains("U brings it back"));
    assert!(said(&mut reader, "undo").contains("The note is back."));
    assert!(said(&mut reader, "notes").contains("who voted?"));
    reader.hear("undo");
    assert!(said(&mut reader, "notes").contains("No notes yet"));
    assert!(said(&mut reader, "undo").contains("no change of notes"));
}

#[test]
fn an_address_is_told_before_it_is_opened() {
    let linked = article("linked.md", include_str!("../data/linked.md"));
    let mut reader = linear(&linked);
    assert_eq!(reader.hear("open").then, Then::Wait);
    reader.hear("/published the report");
    let turn = reader.hear("1o");
    assert_eq!(turn.then, Then::Wait, "nothing is opened unasked");
    let Then::Browse(uri) = reader.hear("open").then else {
        panic!("it is not opened");
    };
    assert!(uri.as_str().starts_with("https://"));
    assert_eq!(reader.hear("open").then, Then::Wait, "once");
}

#[test]
fn a_section_is_printed_with_its_source() {
    let mut reader = linear(&BRIDGE);
    reader.hear("]");
    let printed = said(&mut reader, "Y");
    assert!(printed.starts_with("Why a Bridge"), "{printed}");
    assert!(printed.contains("bridge.md"), "{printed}");
}
