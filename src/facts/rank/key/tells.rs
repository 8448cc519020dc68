//! Whether a fact says something by itself, and surely, so that it may be marked where marks are few.
//!
//! A wrong mark costs a reader more than a missing one. A finder may propose what is likely; what is marked unasked must
//! hold as it stands in the panel: a number with what it counts, a time with what happened, a claim with who makes it.
//! All of it is decided by the words of the fact and those right around it. O(the fact's sentence).

use super::{named, said, word};
use crate::document::Document;
use crate::facts::{Fact, Kind, Number, Unit, Value};
use crate::text::Span;

/// The least that a finder must be sure of what is marked.
const SURE: f32 = 0.55;
/// What a name is worth that stands in credits and notes only.
const CREDITED: f32 = 0.08;

/// Whether a fact says something by itself, and surely.
pub(super) fn tells(fact: &Fact, document: &Document) -> bool {
    let text = document.text();
    match &fact.value {
        Value::Number(number) => number_tells(fact, number, text),
        Value::Time(period) => {
            let subject = fact.subject.filter(|s| reads_whole(s.slice(text)));
            let dated = period.is_some() || is_dated(fact.span.slice(text));
            let own = subject.is_some_and(|s| {
                !is_second(s, fact.span, text)
                    && !is_first_of(s, fact.span, text)
                    && word::happens(s.slice(text))
                    && !is_loose(s, fact.span, text)
            });
            let asked = fact.sentence.slice(text).trim_end().ends_with('?');
            own && !asked && dated && (period.is_some() || fact.sure > SURE) && !recurs(fact, text)
        }
        Value::Claim {
            speaker, cue, more, ..
        } => speaker.is_some_and(|who| said::claim_tells(fact, who, *cue, more, text)),
        Value::Quote { speaker, .. } => {
            speaker.is_some_and(|who| said::quote_tells(fact, who, text))
        }
        Value::Name { canonical, .. } => {
            fact.score > CREDITED && named::is_sure(fact, *canonical, text)
        }
        Value::List { .. } => {
            // "peace, order and the rule | of law": the last item goes on
            let behind = text.get(fact.span.end.get()..).unwrap_or_default();
            // "she called | Hall a quack, a fake and a cheat"
            let words = fact.span.slice(text);
            let second = words.split_whitespace().nth(1).unwrap_or_default();
            let called = matches!(second, "a" | "an") && words.starts_with(char::is_uppercase);
            !goes_on(behind) && !called && reads_whole(words)
        }
        Value::Definition { .. } => true,
    }
}

/// Whether a time whose date is not known says which it is all the same: `Friday`, `last year`, not `the summer`.
fn is_dated(words: &str) -> bool {
    let pointing = [
        "last",
        "next",
        "this",
        "ago",
        "yesterday",
        "today",
        "tomorrow",
        "later",
        "after",
        "before",
    ];
    words.split_whitespace().any(|w| {
        let figure = w.starts_with(|c: char| c.is_ascii_digit());
        let named =
            w.chars().nth(1).is_some_and(char::is_lowercase) && w.starts_with(char::is_uppercase);
        figure || named || pointing.contains(&w)
    })
}

/// Whether words are only the first part of a noun: `a 2014 |council| hearing`, `1 % of |the bank's sales| force`.
fn is_first(words: Span, text: &str) -> bool {
    let behind = around(words, text).1;
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let next = next
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    word::is_noun(next) && !next.ends_with("ed")
}

/// Whether what is said of a time leans on what is elsewhere: on words behind the time (`became the first man |since
/// 1900| to win`), on a thing named before (`it was sold`), on a noun that is missing (`hoping for a brighter`).
fn is_loose(words: Span, time: Span, text: &str) -> bool {
    let said = words.slice(text);
    let mut all = said.split_whitespace();
    let first = all.next().unwrap_or_default().to_lowercase();
    let pointing = matches!(
        first.as_str(),
        "it" | "they" | "this" | "these" | "that" | "those"
    );
    let mut back = all.rev();
    let last = back.next().unwrap_or_default();
    let led = back.next().is_some_and(|w| matches!(w, "a" | "an" | "the"));
    let missing = led && last.starts_with(char::is_lowercase) && !word::may_be_noun(last);
    pointing || missing || around(time, text).1.starts_with(" to ")
}

/// Whether what is said of a time is the first part of such a noun.
fn is_first_of(words: Span, time: Span, text: &str) -> bool {
    let behind = around(words, text).1;
    let next = behind.split(' ').nth(1).unwrap_or_default();
    words.start >= time.end && (is_first(words, text) || next.len() > 4 && next.ends_with("ing"))
}

