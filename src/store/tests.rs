//! What is written is read again, in the same window and in another one.

use tempfile::TempDir;

use super::*;
use crate::command::Ink;
use crate::text::Pos;

fn open(folder: &TempDir) -> Store {
    let opened = Store::open(&folder.path().join("deep/history.db")).unwrap();
    assert_eq!(opened.put_aside, None);
    opened.store
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

fn anchor(words: &str) -> Anchor {
    Anchor {
        pos: Pos(7),
        before: "before ".into(),
        exact: words.into(),
        after: " after".into(),
    }
}

fn note(words: &str, text: &str) -> Note {
    Note {
        id: Id::random(),
        anchor: anchor(words),
        ink: Ink::Green,
        text: text.into(),
        made: now(),
    }
}

fn dismissed(words: &str) -> Dismissed {
    Dismissed {
        anchor: anchor(words),
        kind: "place".into(),
    }
}

#[test]
fn everything_is_remembered_and_comes_back() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let known = names(&["blake3:1", "file:/a"]);
    assert_eq!(store.find(&known[0]).unwrap(), None);
    let id = store.keep(None, &known, &About::default()).unwrap();
    assert_eq!(store.remembered(id).unwrap(), Remembered::default());
    let progress = Progress {
        position: anchor(""),
        share: 0.25,
        facts: Some(31),
        minutes_left: 12,
    };
    let (mark, note) = (
        Mark {
            letter: 'a',
            anchor: anchor(""),
        },
        note("words", "my\nnote"),
    );
    let changes = [
        Change::Read(progress.clone()),
        Change::Mark(mark.clone()),
        Change::Fold(anchor("Heading")),
        Change::Dismiss(dismissed("Iraq")),
        Change::Note(note.clone()),
    ];
    store.apply(id, &changes).unwrap();
    drop(store);
    let store = open(&folder);
    for name in &known {
        assert_eq!(store.find(name).unwrap(), Some(id));
    }
    let remembered = store.remembered(id).unwrap();
    assert_eq!(remembered.progress.map(|(p, _)| p), Some(progress));
    assert_eq!(remembered.marks, [mark]);
    assert_eq!(remembered.folds, [anchor("Heading")]);
    assert_eq!(remembered.dismissed, [dismissed("Iraq")]);
    assert_eq!(remembered.notes, [note]);
}

#[test]
fn two_windows_keep_each_others_work() {
    let folder = TempDir::new().unwrap();
    let (mut one, mut other) = (open(&folder), open(&folder));
    let id = one
        .keep(None, &names(&["blake3:1"]), &About::default())
        .unwrap();
    assert_eq!(
        other
            .keep(Some(id), &names(&["file:/a"]), &About::default())
            .unwrap(),
        id
    );
    let mut notes = [note("one", "1"), note("other", "2"), note("third", "3")];
    for (note, made) in notes.iter_mut().zip(1..) {
        note.made = made;
    }
    one.apply(
        id,
        &[
            Change::Note(notes[0].clone()),
            Change::Dismiss(dismissed("Iraq")),
        ],
    )
    .unwrap();
    other
        .apply(
            id,
            &[
                Change::Note(notes[1].clone()),
                Change::Dismiss(dismissed("Iraq")),
            ],
        )
        .unwrap();
    one.apply(
        id,
        &[
            Change::Note(notes[2].clone()),
            Change::DeleteNote(notes[0].id),
        ],
    )
    .unwrap();
    other
        .apply(id, &[Change::Restore(dismissed("Iraq"))])
        .unwrap();
    for store in [one, other] {
        let remembered = store.remembered(id).unwrap();
        assert_eq!(remembered.notes, notes[1..]);
        assert_eq!(remembered.dismissed, []);
    }
}

#[test]
fn a_note_that_was_changed_is_one_note() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let id = store.keep(None, &[], &About::default()).unwrap();
    let mut note = note("words", "first");
    store.apply(id, &[Change::Note(note.clone())]).unwrap();
    note.text = "second".into();
    note.ink = Ink::Red;
    store.apply(id, &[Change::Note(note.clone())]).unwrap();
    assert_eq!(store.notes(id).unwrap(), [note]);
}

