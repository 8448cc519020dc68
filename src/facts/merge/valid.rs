//! Candidates that keep the promises of facts: inside the text, inside a sentence, not in a heading but the title.

use crate::facts::{Candidate, Kind, Sentences};

/// Keeps what may become a fact. Names are kept in headings too: they count as mentions there. Numbers and
/// times are kept in the title.
pub(super) fn keep(analysis: &Sentences<'_>, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain_mut(|c| {
        c.span = c.span.trim(analysis.text());
        c.confidence = if c.confidence.is_finite() {
            c.confidence.clamp(0.0, 1.0)
        } else {
            0.0
        };
        c.subject = c.subject.filter(|&s| !analysis.slice(s).is_empty());
        !analysis.slice(c.span).is_empty() && stands_in_a_sentence(analysis, c)
    });
    candidates.sort_by(|a, b| {
        let key = |c: &Candidate| (c.span.start, c.span.end, c.kind, c.entity);
        key(a)
            .cmp(&key(b))
            .then(b.confidence.total_cmp(&a.confidence))
    });
    candidates
}

/// Whether the candidate lies within one sentence; a quotation may go on into later ones.
fn stands_in_a_sentence(analysis: &Sentences<'_>, c: &Candidate) -> bool {
    let Some(sentence) = analysis
        .sentence_at(c.span.start)
        .and_then(|id| analysis.sentences.get(id.get()))
    else {
        return false;
    };
    let inside = sentence.span.covers(c.span)
        || (c.kind == Kind::Quote && sentence.span.contains(c.span.start));
    inside && (sentence.prose || c.kind.is_name() || sentence.title && tells(c.kind))
}

/// Whether a kind is looked for in the title too.
const fn tells(kind: Kind) -> bool {
    kind.is_number() || matches!(kind, Kind::Time)
}
