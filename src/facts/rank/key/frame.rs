//! Whether the clause around a figure takes away from what it says: denies it, supposes it, says how often, gives it as
//! one of two or as what another figure is compared with.
//!
//! A figure is shown without its clause, so a clause that turns it may not be lost. O(the fact's sentence).

use super::tells::around;
use super::word;
use crate::facts::lexicon::grammar::PREPOSITIONS;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Approx, Fact, Key, Kind, Number, Unit};
use crate::text::floor_boundary;

/// Words that deny what stands behind them in their clause.
static DENIALS: Words = words!("not never no nobody none without neither nor cannot");
/// Words behind which a sentence only supposes.
static SUPPOSES: Words =
    words!("hope hopes hoped wish goal if unless suppose imagine whether let's");
/// Words right before a figure that hedge it, deny it or point back at it.
static HEDGES: Words = words!(
    "perhaps maybe possibly supposedly allegedly reportedly incorrectly falsely wrongly those these another or"
);
/// Verbs and words right before a figure that say it is more or less than that.
static BOUNDS: Words = words!(
    "exceed exceeds exceeded exceeding top tops topped topping surpass surpasses surpassed approach approaches
     approached approaching near nears neared nearing past"
);
/// What a figure is a part of, or is compared with.
const COMPARED: [&str; 13] = [
    " compared to the ",
    " compared with the ",
    " compared to only ",
    " compared with ",
    " compared to ",
    " versus ",
    " vs. ",
    " instead of ",
    " opposed to ",
    " percent of ",
    "% of ",
    " cent of ",
    " or by ",
];
/// How far behind a figure it may be said how often, in bytes.
const OFTEN: usize = 70;

/// Whether the clause takes away from what a figure says.
pub(super) fn is_framed(fact: &Fact, number: &Number, text: &str) -> bool {
    let (before, behind) = around(fact.span, text);
    let lead = before.get(fact.sentence.start.get().min(before.len())..);
    let lead = lead.unwrap_or_default();
    let rest = behind.get(..fact.sentence.end.get().saturating_sub(fact.span.end.get()));
    let rest = rest.unwrap_or_default();
    let last = lead.trim_end().rsplit(' ').next().unwrap_or_default();
    let bound = number.approx == Approx::Exact && BOUNDS.has(Key::of_word(last));
    let between = last == "and" && lead.contains("between ");
    is_denied(lead)
        || lead
            .split([' ', '“', '"', '('])
            .any(|w| SUPPOSES.has(Key::of_word(w)))
        || HEDGES.has(Key::of_word(last))
        || bound
        || between
        || COMPARED.iter().any(|c| lead.ends_with(c))
        || lead.ends_with(['-', '–', '‐'])
        || lead.ends_with("- to ")
        || recurs(rest)
        || rest
            .strip_prefix(" or ")
            .is_some_and(|or| or.split(' ').next().is_some_and(word::is_numeral))
        || matches!(number.unit, Some(Unit::Words(unit)) if fact.span.covers(unit))
            && is_shared(rest)
        || is_numbered(fact, before, text)
}

/// Whether a clause that ends with these words denies what follows: `would not open |a $10 trillion hole`.
fn is_denied(lead: &str) -> bool {
    let clause = lead
        .rsplit([',', ';', ':', '“', '"', '—', '–', '('])
        .next()
        .unwrap_or_default();
    let clause = clause.rsplit(" but ").next().unwrap_or_default();
    let mut words = clause.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let also = words
            .peek()
            .is_some_and(|w| matches!(*w, "only" | "just" | "long" | "later" | "doubt"));
        let denies =
            DENIALS.has(Key::of_word(word)) || word.ends_with("n't") || word.ends_with("n’t");
        if denies && !also {
            return true;
        }
    }
    false
}

/// Whether a number may be the end of a name: `the showroom in Mill Road |15 features| a lamp`.
fn is_numbered(fact: &Fact, before: &str, text: &str) -> bool {
    let last = before
        .strip_suffix(' ')
        .and_then(|b| b.split_whitespace().next_back());
    let small = |w: &str| PREPOSITIONS.has(Key::of_word(w)) || w.len() < 2;
    let name = last.is_some_and(|w| {
        w.starts_with(char::is_uppercase) && w.ends_with(char::is_alphabetic) && !small(w)
    });
    let digits = fact
        .span
        .slice(text)
        .starts_with(|c: char| c.is_ascii_digit());
    let opening = before.len() - last.map_or(0, str::len) <= fact.sentence.start.get() + 1;
    fact.kind == Kind::Quantity && digits && name && !opening
}

/// Whether it is said behind a figure that it is so many each time: `20 veterans die |each day`.
fn recurs(rest: &str) -> bool {
    let near = rest.get(..floor_boundary(rest, OFTEN)).unwrap_or_default();
    let clause = near
        .split([',', ';', ':', '(', '—', '–'])
        .next()
        .unwrap_or_default();
    let mut before = "";
    let mut words = clause.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let next = words
            .peek()
            .map_or("", |w| w.trim_end_matches(['.', '”', '"']));
        let time = matches!(
            next,
            "day" | "week" | "month" | "year" | "hour" | "night" | "season" | "game"
        );
        let each = matches!(word, "each" | "per") || word == "every" && next != "day";
        let a = word == "a"
            && time
            && !matches!(
                before,
                "in" | "for"
                    | "than"
                    | "about"
                    | "of"
                    | "within"
                    | "after"
                    | "half"
                    | "over"
                    | "once"
                    | "such"
            );
        let often = matches!(
            word.trim_end_matches(['.', '”', '"']),
            "daily" | "weekly" | "monthly" | "annually" | "yearly" | "apiece"
        );
        if each || a || often {
            return true;
        }
        before = word;
    }
    false
}

/// Whether what is counted goes on with another noun: `88 generals |and admirals`.
fn is_shared(rest: &str) -> bool {
    // "62 firms|, companies and unions"
    if let Some(list) = rest.strip_prefix(", ") {
        let mut words = list.split(' ');
        let (first, second) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        let item = first.trim_end_matches(',');
        let next = first.ends_with(',') || matches!(second, "and" | "or");
        return next && item.ends_with('s') && word::is_plain(item);
    }
    let Some(rest) = rest
        .strip_prefix(" and ")
        .or_else(|| rest.strip_prefix(" or "))
    else {
        return false;
    };
    let mut words = rest
        .split(' ')
        .map(|w| w.trim_end_matches([',', '.', ';', ')', '”', '"']));
    let (first, second) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let plural = |w: &str| w.ends_with('s') && word::is_plain(w);
    !word::is_numeral(first)
        && (plural(first)
            || plural(second) && !word::is_verb(first) && !matches!(first, "its" | "his"))
}
