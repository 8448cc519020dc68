//! Whether a time says when, and what happened then.
//!
//! The clause around a time is easily read wrongly: it may lean on words behind the time, belong to a second clause
//! between, or come again every week. What is in doubt is not marked. O(the fact's sentence).

use super::counted::ends_in_verb;
use super::tells::{around, is_first, reads_whole};
use super::word;
use crate::document::Document;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Fact, Key, Period};
use crate::text::Span;

/// The least that a finder must be sure of a time without a date.
const SURE: f32 = 0.55;
/// How many days a day without a year may be away from the day of publication: further off its year is a guess.
const NEAR: i32 = 60;

/// Whether a time is a certain one, and what happened then is told.
pub(super) fn time_tells(fact: &Fact, period: Option<&Period>, document: &Document) -> bool {
    let text = document.text();
    let span = fact.span.slice(text);
    let known = period.is_some() || is_dated(span) && fact.sure > SURE;
    let told = fact.subject.is_some_and(|subject| {
        let said = subject.slice(text);
        reads_whole(said) && word::happens(said) && !is_loose(subject, fact.span, text)
    });
    let opening = text.get(fact.sentence.start.get()..fact.span.start.get());
    let opening = opening.unwrap_or_default();
    let asked = fact.sentence.slice(text).trim_end().ends_with('?');
    let (before, _) = around(fact.span, text);
    // "from October onward": a start, and no day of what is told
    let since = [
        " from ", "From ", " than ", " after ", "After ", " before ", "Before ",
    ]
    .iter()
    .any(|w| before.ends_with(w))
        && !span.contains("to ")
        || before.ends_with(" to ") && opening.contains("from ")
        || is_meant_for(before);
    // "after the 2001 attacks": the attacks were then
    let names = fact.subject.is_some_and(|s| {
        let gap = text.get(fact.span.end.get()..s.start.get());
        gap.is_some_and(|g| matches!(g, " " | "'s " | "’s " | "' " | "’ "))
    });
    let since = since && !names;
    // “We won today”: on the day that it was said
    let odd =
        |open: char, close: char| opening.matches(open).count() > opening.matches(close).count();
    let spoken = odd('“', '”')
        || !opening.matches('"').count().is_multiple_of(2)
        || !opening.matches("''").count().is_multiple_of(2);
    let quoted = spoken && !span.contains(|c: char| c.is_ascii_digit());
    known
        && told
        && !asked
        && !since
        && !is_shifted(fact.span, text)
        && !quoted
        && !recurs(fact, text)
        && !is_guessed(span, period, document)
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

/// Whether the year of a day is only a guess, or the time is the last part of something longer: `July 22` in a page of
/// November, `the last weekend`, `the past year`.
fn is_guessed(words: &str, period: Option<&Period>, document: &Document) -> bool {
    let part = [
        "the last ",
        "the past ",
        "the first ",
        "the next ",
        "The last ",
        "The past ",
        "the coming ",
        "since the ",
    ];
    if part.iter().any(|p| words.starts_with(p)) {
        return true;
    }
    let figures: Vec<&str> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|f| !f.is_empty())
        .collect();
    let yearless = !figures.is_empty() && figures.iter().all(|f| f.len() < 3);
    let named = words.starts_with(char::is_uppercase) || words.ends_with(char::is_alphabetic);
    let (Some(Period::Date(date)), Some(published), true) =
        (period, document.meta().published, yearless && named)
    else {
        return false;
    };
    let Ok(date) = date.parse::<crate::document::Date>() else {
        return false;
    };
    let apart = date.civil() - published.civil();
    apart.get_days().abs() > NEAR
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
    // "the page just went |last night| up"
    let hollow = matches!(
        last,
        "went" | "got" | "came" | "took" | "made" | "had" | "put" | "set"
    );
    let lead = around(words, text).0;
    let open = [
        "if ", "If ", "whether ", "what ", "What ", "here ", "Here ", "how ",
    ]
    .iter()
    .any(|w| lead.ends_with(w));
    // "in the 1990s he turned one of the firms|, Hall, into a chain"
    let turned = said.contains(" turned ") && around(words, text).1.starts_with(',');
    // "for refusing to show| up"
    let particle = PARTICLES.iter().any(|p| {
        around(words, text)
            .1
            .strip_prefix(p)
            .is_some_and(|r| r.starts_with([' ', '.', ',']))
    });
    // "the best player in District 6|-B"
    let glued = around(words, text)
        .1
        .starts_with(|c: char| matches!(c, '-' | '–' | '/') || c.is_alphanumeric());
    // "the first| took place"; "the set Monday night| (18 May)"
    let third = said.split(' ').nth(2).unwrap_or_default();
    let ellipsis = [
        "the first ",
        "the second ",
        "the other ",
        "the latter ",
        "the former ",
        "the last ",
    ]
    .iter()
    .any(|o| said.starts_with(o))
        && (word::is_verb(third) || word::is_past(third));
    let dated = last.ends_with("day") && last.starts_with(char::is_uppercase) || last == "night";
    // "its second| this year"
    let nth = matches!(
        last,
        "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "tenth"
    );
    hollow
        || particle
        || open
        || nth
        || glued
        || ellipsis
        || dated
        || turned
        || is_torn(words, time, text)
        || is_site(words, time, text)
        || is_thing(words, time, text)
        || words.start >= time.end && ends_in_verb(words, text)
        || pointing
        || missing
        || goes_on_to(around(time, text).1)
        || is_first_of(words, time, text)
        || is_second(words, time, text)
        || is_parted(words, time, text)
        || said.contains(" that ")
        || said.contains(" which ")
}