#[test]
fn a_damaged_database_is_put_aside_and_kept() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("history.db");
    std::fs::write(
        &path,
        "no database at all, and longer than any header of one. ".repeat(9),
    )
    .unwrap();
    let opened = Store::open(&path).unwrap();
    let aside = opened.put_aside.unwrap();
    assert!(
        std::fs::read_to_string(aside)
            .unwrap()
            .starts_with("no database")
    );
    assert_eq!(opened.store.find("file:/a").unwrap(), None);
}

#[test]
fn a_newer_database_is_left_alone() {
    let folder = TempDir::new().unwrap();
    drop(open(&folder));
    let path = folder.path().join("deep/history.db");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    drop(connection);
    let before = std::fs::read(&path).unwrap();
    let error = Store::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::Newer), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn an_edited_article_is_known_by_its_file_and_another_one_in_it_is_not() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let text = "one two three four five six seven eight nine ten eleven twelve";
    let about = About {
        title: "Counting".into(),
        sketch: Sketch::of(text),
        ..About::default()
    };
    let id = store
        .keep(None, &[text_name(text), "file:/a".into()], &about)
        .unwrap();
    let who = |text: &str, place, title: &str| {
        store
            .recognise(&text_name(text), place, title, &Sketch::of(text))
            .unwrap()
    };
    let place = Some("file:/a");
    assert_eq!(who(text, None, ""), Some(id));
    assert_eq!(who(&format!("{text} and thirteen"), place, ""), Some(id));
    assert_eq!(who("nothing of it at all", place, "Counting"), Some(id));
    assert_eq!(who("nothing of it at all", place, "Other"), None);
    assert_eq!(who(&format!("{text} and thirteen"), None, ""), None);
}

#[test]
fn what_is_forgotten_is_gone_with_all_its_rows() {
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder);
    let first = store
        .keep(None, &names(&["file:/a"]), &About::default())
        .unwrap();
    let second = store
        .keep(None, &names(&["file:/b"]), &About::default())
        .unwrap();
    store
        .apply(first, &[Change::Note(note("words", ""))])
        .unwrap();
    assert_eq!(store.history().unwrap().len(), 2);
    assert!(store.forget(first).unwrap());
    assert!(!store.forget(first).unwrap());
    assert_eq!(store.find("file:/a").unwrap(), None);
    assert_eq!(store.notes(first).unwrap(), []);
    let left: Vec<_> = store
        .history()
        .unwrap()
        .into_iter()
        .map(|e| (e.id, e.place))
        .collect();
    assert_eq!(left, [(second, Some("file:/b".to_owned()))]);
    assert_eq!(store.forget_all().unwrap(), 1);
    assert_eq!(store.history().unwrap(), []);
}

#[test]
fn where_nothing_can_be_written_what_is_remembered_can_be_read() {
    let folder = TempDir::new().unwrap();
    let known = names(&["blake3:1"]);
    let mut store = open(&folder);
    let id = store.keep(None, &known, &About::default()).unwrap();
    drop(store);
    let path = folder.path().join("deep/a file?.db");
    std::fs::rename(folder.path().join("deep/history.db"), &path).unwrap();
    let mut store = open::unwritable(&path).unwrap();
    assert_eq!(store.find(&known[0]).unwrap(), Some(id));
    let written = store.keep(Some(id), &known, &About::default());
    assert!(matches!(written, Err(StoreError::Denied)), "{written:?}");
    assert!(open::unwritable(&folder.path().join("none")).is_none());
}

