//! An article that changes while it is read.

use std::fmt::Write as _;
use std::sync::Arc;

use nutgraf::article::Article;

use super::{Stage, article};

fn versions() -> (Arc<Article>, Arc<Article>) {
    let body = |chairs: &str, extra: &str| {
        let mut text =
            String::from("# Chairs\n\nOn March 3, 2025, the library counted 1,250 visitors.\n\n");
        for n in 0..60 {
            let _ = write!(
                text,
                "Paragraph number {} tells of nothing at all.\n\n",
                "x".repeat(n % 7 + 1)
            );
        }
        let _ = write!(text, "The town paid {chairs} for new chairs.\n\n{extra}\n");
        text
    };
    (
        article("c.md", body("$300", "")),
        article("c.md", body("$450", "The roof cost $9,000 in May 2025.")),
    )
}

#[test]
fn facts_that_are_new_or_changed_are_marked_until_they_were_seen() {
    let (old, new) = versions();
    let mut stage = Stage::new(&old, 120, 30).after("F");
    stage.reader.reload(new, "c.md has changed");
    assert!(
        stage.notice().starts_with("c.md has changed; "),
        "{}",
        stage.notice()
    );
    assert!(
        stage.notice().ends_with("facts are new"),
        "{}",
        stage.notice()
    );
    let fresh = stage.view().fresh.len();
    assert!(fresh >= 2);
    let marked = |stage: &mut Stage| {
        let rows = stage.facts();
        rows.iter().filter(|row| row.contains('●')).count()
    };
    stage.keys("G");
    assert!(marked(&mut stage) >= 2, "{:?}", stage.facts());
    assert!(
        stage
            .facts()
            .iter()
            .any(|row| row.contains("$450") && row.contains('●'))
    );
    assert!(
        !stage
            .facts()
            .iter()
            .any(|row| row.contains("1,250") && row.contains('●'))
    );
    stage.keys("j j");
    assert_eq!(stage.view().fresh.len(), fresh, "still on the screen");
    stage.keys("g");
    assert!(stage.view().fresh.is_empty(), "seen, and left behind");
    assert_eq!(marked(&mut stage), 0);
}

#[test]
fn what_was_new_and_not_seen_is_new_after_the_next_change_too() {
    let (old, new) = versions();
    let mut stage = Stage::new(&old, 120, 30);
    stage.reader.reload(Arc::clone(&new), "changed");
    let fresh = stage.view().fresh.clone();
    stage.reader.reload(new, "changed");
    assert_eq!(stage.view().fresh, fresh);
    stage.reader.reload(old, "changed");
    assert!(stage.view().fresh.len() <= fresh.len());
}

#[test]
fn the_same_facts_in_other_places_are_not_new() {
    let one = article(
        "c.txt",
        "The library counted 1,250 visitors on March 3, 2025.",
    );
    let two = article(
        "c.txt",
        "A word before.\n\nThe library counted 1,250 visitors on March 3, 2025.",
    );
    let mut stage = Stage::new(&one, 120, 30);
    stage.reader.reload(two, "changed");
    assert_eq!(stage.notice(), "changed");
    assert!(stage.view().fresh.is_empty());
}