/// Whether words around a time say that it is not quite then, or then of something else: `almost |two years ago`,
/// `a couple of days before| a debate`.
fn is_shifted(time: Span, text: &str) -> bool {
    let (before, behind) = around(time, text);
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    // "possibly in 1849"
    let led = matches!(last, "in" | "on" | "at" | "by");
    let last = if led {
        before.trim_end().rsplit(' ').nth(1).unwrap_or_default()
    } else {
        last
    };
    let near = matches!(
        last,
        "almost"
            | "nearly"
            | "about"
            | "around"
            | "roughly"
            | "perhaps"
            | "maybe"
            | "possibly"
            | "probably"
            | "or"
    );
    let span = time.slice(text);
    let of = (span.ends_with(" before") || span.ends_with(" after"))
        && behind
            .strip_prefix(' ')
            .is_some_and(|b| b.starts_with(char::is_alphanumeric));
    near || of || before.ends_with('/')
}

/// Particles that belong to a verb right before them: `show| up`.
const PARTICLES: [&str; 7] = [" up", " out", " off", " over", " down", " back", " away"];

/// Whether a time is what something is for, and no time when it happened: `a plan for |next year|`, not `set for May`.
fn is_meant_for(before: &str) -> bool {
    let mut words = before.trim_end().rsplit(' ');
    let of = words.next().is_some_and(|w| w == "for");
    let set = ["scheduled", "set", "planned", "due", "slated", "expected"];
    of && !words.next().is_some_and(|w| set.contains(&w))
}

/// Whether a clause before its time begins within a phrase: `a deal that |the board| …`, `the Post/|ABC poll`.
fn is_torn(words: Span, time: Span, text: &str) -> bool {
    let said = words.slice(text);
    let before = around(words, text).0;
    let last = before
        .trim_end()
        .rsplit([' ', '\n'])
        .next()
        .unwrap_or_default();
    let clause = words.end <= time.start && said.contains(' ') && word::has_verb(said);
    let lower = last.starts_with(char::is_lowercase) && last.ends_with(char::is_alphabetic);
    clause && (lower && !word::may_open(last) || last.ends_with('/'))
}

