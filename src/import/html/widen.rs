//! Taking in what extraction left out: when the page has far more good paragraphs than the candidate, they are used.

use crate::document::BlockKind;
use crate::import::draft::Draft;

/// The page must have this many times the words of the candidate in good paragraphs.
const TIMES: usize = 2;
/// The fewest words of a good paragraph.
const WORDS: usize = 12;

/// Unfolds the good paragraphs of the page, and the headings over them, when the candidate is much smaller.
pub(super) fn widen(drafts: &mut [Draft]) {
    let kept: usize = drafts
        .iter()
        .filter(|d| !d.fold && is_text(d))
        .map(Draft::words)
        .sum();
    let good: usize = drafts.iter().filter(|d| is_good(d)).map(Draft::words).sum();
    if good <= TIMES * kept || good < WORDS * 4 {
        return;
    }
    let mut heading: Option<usize> = None;
    for at in 0..drafts.len() {
        let Some(draft) = drafts.get_mut(at) else {
            break;
        };
        match draft.kind {
            BlockKind::Heading { .. } => heading = (!draft.aside).then_some(at),
            _ if is_good(draft) => {
                draft.fold = false;
                if let Some(heading) = heading.take().and_then(|at| drafts.get_mut(at)) {
                    heading.fold = false;
                }
            }
            _ => {}
        }
    }
}

fn is_text(draft: &Draft) -> bool {
    !matches!(draft.kind, BlockKind::Image { .. } | BlockKind::Rule)
}

/// Whether a block reads like a paragraph of an article.
fn is_good(draft: &Draft) -> bool {
    let long = match draft.kind {
        BlockKind::Paragraph
        | BlockKind::Quotation { .. }
        | BlockKind::ListItem { .. }
        | BlockKind::Footnote { .. } => draft.words() >= WORDS,
        BlockKind::Code { .. } | BlockKind::Table { .. } => true,
        _ => false,
    };
    long && !draft.aside && draft.link_share() < 0.3
}
