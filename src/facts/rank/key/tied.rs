//! Whether a number belongs to what it is said to be about, by where that stands and what stands between.
//!
//! The nearest noun of a sentence often only gave, got, wanted or told of what the number measures. O(the fact's
//! sentence).

use super::counted::ends_in_name;
use super::tells::around;
use super::word;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Fact, Key, Kind, Number, Unit};

/// Whether what a number is about stands where it can belong to it: not behind it as the one who gave it (`$8 billion
/// from |the investor`) or had it (`30 works chosen by |the jury`), no piece of a longer name.
pub(super) fn belongs(fact: &Fact, number: &Number, text: &str) -> bool {
    let Some(subject) = fact.subject.filter(|s| !s.overlaps(fact.span)) else {
        return true;
    };
    let said = subject.slice(text);
    let (before, _) = around(subject, text);
    let joined = said.starts_with(char::is_uppercase)
        && before
            .strip_suffix(" and ")
            .and_then(|b| b.rsplit(' ').next())
            .is_some_and(|w| w.starts_with(char::is_uppercase));
    // What it is about may be said in another sentence, far away.
    let behind = fact.sentence.covers(subject) && subject.start >= fact.span.end;
    let between = if behind {
        text.get(fact.span.end.get()..subject.start.get())
    } else {
        None
    };
    let between = between.unwrap_or_default();
    let given = [" from ", " by ", " to ", " with "]
        .iter()
        .any(|w| between.contains(w));
    let counted = matches!(number.unit, Some(Unit::Words(_)));
    // "she will sign up 5 million people": no growth
    let particle = counted && around(fact.span, text).0.ends_with(" up ");
    // "more than $100 million for a fund behind |Hall|": of a name it says little what money it was
    let bare = fact.kind == Kind::Money && ends_in_name(said);
    // "sold 800 ships at |200 million|": of what, no noun says
    let second = number.unit.is_none()
        && text
            .get(subject.end.get()..fact.span.start.get())
            .is_some_and(|b| b.contains(|c: char| c.is_ascii_digit()));
    // "registration for shops that sell more than |$25,000|"
    let before_it = text
        .get(subject.end.get()..fact.span.start.get())
        .unwrap_or_default();
    let parted = fact.kind == Kind::Money
        && ["that", "who", "which", "when", "where"]
            .iter()
            .any(|w| before_it.split_whitespace().any(|b| b == *w));
    let apart = counted && !between.trim().is_empty() && !between.starts_with(" of ");
    let times = matches!(number.unit, Some(Unit::Words(unit)) if unit.slice(text) == "times");
    // "billions in pension| and health care costs"
    let half = behind && fact.kind == Kind::Money && around(subject, text).1.starts_with(" and ");
    let handed = fact.kind == Kind::Money
        && before_it
            .split_whitespace()
            .any(|w| GIVES.has(Key::of_word(w)));
    // "the index was |last trading| up 1 %": what it did
    let is = [" is ", " was ", " are ", " were "]
        .iter()
        .any(|w| before.ends_with(w));
    let does = is && said.ends_with("ing") && subject.end <= fact.span.start;
    // "keep |track| of 40 tools"
    let of = text.get(subject.end.get()..fact.span.start.get()) == Some(" of ");
    let lead = before.split_whitespace().next_back().unwrap_or_default();
    let idiom = of && !said.contains(' ') && IDIOMS.has(Key::of_word(lead));
    let far = idiom || does || !fact.sentence.covers(subject);
    let loose = particle || bare || parted || second || handed || half || far;
    !(joined || given || apart || times || loose || word::is_people(said))
}

/// Verbs that tie a figure to what they are said of.
static HAS: Words = words!(
    "cost costs costing total totals totaled totalled number numbers numbered reach reached reaches stand
     stands stood average averages averaged weigh weighs weighed measure measures measured account accounts
     accounted make makes made comprise comprises comprised represent represents constitutes contain contains
     contained include includes included hold holds held seats own owns employ employs employed worth valued
     estimated priced sold sell sells lasts lasted got get gets gotten left leave leaves carry carries carried
     carrying goes ended"
);
/// Parts of words that turn a figure up or down.
const MOVES: [&str; 33] = [
    "rose", "rise", "rising", "grew", "grow", "increas", "gain", "climb", "jump", "surg", "soar",
    "up", "added", "rais", "fell", "fall", "drop", "declin", "decreas", "down", "cut", "reduc",
    "lost", "lose", "slid", "slip", "tumbl", "plung", "plummet", "sank", "shr", "contract",
    "improv",
];

/// Whether a verb stands between a figure and what it is about that leaves open what the one has to do with the other:
/// `the miners |asked for| 40 seats`.
pub(super) fn is_done_by(fact: &Fact, number: &Number, text: &str) -> bool {
    let Some(subject) = fact.subject.filter(|s| s.end <= fact.span.start) else {
        return false;
    };
    // "60 attacks in the north and over 90 in the south": of the same things
    if matches!(number.unit, Some(Unit::Words(unit)) if unit == subject) {
        return false;
    }
    let between = text
        .get(subject.end.get()..fact.span.start.get())
        .unwrap_or_default();
    let bare = |w: &str| w.chars().all(|c| !c.is_alphanumeric());
    let words = || between.split_whitespace().filter(|w| !bare(w));
    let ties = words().any(ties_to);
    // "raised its |forecast| by 0.1 points to 1.8", "raised its |help| to the town by £20 million": up
    let moved = words()
        .next()
        .is_some_and(|w| matches!(w, "by" | "to" | "from" | "at"));
    let by = words().next_back() == Some("by");
    if moved {
        return by && number.change.is_none();
    }
    // "as the largest |donor| the town built 8 mills, cleared 265 fields"
    let digit = |w: &&str| w.contains(|c: char| c.is_ascii_digit());
    let joined = between.ends_with(" and ") || between.ends_with('(');
    let mut tail = words().rev().take_while(|w| !digit(w));
    if words().any(|w| digit(&w)) && !joined && !tail.any(ties_to) {
        return true;
    }
    let last = words()
        .rev()
        .find(|w| !SMALL.has(Key::of_word(w)) && !w.ends_with("ly"));
    let is = last.is_none_or(|w| {
        matches!(
            w,
            "is" | "are" | "was" | "were" | "be" | "been" | "has" | "have" | "had"
        )
    });
    !(ties && words().count() < 9 || is)
}

/// Whether a word ties a figure to what it is said of.
fn ties_to(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    HAS.has(Key::of_word(word)) || MOVES.iter().any(|m| word.starts_with(m))
}

/// Words that may stand between a verb and its figure.
static SMALL: Words =
    words!("of at to by a an the in only just now about around some than more as up for still");

/// Verbs that make a turn of speech with a bare noun: `keep track of`, `take care of`.
static IDIOMS: Words = words!(
    "keep keeps keeping kept take takes taking took make makes making made lose loses losing lost get gets have has"
);

/// Verbs that leave open whether what they are said of has the money behind them, or gave it.
static GIVES: Words = words!(
    "brought bring brings give gave given gives contributed contributes donated provided provides provide
     awarded lent pledged paid pay pays raise raised raises invested invest received receive receives offered
     handed"
);
