//! Whether a number says what it counts or measures, all of it, and which way it goes.
//!
//! A figure is easily tied to the wrong thing of its sentence; what is in doubt is not marked. O(the fact's sentence).

use super::frame::is_framed;
use super::tells::{around, is_first, reads_whole};
use super::tied::{belongs, is_done_by};
use super::word;
use crate::facts::lexicon::grammar::PREPOSITIONS;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Fact, Key, Kind, Number, Unit};
use crate::text::{Span, floor_boundary};

/// Whether a number says what it counts or measures.
pub(super) fn number_tells(fact: &Fact, number: &Number, text: &str) -> bool {
    let subject = fact.subject.filter(|s| !s.overlaps(fact.span));
    let about = subject.map(|s| s.slice(text));
    let counted = fact.subject.filter(|s| fact.span.covers(*s));
    // "180 pounds", "twenty working days": of what?
    let counts =
        counted.is_some_and(|s| !ends_in_unit(s.slice(text)) && !ends_in_letter(s.slice(text)));
    let told = about.is_some_and(|a| !is_poor(a)) || about.is_none() && counts;
    told && !is_torn(fact, number, text)
        && !is_framed(fact, number, text)
        && !subject.is_some_and(|s| is_cut(s, text) || is_open(fact, s, text))
        && !fact.subject.is_some_and(|s| ends_in_verb(s, text))
        && (fact.kind != Kind::Quantity || counts_things(fact, number, text))
        && !is_turned(fact, number, text)
        && !is_done_by(fact, number, text)
        && !fact.sentence.slice(text).trim_end_matches(['”', '"', ' ']).ends_with('?')
        && belongs(fact, number, text)
        && weighs(fact, number, counts, text)
        // "28 days · Hall": of a name it says little what lasts so long
        && (about.is_some_and(|a| !ends_in_name(a)) || !lasts(number, text))
}

/// Whether what a number is about says nothing: `total`, `You'll`, `kind of genius`.
fn is_poor(about: &str) -> bool {
    let last = about.rsplit(' ').next().unwrap_or_default();
    EMPTY.has(Key::of_word(about))
        || ends_in_unit(about)
        || about.chars().count() < 2
        || !reads_whole(about)
        || is_doing(about)
        || !word::ends_in_noun(about)
        || !word::may_be_noun(last)
        || word::is_pronoun(about)
        // "14-year-old daughter attends", "subject of 60 percent of the talk"
        || about.contains(' ') && word::is_verb(last)
        || about.contains(['%', '$']) || about.contains("percent")
        || word::is_numeral(about)
        || ["kind of ", "sort of ", "type of "]
            .iter()
            .any(|k| about.starts_with(k))
}

/// Whether the last of some words is the verb of the clause and no noun: `19 % of |marketers plan| to …`, `the |score
/// places| it …`.
pub(super) fn ends_in_verb(words: Span, text: &str) -> bool {
    let said = words.slice(text);
    let behind = around(words, text).1.strip_prefix(' ').unwrap_or_default();
    let next = behind.split([' ', ',', '.']).next().unwrap_or_default();
    let last = said.rsplit(' ').next().unwrap_or_default();
    said.contains(' ') && word::may_be_verb(last) && FOLLOWS.has(Key::of_word(next))
}

/// Whether what stands right behind a figure is a noun in one of its first parts: `the $165 |holiday| advertised rate`,
/// `a 22 kW |second| charger`.
fn is_open(fact: &Fact, about: Span, text: &str) -> bool {
    let behind = around(about, text).1;
    let next = behind
        .strip_prefix(' ')
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    // "a complaint |filed by| the town", but "a holiday |advertised| rate"
    let led = behind
        .split(' ')
        .nth(2)
        .is_some_and(|w| PREPOSITIONS.has(Key::of_word(w)));
    let said = about.slice(text);
    let single = !said.ends_with('s') && said.ends_with(char::is_lowercase);
    about.start >= fact.span.end
        && single
        && next.starts_with(char::is_lowercase)
        && !(word::may_close(next) || led && next.ends_with("ed"))
}

/// Words that stand behind a verb more often than behind a noun.
static FOLLOWS: Words = words!(
    "i he she they we it them him her us me you the a an this that these those its their his our to how why what bright more less"
);

/// Whether what a number is about goes on behind its words: `an average tax| cut of $500`, `the $700 billion bail| out`.
fn is_cut(about: Span, text: &str) -> bool {
    let behind = around(about, text).1;
    is_first(about, text)
        || ["'s ", "’s ", " cut ", " out ", " off ", " among "]
            .iter()
            .any(|w| behind.starts_with(w))
}

