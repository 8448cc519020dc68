//! Candidates of different finders that read the same words in two ways: one of them goes.
//!
//! A number inside a name belongs to the name (`Apollo 11`); a short name inside a date belongs to the date (`May 2013`);
//! of a time and a quantity over the same words the surer one stays, then the time (`three days`); amounts of money go
//! before percentages before plain quantities; of two names the longer stays; a claim that is just a quotation yields to
//! the quotation, which takes its speaker. Facts of different levels (a number in a claim in a list) do not compete.

use std::cmp::Ordering;

use super::is_atom;
use crate::facts::{Candidate, Kind, Sentences, Value};
use crate::text::Span;

/// Removes the losers. Candidates are sorted by span; the order stays. Linear for candidates that overlap few others.
pub(super) fn resolve(analysis: &Sentences<'_>, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut lost = vec![false; candidates.len()];
    // Those that may still overlap what comes next.
    let mut open: Vec<usize> = Vec::new();
    for i in 0..candidates.len() {
        let Some(start) = candidates.get(i).map(|c| c.span.start) else {
            break;
        };
        open.retain(|&j| candidates.get(j).is_some_and(|c| c.span.end > start));
        for &j in &open {
            if at(&lost, j) || at(&lost, i) {
                continue;
            }
            let (Some(a), Some(b)) = (candidates.get(j), candidates.get(i)) else {
                continue;
            };
            match verdict(analysis, a, b) {
                Verdict::Both => {}
                Verdict::First => {
                    tell(&mut candidates, i, j);
                    set(&mut lost, i);
                }
                Verdict::Second => {
                    tell(&mut candidates, j, i);
                    set(&mut lost, j);
                }
            }
        }
        if !at(&lost, i) {
            open.push(i);
        }
    }
    let mut gone = lost.into_iter();
    candidates.retain(|_| !gone.next().unwrap_or(false));
    candidates
}

/// Which of two overlapping candidates stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Both,
    First,
    Second,
}

fn verdict(analysis: &Sentences<'_>, a: &Candidate, b: &Candidate) -> Verdict {
    if a.kind == Kind::Quote && b.kind == Kind::Claim {
        return if alike(a, b) {
            Verdict::First
        } else {
            Verdict::Both
        };
    }
    if a.kind == Kind::Claim && b.kind == Kind::Quote {
        return if alike(a, b) {
            Verdict::Second
        } else {
            Verdict::Both
        };
    }
    if is_atom(a.kind) && is_atom(b.kind) {
        return atoms(analysis, a, b);
    }
    let rivals = match (a.kind, b.kind) {
        (Kind::List, Kind::List) | (Kind::Definition, Kind::Definition) => true,
        (Kind::Quote, Kind::Quote) | (Kind::Claim, Kind::Claim) => alike(a, b),
        _ => false,
    };
    if rivals { better(a, b) } else { Verdict::Both }
}

/// Whether the two cover nearly the same words: what they share is four fifths of both together.
fn alike(a: &Candidate, b: &Candidate) -> bool {
    let shared = a.span.intersection(b.span).map_or(0, Span::len);
    shared * 5 >= a.span.to(b.span).len() * 4
}

/// The surer one, then the longer one, then the first.
fn better(a: &Candidate, b: &Candidate) -> Verdict {
    let (sure_a, sure_b) = ((a.confidence * 20.0).round(), (b.confidence * 20.0).round());
    let order = sure_a
        .total_cmp(&sure_b)
        .then(a.span.len().cmp(&b.span.len()));
    if order.is_lt() {
        Verdict::Second
    } else {
        Verdict::First
    }
}

/// The longer one, then the surer one, then the first.
fn longer(a: &Candidate, b: &Candidate) -> Verdict {
    match a.span.len().cmp(&b.span.len()) {
        Ordering::Greater => Verdict::First,
        Ordering::Less => Verdict::Second,
        Ordering::Equal => better(a, b),
    }
}

/// Two of numbers, times and names.
fn atoms(analysis: &Sentences<'_>, a: &Candidate, b: &Candidate) -> Verdict {
    if a.kind.is_name() && b.kind.is_name() {
        return longer(a, b);
    }
    if a.kind.is_name() || b.kind.is_name() {
        return name_and_figure(analysis, a, b);
    }
    if a.kind == Kind::Time && b.kind == Kind::Time {
        return longer(a, b);
    }
    if a.kind == Kind::Time || b.kind == Kind::Time {
        if a.span == b.span {
            let time_first = a.kind == Kind::Time;
            return match better(a, b) {
                _ if same_confidence(a, b) && time_first => Verdict::First,
                _ if same_confidence(a, b) => Verdict::Second,
                surer => surer,
            };
        }
        return inner_goes(a, b, |inner| inner.kind != Kind::Time);
    }
    // Two numbers: a number inside the counted thing of another is a number of its own.
    let same = match (&a.value, &b.value) {
        (Value::Number(x), Value::Number(y)) => x.number.to_bits() == y.number.to_bits(),
        _ => false,
    };
    if a.span != b.span && !same {
        return Verdict::Both;
    }
    // Money before percent before quantity, against the order of the kinds.
    match a.kind.cmp(&b.kind) {
        Ordering::Equal => longer(a, b),
        Ordering::Greater => Verdict::First,
        Ordering::Less => Verdict::Second,
    }
}

fn same_confidence(a: &Candidate, b: &Candidate) -> bool {
    (a.confidence - b.confidence).abs() < 0.025
}

/// A name and a number or a time.
fn name_and_figure(analysis: &Sentences<'_>, a: &Candidate, b: &Candidate) -> Verdict {
    inner_goes(a, b, |inner| {
        if !inner.kind.is_name() {
            return true;
        }
        let outer = if std::ptr::eq(inner, a) { b } else { a };
        // A quantity may count named things; a date may be told by an event.
        outer.kind == Kind::Time
            && inner.kind != Kind::Event
            && !analysis.slice(inner.span).contains(char::is_whitespace)
    })
}

/// Of two where one lies in the other: the inner one goes if `may_go` says so. Both stay where they merely cross.
fn inner_goes(a: &Candidate, b: &Candidate, may_go: impl Fn(&Candidate) -> bool) -> Verdict {
    if a.span.covers(b.span) && may_go(b) {
        Verdict::First
    } else if b.span.covers(a.span) && may_go(a) {
        Verdict::Second
    } else {
        Verdict::Both
    }
}

/// A quotation that stands for a claim takes its speaker, if it has none.
fn tell(candidates: &mut [Candidate], from: usize, to: usize) {
    let told = candidates.get(from).and_then(|c| match &c.value {
        Value::Claim {
            speaker: Some(who),
            cue,
            ..
        } => Some((*who, *cue)),
        _ => None,
    });
    if let Some((who, said)) = told
        && let Some(Value::Quote { speaker, cue }) = candidates.get_mut(to).map(|c| &mut c.value)
        && speaker.is_none()
    {
        *speaker = Some(who);
        cue.get_or_insert(said);
    }
}

fn at(flags: &[bool], i: usize) -> bool {
    flags.get(i).copied().unwrap_or(false)
}

fn set(flags: &mut [bool], i: usize) {
    if let Some(flag) = flags.get_mut(i) {
        *flag = true;
    }
}
