//! Two different values for the same thing in the same scope: flagged on both, so that the reader may judge.
//!
//! Precision before recall. Two numbers conflict only if they have the same kind, unit and head noun with the same
//! narrowing words, hold for the same place and time as far as either says, are both levels or both the same change,
//! differ by more than their approximators allow, and stand in clauses whose other words are the same. What
//! counts a part, another portion, or one of several (`another 50`, `50 of the 90`, `each`) takes no part; nor do two
//! numbers of one sentence, which sets them against each other on purpose.

use rustc_hash::FxHashMap;

use super::group::{Detail, Gathered, digits};
use super::subject::Subject;
use crate::facts::lexicon::grammar::{CLAUSE_WORDS, PASTS};
use crate::facts::lexicon::number::UNITS;
use crate::facts::lexicon::small::SMALL;
use crate::facts::lexicon::{Words, words};
use crate::facts::{
    Approx, Fact, FactId, Key, Kind, Number, Sentences, Shape, Tag, Token, Unit, Value,
};
use crate::text::{Pos, Span};

/// How many facts about the same thing are compared with a new one, the latest ones.
const COMPARED: usize = 12;
/// A thing with more values than this is told apart by something that is not seen here.
const MANY: usize = 6;

/// Words beside a number that make it another portion, a part or a rate.
static PORTIONS: Words = words!(
    "another other others additional further extra more less fewer remaining rest first second third last \
     next previous former each every per half quarter most some few both neither only once again \
     initially originally earlier later then previously formerly now today currently meanwhile \
     subsequently alone day hour week month year minimum maximum average record between until by"
);

/// Words that begin a thing not spoken of before.
static INDEFINITE: Words = words!("a an one some another each every any");

/// Verbs of saying, behind which what is said begins.
static SAYS: Words = words!(
    "said says say told announced reported reports claimed claims estimated estimates found finds wrote writes stated \
     states confirmed confirms believes insists insisted admitted puts showed shows"
);

/// Words that set a condition, or a place that is one of several.
static CONDITIONS: Words = words!("if unless whether when whenever where wherever");

/// Verbs of harm.
static HARM: Words = words!(
    "killed injured wounded hurt died dead destroyed damaged drowned displaced burned burnt sank collapsed"
);

/// Flags conflicts on both sides. Facts are sorted by span. Linear in the facts.
pub(super) fn flag(analysis: &Sentences<'_>, gathered: &mut Gathered) {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut about: FxHashMap<(Kind, u64, Key), Vec<usize>> = FxHashMap::default();
    for (i, fact) in gathered.facts.iter().enumerate() {
        if let Some(key) = key(analysis, fact, gathered.detail(i)) {
            about.entry(key).or_default().push(i);
        }
    }
    let mut lists: Vec<Vec<usize>> = about.into_values().collect();
    lists.sort_unstable();
    for list in &lists {
        for (n, &i) in list.iter().enumerate() {
            let from = n.saturating_sub(COMPARED);
            for &j in list.get(from..n).unwrap_or_default() {
                let fact = |at| Some((gathered.facts.get(at)?, gathered.detail(at)));
                if let (Some(a), Some(b)) = (fact(j), fact(i))
                    && conflict(analysis, a, b)
                    && list.len() <= MANY
                {
                    pairs.push((j, i));
                }
            }
        }
    }
    pairs.sort_unstable();
    for (a, b) in pairs {
        for (own, other) in [(a, b), (b, a)] {
            if let Some(fact) = gathered.facts.get_mut(own) {
                fact.conflicts.push(FactId::new(other));
            }
        }
    }
    for fact in &mut gathered.facts {
        fact.conflicts.sort_unstable();
        fact.conflicts.dedup();
    }
}

/// What two facts must share to be about the same thing; none for facts that take no part.
fn key(analysis: &Sentences<'_>, fact: &Fact, detail: &Detail) -> Option<(Kind, u64, Key)> {
    let Value::Number(number) = &fact.value else {
        return None;
    };
    let unit = match number.unit {
        Some(Unit::Name(name)) => u64::from(Key::of(name).get()),
        _ => 0,
    };
    let head = thing(analysis, fact, detail).head?;
    let compound = analysis.slice(fact.span).contains('-') && fact.kind == Kind::Quantity;
    let apart = compound || is_portion(analysis, fact) || is_conditional(analysis, fact);
    (!apart && is_said(analysis, fact)).then_some((fact.kind, unit, head))
}

/// What is compared: the things that a number counts; where it counts none, what it is about. Whoever tells of the things,
/// they are the same.
fn thing(analysis: &Sentences<'_>, fact: &Fact, detail: &Detail) -> Subject {
    let counted = match &fact.value {
        Value::Number(Number {
            unit: Some(Unit::Words(span)),
            ..
        }) if fact.kind == Kind::Quantity => Some(*span),
        _ => None,
    };
    let measure = |span: &Span| {
        let tokens = analysis.tokens_in(*span);
        tokens.last().is_none_or(|t| UNITS.has(t.key))
    };
    counted.filter(|span| !measure(span)).map_or_else(
        || detail.subject.clone(),
        |span| Subject::at(analysis, span),
    )
}

