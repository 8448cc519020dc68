//! Notes of a text, and the links that lead to places on their own page.

use rustc_hash::FxHashSet;

use crate::document::{BlockKind, MarkKind};
use crate::import::draft::Draft;

/// Spells links to places on the page itself, where it names its own address, as they are in the page: `#note-1`.
pub(super) fn settle(drafts: &mut [Draft], url: Option<&str>) {
    let Some(url) = url.map(|url| url.split('#').next().unwrap_or(url)) else {
        return;
    };
    for (.., kind) in drafts.iter_mut().flat_map(|draft| &mut draft.marks) {
        if let MarkKind::Link(target) = kind
            && let Some(place) = target.strip_prefix(url)
            && place.len() > 1
            && place.starts_with('#')
        {
            *target = place.to_owned();
        }
    }
}

/// Unfolds the notes that the text calls.
pub(super) fn unfold(drafts: &mut [Draft]) {
    let is_note = |draft: &Draft| matches!(draft.kind, BlockKind::Footnote { .. });
    if !drafts.iter().any(|draft| draft.fold && is_note(draft)) {
        return;
    }
    let called: FxHashSet<String> = drafts
        .iter()
        .filter(|draft| !draft.fold && !is_note(draft))
        .flat_map(|draft| &draft.marks)
        .filter_map(|(.., kind)| match kind {
            MarkKind::Link(target) if target.starts_with('#') => Some(target.clone()),
            _ => None,
        })
        .collect();
    // Only the first block of a note has its name.
    let mut open = false;
    for draft in drafts {
        if !is_note(draft) {
            open = false;
            continue;
        }
        if !draft.anchors.is_empty() {
            open = draft.anchors.iter().any(|(_, name)| called.contains(name));
        }
        draft.fold &= !open;
    }
}
