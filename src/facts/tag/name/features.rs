//! The features of the name tagger.

use std::ops::Range;

use super::evidence::{Evidence, Seen};
use super::{Sight, run::trim};
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::tag::Tag;
use crate::facts::tag::form::{Form, mix, phrase_key};

/// A sentence with what is worked out once for all its tokens.
#[derive(Debug)]
pub(in crate::facts) struct Context<'a> {
    sight: Sight<'a>,
    evidence: &'a Evidence,
    /// For each token: the classes of the longest listed phrase that it is in, and its place there, from 1.
    phrases: Vec<(Flags, u8)>,
    /// 1 where most words are large, 2 where most are in capitals.
    style: u64,
}

impl<'a> Context<'a> {
    /// Works it out. Linear in the sentence.
    pub(in crate::facts) fn of(
        lists: &Gazetteer<'_>,
        evidence: &'a Evidence,
        sight: Sight<'a>,
    ) -> Self {
        let words = sight.forms.iter().filter(|f| f.case < 4).count();
        let count = |case: fn(&Form) -> bool| sight.forms.iter().filter(|f| case(f)).count();
        let large = count(Form::is_capital);
        let upper = count(|f| f.case == 2);
        let style = if words >= 3 && upper * 4 > words * 3 {
            2
        } else {
            u64::from(words >= 3 && large * 5 > words * 3)
        };
        Self {
            sight,
            evidence,
            phrases: phrases(lists, sight.forms),
            style,
        }
    }

    pub(super) fn form(&self, i: Option<usize>) -> Form {
        i.and_then(|i| self.sight.forms.get(i))
            .copied()
            .unwrap_or_default()
    }

    fn tag(&self, i: Option<usize>) -> u64 {
        i.and_then(|i| self.sight.tags.get(i))
            .map_or(31, |t| *t as u64)
    }

    /// Whether a token opens its sentence or stands behind a sign.
    pub(super) fn opens(&self, i: usize) -> bool {
        i == 0 || self.form(i.checked_sub(1)).case == 6
    }

    /// What the document says elsewhere of a capitalised word.
    pub(super) fn seen(&self, form: &Form) -> Seen {
        if form.is_capital() {
            self.evidence.of(form.word)
        } else {
            Seen::default()
        }
    }

    /// The capitalised words of the run around a token, and the token.
    pub(super) fn chunk(&self, run: &Range<usize>, i: usize) -> Range<usize> {
        let forms = self.sight.forms;
        let mut chunk = i..i + 1;
        while chunk.start > run.start && forms.get(chunk.start - 1).is_some_and(Form::is_capital) {
            chunk.start -= 1;
        }
        while chunk.end < run.end && forms.get(chunk.end).is_some_and(Form::is_capital) {
            chunk.end += 1;
        }
        chunk
    }

    fn phrase(&self, i: usize) -> (Flags, u8) {
        self.phrases.get(i).copied().unwrap_or_default()
    }
}

/// The longest phrases of two and more words in the lists, from left to right.
fn phrases(lists: &Gazetteer<'_>, forms: &[Form]) -> Vec<(Flags, u8)> {
    let mut out = vec![(Flags::default(), 0); forms.len()];
    let mut i = 0;
    while let Some(first) = forms.get(i) {
        let mut found = None;
        if first.flags.has(Flags::PREFIX) && (first.is_capital() || first.flags.has(Flags::ROLE)) {
            let mut key = first.word;
            for (end, next) in forms.iter().enumerate().skip(i + 1).take(7) {
                key = phrase_key(key, next.word);
                let flags = lists.word(key);
                if flags.names() != 0 {
                    found = Some((end + 1, flags));
                }
                if !flags.has(Flags::PREFIX) {
                    break;
                }
            }
        }
        let Some((end, flags)) = found else {
            i += 1;
            continue;
        };
        for (cell, place) in out.iter_mut().take(end).skip(i).zip(1..) {
            *cell = (flags, place);
        }
        i = end;
    }
    out
}

/// A count as one of four.
const fn some(count: u8) -> u64 {
    match count {
        0 => 0,
        1 => 1,
        2 | 3 => 2,
        _ => 3,
    }
}

