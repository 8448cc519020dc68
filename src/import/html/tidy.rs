//! The last touch on a block: signs at its end that are no text.

use crate::document::{BlockKind, MarkKind};
use crate::import::draft::Draft;

/// Takes off what ends a block on a page but is not its text: signs that link to a heading or back from a note.
pub(super) fn tidy(draft: &mut Draft) {
    let linked = draft.marks.last().is_some_and(|(from, _, kind)| {
        let text = draft.text.get(*from..).unwrap_or_default();
        matches!(kind, MarkKind::Link(_)) && text.chars().all(|c| !c.is_alphanumeric())
    });
    let signs: &[char] = match draft.kind {
        BlockKind::Heading { .. } if linked => &['¶', '#', '§', '🔗', ' ', '\u{a0}'],
        BlockKind::Heading { .. } => &['¶', '🔗', ' ', '\u{a0}'],
        BlockKind::Footnote { .. } => &['↩', '↑', '⏎', '^', '\u{fe0e}', ' ', '\u{a0}'],
        _ => &[' ', '\n', '\u{a0}'],
    };
    if !matches!(draft.kind, BlockKind::Code { .. } | BlockKind::Table { .. }) {
        let kept = draft.text.trim_end_matches(signs).len();
        if kept > 0 || !matches!(draft.kind, BlockKind::Heading { .. }) {
            draft.text.truncate(kept);
        }
    }
    let len = draft.text.len();
    for (from, to, _) in &mut draft.marks {
        *from = (*from).min(len);
        *to = (*to).min(len);
    }
    draft.marks.retain(|(from, to, _)| from < to);
    for (at, _) in &mut draft.anchors {
        *at = (*at).min(len);
    }
}
