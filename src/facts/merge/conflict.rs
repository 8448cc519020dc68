//! Two different values for the same thing in the same scope: flagged on both, so that the reader may judge.
//!
//! Precision before recall. Two numbers conflict if their clauses say the same but for the figure (`statement`), they
//! hold for the same place and time as far as either says, are both levels or both the same change, differ by more than
//! their approximators allow (`value`), and the text does not go over to another thing between them (`between`). So do
//! two dates of what happens once (`born in`), two counts of the same harm told in other words, and a number of the
//! title with that of the lede that says all its words. What counts a part or another portion, is denied, asked, forecast
//! or said of a pronoun takes no part; nor do two numbers of one sentence, which sets them against each other on purpose.

mod between;
mod statement;
mod value;

use rustc_hash::FxHashMap;

use super::group::{Detail, Gathered};
use super::subject::singular;
use crate::document::BlockKind;
use crate::facts::{Fact, FactId, Key, Kind, Sentence, Sentences, Unit, Value};
use between::{Anchors, Names, is_another};
use statement::{Reading, Statement, stems};

/// How many facts about the same thing are compared with a new one, the latest ones.
const COMPARED: usize = 12;
/// A thing with more values than this is told apart by something that is not seen here.
const MANY: usize = 6;
/// How many words two tellings of the same harm share at least, and a title and its lede.
const SHARED: usize = 4;
/// How many sentences behind the title are its lede.
const LEDE: usize = 4;

/// A number that tells of harm, with the stems of its sentence.
struct Harm {
    fact: usize,
    stems: Vec<Key>,
}

/// The facts that may be compared, by what they have in common.
#[derive(Default)]
struct Comparable {
    /// Those whose clauses say the same.
    said: FxHashMap<(Kind, u64, u64), Vec<usize>>,
    /// Those that count the same harm.
    harms: FxHashMap<(Kind, Key, Key), Vec<Harm>>,
    /// The numbers of the title, and those of the lede.
    title: Vec<usize>,
    lede: Vec<usize>,
}

/// Flags conflicts on both sides. Facts are sorted by span. Linear in the facts.
pub(super) fn flag(analysis: &Sentences<'_>, gathered: &mut Gathered) {
    let all = collect(analysis, gathered);
    let names = Names::default();
    let mut pairs = all.titled(analysis, gathered);
    for list in all.said.values().filter(|list| list.len() <= MANY) {
        pairs.extend(said(analysis, gathered, &names, list));
    }
    for list in all.harms.values() {
        pairs.extend(harmed(analysis, gathered, &names, list));
    }
    pairs.sort_unstable();
    pairs.dedup();
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

/// Sorts the numbers and dates of the facts into what may be compared.
fn collect(analysis: &Sentences<'_>, gathered: &Gathered) -> Comparable {
    let mut all = Comparable::default();
    let mut tokens = Vec::new();
    let mut read = None;
    let title = analysis.sentences.iter().position(|s| s.title);
    for (i, fact) in gathered.facts.iter().enumerate() {
        let dated = matches!(fact.value, Value::Time(Some(_)));
        if !fact.kind.is_number() && !dated {
            continue;
        }
        let Some((at, sentence)) = sentence_of(analysis, fact) else {
            continue;
        };
        if sentence.title {
            all.title.extend(fact.kind.is_number().then_some(i));
            continue;
        }
        if !ends(analysis, fact) {
            continue;
        }
        if read != Some(at) {
            analysis.read_tokens(sentence.span, &mut tokens);
            read = Some(at);
        }
        let reading = Reading::of(analysis, fact, &tokens);
        let Some(said) = reading.statement(analysis, fact, analysis.tags_of(sentence)) else {
            continue;
        };
        let key = (fact.kind, unit(fact), said.frame);
        all.said.entry(key).or_default().push(i);
        if !fact.kind.is_number() {
            continue;
        }
        if title.is_some_and(|title| at > title && at - title <= LEDE) {
            all.lede.push(i);
        }
        let head = gathered.detail(i).subject.head;
        let counted = counted(analysis, fact).or(head).unwrap_or(Key::NONE);
        for harm in reading.harms(analysis) {
            let stems = stems(analysis, fact.sentence);
            let list = all.harms.entry((fact.kind, harm, counted)).or_default();
            list.push(Harm { fact: i, stems });
        }
    }
    all
}

/// The sentence of a fact, with its index.
fn sentence_of<'a>(analysis: &'a Sentences<'_>, fact: &Fact) -> Option<(usize, &'a Sentence)> {
    let at = analysis.sentence_at(fact.sentence.start)?.get();
    Some((at, analysis.sentences.get(at)?))
}

/// Whether a sentence ends as a statement does.
fn ends(analysis: &Sentences<'_>, fact: &Fact) -> bool {
    let stops = ['.', '!', '…', '"', '”', '’', '\'', ')'];
    analysis.slice(fact.sentence).ends_with(stops)
}

/// One number for the unit of a number, where it has a name.
fn unit(fact: &Fact) -> u64 {
    let Value::Number(number) = &fact.value else {
        return 0;
    };
    let change = number.change.map_or(0, |change| change as u64 + 1);
    let name = match number.unit {
        Some(Unit::Name(name)) => u64::from(Key::of(name).get()),
        _ => 0,
    };
    name << 2 | change
}

/// The noun that a number counts, in the singular.
fn counted(analysis: &Sentences<'_>, fact: &Fact) -> Option<Key> {
    let Value::Number(number) = &fact.value else {
        return None;
    };
    let Some(Unit::Words(span)) = number.unit else {
        return None;
    };
    let tokens = analysis.tokens_in(span);
    tokens.last().map(|t| singular(analysis.word(t)))
}

