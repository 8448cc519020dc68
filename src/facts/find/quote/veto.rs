//! What is in quotation marks and is no quotation: words kept at a distance, terms, titles of works.

use super::Quotation;
use crate::facts::find::attribution::Reading;

/// The fewest words of a quotation that no cue belongs to.
pub(super) const WORDS: usize = 4;

/// Fills in what the words of a stretch tell of it.
pub(super) fn judge(r: &Reading<'_>, mut quote: Quotation) -> Quotation {
    let text = r.analysis.slice(quote.inner);
    let mut capitals = 0;
    let mut content = 0;
    for word in text.split_whitespace() {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
            continue;
        };
        quote.words += 1;
        // Short words of a title are small.
        if word.chars().filter(|c| c.is_alphanumeric()).count() > 3 || first.is_uppercase() {
            content += 1;
            capitals += usize::from(first.is_uppercase() || first.is_numeric());
        }
    }
    let stop = text.ends_with(['.', '?', '!', '…']);
    let comma = text.ends_with([',', '—', '-']);
    let begins = quote.tokens.start == 0
        || r.analysis
            .sentence_at(quote.inner.start)
            .and_then(|id| r.analysis.sentences.get(id.get()))
            .is_some_and(|s| s.tokens.start as usize == quote.tokens.start)
        || r.begins_speech(quote.tokens.start);
    let speech = text.starts_with(char::is_uppercase) && (stop || comma);
    quote.utterance = speech && begins && quote.closed || quote.words >= WORDS && (stop || comma);
    quote.term =
        !(stop || comma && begins) && content > 1 && capitals == content && quote.words < 12;
    quote
}

/// Whether a stretch is a quotation. `cue`: somebody is named as saying it.
pub(super) fn is_said(quote: &Quotation, cue: bool) -> bool {
    if quote.term {
        return false;
    }
    quote.words >= WORDS || cue && (quote.utterance || quote.words + 1 == WORDS)
}
