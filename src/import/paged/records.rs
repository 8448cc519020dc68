//! Records of version control: logs, commits and diffs.

use super::line::Line;
use crate::document::{BlockKind, Builder};

/// How many lines are looked at.
const SAMPLE: usize = 12;

/// Whether the first lines are those of a log or a diff.
pub(super) fn are_records(lines: &[Line]) -> bool {
    let first: Vec<&str> = lines
        .iter()
        .map(|line| line.text.as_str())
        .filter(|text| !text.is_empty())
        .take(SAMPLE)
        .collect();
    let is_commit = |text: &&str| opens_commit(text);
    match first.as_slice() {
        [one, ..] if one.starts_with("diff --git ") || one.starts_with("diff --cc ") => true,
        [one, two, ..] if is_commit(one) => ["Author: ", "Merge: ", "tree ", "AuthorDate: "]
            .iter()
            .any(|start| two.starts_with(start)),
        [one, two, ..] if one.starts_with("--- ") && two.starts_with("+++ ") => true,
        many => {
            let short = |text: &&str| {
                let hash = text.split(' ').next().unwrap_or_default();
                (7..=40).contains(&hash.len()) && is_hash(hash) && hash.len() < text.len()
            };
            many.len() >= 2
                && many.iter().all(short)
                && many
                    .iter()
                    .any(|text| text.split(' ').next().is_some_and(has_letter))
        }
    }
}

fn is_hash(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn has_letter(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_lowercase())
}

/// `commit 0123…`.
fn opens_commit(text: &str) -> bool {
    let hash = text
        .strip_prefix("commit ")
        .and_then(|rest| rest.split(' ').next());
    hash.is_some_and(|hash| hash.len() >= 7 && is_hash(hash))
}

/// Whether a line begins the changes of a file.
fn opens_file(text: &str) -> bool {
    text.starts_with("diff --git ") || text.starts_with("diff --cc ")
}

/// What lines are read as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The words of a commit: paragraphs with their own line breaks.
    Words,
    /// Changes: line by line.
    Changes,
}

/// Adds the records: a section for each commit, in it one for each changed file.
pub(super) fn import(lines: &[Line], builder: &mut Builder) {
    let starts_with_commit = lines.iter().any(|line| opens_commit(&line.text));
    let mut part = if starts_with_commit {
        Part::Words
    } else {
        Part::Changes
    };
    // The kind of the block that is open, and the blank lines that wait for the next line of changes.
    let (mut open, mut blank): (Option<Part>, usize) = (None, 0);
    for line in lines {
        let text = line.text.as_str();
        if opens_commit(text) || opens_file(text) {
            let level = if opens_file(text) { 3 } else { 2 };
            part = if level == 3 {
                Part::Changes
            } else {
                Part::Words
            };
            builder.open(BlockKind::Heading { level }, None);
            // A file is known by its path; the lines under it say both names where they differ.
            let from = text
                .rfind(" b/")
                .filter(|_| level == 3)
                .map_or(0, |at| at + 3);
            line.push(from..text.len(), builder);
            (open, blank) = (None, 0);
            continue;
        }
        if line.is_blank() {
            match open {
                Some(Part::Changes) => blank += 1,
                _ => open = None,
            }
            continue;
        }
        // After the words of a commit come its changes: a summary by file, or lines that are not indented.
        let is_summary = text == "---" || (text.starts_with(' ') && text.contains(" | "));
        let kind = if part == Part::Words && is_summary {
            Part::Changes
        } else {
            part
        };
        if open == Some(kind) {
            let breaks = "\n".repeat(if kind == Part::Changes { blank + 1 } else { 1 });
            builder.push(&breaks, None);
        } else {
            builder.open(
                match kind {
                    Part::Words => BlockKind::Paragraph,
                    Part::Changes => BlockKind::Code { language: None },
                },
                None,
            );
            open = Some(kind);
        }
        blank = 0;
        let from = if kind == Part::Words {
            line.indent()
        } else {
            0
        };
        line.push(from..text.len(), builder);
    }
}
