//! What a number is about.

use super::super::phrase::{Phrase, bare, before, follows_determiner, is_plural, object};
use super::super::predicate::{Predicate, governing, is_amount, is_bare};
use super::super::row::{Row, key};
use super::amount::Form;
use super::change;
use super::figure::{Figure, Measure};
use crate::facts::lexicon::grammar::{ADVERBS, CONJUNCTIONS, PREPOSITIONS, is_ly};
use crate::facts::lexicon::number::CHANGES;
use crate::facts::lexicon::{Words, words};
use crate::facts::model::Candidate;
use crate::facts::tag::Tag;
use crate::text::Span;

/// The thing that has so much or so many. In this order: the noun behind `of`; the noun that a measure stands before;
/// the noun that the number is said of right before it (`sales of 500 units`, `Price: $5`); the subject or object of the
/// verb that the number stands right behind. Nothing that is itself a time.
pub(super) fn told(row: &Row<'_>, figure: &Figure, times: &[Candidate]) -> Option<Span> {
    let no_time = |span: &Span| {
        !times
            .iter()
            .any(|t| t.span.contains(last_start(row, *span)))
    };
    let span = |phrase: Phrase| {
        let phrase = bare(row, phrase);
        row.span(phrase.from, phrase.to)
    };
    let noun = behind(row, figure);
    // "a 20 percent stake in the mine": of what
    let whole = noun
        .filter(|n| row.any(n.to - 1, PARTS) && row.any(n.to, words!("in of on for to from")))
        .and_then(|n| object(row, n.to + 1).map(|of| Phrase { to: of.to, ..n }))
        .map(span)
        .filter(|s| s.len() <= WHOLE && no_time(s));
    whole
        .or_else(|| noun.map(span))
        .filter(no_time)
        .or_else(|| said_of(row, figure).map(span).filter(no_time))
        .or_else(|| {
            // "the poll from September put him at 13%": its head is no time
            let begins = |s: &Span| no_time(s) || !times.iter().any(|t| t.span.contains(s.start));
            told_of(row, figure, times).map(span).filter(begins)
        })
}

/// The longest noun with what it is of, in bytes.
const WHOLE: usize = 60;
/// Nouns that say nothing without what they are of.
static PARTS: Words = words!(
    "share stake rate chance increase decrease rise fall drop decline gain loss jump cut reduction growth portion piece
     proportion level interest tariff tax surcharge surtax discount money support giving
     imports exports"
);

/// Where the last word of a span begins.
fn last_start(row: &Row<'_>, span: Span) -> crate::text::Pos {
    let after = row.tokens.partition_point(|t| t.span().start < span.end);
    let last = after.checked_sub(1).and_then(|i| row.get(i));
    last.map_or(span.start, |t| t.span().start)
}

/// The noun that stands behind the number and its unit.
fn behind(row: &Row<'_>, figure: &Figure) -> Option<Phrase> {
    let at = figure.to;
    let bare_number = figure.measure == Measure::Bare && figure.form != Form::Fraction;
    if row.key(at) == key!("of")
        && !bare_number
        && !figure.inherited
        && let Some(phrase) = object(row, at + 1)
    {
        return Some(phrase);
    }
    if bare_number && row.word(figure.number).contains('.') && row.is_lower(at) {
        return super::super::phrase::counted(row, at, false).filter(|p| p.to <= at + 3); // "a .322 average"
    }
    // "40% more upright than": how much, not of what
    let compared =
        |n: &Phrase| row.any(n.from, words!("more less")) && row.key(n.to) == key!("than");
    // "a thousand-strong crowd": what stands behind a compound, and not what it is made of
    let compound = figure.noun.is_some_and(|n| n.from >= figure.to);
    let counts = matches!(figure.measure, Measure::Counted) && !compound;
    if !counts
        && figure.measure != Measure::Bare
        && let Some(noun) = figure
            .noun
            .filter(|n| !row.any(n.to - 1, words!("north south east west")) && !compared(n))
            .and_then(|n| measured(row, figure, n))
    {
        return Some(noun);
    }
    let money = matches!(figure.measure, Measure::Money(_));
    // "a loss of $3 million on revenue of $9 million", "$2.52 a share on revenue"
    let set_off = row.key(at) == key!("on")
        && (row.any(at + 1, words!("revenue revenues sales"))
            || row.key(figure.from.wrapping_sub(1)) == key!("of"));
    if money
        && !set_off
        && (row.any(at, words!("for on worth"))
            || row.key(at) == key!("in") && row.key(at + 1) != key!("the"))
    {
        let of = usize::from(row.key(at) == key!("worth") && row.key(at + 1) == key!("of"));
        let thing = object(row, at + 1 + of).filter(|_| row.is_lower(at + 1 + of));
        return thing.filter(|p| !row.any(p.to - 1, LENGTHS));
    }
    None
}