/// Calls `emit` with each feature of the token `i` of `run`. About 90 of them: those of the word by itself, of the words
/// beside it, of the chunk that it is in, and of the token among these. The tagger adds up the first three groups once
/// and keeps the sums.
#[cfg(feature = "train")]
pub(in crate::facts) fn emit(
    context: &Context<'_>,
    run: &Range<usize>,
    i: usize,
    mut emit: impl FnMut(u64),
) {
    let form = context.form(Some(i));
    let seen = context.seen(&form);
    own(&form, seen, &mut emit);
    opening(&form, seen, context.opens(i), &mut emit);
    for (place, by) in BESIDE {
        beside(place, &context.form(i.checked_add_signed(by)), &mut emit);
    }
    let chunk = context.chunk(run, i);
    chunk_features(context, run, &chunk, &mut emit);
    among(context, &chunk, i, &mut emit);
}

/// The hash of a feature of this number.
const fn feature(id: u64, a: u64, b: u64) -> u64 {
    mix(mix(mix(0xa9e5, id), a), b)
}

/// The classes of a capitalised word.
const fn names(form: &Form) -> u64 {
    if form.is_capital() {
        form.flags.names() as u64
    } else {
        0
    }
}

/// Whether a word is known as a common one.
const fn is_common(form: &Form) -> bool {
    form.flags.class() != 0 || form.stem & 0x3f != 0
}

/// One feature a class, so that rare mixtures of classes are known by their parts.
fn each(id: u64, classes: u64, with: u64, emit: &mut impl FnMut(u64)) {
    let mut left = classes;
    while left != 0 {
        let class = u64::from(left.trailing_zeros());
        emit(mix(mix(mix(0xa9e5, id), class), with));
        left &= left - 1;
    }
}

/// What a word says by itself, and what the document says of it.
pub(super) fn own(here: &Form, seen: Seen, emit: &mut impl FnMut(u64)) {
    let mut put = |id: u64, a: u64, b: u64| emit(feature(id, a, b));
    let (word, case) = (u64::from(here.word), u64::from(here.case));
    let [_, s2, s3, s4] = here.suffix.map(u64::from);
    put(2, 0, 0);
    put(3, word, 0);
    put(4, word, case);
    put(11, s2, case);
    put(12, s3, case);
    put(13, s4, case);
    put(14, u64::from(here.prefix), case);
    put(15, u64::from(here.shape), 0);
    put(30, u64::from(is_common(here)), names(here));
    put(52, u64::from(here.flags.group()), case);
    let common = u64::from(here.flags.class() != 0);
    put(67, some(seen.small) << 2 | some(seen.large), 2 + common);
    put(
        71,
        some(seen.person) << 4 | some(seen.organization) << 2 | some(seen.place),
        0,
    );
    put(72, some(seen.subject), u64::from(here.case == 2));
    each(201, names(here), u64::from(is_common(here)), emit);
}

/// The same beside whether it opens a sentence or stands behind a sign.
pub(super) fn opening(here: &Form, seen: Seen, initial: bool, emit: &mut impl FnMut(u64)) {
    let initial = u64::from(initial);
    let mut put = |id: u64, a: u64, b: u64| emit(feature(id, a, b));
    let class = u64::from(here.flags.class()) << 4 | u64::from(here.case);
    put(23, initial, class);
    put(24, names(here), initial);
    put(66, some(seen.small) << 2 | some(seen.large), initial);
    put(68, some(seen.person), initial);
    put(69, some(seen.organization), initial);
    put(70, some(seen.place), initial);
}

/// The places of the words beside a token: their number, and how far away they are.
pub(super) const BESIDE: [(usize, isize); 4] = [(0, -1), (1, 1), (2, -2), (3, 2)];

/// What a word beside says by itself.
pub(super) fn beside(place: usize, form: &Form, emit: &mut impl FnMut(u64)) {
    let word = u64::from(form.word);
    let group = || u64::from(form.flags.group());
    match place {
        0 => {
            emit(feature(5, word, 0));
            emit(feature(54, group(), u64::from(form.case)));
            each(202, names(form), 0, emit);
        }
        1 => {
            emit(feature(6, word, 0));
            emit(feature(55, group(), u64::from(form.case)));
            each(203, names(form), 0, emit);
        }
        2 => emit(feature(7, word, 0)),
        _ => emit(feature(8, word, 0)),
    }
}

