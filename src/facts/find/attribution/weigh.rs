//! How much a claim weighs: how sure it is, how it is put, whether it is worth a mark.
//!
//! Takes a cue with its content, gives a number from 0 to 1 and a stance. The numbers order the kinds of claims by how
//! often they were right on reports that people had marked; they are no probabilities.

use std::ops::Range;

use super::Said;
use super::clause::{Cue, Side};
use super::content::{Content, Link};
use super::lexicon::{Class, Classes, Form, Frames};
use super::reading::Reading;
use crate::facts::Stance;

/// A claim weighs this much at least in a text that reports.
const LEAST: f32 = 0.35;

/// And this much elsewhere: a clause, or the object of a verb that denies.
const LEAST_ELSEWHERE: f32 = 0.54;

/// The claims that are worth a mark. Where a text reports (at least one sentence in twelve has a verb of saying with its
/// subject), what people want, support or attack is news; elsewhere such verbs tell a story or describe a thing.
pub(super) fn worth(mut claims: Vec<Said>, reports: usize, sentences: usize) -> Vec<Said> {
    let reporting = reports * 12 >= sentences;
    let least = if reporting { LEAST } else { LEAST_ELSEWHERE };
    claims.retain(|c| c.sure >= least);
    claims
}

/// How far a cue is from being one of speech: 0 for one right beside the quotation, 1 for a verb of saying with its
/// own subject, 3 for states of mind and for verbs in relative clauses.
pub(super) fn distance(r: &Reading<'_>, cue: &Cue, content: &Content) -> u8 {
    let quotes = cue.frames.any(Frames::QUOTE);
    let beside = r.before_is(cue.from, Classes::QUOTED)
        || r.is(cue.after, Classes::QUOTED)
        || r.is(cue.after + 1, Classes::QUOTED)
            && r.is(cue.after, Classes::COMMA.or(Classes::COLON));
    let relative = cue.source.as_ref().is_some_and(|s| s.relative.is_some());
    match (quotes, beside, relative) {
        (true, true, false) => 0,
        _ if content.link == Link::Around => 0,
        (true, _, false) => 1,
        (_, true, _) if cue.class == Class::Say => 1,
        _ if !relative && !cue.frames.any(Frames::WEAK) => 2,
        _ => 3,
    }
}

/// How sure a claim is; none when it is not worth a mark: small talk, things that say nothing, states of mind of things.
/// `known` tells that a pronoun as source stands for somebody who is named.
pub(super) fn sure(r: &Reading<'_>, cue: &Cue, content: &Content, known: bool) -> Option<f32> {
    let weak = cue.frames.any(Frames::WEAK);
    let phrase = content.link == Link::Phrase;
    let mut sure = if phrase { 0.5 } else { 0.85 };
    if cue.class == Class::Deny {
        sure += 0.1;
    }
    let Some(source) = &cue.source else {
        return Some(sure - 0.25);
    };
    if weak {
        sure -= if phrase { 0.1 } else { 0.2 };
    }
    if first_person(r, source.name.clone()) {
        return asserts(r, cue, content, known).then_some(sure - 0.1);
    }
    if says_nothing(r, cue, source.name.clone(), weak || phrase) {
        return None;
    }
    let body = Classes::NAME
        .or(Classes::PERSON)
        .or(Classes::BODY)
        .or(Classes::SUBJECT);
    let somebody = source.name.clone().any(|i| r.is(i, body));
    let speaks = somebody || source.name.clone().any(|i| r.is(i, Classes::TEXT));
    if phrase && !somebody || weak && !speaks && content.link != Link::Clause {
        return None;
    }
    let mind = matches!(cue.class, Class::Believe | Class::Find | Class::Say);
    if weak && phrase && mind {
        return None;
    }
    if !speaks {
        sure -= 0.15;
    }
    if cue.form == Form::Base && cue.words.start == cue.head && weak {
        sure -= 0.1;
    }
    if cue.side == Side::Passive {
        sure -= 0.1;
    }
    (sure >= LEAST).then_some(sure)
}

/// Whether the source is `I` or `we`.
fn first_person(r: &Reading<'_>, name: Range<usize>) -> bool {
    name.len() == 1 && r.is(name.start, Classes::FIRST)
}

/// Whether somebody in the first person asserts something: `we found that …` of authors who speak as such, `I said that
/// …` of a speaker who is named. With `that` only, and not in questions and wishes.
fn asserts(r: &Reading<'_>, cue: &Cue, content: &Content, known: bool) -> bool {
    let Some(source) = &cue.source else {
        return false;
    };
    let that = content.link == Link::Clause
        && content
            .pieces
            .first()
            .is_some_and(|p| r.says(p.start.wrapping_sub(1), "that"));
    let bare = cue.form == Form::Base && cue.words.len() == 1; // "we find that"
    let plain = (bare || matches!(cue.form, Form::Past | Form::Present)) && !cue.maybe;
    let speaks = matches!(cue.class, Class::Say | Class::Deny) && !cue.frames.any(Frames::WEAK);
    let finds = cue.class == Class::Find && r.says(source.name.start, "we");
    that && plain && (finds || speaks && (known || r.says(source.name.start, "we")))
}

/// Whether the subject is nobody who claims anything: `one`, `this`; `it` with a verb that is not one of saying.
fn says_nothing(r: &Reading<'_>, cue: &Cue, name: Range<usize>, light: bool) -> bool {
    if name.len() != 1 {
        return false;
    }
    let c = r.classes(name.start);
    if r.says(name.start, "it") {
        return light || cue.class == Class::Find;
    }
    c.any(Classes::DEMO) || r.says(name.start, "one")
}

/// How a claim is put, by its cue and its words.
pub(super) fn stance(r: &Reading<'_>, cue: &Cue, pieces: &[Range<usize>]) -> Stance {
    if super::content::denies(cue) {
        return Stance::Denied;
    }
    let hedged = cue.maybe
        || cue.negated // "he did not deny that"
        || cue.class == Class::Believe
        || cue.side == Side::Passive && cue.source.is_none()
        || [
            "suggest", "indicat", "hint", "speculat", "imply", "impli", "alleg", "theori",
            "estimat",
        ]
        .iter()
        .any(|stem| r.word(cue.head).to_ascii_lowercase().starts_with(stem));
    stance_of(
        r,
        if hedged {
            Stance::Hedged
        } else {
            Stance::Asserted
        },
        pieces,
    )
}

/// A stance, hedged when the words of an assertion put it as possible.
pub(super) fn stance_of(r: &Reading<'_>, stance: Stance, pieces: &[Range<usize>]) -> Stance {
    let maybe = |i: usize| r.is(i, Classes::MAYBE) && !r.is(i, Classes::NAME);
    if stance == Stance::Asserted && pieces.iter().any(|p| p.clone().take(12).any(maybe)) {
        return Stance::Hedged;
    }
    stance
}
