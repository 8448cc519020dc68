//! Cues that are no verbs: `according to X`, `per X`, `as stated by X`, `X's claim that`, `X remains tight-lipped about`.

use std::ops::Range;

use super::content::tidy;
use super::lexicon::{Class, Classes, Form};
use super::reading::Reading;
use super::source::{self, Source};
use crate::facts::Stance;

/// What a phrase attributes.
pub(super) struct Found {
    /// Who speaks.
    pub(super) source: Option<Source>,
    /// The words of the cue.
    pub(super) cue: Range<usize>,
    /// The content; never empty.
    pub(super) pieces: Vec<Range<usize>>,
    /// How it is put.
    pub(super) stance: Stance,
    /// How sure the finding is, 0 to 1.
    pub(super) sure: f32,
}

/// Finds the phrases of a segment.
pub(super) fn find(r: &Reading<'_>, segment: &Range<usize>) -> Vec<Found> {
    let mut out = Vec::new();
    for at in segment.clone() {
        if r.is(at, Classes::QUOTED) {
            continue;
        }
        if r.says(at, "according") && r.says(at + 1, "to") {
            if measured(r, segment, at) {
                continue;
            }
            out.extend(adjunct(r, segment, at..at + 2));
        } else if r.says(at, "as") && reported(r, at + 1) && r.says(at + 2, "by") {
            out.extend(adjunct(r, segment, at..at + 3));
        } else if r.says(at, "per") && at == segment.start && per(r, at + 1) {
            out.extend(adjunct(r, segment, at..at + 1));
        } else if r.is(at, Classes::CLAIM_NOUN) && r.says(at + 1, "that") {
            out.extend(owned(r, segment, at));
        } else if SILENT.iter().any(|word| r.says(at, word)) {
            out.extend(silent(r, segment, at));
        }
    }
    out
}

/// Whether `according to` says how something is done: right behind a participle, of nothing that speaks: `sorted according
/// to size`.
fn measured(r: &Reading<'_>, segment: &Range<usize>, at: usize) -> bool {
    let done = at > segment.start && r.word(at - 1).ends_with("ed") && r.is(at - 1, Classes::ED);
    let speaks = Classes::NAME
        .or(Classes::PERSON)
        .or(Classes::BODY)
        .or(Classes::TEXT)
        .or(Classes::SUBJECT)
        .or(Classes::OBJECT);
    let source = at + 2..segment.end.min(at + 7);
    let end = source
        .clone()
        .find(|&i| r.is(i, Classes::COMMA.or(Classes::PREP).or(Classes::STOP)))
        .unwrap_or(source.end);
    done && !(at + 2..end).any(|i| r.is(i, speaks))
}

/// Whether somebody stands behind `per`: `Per the ministry`, not `Per hour`.
fn per(r: &Reading<'_>, at: usize) -> bool {
    r.is(at, Classes::DET.or(Classes::NAME).or(Classes::POSS))
}

/// Whether a participle of a verb of saying stands here.
fn reported(r: &Reading<'_>, at: usize) -> bool {
    r.uses(at).iter().any(|u| {
        matches!(u.form, Form::Past | Form::Participle)
            && r.verb(*u)
                .is_some_and(|v| matches!(v.class, Class::Say | Class::Find))
    })
}

/// A phrase at the edge of its clause or between commas.
fn adjunct(r: &Reading<'_>, segment: &Range<usize>, cue: Range<usize>) -> Option<Found> {
    let source = source::after(r, cue.end, segment.end)?;
    let mut pieces = Vec::new();
    let mut left = tidy(r, segment.start, cue.start);
    // Only the words since the last semicolon belong to it.
    if let Some(semi) = left
        .clone()
        .rev()
        .find(|&i| r.says(i, ";") && !r.is(i, Classes::QUOTED))
    {
        left = tidy(r, semi + 1, cue.start);
    }
    if !left.is_empty() {
        pieces.push(left);
    }
    // After `X`, further words about X run to the next comma.
    let mut after = source.name.end;
    if pieces.is_empty() && !r.is(after, Classes::COMMA) {
        after =
            (after..segment.end).find(|&i| r.is(i, Classes::COMMA) && !r.is(i, Classes::QUOTED))?;
    }
    let go_on = pieces.is_empty()
        || r.is(after, Classes::COMMA)
            && !r.is(after + 1, Classes::RELATIVE.or(Classes::DET))
            && !r.word(after + 1).ends_with("ing");
    if go_on {
        let right = tidy(r, after, segment.end);
        if right.len() > 2 {
            pieces.push(right);
        }
    }
    (!pieces.is_empty()).then_some(Found {
        source: Some(source),
        cue,
        pieces,
        stance: Stance::Asserted,
        sure: 0.85,
    })
}

/// Adjectives of those who decline to say.
const SILENT: [&str; 6] = [
    "tight-lipped",
    "silent",
    "mum",
    "coy",
    "noncommittal",
    "non-committal",
];

/// `X remained silent on Y`: X declines to speak of Y.
fn silent(r: &Reading<'_>, segment: &Range<usize>, at: usize) -> Option<Found> {
    let verb = at.checked_sub(1).filter(|&v| v > segment.start)?;
    let stays = [
        "remain", "remains", "remained", "stay", "stays", "stayed", "keep", "keeps", "kept",
    ];
    let about = ["about", "on", "over"].iter().any(|p| r.says(at + 1, p));
    if !about || !stays.iter().any(|v| r.says(verb, v)) {
        return None;
    }
    let source = source::before(r, segment.start, verb)?;
    let piece = tidy(r, at + 2, segment.end);
    (piece.len() > 1 && piece.len() < 40).then_some(Found {
        source: Some(source),
        cue: verb..at + 1,
        pieces: vec![piece],
        stance: Stance::Denied,
        sure: 0.6,
    })
}

/// `X's claim that ...`, `his belief that ...`.
fn owned(r: &Reading<'_>, segment: &Range<usize>, noun: usize) -> Option<Found> {
    let owner = (segment.start..noun)
        .rev()
        .take(4)
        .find(|&i| r.is(i, Classes::POSS.or(Classes::POSSESSIVE)))?;
    let source = if r.is(owner, Classes::POSSESSIVE) {
        source::before(r, segment.start, owner)?
    } else {
        Source {
            name: owner..owner + 1,
            from: owner,
            relative: None,
        }
    };
    if r.is(owner, Classes::FIRST) {
        return None;
    }
    let stop = (noun + 2..segment.end)
        .find(|&i| r.is(i, Classes::COMMA) && !r.is(i, Classes::QUOTED))
        .unwrap_or(segment.end);
    let piece = tidy(r, noun + 2, stop);
    (piece.len() > 2).then_some(Found {
        source: Some(source),
        cue: noun..noun + 1,
        pieces: vec![piece],
        stance: Stance::Asserted,
        sure: 0.6,
    })
}
