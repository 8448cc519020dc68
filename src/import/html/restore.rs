//! Taking back what extraction cut out of the middle of an article.
//!
//! Readability drops headings, quotations, tables and lists by their class names or by the share of their links,
//! wherever they stand. What stands between two kept blocks of the same article is far more often a part of it.

use super::clean::phrases;
use crate::document::BlockKind;
use crate::import::draft::Draft;

/// How many blocks away the kept neighbours of a block may stand.
const NEAR: usize = 3;

/// Unfolds headings, quotations, code, tables and long paragraphs between kept blocks. `title` is that of the page.
pub(super) fn restore(drafts: &mut [Draft], title: &str) {
    let Some(first) = drafts.iter().position(is_kept) else {
        return;
    };
    let last = drafts.iter().rposition(is_kept).unwrap_or(first);
    let title = super::meta::plain(title);
    for at in first + 1..last {
        let Some(draft) = drafts.get(at).filter(|d| d.fold && !d.aside) else {
            continue;
        };
        let before = drafts.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
        let after = drafts
            .get(at + 1..(at + 1 + NEAR).min(drafts.len()))
            .unwrap_or_default();
        let between = before.iter().any(is_kept) && after.iter().any(is_kept);
        let fits = match draft.kind {
            BlockKind::Heading { .. } => {
                let words = draft.words();
                (1..=24).contains(&words)
                    && draft.link_share() < 0.5
                    && after
                        .iter()
                        .any(|d| is_kept(d) && !matches!(d.kind, BlockKind::Heading { .. }))
                    && super::meta::plain(&draft.text) != title
            }
            BlockKind::Quotation { .. } => between && draft.words() >= 4,
            BlockKind::Code { .. } => between,
            BlockKind::Table { .. } => between && draft.link_share() < 0.5,
            BlockKind::Paragraph | BlockKind::ListItem { .. } => {
                between && draft.words() >= 15 && draft.link_share() < 0.2
            }
            _ => false,
        };
        if fits
            && !phrases::is_label(draft)
            && !phrases::is_phrase(draft)
            && let Some(draft) = drafts.get_mut(at)
        {
            draft.fold = false;
        }
    }
}

fn is_kept(draft: &Draft) -> bool {
    !draft.fold && !matches!(draft.kind, BlockKind::Image { .. } | BlockKind::Rule)
}
