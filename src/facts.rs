//! Facts: what a careful reader would mark, found by rules and small models, never generated.
//!
//! Takes a [`Document`], gives [`Findings`]. The work goes through stages that each do one thing:
//!
//! 1. `analysis`: one pass gives tokens and sentences over the prose of the document, in arrays that all finders
//!    share; tags and names are further arrays beside the tokens.
//! 2. `find`: one file a finder; each reads the analysis and proposes [`Candidate`]s.
//! 3. `merge`: the same thing said twice becomes one [`Fact`] with its mentions; repeats and conflicts are flagged.
//! 4. `rank`: importance, with its reasons.
//!
//! Invariants: every string that a fact shows is a slice of the document's text; a fact does not cross a sentence
//! (a quotation may); boilerplate, headings and code give no facts; the same input gives the same findings. Does no
//! I/O, reads no clock and no environment: relative dates count from the document's date or stay open.

mod analysis;
mod find;
#[allow(
    dead_code,
    reason = "the classes of the lists are one set; the name tagger reads them"
)]
mod gazetteer;
mod language;
mod lexicon;
mod merge;
mod model;
mod rank;
#[allow(dead_code, reason = "the keys of lists are made by the trainer")]
mod tag;
#[cfg(feature = "train")]
pub mod train;
mod unnamed;

pub use analysis::{
    Analysis, Case, Key, REACH, Sentence, SentenceId, Sentences, Shape, Token, analyse,
};
pub use language::Language;
pub use merge::Again;
pub use model::{
    Approx, Candidate, Change, Fact, FactId, Findings, Kind, Number, Period, Reason, Repeat,
    Stance, Unit, Value,
};
pub use rank::key::key_facts;
pub use tag::name::{NameKind, NameSpan};
pub use tag::{Models, Tag};

use crate::document::{Date, Document};

/// The most candidates for facts that are kept; the text after the last of them has no facts. Nor is it searched after so
/// many figures and words in capitals, so that a log of any length costs little more than a long book.
pub const MOST: usize = 200_000;

/// Finds the facts of a document. `anchor` is the day that relative dates count from when the document has none.
/// Time and memory are linear in the text.
pub fn find(document: &Document, anchor: Option<Date>) -> Findings {
    find_with(document, anchor, &Models::built_in())
}

/// The same with other models than those in the program.
pub fn find_with(document: &Document, anchor: Option<Date>, models: &Models<'_>) -> Findings {
    let analysis = analysis::analyse_with(document, anchor, models);
    let language = language::detect(&analysis);
    // Before the candidates, so that not both need room at once.
    let again = repeats(&analysis);
    let candidates = find::all(&analysis, language);
    // The tokens and names are not needed any more: half of all room.
    settle(&analysis.into_sentences(), language, &again, candidates)
}

/// What is said twice in the same or nearly the same sentences. The second of the four stages of [`find`]; the first is
/// [`analyse`].
pub fn repeats(analysis: &Analysis<'_>) -> Again {
    merge::repeat::find(analysis)
}

/// What the finders propose, before anything is merged: the third stage of [`find`].
pub fn propose(analysis: &Analysis<'_>) -> Vec<Candidate> {
    find::all(analysis, language::detect(analysis))
}

/// Merges and ranks what was proposed: the last stage of [`find`].
pub fn settle(
    analysis: &Sentences<'_>,
    language: Option<Language>,
    again: &Again,
    mut candidates: Vec<Candidate>,
) -> Findings {
    let surplus = candidates.get(MOST).map(|c| c.span.start);
    candidates.truncate(MOST);
    let mut findings = merge::merge(analysis, again, candidates);
    findings.language = language;
    findings.end = surplus.or(findings.end);
    rank::rank(analysis, &mut findings);
    // Parts without a heading do not count in what is important; where a fact stands is said by them too.
    for fact in &mut findings.facts {
        fact.section = analysis.document.section_at(fact.span.start);
    }
    findings
}
