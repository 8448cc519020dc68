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

    fn form(&self, i: Option<usize>) -> Form {
        i.and_then(|i| self.sight.forms.get(i))
            .copied()
            .unwrap_or_default()
    }

    fn tag(&self, i: Option<usize>) -> u64 {
        i.and_then(|i| self.sight.tags.get(i))
            .map_or(31, |t| *t as u64)
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

/// Calls `emit` with each feature of the token `i` of `run`. About 90 of them.
pub(in crate::facts) fn emit(
    context: &Context<'_>,
    run: &Range<usize>,
    i: usize,
    mut emit: impl FnMut(u64),
) {
    classes(context, i, &mut emit);
    let mut id = 1_u64;
    let mut put = |a: u64, b: u64| {
        id += 1;
        emit(mix(mix(mix(0xa9e5, id), a), b));
    };
    let at = |by: isize| context.form(i.checked_add_signed(by));
    let (here, before, after) = (at(0), at(-1), at(1));
    let word = |f: &Form| u64::from(f.word);
    let (w, wb, wa) = (word(&here), word(&before), word(&after));
    let case = u64::from(here.case);
    put(0, 0);
    put(w, 0);
    put(w, case);
    put(wb, 0);
    put(wa, 0);
    put(word(&at(-2)), 0);
    put(word(&at(2)), 0);
    put(wb, w);
    put(w, wa);
    let [_, s2, s3, s4] = here.suffix.map(u64::from);
    put(s2, case);
    put(s3, case);
    put(s4, case);
    put(u64::from(here.prefix), case);
    let shape = |f: &Form| u64::from(f.shape);
    put(shape(&here), 0);
    put(shape(&before), shape(&here));
    put(shape(&here), shape(&after));
    put(mix(shape(&before), shape(&here)), shape(&after));
    let tag = |by: isize| context.tag(i.checked_add_signed(by));
    put(tag(0), 0);
    put(tag(-1), tag(0));
    put(tag(0), tag(1));
    put(tag(-1) << 8 | tag(0), tag(1));
    lists(context, i, &mut put);
    whole(context, run, i, &mut put);
    votes(context, i, &mut put);
}

/// What the lists say of the token and its neighbours.
fn lists(context: &Context<'_>, i: usize, put: &mut impl FnMut(u64, u64)) {
    let at = |by: isize| context.form(i.checked_add_signed(by));
    let (here, before, after) = (at(0), at(-1), at(1));
    let names = |f: &Form| {
        if f.is_capital() {
            u64::from(f.flags.names())
        } else {
            0
        }
    };
    let initial = u64::from(i == 0 || before.case == 6);
    put(
        initial,
        u64::from(here.flags.class()) << 4 | u64::from(here.case),
    );
    put(names(&here), initial);
    put(names(&here), names(&before));
    put(names(&here), names(&after));
    let (phrase, place) = context.phrase(i);
    put(u64::from(phrase.names()), u64::from(place.min(2)));
    put(u64::from(context.phrase(i + 1).0.names()), 0);
    put(
        i.checked_sub(1)
            .map_or(0, |b| u64::from(context.phrase(b).0.names())),
        1,
    );
    let common = u64::from(here.flags.class() != 0 || here.stem & 0x3f != 0);
    put(common, names(&here));
}

/// One feature a class, so that rare mixtures of classes are known by their parts.
fn classes(context: &Context<'_>, i: usize, mut emit: impl FnMut(u64)) {
    let at = |by: isize| context.form(i.checked_add_signed(by));
    let names = |f: &Form| if f.is_capital() { f.flags.names() } else { 0 };
    let here = at(0);
    let common = u64::from(here.flags.class() != 0 || here.stem & 0x3f != 0);
    let phrase = context.phrase(i).0.names();
    for (id, classes, with) in [
        (201, names(&here), common),
        (202, names(&at(-1)), 0),
        (203, names(&at(1)), 0),
        (204, phrase, 0),
    ] {
        let mut left = classes;
        while left != 0 {
            emit(mix(
                mix(mix(0xa9e5, id), u64::from(left.trailing_zeros())),
                with,
            ));
            left &= left - 1;
        }
    }
}

/// What the run and the chunk around the token look like.
fn whole(context: &Context<'_>, run: &Range<usize>, i: usize, put: &mut impl FnMut(u64, u64)) {
    let forms = context.sight.forms;
    let mut chunk = i..i + 1;
    while chunk.start > run.start && forms.get(chunk.start - 1).is_some_and(Form::is_capital) {
        chunk.start -= 1;
    }
    while chunk.end < run.end && forms.get(chunk.end).is_some_and(Form::is_capital) {
        chunk.end += 1;
    }
    let place = u64::from(i == chunk.start) | u64::from(i + 1 == chunk.end) << 1;
    let length = (chunk.len() as u64).min(4);
    put(place, length);
    let small = |i: Option<usize>| {
        let form = context.form(i);
        if form.is_capital() {
            1
        } else {
            u64::from(form.word)
        }
    };
    let (left, right) = (chunk.start.checked_sub(1), Some(chunk.end));
    put(small(left), length);
    put(small(right), length);
    put(small(left), small(right));
    put(context.tag(left) << 8 | context.tag(right), length);
    put(small(left.and_then(|l| l.checked_sub(1))), small(left));
    put(small(right), small(Some(chunk.end + 1)));
    let (first, last) = (
        context.form(Some(chunk.start)),
        context.form(Some(chunk.end - 1)),
    );
    put(u64::from(last.word), place);
    put(u64::from(first.word), place);
    let names = |f: &Form| u64::from(f.flags.names());
    put(names(&last), length);
    put(names(&first), length);
    put(names(&first), names(&last));
    let solid = trim(forms, run.clone());
    let end = context.form(solid.end.checked_sub(1));
    put(u64::from(end.flags.names()), u64::from(end.word));
    put(
        context.style,
        u64::from(context.sight.heading) << 4 | u64::from(context.form(Some(i)).case),
    );
    put(context.style, place << 8 | length);
    near(context, &chunk, put);
    groups(context, &chunk, i, put);
}

/// What the small words around the chunk tell of it: a role, a kind of place or body.
fn near(context: &Context<'_>, chunk: &Range<usize>, put: &mut impl FnMut(u64, u64)) {
    let length = (chunk.len() as u64).min(4);
    let (left, right) = (chunk.start.checked_sub(1), Some(chunk.end));
    let form = |i| context.form(i);
    let told = |i: Option<usize>| {
        let form = context.form(i);
        u64::from(form.flags.names()) << 1 | u64::from(form.is_capital())
    };
    let last = u64::from(form(Some(chunk.end - 1)).flags.names());
    put(told(left), length);
    put(told(right), length);
    put(told(left) << 1, last);
    put(told(right) << 1 | 1, last);
    let beyond = chunk.start.checked_sub(2);
    put(told(beyond), u64::from(form(left).word));
    put(told(Some(chunk.end + 1)), u64::from(form(right).word));
}

/// The groups of the token and of what is around it: strange words are like known ones of their group.
fn groups(context: &Context<'_>, chunk: &Range<usize>, i: usize, put: &mut impl FnMut(u64, u64)) {
    let length = (chunk.len() as u64).min(4);
    let place = u64::from(i == chunk.start) | u64::from(i + 1 == chunk.end) << 1;
    let form = |i: Option<usize>| context.form(i);
    let group = |f: &Form| u64::from(f.flags.group());
    let (here, before, after) = (form(Some(i)), form(i.checked_sub(1)), form(Some(i + 1)));
    put(group(&here), u64::from(here.case));
    put(group(&here), place << 4 | length);
    put(group(&before), u64::from(before.case));
    put(group(&after), u64::from(after.case));
    put(group(&before) << 8 | group(&here), 0);
    put(group(&here) << 8 | group(&after), 0);
    let (left, right) = (form(chunk.start.checked_sub(1)), form(Some(chunk.end)));
    put(group(&left), length);
    put(group(&right), length);
    put(group(&left) << 8 | group(&right), 0);
    let (first, last) = (form(Some(chunk.start)), form(Some(chunk.end - 1)));
    put(group(&last), place);
    put(group(&first), place);
    put(group(&first) << 8 | group(&last), length);
    put(group(&form(Some(chunk.end + 1))), 0);
    put(group(&form(chunk.start.checked_sub(2))), 1);
}

/// What the document says elsewhere of the token.
fn votes(context: &Context<'_>, i: usize, put: &mut impl FnMut(u64, u64)) {
    let form = context.form(Some(i));
    let seen: Seen = if form.is_capital() {
        context.evidence.of(form.word)
    } else {
        Seen::default()
    };
    let initial = u64::from(i == 0 || context.form(i.checked_sub(1)).case == 6);
    let common = u64::from(form.flags.class() != 0);
    put(some(seen.small) << 2 | some(seen.large), initial);
    put(some(seen.small) << 2 | some(seen.large), 2 + common);
    put(some(seen.person), initial);
    put(some(seen.organization), initial);
    put(some(seen.place), initial);
    put(
        some(seen.person) << 4 | some(seen.organization) << 2 | some(seen.place),
        0,
    );
    put(some(seen.subject), u64::from(form.case == 2));
    let propn = context.sight.tags.get(i) == Some(&Tag::Propn);
    put(u64::from(propn), some(seen.small));
}