#[test]
fn what_could_not_be_written_is_set_aside_and_taken_up_once() {
    let folder = TempDir::new().unwrap();
    let (nowhere, other) = (folder.path().join("nowhere"), folder.path().join("other"));
    std::fs::create_dir(&other).unwrap();
    let folders = [nowhere, other.clone()];
    let known = names(&["blake3:1", "file:/a"]);
    let (first, second) = (note("words", "why?"), note("other words", ""));
    let unsaved = Unsaved {
        names: known.clone(),
        about: About {
            title: "A Title".into(),
            ..About::default()
        },
        changes: vec![
            Change::Mark(Mark {
                letter: 'a',
                anchor: anchor(""),
            }),
            Change::Note(first.clone()),
            Change::Dismiss(dismissed("Lindow")),
        ],
    };
    let path = set_aside(&folders, 7, std::slice::from_ref(&unsaved)).unwrap();
    assert_eq!(
        path.parent(),
        Some(other.as_path()),
        "the first that takes it"
    );
    // More of it replaces the file.
    let mut more = unsaved.clone();
    more.changes.push(Change::Note(second.clone()));
    assert_eq!(set_aside(&folders, 7, &[more]).unwrap(), path);
    assert_eq!(waiting(&folders), [path.as_path()]);
    let alone: Vec<_> = std::fs::read_dir(&other).unwrap().flatten().collect();
    assert_eq!(alone.len(), 1, "no journal is left: {alone:?}");

    let mut store = open(&folder);
    let id = store.keep(None, &known, &About::default()).unwrap();
    store.apply(id, &[Change::Note(note("old", ""))]).unwrap();
    assert_eq!(store.take_up(&waiting(&folders)).unwrap(), 1);
    assert!(waiting(&folders).is_empty());
    let kept = store.remembered(id).unwrap();
    assert_eq!(kept.notes.len(), 3);
    for note in [first, second] {
        assert!(kept.notes.contains(&note), "{note:?}");
    }
    assert_eq!((kept.marks.len(), kept.dismissed.len()), (1, 1));
    assert_eq!(store.history().unwrap().len(), 1, "the same article");
}

#[test]
fn a_file_that_is_no_database_is_left_where_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("nutgraf-unsaved-1.db");
    std::fs::write(&path, "no database ".repeat(50)).unwrap();
    let mut store = open(&folder);
    let files = waiting(&[folder.path().to_owned()]);
    assert_eq!(files, [path.as_path()]);
    assert_eq!(store.take_up(&files).unwrap(), 0);
    assert!(path.exists());
}

#[test]
fn what_was_deleted_in_vain_is_deleted_when_it_is_taken_up_unless_it_was_changed_since() {
    let folder = TempDir::new().unwrap();
    let known = names(&["blake3:1", "file:/a"]);
    let mut store = open(&folder);
    let id = store.keep(None, &known, &About::default()).unwrap();
    let [gone, kept, again] = ["gone", "kept", "again"].map(|words| note(words, "why?"));
    let all = [&gone, &kept, &again].map(|note| Change::Note(note.clone()));
    store.apply(id, &all).unwrap();
    let seen = [
        Change::Dismiss(dismissed("Lindow")),
        Change::Dismiss(dismissed("Alder")),
        Change::Fold(anchor("A Part")),
    ];
    store.apply(id, &seen).unwrap();
    let unsaved = Unsaved {
        names: known,
        about: About::default(),
        changes: vec![
            Change::DeleteNote(gone.id),
            Change::DeleteNote(kept.id),
            Change::DeleteNote(again.id),
            // Undone.
            Change::Note(again.clone()),
            Change::Restore(dismissed("Lindow")),
            Change::Unfold(anchor("A Part")),
        ],
    };
    let folders = [folder.path().to_owned()];
    set_aside(&folders, 7, &[unsaved]).unwrap();
    // Another window wrote more to a note after that.
    let later = "UPDATE notes SET text = 'because', changed = changed + 60000 WHERE exact = 'kept'";
    assert_eq!(store.connection.execute(later, []).unwrap(), 1);
    assert_eq!(store.take_up(&waiting(&folders)).unwrap(), 1);
    let now = store.remembered(id).unwrap();
    let mut left: Vec<&str> = now.notes.iter().map(|n| n.anchor.exact.as_str()).collect();
    left.sort_unstable();
    assert_eq!(left, ["again", "kept"]);
    assert_eq!(now.dismissed, [dismissed("Alder")]);
    assert_eq!(now.folds, []);
}