/// The pairs of facts whose clauses say the same with other values.
fn said(
    analysis: &Sentences<'_>,
    gathered: &Gathered,
    names: &Names,
    list: &[usize],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, &later) in list.iter().enumerate() {
        for &earlier in list.get(..at).unwrap_or_default() {
            let (Some(a), Some(b)) = (gathered.facts.get(earlier), gathered.facts.get(later))
            else {
                continue;
            };
            if a.sentence == b.sentence || may_both_hold(a, b) {
                continue;
            }
            let (Some(x), Some(y)) = (read(analysis, a), read(analysis, b)) else {
                continue;
            };
            let details = (gathered.detail(earlier), gathered.detail(later));
            let timed = has_time(details.0, details.1);
            let change = matches!(&a.value, Value::Number(number) if number.change.is_some());
            let loose = !timed && (x.repeated || y.repeated || change);
            let anchors = Anchors {
                timed,
                named: x.named && y.named || a.place.is_some() && b.place.is_some(),
            };
            let listed = !anchors.named && (in_list(analysis, a) || in_list(analysis, b));
            if details.0.subject.rest == details.1.subject.rest
                && same_scope(details.0, details.1, x.harm)
                && !loose
                && !listed
                && !is_another(analysis, gathered, names, (a, b), &anchors)
            {
                pairs.push((earlier, later));
            }
        }
    }
    pairs
}

/// The statement of a fact, read again.
fn read(analysis: &Sentences<'_>, fact: &Fact) -> Option<Statement> {
    let (_, sentence) = sentence_of(analysis, fact)?;
    let tokens = analysis.tokens_in(sentence.span);
    Reading::of(analysis, fact, &tokens).statement(analysis, fact, analysis.tags_of(sentence))
}

/// The pairs of facts that tell of the same harm in other words: four words in common.
fn harmed(
    analysis: &Sentences<'_>,
    gathered: &Gathered,
    names: &Names,
    list: &[Harm],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (n, y) in list.iter().enumerate() {
        let before = list.get(n.saturating_sub(COMPARED)..n).unwrap_or_default();
        for x in before {
            let (Some(a), Some(b)) = (gathered.facts.get(x.fact), gathered.facts.get(y.fact))
            else {
                continue;
            };
            let shared = x.stems.iter().filter(|s| y.stems.contains(s)).count();
            if shared < SHARED || a.sentence == b.sentence || may_both_hold(a, b) {
                continue;
            }
            let (da, db) = (gathered.detail(x.fact), gathered.detail(y.fact));
            let (p, q) = (read(analysis, a), read(analysis, b));
            let repeated = p.is_none_or(|p| p.repeated) && q.is_none_or(|q| q.repeated);
            let anchors = Anchors {
                timed: has_time(da, db),
                named: true,
            };
            if unit(a) == unit(b)
                && da.subject.rest == db.subject.rest
                && same_scope(da, db, true)
                && (anchors.timed || !repeated)
                && !is_another(analysis, gathered, names, (a, b), &anchors)
            {
                pairs.push((x.fact, y.fact));
            }
        }
    }
    pairs
}

impl Comparable {
    /// The numbers of the title that a sentence of the lede gives otherwise in all the words of the title.
    fn titled(&self, analysis: &Sentences<'_>, gathered: &Gathered) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for &i in &self.title {
            let Some(a) = gathered.facts.get(i) else {
                continue;
            };
            let title = stems(analysis, a.sentence);
            let counted_of = |fact: &Fact| counted(analysis, fact);
            for &j in &self.lede {
                let Some(b) = gathered.facts.get(j) else {
                    continue;
                };
                let lede = stems(analysis, b.sentence);
                let thing = counted_of(a).is_none_or(|head| counted_of(b) == Some(head));
                let alone = |fact: &Fact| {
                    let others = [&self.title, &self.lede].into_iter().flatten();
                    let others = others.filter_map(|&i| gathered.facts.get(i));
                    let same = |f: &&Fact| f.sentence == fact.sentence && f.kind == fact.kind;
                    others.filter(same).count() == 1
                };
                if title.len() >= 3
                    && a.kind == b.kind
                    && unit(a) == unit(b)
                    && thing
                    && alone(a)
                    && (alone(b) || counted_of(a).is_some())
                    && title.iter().all(|stem| lede.contains(stem))
                    && !may_both_hold(a, b)
                {
                    pairs.push((i, j));
                }
            }
        }
        pairs
    }
}

/// Whether two values may both be true.
fn may_both_hold(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Number(x), Value::Number(y)) => value::compatible(a.kind, x, y),
        (Value::Time(Some(x)), Value::Time(Some(y))) => value::one_time(x, y),
        _ => true,
    }
}

fn has_time(a: &Detail, b: &Detail) -> bool {
    a.scope.time.is_some() && a.scope.time == b.scope.time
}

/// Whether both hold in the same place and at the same time as far as they say. Harm is done once, even where only one
/// says on which day.
fn same_scope(a: &Detail, b: &Detail, harm: bool) -> bool {
    let (x, y) = (a.scope, b.scope);
    let once = harm && x.time.is_none() != y.time.is_none();
    x.place == y.place && (x.time == y.time || once)
}

/// Whether a fact stands in an item of a list.
fn in_list(analysis: &Sentences<'_>, fact: &Fact) -> bool {
    let Some((_, sentence)) = sentence_of(analysis, fact) else {
        return false;
    };
    let block = analysis.document.blocks().get(sentence.block.get());
    block.is_some_and(|b| !matches!(b.kind, BlockKind::Paragraph | BlockKind::Quotation { .. }))
}
