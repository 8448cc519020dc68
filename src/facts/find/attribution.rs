//! Who says what: what the finders of quotations and of claims share.
//!
//! Takes the analysis, gives quotations with their speakers and claims with theirs. The text is read once: each token
//! gets its classes (`reading`, from the word lists in `lexicon`), quotations are closed up so that the clause around
//! them can be read (`segment`), reporting verbs with their subjects are found (`clause`, `source`, `skip`), then what
//! they report (`content`), then whom pronouns stand for (`memory`). `phrases` has the cues that are no verbs.
//!
//! Invariants: speaker and cue are slices of the text; a pronoun as source is kept as the place, and the name it stands
//! for is the speaker. No parser, no model: rules over word classes, linear in the tokens but for short looks back.

mod clause;
mod content;
mod gender;
mod lexicon;
mod memory;
mod phrases;
mod reading;
mod segment;
mod skip;
mod source;
#[cfg(test)]
mod tests;
mod turns;
mod voice;
mod weigh;

use std::ops::Range;

use super::claim;
use super::quote::{self, Quotation};
use crate::facts::{Analysis, Candidate, Stance};
use crate::text::Span;
use clause::Cue;
use content::{Content, Link};
pub(super) use gender::{Gender, gender};
use lexicon::{Class, Classes};
use memory::Memory;
pub(super) use reading::Reading;
use turns::Turns;
pub(super) use voice::Voice;

/// Everything that somebody says in a text.
#[derive(Debug, Default)]
pub(super) struct Speech {
    /// The quotations, in order.
    pub(super) quotes: Vec<Quotation>,
    /// The claims, in order.
    pub(super) claims: Vec<Said>,
}

/// A claim.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// The content, in pieces; never empty.
    pub(super) pieces: Vec<Span>,
    /// Who says it and by what words.
    pub(super) voice: Voice,
    /// How it is put.
    pub(super) stance: Stance,
    /// How sure the finding is, 0 to 1.
    pub(super) sure: f32,
}

/// Proposes quotations and claims.
pub(super) fn find(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    let speech = read(analysis);
    quote::find(&speech, out);
    claim::find(analysis, &speech, out);
}

/// Reads who says what in the whole document. Linear in the text.
pub(super) fn read(analysis: &Analysis<'_>) -> Speech {
    let mut reading = Reading::new(analysis);
    let mut quotes = quote::scan(analysis, &reading);
    for quote in quotes.iter().filter(|q| q.closed_up()) {
        reading.quote(quote.tokens.clone());
    }
    let reading = reading;
    let mut reader = Reader {
        r: &reading,
        memory: Memory::default(),
        turns: Turns::read(&reading),
        claims: Vec::new(),
        said: Vec::new(),
    };
    let segments = segment::segments(&reading, &quotes);
    let mut first = 0;
    for (turn, segment) in segments.iter().enumerate() {
        while quotes
            .get(first)
            .is_some_and(|q| q.tokens.end <= segment.start)
        {
            first += 1;
        }
        let here = quotes.get_mut(first..).unwrap_or_default();
        let count = here
            .iter()
            .take_while(|q| q.tokens.start < segment.end)
            .count();
        reader.segment(turn, segment, here.get_mut(..count).unwrap_or_default());
    }
    let Reader {
        memory,
        claims,
        said,
        ..
    } = reader;
    let claims = weigh::worth(claims, said.len(), segments.len());
    voice::carry(&reading, &segments, &mut quotes, &memory, &said);
    Speech { quotes, claims }
}

/// The state of a reading.
struct Reader<'r, 'a> {
    r: &'r Reading<'a>,
    memory: Memory<'a>,
    turns: Turns,
    claims: Vec<Said>,
    said: Vec<(usize, Voice)>,
}

