//! Pictures: captions that are only credits, links that are the words of the picture over them.

use rustc_hash::FxHashSet;

use super::{is_link, is_open, phrases, plain};
use crate::document::BlockKind;
use crate::import::draft::Draft;

/// So many links under pictures are no accident.
const PICTURED: usize = 4;

/// The links that stand under a picture each, where several do: the things that a page is about.
pub(super) fn linked(drafts: &[Draft]) -> FxHashSet<usize> {
    let mut under = false;
    let mut found = FxHashSet::default();
    for (at, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.fold) {
        if matches!(draft.kind, BlockKind::Image { .. }) {
            under = true;
        } else {
            if under && is_link(draft) {
                found.insert(at);
            }
            under = false;
        }
    }
    if found.len() < PICTURED {
        found.clear();
    }
    found
}

/// Splits captions off their images that only name a photographer or an agency, or that say again what an earlier
/// caption says, as galleries do.
pub(super) fn credits(drafts: &mut Vec<Draft>) {
    let is_captioned =
        |draft: &Draft| matches!(draft.kind, BlockKind::Image { .. }) && is_open(draft);
    if !drafts.iter().any(is_captioned) {
        return;
    }
    let mut out = Vec::with_capacity(drafts.len());
    let mut seen: FxHashSet<String> = FxHashSet::default();
    for mut draft in drafts.drain(..) {
        let image = is_captioned(&draft);
        let again = image && !seen.insert(phrases::uncounted(&plain(&draft.text)).to_owned());
        if again || (image && phrases::is_only_credit(&draft)) {
            let mut credit = Draft::new(BlockKind::Paragraph);
            credit.text = std::mem::take(&mut draft.text);
            credit.fold = true;
            draft.marks.clear();
            out.push(draft);
            out.push(credit);
        } else {
            out.push(draft);
        }
    }
    *drafts = out;
}