/// What the chunk says: its ends, and the words around it.
pub(super) fn chunk_features(
    context: &Context<'_>,
    run: &Range<usize>,
    chunk: &Range<usize>,
    emit: &mut impl FnMut(u64),
) {
    let mut put = |id: u64, a: u64, b: u64| emit(feature(id, a, b));
    let length = length(chunk);
    let form = |i: Option<usize>| context.form(i);
    let small = |form: &Form| {
        if form.is_capital() {
            1
        } else {
            u64::from(form.word)
        }
    };
    let (left, right) = (chunk.start.checked_sub(1), Some(chunk.end));
    let (before, after) = (form(left), form(right));
    let beyond = form(chunk.start.checked_sub(2));
    let farther = form(Some(chunk.end + 1));
    put(32, small(&before), length);
    put(33, small(&after), length);
    put(34, small(&before), small(&after));
    put(35, context.tag(left) << 8 | context.tag(right), length);
    put(36, small(&beyond), small(&before));
    put(37, small(&after), small(&farther));
    let (first, last) = (form(Some(chunk.start)), form(Some(chunk.end - 1)));
    let flags = |f: &Form| u64::from(f.flags.names());
    put(40, flags(&last), length);
    put(41, flags(&first), length);
    put(42, flags(&first), flags(&last));
    let solid = trim(context.sight.forms, run.clone());
    let end = form(solid.end.checked_sub(1));
    put(43, flags(&end), u64::from(end.word));
    // What small words around it tell: a role, a kind of place or body.
    let told = |f: &Form| flags(f) << 1 | u64::from(f.is_capital());
    put(46, told(&before), length);
    put(47, told(&after), length);
    put(48, told(&before) << 1, flags(&last));
    put(49, told(&after) << 1 | 1, flags(&last));
    put(50, told(&beyond), u64::from(before.word));
    put(51, told(&farther), u64::from(after.word));
    // Strange words are like known ones of their group.
    let group = |f: &Form| u64::from(f.flags.group());
    put(58, group(&before), length);
    put(59, group(&after), length);
    put(60, group(&before) << 8 | group(&after), 0);
    put(63, group(&first) << 8 | group(&last), length);
    put(64, group(&farther), 0);
    put(65, group(&beyond), 1);
}

/// What a token says among its neighbours and in its chunk.
pub(super) fn among(
    context: &Context<'_>,
    chunk: &Range<usize>,
    i: usize,
    emit: &mut impl FnMut(u64),
) {
    let mut put = |id: u64, a: u64, b: u64| emit(feature(id, a, b));
    let at = |by: isize| context.form(i.checked_add_signed(by));
    let (here, before, after) = (at(0), at(-1), at(1));
    let word = |f: &Form| u64::from(f.word);
    put(9, word(&before), word(&here));
    put(10, word(&here), word(&after));
    let shape = |f: &Form| u64::from(f.shape);
    put(16, shape(&before), shape(&here));
    put(17, shape(&here), shape(&after));
    put(18, mix(shape(&before), shape(&here)), shape(&after));
    let tag = |by: isize| context.tag(i.checked_add_signed(by));
    put(19, tag(0), 0);
    put(20, tag(-1), tag(0));
    put(21, tag(0), tag(1));
    put(22, tag(-1) << 8 | tag(0), tag(1));
    put(25, names(&here), names(&before));
    put(26, names(&here), names(&after));
    let (phrase, part) = context.phrase(i);
    put(27, u64::from(phrase.names()), u64::from(part.min(2)));
    put(28, u64::from(context.phrase(i + 1).0.names()), 0);
    let behind = i.checked_sub(1).map(|b| context.phrase(b).0.names());
    put(29, u64::from(behind.unwrap_or(0)), 1);
    let place = u64::from(i == chunk.start) | u64::from(i + 1 == chunk.end) << 1;
    let length = length(chunk);
    let (first, last) = (
        context.form(Some(chunk.start)),
        context.form(Some(chunk.end - 1)),
    );
    put(31, place, length);
    put(38, word(&last), place);
    put(39, word(&first), place);
    let heading = u64::from(context.sight.heading) << 4;
    put(44, context.style, heading | u64::from(here.case));
    put(45, context.style, place << 8 | length);
    let group = |f: &Form| u64::from(f.flags.group());
    put(53, group(&here), place << 4 | length);
    put(56, group(&before) << 8 | group(&here), 0);
    put(57, group(&here) << 8 | group(&after), 0);
    put(61, group(&last), place);
    put(62, group(&first), place);
    let propn = context.sight.tags.get(i) == Some(&Tag::Propn);
    let small = some(context.seen(&here).small);
    put(73, u64::from(propn), small);
    each(204, u64::from(phrase.names()), 0, emit);
}

/// The length of a chunk, four and more as one.
fn length(chunk: &Range<usize>) -> u64 {
    (chunk.len() as u64).min(4)
}
