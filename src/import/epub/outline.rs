//! Headings and the table of contents, brought together.
//!
//! A heading that the contents name gets the level that it has there, and the other headings of its file follow it.
//! Where the contents name a place that has no heading, one is put in: many books set their chapter titles as plain
//! paragraphs, or as pictures.

use rustc_hash::{FxHashMap, FxHashSet};

use super::contents::Entry;
use super::package::Chapter;
use crate::document::{BlockKind, is_only_number};
use crate::import::draft::Draft;

/// The level of a chapter; the title of the book is above it.
const CHAPTER: u8 = 2;
/// The hint of a heading that the contents name.
const CONTENTS: &str = "contents";
/// A line of more words is no name of a chapter.
const LINE: usize = 16;
/// How many blocks after a place its heading may stand.
const NEAR: usize = 4;

/// The contents, by the file that they lead to.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// By the path in lower case: the place in the file, and the entry.
    files: FxHashMap<String, Vec<Entry>>,
}

impl Contents {
    /// The contents of a book; empty when none of them leads to a file that is shown.
    pub(super) fn new(entries: Vec<Entry>, chapters: &[Chapter]) -> Self {
        let paths: FxHashSet<String> = chapters.iter().map(|c| c.path.to_lowercase()).collect();
        let mut files: FxHashMap<String, Vec<Entry>> = FxHashMap::default();
        for entry in entries {
            let file = entry.target.split('#').next().unwrap_or_default();
            let file = file.to_lowercase();
            if paths.contains(&file) {
                files.entry(file).or_default().push(entry);
            }
        }
        Self { files }
    }

    /// Whether they lead nowhere.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

/// Gives the blocks of one file the headings and levels that the contents give them. O(blocks + entries of the file).
pub(super) fn join(drafts: &mut Vec<Draft>, chapter: &Chapter, contents: &Contents) {
    let entries = contents.files.get(&chapter.path.to_lowercase());
    let entries = entries.map(Vec::as_slice).unwrap_or_default();
    number_and_name(drafts, entries);
    let mut levels: Option<(u8, u8)> = None;
    let places = places(drafts);
    let mut put: Vec<(usize, Draft)> = Vec::new();
    for entry in entries {
        let (_, fragment) = entry.target.split_once('#').unwrap_or_default();
        let place = places.get(fragment).copied().unwrap_or_default();
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
    insert(drafts, put);
    kickers(drafts);
}

/// Puts headings in before the blocks at these places. O(blocks + headings log headings).
fn insert(drafts: &mut Vec<Draft>, mut put: Vec<(usize, Draft)>) {
    if put.is_empty() {
        return;
    }
    put.sort_by_key(|(place, _)| *place);
    let mut put = put.into_iter().peekable();
    let mut out = Vec::with_capacity(drafts.len() + put.len());
    for (at, draft) in drafts.drain(..).enumerate() {
        while let Some((_, heading)) = put.next_if(|(place, _)| *place <= at) {
            out.push(heading);
        }
        out.push(draft);
    }
    out.extend(put.map(|(_, heading)| heading));
    *drafts = out;
}

/// Makes one heading of a number and the name under it: of `CHAPTER I` and the heading after it, of `I` and a line
/// that is one title with it in the contents. O(blocks + entries).
fn number_and_name(drafts: &mut Vec<Draft>, entries: &[Entry]) {
    let titles: FxHashSet<String> = entries.iter().map(|entry| words(&entry.title)).collect();
    unite(drafts, |number, name| {
        let is_number = is_heading(number) && is_only_number(&number.text);
        let is_name = is_heading(name) && !is_only_number(&name.text);
        let is_line = name.kind == BlockKind::Paragraph && name.words() < LINE;
        is_number
            && (is_name
                || (is_line && titles.contains(&words(&format!("{} {}", number.text, name.text)))))
    });
}

/// Makes one heading of one and a lower one right before it, which can head nothing: `Part One` in small type over the
/// name of the part. O(blocks).
fn kickers(drafts: &mut Vec<Draft>) {
    let level = |draft: &Draft| match draft.kind {
        BlockKind::Heading { level } => Some(level),
        _ => None,
    };
    unite(drafts, |over, under| {
        over.hint != CONTENTS && level(under).is_some_and(|own| level(over) > Some(own))
    });
}

/// Makes one block of two that stand next to each other, where `belong` says so: of the kind of the higher heading.
fn unite(drafts: &mut Vec<Draft>, belong: impl Fn(&Draft, &Draft) -> bool) {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts.drain(..) {
        let Some(over) = out.last_mut().filter(|over| belong(over, &draft)) else {
            out.push(draft);
            continue;
        };
        let at = over.text.len() + 1;
        over.text.push('\n');
        over.text.push_str(&draft.text);
        let marks = draft.marks.drain(..);
        over.marks
            .extend(marks.map(|(from, to, kind)| (from + at, to + at, kind)));
        let anchors = draft.anchors.drain(..);
        over.anchors
            .extend(anchors.map(|(place, name)| (place + at, name)));
        if let (BlockKind::Heading { level: own }, BlockKind::Heading { level }) =
            (&mut over.kind, &draft.kind)
        {
            *own = (*own).min(*level);
        }
        if over.hint != CONTENTS {
            over.hint = draft.hint;
        }
    }
    *drafts = out;
}

/// The blocks that hold anchors, by the part of their names after `#`. The first of a name counts.
fn places(drafts: &[Draft]) -> FxHashMap<String, usize> {
    let mut places = FxHashMap::default();
    for (at, draft) in drafts.iter().enumerate() {
        for (_, name) in &draft.anchors {
            if let Some((_, id)) = name.split_once('#') {
                places.entry(id.to_owned()).or_insert(at);
            }
        }
    }
    places
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
