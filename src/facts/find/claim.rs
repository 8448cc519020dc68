//! Claims: what somebody asserts, denies, expects, and is named for it.
//!
//! Takes the speech that was read, proposes one candidate for each claim; its span is the content without source and
//! cue. A content that is wholly a quotation is a quotation, not a claim. A claim does not cross its sentence: what
//! reaches beyond is cut off.

use super::attribution::{Said, Speech};
use crate::facts::{Analysis, Candidate, Kind, Value};
use crate::text::Span;

/// Proposes the claims.
pub(super) fn find(analysis: &Analysis<'_>, speech: &Speech, out: &mut Vec<Candidate>) {
    for said in &speech.claims {
        out.extend(candidate(analysis, said));
    }
}

fn candidate(analysis: &Analysis<'_>, said: &Said) -> Option<Candidate> {
    let cue = said.voice.cue?;
    // The sentence of the cue holds the claim; where that leaves nothing, the sentence of the content.
    let within = |pos| {
        let id = analysis.sentence_at(pos)?;
        let sentence = analysis.sentences.get(id.get())?.span;
        let cut = |s: &Span| s.intersection(sentence).map(|s| s.trim(analysis.text()));
        let pieces: Vec<Span> = said
            .pieces
            .iter()
            .filter_map(cut)
            .filter(|s| !s.is_empty())
            .collect();
        (!pieces.is_empty()).then_some(pieces)
    };
    let first = said.pieces.first()?;
    let mut pieces = within(cue.start).or_else(|| within(first.start))?;
    // The longest piece is the one to mark.
    let longest = (0..pieces.len())
        .max_by_key(|&i| (pieces.get(i).map(|s| s.len()), std::cmp::Reverse(i)))?;
    let span = pieces.remove(longest);
    Some(Candidate {
        kind: Kind::Claim,
        span,
        subject: said.voice.place,
        value: Value::Claim {
            speaker: said.voice.speaker,
            cue,
            stance: said.stance,
            more: pieces,
        },
        entity: None,
        confidence: said.sure,
    })
}