/// Whether a time belongs to the second of two figures: `from 4,000 in 1830 and 40,000 in |1865`.
fn is_second(subject: Span, time: Span, text: &str) -> bool {
    let between = text.get(subject.end.get()..time.start.get());
    let mut parts = between.unwrap_or_default().split(" and ").skip(1);
    parts.any(|part| {
        let mut words = part.split_whitespace();
        words.any(|w| w.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Words that make of a day or month one of many: `one flight per week on Thursday`.
const OFTEN: [&str; 10] = [
    "per week",
    "a week",
    "each week",
    "every",
    "weekly",
    "daily",
    "per day",
    "a day",
    "per month",
    "a year",
];

/// Whether a time comes again and again: `Saturdays`, `every Thursday`.
fn recurs(fact: &Fact, text: &str) -> bool {
    let span = fact.span.slice(text);
    let year = span
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4);
    let pointing = span
        .split_whitespace()
        .any(|w| matches!(w, "last" | "next" | "this" | "ago" | "This" | "Last"));
    let sentence = fact.sentence.slice(text);
    let named = span.starts_with(char::is_uppercase) || span.contains(" of ");
    let often = named && OFTEN.iter().any(|words| contains_words(sentence, words));
    let slip = span.ends_with("this years") || span.ends_with("This years");
    slip || !year && !pointing && (span.ends_with("days") && named || often)
}

/// Whether some words stand in a text, whole.
fn contains_words(text: &str, words: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let behind = text.get(at + found.len()..).and_then(|t| t.chars().next());
        !joins(before) && !joins(behind)
    })
}

/// Whether the words before are only the first part of a phrase.
fn goes_on(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['"', '”', '’', '\'']);
    behind.starts_with(" of ")
}

/// Whether a number says what it counts or measures.
fn number_tells(fact: &Fact, number: &Number, text: &str) -> bool {
    let span = fact.span.slice(text);
    let about = fact
        .subject
        .filter(|s| !s.overlaps(fact.span))
        .map(|s| s.slice(text));
    let poor = |a: &str| {
        EMPTY.contains(&a)
            || ends_in_unit(a)
            || a.chars().count() < 2
            || !reads_whole(a)
            || is_doing(a)
            || !word::ends_in_noun(a)
    };
    let (before, behind) = around(fact.span, text);
    // "an average tax cut of $500", "the $700 billion bail out": not all of it
    let cut = fact
        .subject
        .filter(|s| !s.overlaps(fact.span))
        .is_some_and(|s| {
            let behind = around(s, text).1;
            is_first(s, text)
                || [" cut ", " out ", " off ", " among "]
                    .iter()
                    .any(|w| behind.starts_with(w))
        });
    let torn = behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '′' | '″' | '°'));
    let share = ["quarter of ", "half of ", "third of ", "tenth of ", " per "];
    // "a quarter of a million", "40% more than": not all of it
    let on = [
        " of a million",
        " of a billion",
        " of a thousand",
        " among ",
        "-an-",
        "-a-",
        "-per-",
        " more ",
        " less ",
        " higher ",
        " lower ",
        " fewer ",
    ];
    if on.iter().any(|o| behind.starts_with(o)) {
        return false;
    }
    let which = [
        " of which",
        " of whom",
        " of them",
        " of these",
        " of those",
    ];
    if about.is_some() && which.iter().any(|w| behind.starts_with(w)) {
        return false; // "645 beds, 36 of which are for children"
    }
    let counted_of = before
        .trim_end()
        .strip_suffix(" of")
        .and_then(|b| b.split_whitespace().next_back());
    // "eight of 10 limes", "$4 of every $5"
    let of = counted_of.is_some_and(word::is_numeral) || before.ends_with(" every ");
    if of || about.is_some_and(word::is_numeral) {
        return false;
    }
    if about.is_some_and(poor) || torn || cut || share.iter().any(|s| before.ends_with(s)) {
        return false;
    }
    let counted = fact.subject.filter(|s| fact.span.covers(*s));
    // "180 pounds", "twenty working days": of what?
    let counts =
        counted.is_some_and(|s| !ends_in_unit(s.slice(text)) && !ends_in_letter(s.slice(text)));
    if !(counts || about.is_some())
        || fact.kind == Kind::Quantity && !counts_things(fact, number, text)
    {
        return false;
    }
    let titled = fact.mentions.len() > 1;
    let whole = number.number.fract() == 0.0;
    let measured = matches!(number.unit, Some(Unit::Name(_)));
    let most = number.to.unwrap_or(number.number).abs();
    let few = fact.kind == Kind::Quantity && most < 10.0 && whole && !measured;
    if few && !titled {
        return false;
    }
    // "a mean of 20.35", "1.428,000": figures of a table, or none that can be read
    let digits = span.trim_end_matches(|c: char| !c.is_ascii_digit());
    let point = digits.find('.').map(|at| digits.split_at(at).1);
    let odd = point.is_some_and(|rest| rest.contains(','));
    let bare = !measured && fact.kind == Kind::Quantity && !counts;
    let lone = bare && (!whole || digits.contains('.')) && !span.contains(' ');
    // "10,000 and as many as 300,000 people": what it counts is said with the other figure
    let paired = bare && is_paired(behind);
    // "28 days · Hall": of a name it says little what lasts so long
    let thing = about.is_some_and(|a| !ends_in_name(a));
    !(odd || lone || paired) && (thing || !lasts(number, text))
}

