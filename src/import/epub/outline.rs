//! Headings and the table of contents, brought together.
//!
//! A heading that the contents name gets the level that it has there, and the other headings of its file follow it.
//! Where the contents name a place that has no heading, one is put in: many books set their chapter titles as plain
//! paragraphs, or as pictures.

use super::contents::Entry;
use super::package::Chapter;
use crate::document::BlockKind;
use crate::import::draft::Draft;

/// The level of a chapter; the title of the book is above it.
const CHAPTER: u8 = 2;
/// The hint of a heading that the contents name.
const CONTENTS: &str = "contents";
/// How many blocks after a place its heading may stand.
const NEAR: usize = 4;

/// Gives the blocks of one file the headings and levels that the contents give them.
pub(super) fn join(drafts: &mut Vec<Draft>, chapter: &Chapter, entries: &[Entry]) {
    let path = chapter.path.to_lowercase();
    let mut levels: Option<(u8, u8)> = None;
    let mut found: Vec<(usize, &Entry)> = Vec::new();
    for entry in entries {
        let (file, fragment) = entry.target.split_once('#').unwrap_or((&entry.target, ""));
        if file.to_lowercase() != path {
            continue;
        }
        let place = if fragment.is_empty() {
            Some(0)
        } else {
            anchored(drafts, fragment)
        };
        found.push((place.unwrap_or_default(), entry));
    }
    let mut put: Vec<(usize, Draft)> = Vec::new();
    for (place, entry) in found {
        let level = CHAPTER.saturating_add(entry.depth).min(6);
        let Some(at) = heading_near(drafts, place, &entry.title) else {
            let mut heading = Draft::new(BlockKind::Heading { level });
            heading.text.clone_from(&entry.title);
            CONTENTS.clone_into(&mut heading.hint);
            put.push((place, heading));
            continue;
        };
        let Some(draft) = drafts.get_mut(at) else {
            continue;
        };
        if let BlockKind::Heading { level: own } = draft.kind
            && levels.is_none()
        {
            levels = Some((own, level));
        }
        draft.kind = BlockKind::Heading { level };
        CONTENTS.clone_into(&mut draft.hint);
    }
    shift(drafts, levels);
    for (place, heading) in put.into_iter().rev() {
        drafts.insert(place.min(drafts.len()), heading);
    }
}

/// The block that holds an anchor.
fn anchored(drafts: &[Draft], fragment: &str) -> Option<usize> {
    drafts.iter().position(|draft| {
        draft
            .anchors
            .iter()
            .any(|(_, name)| name.split_once('#').is_some_and(|(_, id)| id == fragment))
    })
}

/// The heading that an entry of the contents means: one at its place, or words near it that are the same.
fn heading_near(drafts: &[Draft], place: usize, title: &str) -> Option<usize> {
    let near = || drafts.iter().enumerate().skip(place).take(NEAR);
    let fresh = |draft: &Draft| draft.hint != CONTENTS;
    let wanted = words(title);
    let same = near().find(|(_, draft)| {
        let text = words(&draft.text);
        fresh(draft)
            && !text.is_empty()
            && (text == wanted
                || (is_heading(draft) && (wanted.contains(&text) || text.contains(&wanted))))
    });
    let first = || {
        near()
            .take_while(|(_, draft)| {
                is_heading(draft) || draft.text.trim().is_empty() || draft.words() < 12
            })
            .find(|(_, draft)| is_heading(draft) && fresh(draft))
    };
    same.or_else(first).map(|(at, _)| at)
}

fn is_heading(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Heading { .. })
}

/// Moves the headings that the contents do not name along with the first that they name. Without one, the highest
/// becomes a chapter.
fn shift(drafts: &mut [Draft], levels: Option<(u8, u8)>) {
    let highest = drafts
        .iter()
        .filter_map(|draft| match draft.kind {
            BlockKind::Heading { level } => Some(level),
            _ => None,
        })
        .min();
    let (own, given) = levels.unwrap_or((highest.unwrap_or(1), CHAPTER));
    for draft in drafts {
        if let BlockKind::Heading { level } = &mut draft.kind
            && draft.hint != CONTENTS
        {
            *level = (*level + given).saturating_sub(own).clamp(CHAPTER, 6);
        }
    }
}

/// Gives a file that has no heading, in a book without contents, the title in its head or else that of the book.
pub(super) fn name_silent(drafts: &mut Vec<Draft>, book: &str) {
    if drafts.iter().any(is_heading) {
        return;
    }
    let Some(first) = drafts.first() else { return };
    let title = if first.hint.is_empty() {
        book
    } else {
        &first.hint
    };
    let mut heading = Draft::new(BlockKind::Heading { level: CHAPTER });
    title.clone_into(&mut heading.text);
    drafts.insert(0, heading);
}

/// Whether any entry of the contents leads to a file that is shown.
pub(super) fn leads_to_chapters(entries: &[Entry], chapters: &[Chapter]) -> bool {
    let paths: rustc_hash::FxHashSet<String> =
        chapters.iter().map(|c| c.path.to_lowercase()).collect();
    entries.iter().any(|entry| {
        let file = entry.target.split('#').next().unwrap_or_default();
        paths.contains(&file.to_lowercase())
    })
}

/// Words for comparing.
fn words(text: &str) -> String {
    let mut out = String::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word.to_lowercase());
    }
    out
}