impl Reader<'_, '_> {
    /// Reads one segment; `quotes` are those in it.
    fn segment(&mut self, turn: usize, segment: &Range<usize>, quotes: &mut [Quotation]) {
        let r = self.r;
        let question = segment.end > segment.start
            && r.says(segment.end - 1, "?")
            && !r.is(segment.end - 1, Classes::QUOTED);
        let cues = clause::cues(r, segment);
        if let Some(subject) = voice::subject(r, segment) {
            self.memory.note(r, turn, &subject);
        }
        for (index, cue) in cues.iter().enumerate() {
            let Some(content) = content::content(r, segment, &cues, index) else {
                continue;
            };
            let voice = self.voice(turn, cue, &content);
            give(
                r,
                quotes,
                &content.pieces,
                &voice,
                weigh::distance(r, cue, &content),
            );
            if cue.class == Class::Say && cue.source.is_some() {
                self.said.push((turn, voice.clone()));
            }
            let asks = question && content.link != Link::Around;
            let known = voice.place.is_some() && voice.speaker.is_some();
            if !asks && let Some(sure) = weigh::sure(r, cue, &content, known) {
                self.claim(
                    &content.pieces,
                    voice,
                    weigh::stance(r, cue, &content.pieces),
                    sure,
                );
            }
        }
        for found in phrases::find(r, segment) {
            let place = found.source.as_ref().map(|s| s.name.clone());
            let speaker = self.who(turn, place.as_ref());
            let voice = Voice::new(r, speaker.as_ref(), place.as_ref(), Some(&found.cue));
            give(r, quotes, &found.pieces, &voice, 2);
            self.claim(
                &found.pieces,
                voice,
                weigh::stance_of(r, found.stance, &found.pieces),
                found.sure,
            );
        }
    }

    /// Who speaks with this cue.
    fn voice(&mut self, turn: usize, cue: &Cue, content: &Content) -> Voice {
        let r = self.r;
        let name = cue.source.as_ref().map(|s| s.name.clone());
        let speaker = self.who(turn, name.as_ref());
        let place = match cue.source.as_ref().and_then(|s| s.relative) {
            Some(at) if !cue.shared => Some(at..at + 1),
            _ => name,
        };
        Voice::new(r, speaker.as_ref(), place.as_ref(), Some(&content.cue))
    }

    /// The name of a source: itself, or what it stands for as a pronoun.
    fn who(&mut self, turn: usize, name: Option<&Range<usize>>) -> Option<Range<usize>> {
        let name = name?;
        if name.len() == 1 && self.r.says(name.start, "i") {
            return self
                .turns
                .speaker(self.r, name.start)
                .or(Some(name.clone()));
        }
        let found = self.memory.resolve(self.r, turn, name);
        if found.is_none() {
            self.memory.note(self.r, turn, name);
        }
        Some(found.unwrap_or_else(|| name.clone()))
    }

    /// Keeps a claim unless a quotation carries it all.
    fn claim(&mut self, pieces: &[Range<usize>], voice: Voice, stance: Stance, sure: f32) {
        let r = self.r;
        if pieces.iter().all(|p| quoted(r, p)) {
            return;
        }
        let spans = pieces.iter().map(|p| r.span(p)).collect();
        self.claims.push(Said {
            pieces: spans,
            voice,
            stance,
            sure,
        });
    }
}

/// Gives the quotations inside `pieces` their voice. Of several cues the one nearest to being about the quotation
/// decides, among like ones the one with the narrowest content.
fn give(
    r: &Reading<'_>,
    quotes: &mut [Quotation],
    pieces: &[Range<usize>],
    voice: &Voice,
    distance: u8,
) {
    for piece in pieces {
        let inside =
            |q: &&mut Quotation| q.tokens.start >= piece.start && q.tokens.end <= piece.end;
        for quote in quotes.iter_mut().filter(inside) {
            let width = (distance, r.span(piece).len());
            if quote.voice.is_none() || width < quote.width {
                quote.width = width;
                quote.voice = Some(voice.clone());
            }
        }
    }
}

/// Whether a piece is a quotation and nothing else, or nothing but where or when: `"..." in red`.
fn quoted(r: &Reading<'_>, piece: &Range<usize>) -> bool {
    let outside = || {
        let other = |i: &usize| !r.is(*i, Classes::QUOTED.or(Classes::SIGN).or(Classes::CONJ));
        piece.clone().filter(other)
    };
    let begins = r.is(piece.start, Classes::QUOTED) && !outside().any(|i| r.finite(i));
    let count = outside().count();
    count == 0 || count == 1 && piece.len() > 5 || begins && count < 5
}
