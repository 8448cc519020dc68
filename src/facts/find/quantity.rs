//! Quantities, percentages and amounts of money, with what they count or measure.
//!
//! Takes the analysis and the times that were found, gives candidates of the kinds [`Kind::Quantity`],
//! [`Kind::Percent`] and [`Kind::Money`]. One scan over each sentence: where a number begins, its `amount` is read,
//! then what stands round it (approximator, currency, range, unit, counted noun), then what it is about and whether it
//! rises or falls. `unit` is what is counted or measured in; `subject` is what it is about: the thing that has so many,
//! or else the thing counted. A bare number takes the unit of a number said earlier in the sentence.
//!
//! Deliberately absent: dates and times of day, and digits that only name or number something (versions, pages,
//! sections, scores, notes, telephone numbers, lists).

mod amount;
mod approx;
mod change;
mod figure;
mod money;
mod range;
mod subject;
mod things;
mod unit;
mod veto;

use super::row::Row;
use crate::facts::analysis::Analysis;
use crate::facts::lexicon::words;
use crate::facts::model::{Approx, Candidate, Kind, Number, Unit, Value};
use crate::text::Span;
use figure::{Figure, Measure};

/// The longest span that is marked, in bytes.
const LONGEST: usize = 100;

/// All numbers of a document. `times` are in the order of the text.
pub(super) fn find(analysis: &Analysis<'_>, times: &[Candidate]) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut next = 0;
    for sentence in analysis.sentences.iter().filter(|s| s.prose || s.title) {
        while times
            .get(next)
            .is_some_and(|t| t.span.end <= sentence.span.start)
        {
            next += 1;
        }
        let later = times.get(next..).unwrap_or_default();
        let here = later.partition_point(|t| t.span.start < sentence.span.end);
        let row = Row::new(analysis, sentence);
        sentence_numbers(&row, later.get(..here).unwrap_or_default(), &mut out);
    }
    out
}

/// The numbers of one sentence.
fn sentence_numbers(row: &Row<'_>, times: &[Candidate], out: &mut Vec<Candidate>) {
    let mut figures: Vec<Figure> = Vec::new();
    let (mut at, mut next) = (0, 0);
    while at < row.len() {
        let Some(token) = row.get(at) else {
            break;
        };
        while times
            .get(next)
            .is_some_and(|t| t.span.end <= token.span().start)
        {
            next += 1;
        }
        let time = times
            .get(next)
            .filter(|t| t.span.contains(token.span().start));
        if let Some(time) = time {
            at += 1;
            while row.get(at).is_some_and(|t| t.span().start < time.span.end) {
                at += 1;
            }
            continue;
        }
        if let Some(score) = range::score(row, at) {
            at = score.to;
            figures.push(score);
            continue;
        }
        if let Some(past) = veto::skip(row, at) {
            at = past.max(at + 1);
            continue;
        }
        let Some(mut found) = figure::read(row, at) else {
            at += 1;
            continue;
        };
        let mut near = times.get(next..).unwrap_or_default().iter().take(3);
        let dated = near.any(|t| t.span.overlaps(found.number_span(row)));
        if dated || veto::is_name(row, &found) {
            at = found.number_end.max(at + 1);
            continue;
        }
        found.restate(row, figures.last());
        found.inherit(row, figures.last());
        if let Some(earlier) = figures.last_mut() {
            found.share(row, earlier);
        }
        at = found.to.max(at + 1);
        figures.push(found);
    }
    let mut last: Option<Candidate> = None;
    for figure in &figures {
        let about = subject::told(row, figure, times);
        let Some(mut found) = candidate(row, figure, about) else {
            continue;
        };
        if let Some(last) = last.as_ref().filter(|_| figure.restates) {
            restate(last, &mut found);
        }
        if let Some(last) = last.as_ref().filter(|last| goes_on(row, last, figure)) {
            found.subject = about.or(last.subject).or(found.subject);
        }
        out.push(found.clone());
        last = Some(found);
    }
}

/// Whether a figure goes on with the last one: `3 years, 2 months and 16 hours`, `47 feet (14 metres)`.
fn goes_on(row: &Row<'_>, last: &Candidate, figure: &Figure) -> bool {
    let start = row
        .tokens
        .partition_point(|t| t.span().start < last.span.end);
    let joins = |i: usize| {
        row.any(i, words!("and or to wide long tall deep high"))
            || [",", "(", ")"].iter().any(|s| row.sign(i, s))
    };
    let close = start < figure.from && figure.from < start + 4;
    // "40 schools and two hospitals": what has the first things has the others
    let own = last.subject.is_none_or(|s| last.span.overlaps(s));
    let counted = matches!(figure.measure, Measure::Counted);
    close && (start..figure.from).all(joins) && !(counted && own)
}

/// What is said again in other units is about the same thing and moves the same way.
fn restate(last: &Candidate, found: &mut Candidate) {
    found.subject = found.subject.or(last.subject);
    if let (Value::Number(first), Value::Number(again)) = (&last.value, &mut found.value) {
        again.change = again.change.or(first.change);
    }
}

/// What a figure says.
fn candidate(row: &Row<'_>, figure: &Figure, told: Option<Span>) -> Option<Candidate> {
    let change = change::change(row, figure);
    let about = told.or_else(|| subject::counted(row, figure));
    let things = figure.counted();
    let (kind, unit) = match figure.measure {
        Measure::Percent => (Kind::Percent, Some(Unit::Name("%"))),
        Measure::Points => (Kind::Percent, Some(Unit::Words(figure.unit?))),
        Measure::Money(code) => (
            Kind::Money,
            Some(figure.unit.map_or(Unit::Name(code), Unit::Words)),
        ),
        Measure::Unit | Measure::Counted | Measure::Bare => {
            (Kind::Quantity, figure.unit.map(Unit::Words))
        }
        Measure::Score => (Kind::Quantity, Some(Unit::Name("score"))),
        Measure::Age => (
            Kind::Quantity,
            Some(figure.unit.map_or(Unit::Name("years"), Unit::Words)),
        ),
    };
    let whole = row.span(figure.from, figure.to);
    let span = figure.cut(whole);
    let span = if span.len() > LONGEST {
        figure.number_span(row)
    } else {
        span
    };
    Some(Candidate {
        kind,
        span,
        subject: about.or(things).map(|s| shorten(row, s)),
        value: Value::Number(Number {
            number: figure.low,
            to: figure.high,
            approx: figure.approx,
            change,
            unit,
        }),
        entity: None,
        confidence: confidence(figure),
    })
}

/// A subject of a bearable length: the front of it where it is long.
fn shorten(row: &Row<'_>, span: Span) -> Span {
    if span.len() <= LONGEST {
        return span;
    }
    let text = row.analysis.slice(span);
    let cut = text
        .get(..crate::text::floor_boundary(text, LONGEST))
        .and_then(|t| t.rfind(' '))
        .unwrap_or(0);
    Span::new(span.start.get(), span.start.get() + cut)
}

/// How sure a figure is: numbers with a unit more than bare ones, small words least.
fn confidence(figure: &Figure) -> f32 {
    match figure.measure {
        Measure::Money(_) | Measure::Percent | Measure::Points => 0.95,
        Measure::Unit => 0.85,
        Measure::Counted | Measure::Age if figure.low > 12.0 || figure.approx != Approx::Exact => {
            0.9
        }
        Measure::Counted | Measure::Age | Measure::Score => 0.7,
        Measure::Bare => 0.4,
    }
}

#[cfg(test)]
mod tests;