/// Whether the words of the number or beside it make it a part or another portion. Percentages are parts of something
/// by nature.
fn is_portion(analysis: &Sentences<'_>, fact: &Fact) -> bool {
    let beside = |token: &Token| PORTIONS.has(token.key);
    let inside = analysis.tokens_in(fact.span);
    let share = fact.kind == Kind::Percent;
    let of = !share && inside.iter().any(|t| t.key == Key::of("of"));
    let near = Pos(fact.span.start.0.saturating_sub(24));
    let before = Span {
        start: fact.sentence.start,
        end: fact.span.start,
    };
    let after = Span {
        start: fact.span.end,
        end: fact.span.end.plus(16).min(fact.sentence.end),
    };
    let tail = analysis.tokens_in(after);
    let part = !share && tail.first().is_some_and(|t| t.key == Key::of("of"));
    let ahead = analysis.tokens_in(before);
    of || part
        || inside.iter().any(beside)
        || (ahead.iter().rev().take(2))
            .filter(|t| t.span().start >= near)
            .any(beside)
        || tail.iter().take(2).any(beside)
}

fn conflict(
    analysis: &Sentences<'_>,
    (a, da): (&Fact, &Detail),
    (b, db): (&Fact, &Detail),
) -> bool {
    let (Value::Number(x), Value::Number(y)) = (&a.value, &b.value) else {
        return false;
    };
    a.sentence != b.sentence
        && label(analysis, a) == label(analysis, b)
        && thing(analysis, a, da).rest == thing(analysis, b, db).rest
        && x.change == y.change
        && same_unit(analysis, x, y)
        && !compatible(x, y)
        && da.scope.place == db.scope.place
        && (da.scope.time == db.scope.time || happened_once(analysis, (a, da), (b, db)))
        && (says_the_same(analysis, a, b) || same_harm(analysis, a, b))
}

/// Whether two sentences tell of the same harm in other words: the same verb of harm beside the number, and four words in
/// common.
fn same_harm(analysis: &Sentences<'_>, a: &Fact, b: &Fact) -> bool {
    let harm = |fact: &Fact| -> Vec<Key> {
        let beside = analysis.tokens_in(clause(analysis, fact)).into_iter();
        beside.map(|t| t.key).filter(|&key| HARM.has(key)).collect()
    };
    let others = harm(b);
    let (x, y) = (
        content(analysis, a, a.sentence),
        content(analysis, b, b.sentence),
    );
    let shared = x.iter().filter(|key| y.contains(key)).count();
    harm(a).iter().any(|key| others.contains(key)) && shared >= 4
}

/// Whether the clauses tell of harm done, which happens once, and only one of them says on which day.
fn happened_once(
    analysis: &Sentences<'_>,
    (a, da): (&Fact, &Detail),
    (b, db): (&Fact, &Detail),
) -> bool {
    let one = da.scope.time.is_none() != db.scope.time.is_none();
    let harm = |fact: &Fact| {
        let clause = clause(analysis, fact);
        analysis.tokens_in(clause).iter().any(|t| HARM.has(t.key))
    };
    one && harm(a) && harm(b)
}

fn same_unit(analysis: &Sentences<'_>, a: &Number, b: &Number) -> bool {
    match (&a.unit, &b.unit) {
        (None, None) => true,
        (Some(Unit::Name(a)), Some(Unit::Name(b))) => a == b,
        (Some(Unit::Words(a)), Some(Unit::Words(b))) => {
            let last = |span: Span| {
                analysis
                    .tokens_in(span)
                    .last()
                    .map(|t| super::subject::singular(analysis.word(t)))
            };
            last(*a) == last(*b)
        }
        _ => false,
    }
}

/// Whether both may be true: within what the approximators allow, or one a rounding of the other.
fn compatible(a: &Number, b: &Number) -> bool {
    allows(a, b) || allows(b, a)
}

/// Whether the first number, as it is put, allows for the second.
fn allows(a: &Number, b: &Number) -> bool {
    let (low, high) = (a.number, a.to.unwrap_or(a.number));
    let (x, y) = (b.number, b.to.unwrap_or(b.number));
    let slack = match a.approx {
        Approx::About => 0.15 * high.abs(),
        _ => 0.0,
    };
    match a.approx {
        Approx::Above => y >= low,
        Approx::Below => x <= high,
        _ => (x >= low - slack && y <= high + slack) || rounds(a, b),
    }
}

/// Whether the first number is the second one rounded to its own digits: `2,500` for `2,483`.
fn rounds(a: &Number, b: &Number) -> bool {
    if a.to.is_some() || b.to.is_some() || a.number == 0.0 {
        return false;
    }
    let (own, other) = (digits(a.number), digits(b.number));
    if own >= other {
        return false;
    }
    let digits = i32::try_from(own).unwrap_or(1) - 1;
    let step = 10_f64.powf(a.number.abs().log10().floor() - f64::from(digits));
    (a.number - b.number).abs() <= step / 2.0 * 1.000_001
}

