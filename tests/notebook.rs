//! What was highlighted and noted, as Markdown and as JSON.

use std::sync::Arc;

use nutgraf::article::{Article, Lines, State};
use nutgraf::command::Ink;
use nutgraf::export::{Notebook, Sheet, notes, notes_json};
use nutgraf::facts;
use nutgraf::import::{Request, import};
use nutgraf::store::{Anchor, Id, Note};
use nutgraf::text::Span;

use crate::program::{Desk, snapshot};

const BRIDGE: &str = include_str!("data/bridge.md");

fn article(bytes: &str) -> Article {
    let request = Request {
        name: "bridge.md",
        ..Request::default()
    };
    let document = Arc::new(import(bytes.as_bytes(), &request).unwrap());
    let findings = facts::find(&document, None);
    let lines = Arc::new(Lines::new(bytes.as_bytes()));
    Article::new(document, findings, lines, State::Complete)
}

/// Notes in the order in which they were made, which is not that of the text.
fn noted(article: &Article) -> Vec<Note> {
    let text = article.document.text();
    let note = |number, from: &str, to: &str, ink, written: &str| {
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap() + to.len();
        Note {
            id: Id::of(number),
            anchor: Anchor::of(&article.document, Span::new(start, end)),
            ink,
            text: written.to_owned(),
            made: 1_741_000_000_000 + number,
        }
    };
    vec![
        note(
            1,
            "Some 1,250",
            "2015.",
            Ink::Blue,
            "Compare with the *count* of the mill.",
        ),
        note(2, "It will cost", "2027.", Ink::Yellow, ""),
        note(
            3,
            "Nobody spoke",
            "Why a Bridge",
            Ink::Green,
            "1. two paragraphs",
        ),
    ]
}

fn book<'a>(article: Option<&'a Article>, notes: &'a [Note]) -> Notebook<'a> {
    Notebook {
        title: "A Bridge for Lindow",
        source: "bridge.md",
        sheet: article.map(|article| Sheet::new(article, BRIDGE.as_bytes())),
        notes,
    }
}

#[test]
fn markdown_has_the_quotation_the_note_and_where_it_stands() {
    let article = article(BRIDGE);
    let made = noted(&article);
    snapshot!("notes_markdown", notes(&book(Some(&article), &made)));
}

#[test]
fn json_has_places_and_colours() {
    let article = article(BRIDGE);
    let made = noted(&article);
    let json = notes_json(&book(Some(&article), &made));
    snapshot!("notes_json", serde_json::to_string_pretty(&json).unwrap());
}

#[test]
fn words_that_are_gone_come_last_with_what_was_written() {
    let before = article(BRIDGE);
    let made = noted(&before);
    let after = article(&BRIDGE.replace("It will cost $4.2 million and is to open in 2027.", ""));
    let printed = notes(&book(Some(&after), &made));
    let lost = printed.rfind("> It will cost $4.2 million").unwrap();
    assert!(lost > printed.find("> Some 1,250").unwrap(), "{printed}");
    assert!(
        printed.contains("(these words are no longer in the text)"),
        "{printed}"
    );
    // Where the article itself is gone, everything is printed as it was noted.
    let printed = notes(&book(None, &made));
    assert!(
        printed.contains("> It will cost $4.2 million and is to open in 2027.\n"),
        "{printed}"
    );
    assert!(!printed.contains("no longer"), "{printed}");
}

#[test]
fn without_notes_nothing_is_printed_and_nothing_is_wrong() {
    let desk = Desk::new();
    desk.put("bridge.md", BRIDGE);
    assert_eq!(desk.run("notes").printed(), "");
    assert_eq!(desk.run("notes bridge.md").printed(), "");
    assert_eq!(desk.run("notes --format json").printed(), "[]\n");
    let one = desk.run("notes --format json bridge.md").printed();
    assert!(
        one.starts_with("{\"notes\":[]") || one.contains("\"notes\":[]"),
        "{one}"
    );
    assert_eq!(desk.run("notes gone.md").code, Some(1));
}
