//! Folding what extraction kept and does not belong to the text.

use crate::document::Meta;
use crate::import::draft::Draft;

/// Folds what is not the text of the article.
pub(super) fn clean(drafts: &mut [Draft], meta: &Meta) {
    let _ = (drafts, meta);
}
