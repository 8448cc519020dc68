//! What is recalled, followed and told.

use super::*;
use crate::article::{Article, Lines};
use crate::command::Ink;
use crate::import::{Request, import};
use crate::store::{Anchor, Note as Stored, Progress};
use crate::text::Span;
use crate::ui::{Size, View};

const TEXT: &str = "The Well\n\nThe village dug a well of 30 metres. It never ran dry.\n";

/// A reader of a small text, and a note on its first sentence as it is stored.
fn reader_and_note() -> (Reader, Stored) {
    let document = import(TEXT.as_bytes(), &Request::default()).unwrap();
    let start = document.text().find("village").unwrap();
    let note = Stored {
        id: Id::of(7),
        anchor: Anchor::of(&document, Span::new(start, start + 7)),
        ink: Ink::default(),
        text: "which one?".to_owned(),
        made: crate::store::now(),
    };
    let findings = crate::facts::find(&document, None);
    let lines = Lines::new(TEXT.as_bytes());
    let article = Article::new(
        Arc::new(document),
        findings,
        Arc::new(lines),
        State::Complete,
    );
    let size = Size {
        columns: 80,
        rows: 24,
    };
    (Reader::new(Arc::new(article), View::default(), size), note)
}

#[test]
fn a_note_that_is_deleted_before_it_is_sure_which_article_this_is_stays_deleted() {
    let (mut reader, note) = reader_and_note();
    let (to, heard) = mpsc::channel();
    let mut memory = Memory {
        to,
        thread: None,
        current: None,
    };
    let input = Input::File("well.txt".into());
    let reading = Reading(1);
    drop(memory.begin(&input, reading));
    let recalled = |sure| Recalled {
        document: Some(DocumentId(1)),
        remembered: Remembered {
            notes: vec![note.clone()],
            ..Remembered::default()
        },
        sure,
        anew: false,
        too_late: false,
    };
    memory.recall(&mut reader, reading, recalled(false));
    assert_eq!(reader.view().notes.len(), 1);
    for key in [";", "x"] {
        reader.key(key.parse().unwrap());
    }
    assert_eq!(reader.view().notes.len(), 0);
    memory.recall(&mut reader, reading, recalled(true));
    assert_eq!(reader.view().notes.len(), 0, "it is not brought back");
    memory.follow(&reader, &input, reading);
    drop(memory);
    let told: Vec<Message> = heard.iter().collect();
    let is_deleted =
        |m: &Message| matches!(m, Message::Change(Change::DeleteNote(id)) if *id == Id::of(7));
    assert!(told.iter().any(is_deleted), "{told:?}");
}

#[test]
fn no_text_is_seen_before_the_place_where_the_reader_stopped_is_there() {
    let (reader, _) = reader_and_note();
    let whole = reader.article().clone();
    let begun = Article::new(
        Arc::clone(&whole.document),
        crate::facts::Findings::default(),
        Arc::clone(&whole.lines),
        State::Beginning,
    );
    let size = Size {
        columns: 80,
        rows: 24,
    };
    let words = |reader: &mut Reader| -> String {
        let lines = reader.screen().text.lines;
        lines.iter().map(crate::ui::Line::text).collect()
    };
    let mut reader = Reader::new(Arc::new(begun), View::default(), size);
    reader.await_place(Pos(3));
    assert!(words(&mut reader).contains("The village"), "it is there");
    reader.await_place(Pos(100_000));
    let waiting = words(&mut reader);
    assert!(waiting.contains("to where you stopped"), "{waiting}");
    assert!(!waiting.contains("The village"), "{waiting}");
    // Any key shows what there is.
    reader.key("Esc".parse().unwrap());
    assert!(words(&mut reader).contains("The village"));
    // And so does the answer, whatever it is.
    reader.await_place(Pos(100_000));
    reader.recall(&Placed::default(), Eye::NotYet);
    assert!(words(&mut reader).contains("The village"));
}