/// Whether two clauses say the same of the thing but for the figures, times and places: the same other words, two at
/// least, and the later one not of another such thing (`a man`).
fn says_the_same(analysis: &Sentences<'_>, a: &Fact, b: &Fact) -> bool {
    let (x, y) = (clause(analysis, a), clause(analysis, b));
    let new = analysis
        .tokens_in(y)
        .first()
        .is_some_and(|t| INDEFINITE.has(t.key));
    // A name that both sentences have may stand elsewhere in one of them.
    let words = |fact: &Fact, clause: Span, other: &Fact| {
        let mut keys = content(analysis, fact, clause);
        let ours = analysis.tokens_in(clause);
        let theirs = analysis.tokens_in(other.sentence);
        let shared = |key: Key| {
            let mut tokens = ours.iter();
            let named = |t: &Token| t.key == key && t.is_capital() && t.span().start > clause.start;
            tokens.any(named) && theirs.iter().any(|t| t.key == key)
        };
        keys.retain(|key| !shared(*key));
        keys
    };
    let (x, y) = (words(a, x, b), words(b, y, a));
    x.len() >= 2 && x == y && !new
}

/// The words before a colon that say whose number it is: `Ann Brook: arrested, held on a bond of $500.`
fn label<'a>(analysis: &Sentences<'a>, fact: &Fact) -> &'a str {
    let before = Span {
        start: fact.sentence.start,
        end: fact.span.start,
    };
    let words = analysis.slice(before);
    words.split_once(": ").map_or("", |(label, _)| label)
}

/// Whether a sentence with a stop says it, with a verb in the clause of the fact: two headings, items of a list and short
/// notes say too little.
fn is_said(analysis: &Sentences<'_>, fact: &Fact) -> bool {
    let stops = ['.', '!', '?', '…', '"', '”', '’', '\'', ')'];
    if !analysis.slice(fact.sentence).ends_with(stops) {
        return false;
    }
    let Some(sentence) = analysis.sentence_at(fact.sentence.start) else {
        return false;
    };
    let tags = analysis.sentences.get(sentence.get());
    let tags = tags.map(|s| analysis.tags_of(s)).unwrap_or_default();
    let tokens = analysis.tokens_in(fact.sentence);
    let clause = clause(analysis, fact);
    let inside = tokens.iter().zip(tags);
    let mut inside = inside.filter(|(t, _)| clause.covers(t.span()));
    let verb = |(token, tag): (&Token, &Tag)| {
        matches!(tag, Tag::Verb | Tag::Aux)
            || PASTS.has(token.key)
            || analysis.word(token).ends_with("ed")
    };
    inside.any(verb)
}

/// Whether the sentence sets a condition before the number: what holds `if they are young` holds of others otherwise.
fn is_conditional(analysis: &Sentences<'_>, fact: &Fact) -> bool {
    let before = Span {
        start: fact.sentence.start,
        end: fact.span.start,
    };
    analysis
        .tokens_in(before)
        .iter()
        .any(|t| CONDITIONS.has(t.key))
}

/// The clause of a number: from the last mark, clause word or verb of saying before it to the next one behind it.
fn clause(analysis: &Sentences<'_>, fact: &Fact) -> Span {
    let parts = |t: &Token| match t.shape {
        Shape::Sign => !matches!(analysis.word(t), "-" | "$" | "£" | "€" | "%" | "’" | "'"),
        Shape::Word => CLAUSE_WORDS.has(t.key) && t.key != Key::of("and"),
        _ => false,
    };
    let says = |t: &Token| t.shape == Shape::Word && SAYS.has(t.key);
    let before = analysis.tokens_in(Span {
        start: fact.sentence.start,
        end: fact.span.start,
    });
    let after = analysis.tokens_in(Span {
        start: fact.span.end,
        end: fact.sentence.end,
    });
    let start = before.iter().rev().find(|t| parts(t) || says(t));
    let end = after.iter().find(|t| parts(t));
    Span {
        start: start.map_or(fact.sentence.start, |t| t.span().end),
        end: end.map_or(fact.sentence.end, |t| t.span().start),
    }
}

/// The words of a clause that say what its number is about, without the number, its place and its time.
fn content(analysis: &Sentences<'_>, fact: &Fact, clause: Span) -> Vec<Key> {
    let own = [Some(fact.span), fact.place, fact.when];
    let mut keys: Vec<Key> = analysis
        .tokens_in(clause)
        .iter()
        .filter(|t| matches!(t.shape, Shape::Word | Shape::Number) && !SMALL.has(t.key))
        .filter(|t| !own.iter().flatten().any(|s| s.overlaps(t.span())))
        .map(|t| t.key)
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