/// The phrase behind a measure that may be what it measures, without a word behind its noun (`the 100 ton barrier |right|
/// away`); none that is what is done with it (`5 percent prefer …`), who tells of it (`the $20 million experts say it
/// costs`), what it is (`100 percent wrong`).
fn measured(row: &Row<'_>, figure: &Figure, mut noun: Phrase) -> Option<Phrase> {
    let alone = noun.to == noun.from + 1 && follows_determiner(row, figure.from);
    let does = row.tag(noun.from) == Some(Tag::Verb)
        && !alone
        && !row.word(noun.from).ends_with("ed")
        && !row.word(noun.from).ends_with("ing");
    let last = noun.to - 1;
    let led = follows_determiner(row, figure.from);
    let quality = row.tag(last) == Some(Tag::Adv) && noun.to > noun.from + 1
        || matches!(row.tag(last), Some(Tag::Adj | Tag::Adv)) && !led;
    if quality && row.is_lower(last) {
        noun.to -= 1;
    }
    let tells = row.any(
        noun.to,
        words!(
            "say says said think thinks thought believe believes estimate estimates reckon argue call"
        ),
    );
    let dated = row.word(noun.from).starts_with("year-");
    (noun.to > noun.from && !does && !tells && !dated).then_some(noun)
}

/// What one pays for long, and is not what one pays for.
static LENGTHS: Words =
    words!("minutes hour hours day days night nights week weeks month months year years");

/// The noun right before the number that it is said of.
fn said_of(row: &Row<'_>, figure: &Figure) -> Option<Phrase> {
    let at = figure.from.checked_sub(1)?;
    if figure.measure == Measure::Age {
        return row.sign(at, ",").then(|| before(row, at)).flatten();
    }
    if row.any(
        at.wrapping_sub(1),
        words!("percent cent percentage matter total"),
    ) {
        return None;
    }
    if row.key(at) == key!("of") || row.sign(at, ":") || row.key(at) == key!("worth") {
        return before(row, at).map(|noun| behind_verb(row, noun));
    }
    let limit = row.key(figure.from) == key!("as") || row.any(figure.from, words!("up"));
    let noun = matches!(row.tag(at), Some(Tag::Noun)) && row.is_lower(at);
    if limit && noun && !matches!(figure.measure, Measure::Bare | Measure::Counted) {
        return before(row, at + 1); // "damages as high as $5 billion"
    }
    let particle = row.any(at, words!("up down"));
    if particle && !matches!(figure.measure, Measure::Bare | Measure::Counted) {
        return before(row, at);
    }
    None
}

/// The phrase without a plural and the verb behind it that it begins with: `airlines demand |improvements of 15 %`.
fn behind_verb(row: &Row<'_>, noun: Phrase) -> Phrase {
    let verb = (noun.from + 1..noun.to.saturating_sub(1)).find(|&i| {
        is_plural(row, i - 1)
            && row.is_lower(i - 1)
            && row.is_lower(i)
            && !is_plural(row, i)
            && VERBAL.has(row.key(i))
    });
    verb.map_or(noun, |verb| Phrase {
        from: verb + 1,
        ..noun
    })
}

/// Verbs that are nouns too.
static VERBAL: Words = words!(
    "demand want need plan report claim estimate offer promise seek expect face show cost target request order pledge
     forecast project"
);

/// Words that may stand between a verb and its number.
static BETWEEN: Words = words!(
    "a an the some another record total combined up down out about around as high low much many us it him her them me
     you aged"
);

/// What the verb before the number says it of: its subject where the number stands right behind it (`sales rose to 500
/// units`, `the town has 40 schools`), its object where that stands between (`cut emissions by 40 percent`).
fn told_of(row: &Row<'_>, figure: &Figure, times: &[Candidate]) -> Option<Phrase> {
    if let Some(comma) = behind_comma(row, figure) {
        let told = governing(row, comma).filter(|p| !p.nested)?;
        return named(row, told);
    }
    let told = governing(row, figure.from).filter(|p| !p.nested)?;
    let there = words!("there there's there'll there'd");
    if (told.subject.into_iter()).any(|s| row.any(s.from, there)) {
        return None;
    }
    let (from, to) = (told.group.to, figure.from);
    if is_content(row, figure, told) {
        return None;
    }
    let in_time = |i: usize| {
        let here = |i: usize| {
            row.get(i)
                .is_some_and(|t| times.iter().any(|time| time.span.contains(t.span().start)))
        };
        here(i) || row.any(i, words!("in on for since during")) && here(i + 1)
    };
    let small = |i: usize| {
        row.any(i, ADVERBS)
            || row.any(i, BETWEEN)
            || row.is_lower(i) && is_ly(row.word(i))
            || is_amount(row, i)
            || ["\"", "“"].iter().any(|s| row.sign(i, s))
            || in_time(i)
    };
    let link = words!("by to from at of between worth");
    let linked = |i: usize| {
        row.any(i, link)
            || i == from && row.key(i) == key!("with")
            || matches!(figure.measure, Measure::Money(_) | Measure::Unit)
                && row.any(i, words!("for"))
    };
    if (from..to).all(|i| small(i) || linked(i)) {
        return named(row, told).or_else(|| shared(row, told));
    }
    let last = (from..to).rev().find(|&i| !small(i))?;
    let sold = row.key(last) == key!("for") && matches!(figure.measure, Measure::Money(_));
    if !sold && !row.any(last, words!("by to from at")) {
        return None;
    }
    let turns = change::is_change(row, told.group);
    let measured = !matches!(figure.measure, Measure::Counted | Measure::Bare);
    let brings = sold || row.key(last) == key!("to") && measured;
    if (turns || brings)
        && let Some(object) = object(row, from).filter(|o| o.to <= last && !small(o.to - 1))
    {
        return row.any(last, words!("by to from for")).then_some(object);
    }
    // "sales in the north grew in the second quarter by 5 percent", "the angle was as steep at 37 degrees"
    let one = (from..last).filter(|&i| !small(i)).count() == 1;
    let aside = row.any(from, PREPOSITIONS) && turns || is_bare(row, told.group) && one;
    if aside { named(row, told) } else { None }
}