#[test]
fn words_alike_in_the_first_part_are_not_the_place_beyond_it() {
    let (reader, note) = reader_and_note();
    let mut begun = reader.article().clone();
    begun.state = State::Beginning;
    // The same words, where the text is not read yet.
    let mut beyond = note.clone();
    beyond.anchor.pos = Pos(100_000);
    let remembered = Remembered {
        notes: vec![note, beyond],
        ..Remembered::default()
    };
    let found = |article: &Article| -> Vec<bool> {
        let placed = Placed::of(article, remembered.clone());
        placed.notes.iter().map(|n| n.span.is_some()).collect()
    };
    assert_eq!(found(&begun), [true, false]);
    assert_eq!(
        found(reader.article()),
        [true, true],
        "the text is shorter now"
    );
}

/// What was remembered of a reader who stopped in the second half.
fn stopped(article: &Article) -> Recalled {
    let place = Pos::new(article.document.text().len() / 2);
    let progress = Progress {
        position: Anchor::of(&article.document, Span::at(place)),
        ..Progress::default()
    };
    Recalled {
        document: Some(DocumentId(1)),
        remembered: Remembered {
            progress: Some((progress, 0)),
            ..Remembered::default()
        },
        sure: true,
        ..Recalled::default()
    }
}

#[test]
fn a_database_that_is_late_moves_no_text_that_is_being_read() {
    let text = "Nobody counted the chairs of the hall, and nobody will. ".repeat(200);
    let article = Article::new(
        Arc::new(import(text.as_bytes(), &Request::default()).unwrap()),
        crate::facts::Findings::default(),
        Arc::new(Lines::new(text.as_bytes())),
        State::Complete,
    );
    let size = Size {
        columns: 80,
        rows: 24,
    };
    let reading = Reading(1);
    let begin = || {
        let (to, _heard) = mpsc::channel();
        let mut memory = Memory {
            to,
            thread: None,
            current: None,
        };
        drop(memory.begin(&Input::File("hall.txt".into()), reading));
        let mut reader = Reader::new(Arc::new(article.clone()), View::default(), size);
        let (events, _queue) = queue::queue().unwrap();
        hold_back(&mut reader, reading, events);
        assert!(reader.screen().text.lines.is_empty(), "no text at first");
        (memory, reader)
    };
    // In time: the text is seen where the reader stopped, and nowhere else before.
    let (mut memory, mut reader) = begin();
    memory.recall(&mut reader, reading, stopped(&article));
    assert!(reader.view().top > Pos(0));
    // Too late: the beginning is shown, and stays; the reader is told the way.
    let too_late = Recalled {
        too_late: true,
        ..Recalled::default()
    };
    let (mut memory, mut reader) = begin();
    memory.recall(&mut reader, reading, too_late.clone());
    assert!(!reader.screen().text.lines.is_empty());
    if let Some(current) = &mut memory.current {
        current.seen = Instant::now().checked_sub(2 * AT_A_GLANCE).unwrap();
    }
    memory.recall(&mut reader, reading, stopped(&article));
    assert_eq!(reader.view().top, Pos(0));
    let said = reader.view().notice.as_ref().unwrap().text.clone();
    assert!(
        said.starts_with("you had stopped at 49%") && said.ends_with("'' goes there"),
        "{said}"
    );
    for key in ["'", "'"] {
        reader.key(key.parse().unwrap());
    }
    assert!(reader.view().top > Pos(0));
    // It took long to read the text, not to answer: nothing was seen yet.
    let (mut memory, mut reader) = begin();
    if let Some(current) = &mut memory.current {
        current.seen = Instant::now().checked_sub(2 * AT_A_GLANCE).unwrap();
    }
    reader.await_no_longer();
    memory.recall_unseen(&mut reader, reading, stopped(&article));
    assert!(reader.view().top > Pos(0));
    // A key shows what there is; the end of the time changes nothing then.
    let (mut memory, mut reader) = begin();
    reader.key("j".parse().unwrap());
    assert!(!reader.screen().text.lines.is_empty());
    memory.recall(&mut reader, reading, too_late);
    assert!(reader.view().top > Pos(0));
}
