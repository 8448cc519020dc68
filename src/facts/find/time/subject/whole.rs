//! Whether a clause reads as a whole beside its time, and where it ends.

use super::super::vocabulary::{MONTHS, WEEKDAYS};
use super::LONGEST;
use super::doubt::is_doubtful;
use crate::facts::analysis::Shape;
use crate::facts::find::predicate::{Predicate, SUBJECTS, is_bare, is_loose_end};
use crate::facts::find::row::{Row, key};
use crate::facts::lexicon::grammar::{CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::Tag;
use crate::text::Span;

/// What a predicate says, up to the token `end`; less of it where it is too long. Nothing where it would not read as a
/// whole: a verb whose object stands elsewhere, what somebody said, words that point at others. `behind` is where the
/// clause begins when it stands behind its time.
pub(super) fn said(
    row: &Row<'_>,
    predicate: Predicate,
    end: usize,
    behind: Option<usize>,
) -> Option<Span> {
    let verb = predicate.group;
    // "rose from 10% to 25%": the sign belongs to the number
    let end = end + usize::from(row.sign(end, "%") && !row.spaced(end));
    let from = predicate.subject.map_or(verb.from, |s| s.from);
    let mut to = loosen(row, end, verb.to);
    let subject = predicate.subject.filter(|_| predicate.named);
    if to == verb.to && is_bare(row, verb) {
        let subject = subject?; // "Her last day was May 4."
        let span = row.span(subject.from, subject.to);
        return (span.len() <= LONGEST).then_some(span);
    }
    let uncut = to;
    while to > verb.to && row.span(from, to).len() > LONGEST {
        // at the end of a phrase, not within one
        to -= 1;
        let within = |i: usize| {
            // "a fraud | and a cheat", but "a suit against computer and phone makers"
            let parts = row.any(i + 1, DETERMINERS);
            row.key(i) == key!("of")
                || row.any(i, words!("and or")) && !parts
                || !row.any(i, PREPOSITIONS) && !row.any(i, CONJUNCTIONS)
        };
        while to > verb.to && within(to) {
            to -= 1;
        }
        to = loosen(row, to, verb.to);
        // "approved a bill designed": what for, is cut off
        let last = to - 1;
        if last > verb.to && row.tag(last) == Some(Tag::Verb) && row.word(last).ends_with("ed") {
            to = loosen(row, last, verb.to);
        }
    }
    let span = row.span(from, to);
    let short = to == verb.to && (uncut > to || predicate.subject.is_none());
    if to < from + 2 || short {
        return None; // "as scheduled", "what can be said", "Hall and Stone won"
    }
    let whole = span.len() <= LONGEST && !(to == verb.to && is_bare(row, verb));
    (whole && reads(row, predicate, (from, to), end, behind)).then_some(span)
}

/// The end of a phrase without what points on, and without another time: `opened in 2007 and`, `is held from May to`.
fn loosen(row: &Row<'_>, mut to: usize, limit: usize) -> usize {
    while to > limit {
        let last = to - 1;
        let timed = row.digits(last).is_some_and(|y| (1500..2200).contains(&y))
            || row.is_capital(last)
                && (WEEKDAYS.get(row.key(last)).is_some() || MONTHS.get(row.key(last)).is_some());
        let dated = timed
            && last > limit
            && (row.any(last - 1, PREPOSITIONS) || row.any(last - 1, words!("early late mid")));
        // "faced a choice back in May", but "moved back in May"
        let back = last > limit && row.key(last) == key!("back");
        let percent = row.sign(last, "%") && !row.spaced(last);
        let loose = is_loose_end(row, last) || dated || back || row.any(last, HEDGES);
        if !loose || percent {
            break;
        }
        to = last;
    }
    to
}

/// Adverbs that stand before a time and belong to it.
static HEDGES: Words = words!(
    "possibly probably perhaps maybe almost nearly around about exactly recently lately shortly roughly approximately
     sometime again still even already next due close"
);

/// Verbs that leave open what is said or meant; that is another fact.
static SAYS: Words = words!(
    "say says said saying tell tells told telling announce announces announced acknowledge acknowledged claim claims
     claimed call calls called think thinks thought believe believes believed know knows knew argue argues argued warn
     warns warned add adds added insist insists insisted note noted explain explained write wrote mean means meant hope
     hopes hoped suggest suggests suggested decide decided"
);

/// Verbs that need no object.
static WHOLE: Words = words!(
    "died dies married divorced retired resigned graduated arrived returned departed left began begins started starts
     ended ends closed closes opened opens won lost moved fell rose collapsed erupted surrendered escaped vanished
     disappeared emerged reemerged crashed sank failed succeeded voted met parted premiered debuted reopened
     struck broke happened continued launched born dissolved expired burned burnt drowned"
);

/// Whether the tokens `from..to` of a clause read as a whole. `end` is where the clause was to end.
fn reads(
    row: &Row<'_>,
    predicate: Predicate,
    (from, to): (usize, usize),
    end: usize,
    behind: Option<usize>,
) -> bool {
    let verb = predicate.group;
    let last = verb.to - 1;
    if row.any(
        from,
        words!("to whose which who whoever whatever whichever same other including such"),
    ) || row.any(last, SAYS)
    {
        return false;
    }
    let before = from.wrapping_sub(1);
    // "a film he made", "the tool that we built": the object stands before
    let pronoun = !predicate.named && predicate.subject.is_some();
    let noun =
        matches!(row.tag(before), Some(Tag::Noun | Tag::Propn)) || row.any(before, RELATIVES);
    let relative = from > 0
        && behind != Some(from)
        && !row.sign(before, ",")
        && noun
        && (pronoun || row.any(before, RELATIVES));
    // "the towns that Hall won": likewise, unless a verb says that it is so
    let whole = row.any(before, words!("who that"))
        && row
            .tag(before.wrapping_sub(1))
            .is_some_and(|t| !t.is_noun());
    if relative && !whole || WEEKDAYS.get(row.key(from)).is_some() {
        return false;
    }
    // "a road that carries traffic was built": not the traffic
    let carried = row.tag(before) == Some(Tag::Verb) && row.any(before.wrapping_sub(1), RELATIVES);
    if carried && behind != Some(from) {
        return false;
    }
    // "a way of measuring pressure is used": not the pressure
    let doing = before > 0
        && before < row.len()
        && row.word(before).ends_with("ing")
        && row.any(before - 1, PREPOSITIONS);
    if doing && from > 0 {
        return false;
    }
    if is_doubtful(row, predicate, (from, to), behind) {
        return false;
    }
    // "viewing is best": of what, is not known
    let noun = row.tag(verb.from.wrapping_sub(1)).is_some_and(Tag::is_noun);
    let lost = predicate.subject.is_none()
        && verb.from > 0
        && (noun || row.word(verb.from - 1).ends_with("ing"));
    if lost || (verb.from..verb.to).any(|i| row.any(i, words!("would could might"))) {
        return false;
    }
    // a verb alone: "he played", "the firm opened", "the tax is expected"
    let helped = verb.to > verb.from + 1;
    if to == verb.to && !helped && !row.any(last, WHOLE) {
        return false;
    }
    // cut before its content: "the couple announced | that"
    let cut = to == verb.to
        && to == end
        && (row.any(end, RELATIVES) || row.any(end, words!("that how why whether what")));
    // a participle behind a comma: "her lectures, delivered"
    let aside = row.sign(verb.from.wrapping_sub(1), ",") && to == verb.to && !row.any(last, WHOLE);
    // two sentences whose mark is lost: "you kept it up You're here"
    let run_on = (from + 1..to).any(|i| {
        row.is_capital(i)
            && row.word(i).len() > 1
            && (row.any(i, SUBJECTS) || row.any(i, words!("you're don't it's i'm the we're")))
            && row.is_lower(i - 1)
    });
    let marks = (from..to).filter(|&i| {
        row.shape(i) == Some(Shape::Sign)
            && ["\"", "“", "”", "‘", "'", "(", ")", "[", "]"].contains(&row.word(i))
    });
    let torn = !row.spaced(from)
        && from > 0
        && (row.shape(from - 1) == Some(Shape::Word) || row.sign(from - 1, "/"));
    let bracket = (from..to).any(|i| row.sign(i, "("));
    !(cut || aside || run_on || torn || bracket || marks.count() % 2 == 1)
}
