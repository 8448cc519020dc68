//! Merging: one fact per thing said, with all its mentions.

use super::{Analysis, Candidate, Fact, Findings};

/// Turns candidates into facts.
pub(super) fn merge(analysis: &Analysis<'_>, candidates: Vec<Candidate>) -> Findings {
    let facts = candidates
        .into_iter()
        .map(|c| Fact {
            kind: c.kind,
            span: c.span,
            sentence: analysis
                .sentence_at(c.span.start)
                .and_then(|id| analysis.sentences.get(id.get()))
                .map_or(c.span, |s| s.span),
            subject: c.subject,
            value: c.value,
            mentions: vec![c.span],
            section: analysis.document.section_at(c.span.start),
            conflicts: Vec::new(),
            score: c.confidence,
            rank: 0,
            reasons: Vec::new(),
        })
        .collect();
    Findings {
        sentences: analysis.sentences.iter().map(|s| s.span).collect(),
        facts,
        repeats: Vec::new(),
        language: None,
    }
}