/// Whether a purpose follows the time: `was chosen in 1830| to be`, `used it yesterday| really to mock`.
fn goes_on_to(behind: &str) -> bool {
    let mut words = behind.strip_prefix(' ').unwrap_or_default().split(' ');
    let first = words.next().unwrap_or_default();
    first == "to"
        || first == "that"
        || (first.ends_with("ly") || first == "just") && words.next() == Some("to")
}

/// Whether the words before a year in brackets are no work but where one was: `degrees from |Oslo University| (1910)`.
fn is_site(words: Span, time: Span, text: &str) -> bool {
    let bracket = text.get(words.end.get()..time.start.get()) == Some(" (");
    bracket && words.slice(text).split(' ').any(word::is_site)
}

/// Whether a noun is tied to its year and does not happen: `the 2017 |Aster Sedan|`, `the best managers| of 2019`.
fn is_thing(words: Span, time: Span, text: &str) -> bool {
    let said = words.slice(text);
    let of = text.get(words.end.get()..time.start.get()) == Some(" of ");
    let year = time.slice(text);
    let last_before = around(time, text).0.split_whitespace().next_back();
    let led = last_before.is_some_and(|w| LED.has(Key::of_word(w)));
    // "The October Film Haunt"
    let title = year.to_lowercase().starts_with("the ") && said.starts_with(char::is_uppercase);
    let plain = year.len() == 4 && year.starts_with(|c: char| c.is_ascii_digit());
    let ahead = (title || led && plain) && text.get(time.end.get()..words.start.get()) == Some(" ");
    let happens = said.split(' ').any(word::occurs);
    // "Monday's |best deals|"; "launched |a first form of its service| early this year"
    let gap = text
        .get(time.end.get()..words.start.get())
        .unwrap_or_default();
    let small = !said.contains(char::is_uppercase);
    let owned = words.start >= time.end && !gap.contains(',') && gap.len() < 4;
    let noun = owned && small && !word::has_verb(said) && !said.split(' ').any(word::is_past);
    let before_it = text
        .get(words.end.get()..time.start.get())
        .unwrap_or_default();
    let clause = word::has_verb(said)
        || said
            .split(' ')
            .any(|w| word::is_past(w) || word::may_be_verb(w));
    let is = before_it
        .split(' ')
        .any(|w| matches!(w, "is" | "was" | "are" | "were" | "will"));
    let doing = said.split(' ').any(|w| w.ends_with("ing"));
    let tied = of || is || doing || before_it == " " || before_it.starts_with(" (") || clause;
    let loose = words.end <= time.start && !tied;
    if noun && !happens || loose {
        return true;
    }
    (of && !said.starts_with(char::is_uppercase) || ahead) && !happens
}

/// Words before a year that is tied to the noun behind it.
static LED: Words = words!("the a an his her its their our my your");

/// Words that begin another clause.
static CLAUSES: Words =
    words!("since when after before until while that who which where because if");

/// Whether another clause stands between what is said and its time (`backed the treaty since it was signed in |1949`),
/// or the clause goes on behind them (`in 2014 the rule changed |to another`).
fn is_parted(words: Span, time: Span, text: &str) -> bool {
    let between = text.get(words.end.get()..time.start.get());
    let mut between = between.unwrap_or_default().split_whitespace();
    let on = [
        " to ", " than ", " that ", " as ", " into ", " who ", " which ", " the ",
    ];
    let named = words.slice(text).starts_with(char::is_uppercase);
    let of = !named && around(words, text).1.starts_with(" of ");
    between.any(|w| CLAUSES.has(Key::of_word(w)))
        || words.start >= time.end
            && (of
                || words.slice(text).contains(' ')
                    && on.iter().any(|o| around(words, text).1.starts_with(o)))
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

/// Words of a game that has quarters.
const GAME: [&str; 5] = ["halftime", "touchdown", "yards", "rebounds", "field goal"];

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
    // "led by ten points in the third quarter": of a game
    let game = span.ends_with("quarter") && GAME.iter().any(|w| sentence.contains(w));
    let slip = game || span.ends_with("this years") || span.ends_with("This years");
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
