//! The finders, one file each. A finder reads the shared analysis and proposes candidates; it knows of no other.
//!
//! The rules are rules of English. What is recognised as another language, a whole text or some blocks of it, is left to
//! `abroad`, which gives what is safe there: figures, dates that are certain, words in quotation marks.

mod abroad;
mod attribution;
mod body;
mod claim;
mod definition;
mod list;
mod name;
mod phrase;
mod predicate;
mod quantity;
mod quote;
mod row;
mod time;

use super::language::Tongues;
use super::{Analysis, Candidate, Value};
use crate::document::MarkKind;
use crate::text::Span;

/// As many tokens there are for one candidate, at the least, in news and in books.
const TOKENS: usize = 16;

/// Runs the finders that know the language of each part; an unknown one (too little text to tell) is taken for English.
/// Candidates come back in the order of their spans.
pub(super) fn all(analysis: &Analysis<'_>, tongues: &Tongues) -> Vec<Candidate> {
    let mut out = Vec::with_capacity(analysis.tokens.len() / TOKENS);
    if tongues.has_english() {
        let times = time::find(analysis);
        out.extend(quantity::find(analysis, &times));
        out.extend(times);
        attribution::find(analysis, &mut out);
        name::find(analysis, &mut out);
        body::find(analysis, &mut out);
        definition::find(analysis, &mut out);
        list::find(analysis, &mut out);
    }
    abroad::find(analysis, tongues, &mut out);
    drop_common(analysis, &mut out);
    out.retain(|candidate| !is_code(analysis, candidate.span));
    out.sort_by_key(|c: &Candidate| (c.span.start, c.span.end, c.kind));
    out
}

/// Drops the names that are short forms of common words: `TUIs` of `terminal user interfaces (TUIs)`.
fn drop_common(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    let common: Vec<&str> = out
        .iter()
        .filter_map(|c| match c.value {
            Value::Definition { short, long } => {
                Some((analysis.slice(short), analysis.slice(long)))
            }
            _ => None,
        })
        .filter(|(_, long)| !long.contains(char::is_uppercase))
        .map(|(short, _)| short.trim_end_matches('s'))
        .filter(|short| short.len() > 1)
        .collect();
    if !common.is_empty() {
        let named = |c: &Candidate| analysis.slice(c.span).trim_end_matches('s');
        out.retain(|c| !c.kind.is_name() || !common.contains(&named(c)));
    }
}

/// Whether a span lies in code that stands in running text: names of keys and commands are no facts.
fn is_code(analysis: &Analysis<'_>, span: Span) -> bool {
    let mut marks = analysis.document.marks_in(span);
    marks.any(|mark| mark.kind == MarkKind::Code && mark.span.covers(span))
}