/// Whether what the verb governs is what is said, and no number of the one who says it: `the mayor has said |about 20
/// people| asked for it`, `the plan would leave it at |35 percent`.
fn is_content(row: &Row<'_>, figure: &Figure, told: Predicate) -> bool {
    let (from, to) = (told.group.to, figure.from);
    let named = row.any(from - 1, NOTICES) && figure.measure == Measure::Counted;
    let done = figure.measure == Measure::Counted
        && row.key(to.wrapping_sub(1)) == key!("by")
        && !row.any(from - 1, words!("inhabited populated separated divided"))
        && !change::is_change(row, told.group);
    // "killed a 13-year-old": not how old the killer is
    let aged = row.word(figure.to - 1).ends_with("old")
        && figure.noun.is_none()
        && !is_bare(row, told.group);
    let says = row.any(
        from - 1,
        words!("said say says claimed claims believe believes think thinks thought knew know knows argued argues"),
    );
    let of_it = to > from + 1
        && row.any(from, words!("it them"))
        && row.any(from + 1, words!("at to by from"));
    says && from == to || named || done || aged || of_it
}

/// Verbs whose subject has none of the people or things that stand behind them.
static NOTICES: Words = words!(
    "interviewed interview interviews surveyed polled asked questioned examined studied want wants wanted expect expects
     expected need needs needed seek seeks sought affect affects affected reported reports found finds recorded counted
     tallied listed"
);

/// The comma before a number that adds to its clause: `…, up 57%`, `…, a 4.2 percent drop`.
fn behind_comma(row: &Row<'_>, figure: &Figure) -> Option<usize> {
    let mut at = figure.from;
    let turn = row.any(at, words!("up down"));
    if !turn && at > 0 && row.any(at - 1, words!("up down a an")) {
        at -= 1;
    }
    let drop = (figure.to..figure.to + 2).any(|i| CHANGES.get(row.key(i)).is_some());
    let adds = row.any(at, words!("up down")) || row.any(at, words!("a an")) && drop;
    at.checked_sub(1)
        .filter(|&comma| adds && row.sign(comma, ","))
}

/// The subject of a predicate; of a pronoun in what somebody says of himself, that somebody: `the firm said it has …`.
fn named(row: &Row<'_>, told: Predicate) -> Option<Phrase> {
    let subject = told.subject?;
    if told.named {
        return Some(subject);
    }
    if !row.any(subject.from, words!("it he she they")) {
        return None;
    }
    let that = subject
        .from
        .checked_sub(1)
        .filter(|&i| row.key(i) == key!("that"));
    let end = that.unwrap_or(subject.from);
    let outer = governing(row, end).filter(|o| o.group.to == end && o.named && !o.nested)?;
    outer.subject
}

/// The subject that a verb behind `and` shares with the verb before: `the car is light and offers 536 hp`.
fn shared(row: &Row<'_>, told: Predicate) -> Option<Phrase> {
    let join = told
        .group
        .from
        .checked_sub(1)
        .filter(|&i| row.any(i, words!("and but")))?;
    let comma = usize::from(join > 0 && row.sign(join - 1, ","));
    let outer = governing(row, join - comma).filter(|o| o.named && !o.nested)?;
    // "it hurts sales as |investors| wait, but would add $84 billion"
    outer.subject.filter(|s| {
        let before = s.from.wrapping_sub(1);
        s.from == 0 || !row.any(before, CONJUNCTIONS) || row.any(before, words!("and but that"))
    })
}

/// The thing counted, with what it is made of.
pub(super) fn counted(row: &Row<'_>, figure: &Figure) -> Option<Span> {
    if figure.measure != Measure::Counted || figure.inherited {
        return None;
    }
    let noun = figure.noun?;
    Some(row.span(noun.from, noun.to))
}