/// Whether a quantity may count what it is said to count: no `50,000 milestone`, no `sixteen doing readings`, no `300`
/// of the aircraft in `300 Guard airmen`.
fn counts_things(fact: &Fact, number: &Number, text: &str) -> bool {
    let Some(subject) = fact.subject else {
        return true;
    };
    let (_, behind) = around(fact.span, text);
    if !fact.span.covers(subject) {
        let mut next = behind.strip_prefix(' ').unwrap_or_default().chars();
        let named = next.next().is_some_and(char::is_uppercase);
        let spelled = number.number.fract() == 0.0
            && !fact.span.slice(text).contains(|c: char| c.is_ascii_digit());
        return number.unit.is_some() || !named && !spelled;
    }
    let counted = subject.slice(text);
    !word::is_act(counted) && (word::is_plural(counted) || !fact.span.slice(text).contains(' '))
}

/// The text before and behind some words.
pub(super) fn around(span: Span, text: &str) -> (&str, &str) {
    let before = text.get(..span.start.get()).unwrap_or_default();
    (before, text.get(span.end.get()..).unwrap_or_default())
}

/// What says nothing of a number: `£20 in total`.
const EMPTY: [&str; 31] = [
    "thousands",
    "hundreds",
    "millions",
    "dozens",
    "dollars",
    "dollar",
    "euros",
    "pounds",
    "prior",
    "mark",
    "down",
    "value",
    "days",
    "day",
    "hours",
    "years",
    "months",
    "people",
    "things",
    "total",
    "all",
    "sum",
    "average",
    "time",
    "way",
    "lot",
    "part",
    "number",
    "amount",
    "year",
    "end",
];

/// Whether the last word is a letter, as in a formula.
fn ends_in_letter(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    last.chars().count() < 2
}

/// Whether the last word is a unit of time, way or weight.
fn ends_in_unit(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    matches!(
        last.trim_end_matches('s'),
        "second"
            | "minute"
            | "hour"
            | "day"
            | "week"
            | "month"
            | "pound"
            | "degree"
            | "mile"
            | "meter"
            | "metre"
            | "inche"
            | "feet"
            | "kilometer"
            | "kilometre"
            | "kilogram"
            | "ton"
            | "tonne"
            | "gram"
    )
}

/// Whether the words are one that only says that something is done: `dispatching`.
fn is_doing(words: &str) -> bool {
    words.ends_with("ing") && !words.contains(' ') && words.starts_with(char::is_lowercase)
}

/// Whether another figure follows that shares what is counted: ` and as many as 300,000 people`.
fn is_paired(behind: &str) -> bool {
    let mut words = behind.split(' ').skip(1);
    behind.starts_with(' ')
        && words
            .next()
            .is_some_and(|w| matches!(w, "and" | "or" | "to"))
        && words
            .take(4)
            .any(|w| w.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the last word has a capital.
fn ends_in_name(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    last.starts_with(char::is_uppercase)
}

/// Whether a number is a length of time or of a way, which says nothing without what is so long: `28 days`.
fn lasts(number: &Number, text: &str) -> bool {
    let unit = match &number.unit {
        Some(Unit::Name(unit)) => *unit,
        Some(Unit::Words(span)) => span.slice(text),
        None => return false,
    };
    matches!(
        unit.trim_end_matches('s'),
        "second" | "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "point"
    )
}

/// Words that a phrase does not begin with, nor a clause that stands alone.
const NOT_FIRST: [&str; 20] = [
    "much", "very", "both", "you", "to", "whose", "which", "who", "that", "same", "and", "or",
    "but", "of", "than", "as", "also", "if", "because", "what",
];
/// Words that point at what follows.
const NOT_LAST: [&str; 24] = [
    "to", "of", "the", "a", "an", "and", "or", "but", "in", "on", "at", "by", "for", "from",
    "with", "that", "which", "who", "as", "than", "almost", "possibly", "only", "recently",
];

/// Whether the words around something read as a whole: no piece of a quotation or bracket, no loose end.
pub(super) fn reads_whole(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let count = |c: char| words.chars().filter(|&x| x == c).count();
    let paired = count('“') == count('”')
        && count('(') == count(')')
        && count('[') == count(']')
        && count('"').is_multiple_of(2)
        && !words.contains(" '")
        && !words.starts_with(['\'', '’', '”', ')', ']', ',', '-']);
    paired && !words.is_empty() && !NOT_FIRST.contains(&first) && !NOT_LAST.contains(&last)
}