/// What goes on with a number so that it is not all of it: `a quarter |of a million`, `40 % |more than`.
const ON: [&str; 20] = [
    " or less",
    " or more",
    " or higher",
    " or lower",
    " or fewer",
    " or above",
    " or below",
    "×",
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
/// What makes of a number a part of one before: `645 beds, 36 |of which are for children`.
const WHICH: [&str; 5] = [
    " of which",
    " of whom",
    " of them",
    " of these",
    " of those",
];

/// Whether a number is a piece: of a longer figure, of a ratio (`eight of |10 limes`), of a measure (`34|" panel`).
fn is_torn(fact: &Fact, number: &Number, text: &str) -> bool {
    let (before, behind) = around(fact.span, text);
    let elsewhere = fact.subject.is_some_and(|s| !s.overlaps(fact.span));
    let inches = number.unit.is_none() && behind.starts_with(['"', '”']);
    let glued =
        behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '′' | '″' | '°' | '+'));
    let shares = [
        "quarter of ",
        "half of ",
        "third of ",
        "tenth of ",
        " per ",
        " every ",
        " than ",
        "Under ",
    ];
    let of = before
        .trim_end()
        .strip_suffix(" of")
        .and_then(|b| b.split_whitespace().next_back());
    let size = before.ends_with(['×', '/', '=', '~']);
    inches
        || glued
        || size
        || is_rest(before)
        || number.change.is_some() && fact.kind == Kind::Money && before.ends_with(" for ")
        || shares.iter().any(|s| before.ends_with(s))
        || of.is_some_and(word::is_numeral)
        || ON.iter().any(|o| behind.starts_with(o))
        || elsewhere && WHICH.iter().any(|w| behind.starts_with(w))
}

/// Whether the first part of a length stands before a number: `5 hours |45 minutes|`.
fn is_rest(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let unit = words.next().is_some_and(ends_in_unit);
    before.ends_with(' ') && unit && words.next().is_some_and(word::is_numeral)
}

/// Whether a figure is worth a mark: not `two men`, not `a mean of 20.35`, not one whose thing stands with another.
fn weighs(fact: &Fact, number: &Number, counts: bool, text: &str) -> bool {
    let span = fact.span.slice(text);
    let whole = number.number.fract() == 0.0;
    let measured = matches!(number.unit, Some(Unit::Name(_)));
    let most = number.to.unwrap_or(number.number).abs();
    let few = fact.kind == Kind::Quantity && most < 10.0 && whole && !measured;
    if few && (fact.mentions.len() < 2 || most < 2.0) {
        return false;
    }
    // "a mean of 20.35", "1.428,000": figures of a table, or none that can be read
    let digits = span.trim_end_matches(|c: char| !c.is_ascii_digit());
    let point = digits.find('.').map(|at| digits.split_at(at).1);
    let odd = point.is_some_and(|rest| rest.contains(','));
    let bare = !measured && fact.kind == Kind::Quantity && !counts;
    let lone = bare && (!whole || digits.contains('.')) && !span.contains(' ');
    // "rated 3.5 Good", "the panel of 15-fd1035cl": no things
    let rated = counts && !measured && !whole && most < 100.0 && !span.contains("illion");
    let code = span.split(' ').any(|w| {
        w.contains('-')
            && w.trim_end_matches(char::is_alphabetic)
                .ends_with(|c: char| c.is_ascii_digit())
            && w.contains(char::is_alphabetic)
    });
    // "10,000 and as many as 300,000 people": what it counts is said with the other figure
    !(odd || rated || code || lone || bare && is_paired(around(fact.span, text).1))
}

/// How far before a number a word may stand that turns it, in bytes.
const BEFORE: usize = 60;
/// Parts of words that turn the number behind them.
const TURNS: [&str; 20] = [
    "axe", "slash", "scrap", "wipe", "reduc", "declin", "drop", "fell", "fall", "decreas",
    "shrink", "shrank", "shrunk", "eliminat", "lose", "loss", "lost", "lower", "short of",
    "cutting",
];

/// Whether a word before the number turns it, and nothing that is shown says so: `a reduction in income of $2 billion`,
/// `from 10% to 25%`.
fn is_turned(fact: &Fact, number: &Number, text: &str) -> bool {
    let (before, behind) = around(fact.span, text);
    let from =
        floor_boundary(before, before.len().saturating_sub(BEFORE)).max(fact.sentence.start.get());
    let near = before.get(from..).unwrap_or_default();
    let clause = near.rsplit([';', ',']).next().unwrap_or_default();
    let shown = fact.subject.map(|s| s.slice(text)).unwrap_or_default();
    let turned = number.change.is_none()
        && TURNS
            .iter()
            .any(|t| clause.contains(t) && !shown.contains(t));
    let ahead = behind
        .get(..floor_boundary(behind, BEFORE))
        .unwrap_or_default();
    let mut to = ahead.split(" to ").skip(1);
    let figure = |t: &str| t.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    let risen = near.ends_with(" from ") && to.any(figure);
    turned || risen
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

/// What says nothing of a number: `£20 in total`.
static EMPTY: Words = words!(
    "discount equivalent tune plunge surge slump climb share stake rate chunk stuff figure level proportion gain increase
     decrease decline drop rise fall jump cut chance portion piece excuse thousands hundreds millions dozens dollars dollar euros pounds prior mark
     down value days day hours years months people things total all sum average time way lot part number
     amount year end"
);

/// Whether the last word is a letter, as in a formula.
fn ends_in_letter(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    last.chars().count() < 2
}

/// Whether the last word is a unit of time, way or weight.
fn ends_in_unit(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    matches!(
        last.to_lowercase().trim_end_matches('s'),
        "second"
            | "minute"
            | "hour"
            | "day"
            | "week"
            | "month"
            | "time"
            | "shilling"
            | "light-year"
            | "cent"
            | "tsp"
            | "tbsp"
            | "teaspoon"
            | "tablespoon"
            | "cup"
            | "oz"
            | "ounce"
            | "cu.ft"
            | "sq.ft"
            | "lb"
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
pub(super) fn ends_in_name(words: &str) -> bool {
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
