//! Whether a clause may be another's, or lean on words that stand elsewhere.
//!
//! A clause that a reader takes for what happened at a time misleads worse than none: who did it is in doubt, what was
//! done is said elsewhere, or its noun is the end of a longer one. O(the clause).

use super::super::vocabulary::WEEKDAYS;
use crate::facts::analysis::Shape;
use crate::facts::find::phrase::{Phrase, is_verb};
use crate::facts::find::predicate::{Predicate, SUBJECTS};
use crate::facts::find::row::{Row, key};
use crate::facts::lexicon::grammar::{
    ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PASTS, PREPOSITIONS, PRONOUNS,
};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::Tag;

/// Whether the tokens `from..to` of a clause are in doubt. `behind` is where the clause begins when it stands behind its
/// time.
pub(super) fn is_doubtful(
    row: &Row<'_>,
    predicate: Predicate,
    (from, to): (usize, usize),
    behind: Option<usize>,
) -> bool {
    let verb = predicate.group;
    let last = verb.to - 1;
    let order = |s: Phrase| s.to == s.from + 1 && row.any(s.from, words!("first last next"));
    let headless = predicate.subject.is_none_or(order);
    if headless && behind.is_none() && is_headless(row, verb, to) {
        return true;
    }
    // "criticism of Hall, who lost in May", "kind words for the judge, who left": who did, is in doubt
    let lead = predicate
        .subject
        .filter(|_| row.key(verb.from.wrapping_sub(1)) == key!("who"));
    if lead.is_some_and(|s| (s.from..s.to).any(|i| row.any(i, PREPOSITIONS))) {
        return true;
    }
    // "we condemn attacks this week": now, of attacks that were then; "as she put it in May"
    let speaks = predicate
        .subject
        .is_some_and(|s| row.any(s.from, words!("i we")))
        && verb.to == verb.from + 1
        && !row.word(last).ends_with("ed")
        && !row.any(last, PASTS)
        && !row.any(last, AUXILIARIES);
    // "will publish | – at last – the book"
    let plain = to == verb.to
        && verb.to > verb.from + 1
        && row.any(verb.from, words!("will shall can may must should do does did to"))
        && !(verb.from..last).any(|i| row.any(i, words!("be been have get")))
        && !row.any(
            last,
            words!("die marry resign arrive return leave begin start end close open win lose move fall rise run vote"),
        );
    // "showed in a paper | that"
    let shows = row.any(
        last,
        words!("showed shown found finds shows reported reports revealed reveals"),
    ) && row.any(verb.to, PREPOSITIONS)
        && behind.is_some();
    let put = row.key(last) == key!("put") && row.key(verb.to) == key!("it");
    if speaks || put || plain || shows || row.key(from) == key!("according") {
        return true;
    }
    // "done it", "than it": what, is said elsewhere; "he has not done anything since"
    let open = words!("it them him her that this these those anything anyone anybody ever");
    if row.any(to - 1, open) && (to > verb.to || !row.any(to - 1, SUBJECTS)) {
        return true;
    }
    if (from..to).any(|i| row.any(i, words!("anything anyone anybody"))) {
        return true;
    }
    // "just as he did with the mill": what he did is said elsewhere
    let for_another = row.any(last, words!("did does do done"))
        && (to == verb.to || row.any(verb.to, PREPOSITIONS));
    if for_another || predicate.named && behind != Some(from) && is_cut(row, from) {
        return true;
    }
    // "the day she left": a day and no doer
    let day = row.any(from, DETERMINERS) && row.any(from + 1, MOMENTS);
    day && from + 2 < verb.from && (row.is_capital(from + 2) || row.any(from + 2, SUBJECTS))
}

/// Nouns of time that a clause may hang on: `the morning she left`.
static MOMENTS: Words = words!("morning afternoon evening night day week month year time moment");

/// Whether a verb without a subject says too little: what was done `by` somebody, or a plain form whose helping verb
/// stands with another verb (`would take the seat and run in May`).
fn is_headless(row: &Row<'_>, verb: Phrase, to: usize) -> bool {
    let last = verb.to - 1;
    let word = row.word(last);
    let past = word.ends_with("ed") || word.ends_with("ing") || row.any(last, PASTS);
    let plain = verb.to == verb.from + 1 && !past && !word.ends_with('s');
    let before = verb.from.wrapping_sub(1);
    let helped = row.any(before, words!("and or but then")) || row.any(before, PRONOUNS);
    // "she fights for the cause, guarded in law until 2047", "I'm writing"
    let before = verb.from.wrapping_sub(1);
    let aside = word.ends_with("ed") && row.sign(before, ",") && row.any(verb.to, PREPOSITIONS);
    let torn = row.any(before, PRONOUNS) && row.word(before).contains(['\'', '’']);
    let being = aside || torn || word == "is" || word == "are" || word == "am";
    row.key(verb.to) == key!("by") && to > verb.to || plain && helped || being
}

/// Whether the noun that begins at `from` is the end of a longer one (`a climate change |treaty`) or what another verb
/// is about (`efforts to save |the treaty| failed`, `a union representing |pilots| signed`).
fn is_cut(row: &Row<'_>, from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else {
        return false;
    };
    let further = before.wrapping_sub(1);
    let timed = row.any(before, MOMENTS)
        || row.is_capital(before) && WEEKDAYS.get(row.key(before)).is_some();
    if row.any(
        before,
        words!("something anything nothing everything someone anyone"),
    ) {
        return true; // "something odd was going on"
    }
    let small = row.any(before, PREPOSITIONS)
        || row.any(before, CONJUNCTIONS)
        || row.any(before, ADVERBS)
        || row.any(before, DETERMINERS);
    if row.shape(before) != Some(Shape::Word) || timed || small {
        return false;
    }
    let noun = row.is_lower(before) && row.tag(before) == Some(Tag::Noun) && !is_verb(row, before);
    let saving = row.key(further) == key!("to") && is_verb(row, before);
    let doing = row.word(before).ends_with("ing")
        && is_verb(row, before)
        && row.tag(further).is_some_and(Tag::is_noun);
    noun || saving || doing
}
