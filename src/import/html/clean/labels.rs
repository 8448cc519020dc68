//! Folding labels over other articles, with the links and teasers under them.

use super::{is_open, phrases};
use crate::document::BlockKind;
use crate::import::draft::Draft;

/// So many teasers in a row make a label of what stands over them.
const TEASERS: usize = 3;

/// Labels over other articles, with the links under them.
pub(super) fn fold(drafts: &mut [Draft]) {
    let mut under = false;
    // Under a label that was cut already, and one that may stand over a part of the text, only what is a teaser goes.
    let mut cards = false;
    for at in 0..drafts.len() {
        let rest = drafts.get(at..).unwrap_or_default();
        let over = rest
            .split_first()
            .is_some_and(|(label, rest)| phrases::leads_others(label) && is_over_teasers(rest));
        let Some(draft) = drafts.get_mut(at) else {
            break;
        };
        let image = matches!(draft.kind, BlockKind::Image { .. });
        if over {
            cards = true;
            draft.fold = true;
        }
        if draft.fold {
            continue;
        }
        if phrases::is_label(draft) {
            under = true;
        } else if under && !image {
            under = is_linked(draft) || draft.text.trim().is_empty();
        }
        cards &= image || is_teaser(draft) || draft.text.trim().is_empty();
        draft.fold |= (under || cards) && !image;
    }
}

/// Whether a few blocks that are each a teaser come first.
fn is_over_teasers(rest: &[Draft]) -> bool {
    let open = rest
        .iter()
        .filter(|draft| is_open(draft) && !matches!(draft.kind, BlockKind::Image { .. }))
        .take(TEASERS);
    open.take_while(|draft| is_teaser(draft)).count() == TEASERS
}

/// Whether a block reads like a teaser of another article: a link, or a few words that are no sentence.
fn is_teaser(draft: &Draft) -> bool {
    let kind = matches!(
        draft.kind,
        BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::ListItem { .. }
    );
    let sentence = draft.text.trim_end().ends_with(['.', '!', '?', ':', '”']);
    kind && (is_linked(draft) || (draft.words() <= 20 && !sentence))
}

/// Whether a block is hardly more than links.
fn is_linked(draft: &Draft) -> bool {
    draft.link_share() > 0.7 && draft.words() < 40
}
