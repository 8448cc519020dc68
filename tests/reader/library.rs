//! The library on the screen: what it says of each article, what answers to what is typed, what keys do.

use nutgraf::app::Effect;
use nutgraf::import::source::{BuiltIn, Input};
use nutgraf::store::{About, Change, Entry, Progress, Store};
use nutgraf::ui::Library;

use super::{BRIDGE, Stage};
use crate::program::snapshot;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A history of three articles, one of which came through a pipe.
fn history() -> Vec<Entry> {
    let folder = tempfile::TempDir::new().unwrap();
    let mut store = Store::open(&folder.path().join("history.db"))
        .unwrap()
        .store;
    for (name, title, share) in [
        (
            Some("file:/articles/bridge.md"),
            "The bridge over the river is closed",
            1.0,
        ),
        (None, "A page that a command gave", 0.0),
        (
            Some(
                "file:/books/a/very/long/way/down/in/the/folders/of/a/person/who/keeps/everything/well.epub",
            ),
            "Wells and how they are dug",
            0.375,
        ),
    ] {
        let names: Vec<String> = name.map(str::to_owned).into_iter().collect();
        let about = About {
            title: title.into(),
            source: name.map_or("standard input", |n| &n[5..]).into(),
            ..About::default()
        };
        let id = store.keep(None, &names, &about).unwrap();
        let progress = Progress {
            share,
            facts: Some(31),
            minutes_left: if share < 1.0 { 134 } else { 0 },
            ..Progress::default()
        };
        store.apply(id, &[Change::Read(progress)]).unwrap();
    }
    let mut entries = store.history().unwrap();
    for (entry, days) in entries.iter_mut().zip([0, 3, 40]) {
        entry.read = 1_700_000_000_000 - days * DAY;
    }
    entries
}

fn stage(columns: u16, rows: u16) -> Stage {
    let mut stage = Stage::new(&BRIDGE, columns, rows);
    stage
        .reader
        .open_library(Library::new(history(), 1_700_000_000_000));
    stage
}

#[test]
fn it_says_what_was_read_and_how_far() {
    snapshot!("library_80x24", stage(80, 24).whole());
    snapshot!("library_120x40", stage(120, 40).whole());
}

#[test]
fn it_is_drawn_at_any_size() {
    for columns in [1, 2, 5, 9, 20, 41, 79, 200] {
        for rows in [1, 2, 3, 4, 7, 24, 60] {
            let mut stage = stage(columns, rows);
            stage.keys("Down C-x");
            assert_eq!(stage.whole().lines().count(), usize::from(rows));
        }
    }
}

#[test]
fn typing_filters_and_enter_opens_what_is_chosen() {
    let mut stage = stage(80, 24);
    let opened = stage.keys("brdg Enter");
    let file = Input::File("/articles/bridge.md".into());
    assert_eq!(opened, Some(Effect::Open(file)));
    stage.keys("Esc");
    let tutorial = stage.keys("tutorial Enter");
    assert_eq!(
        tutorial,
        Some(Effect::Open(Input::BuiltIn(BuiltIn::Tutorial)))
    );
    stage.keys("Esc");
    stage.keys("qqqq");
    assert!(stage.whole().contains("nothing answers"));
    assert_eq!(stage.keys("Enter"), None);
}

#[test]
fn what_came_through_a_pipe_says_so() {
    let mut stage = stage(80, 24);
    assert_eq!(stage.keys("Down Enter"), None);
    assert!(
        stage.notice().contains("pipe it in again"),
        "{}",
        stage.notice()
    );
}

#[test]
fn forgetting_asks_first() {
    let mut stage = stage(80, 24);
    assert_eq!(stage.keys("C-x n"), None);
    assert!(stage.whole().contains("Wells"));
    assert!(matches!(stage.keys("C-x C-x"), Some(Effect::Forget(_))));
    assert!(!stage.whole().contains("Wells"));
}

#[test]
fn escape_clears_then_closes() {
    let mut stage = stage(80, 24);
    stage.keys("wells Esc");
    assert!(stage.whole().contains("bridge over"));
    stage.keys("Esc");
    assert!(stage.is_open().is_none());
    assert_eq!(stage.keys("L"), Some(Effect::Library));
}
