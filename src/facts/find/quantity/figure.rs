//! A number with what stands round it: approximator, currency, range, unit, counted noun.

use super::super::phrase::{Phrase, counted};
use super::super::row::{Row, key};
use super::amount::{Amount, Form, amount};
use super::{approx, money, range, things, unit};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::grammar::{AUXILIARIES, CONJUNCTIONS, PREPOSITIONS};
use crate::facts::lexicon::number::CHANGES;
use crate::facts::lexicon::words;
use crate::facts::model::Approx;
use crate::text::Span;

/// What a number is given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Percent.
    Percent,
    /// Percentage points, basis points.
    Points,
    /// Money, with the code of the currency.
    Money(&'static str),
    /// A unit of measure.
    Unit,
    /// Things.
    Counted,
    /// Years of age, unsaid.
    Age,
    /// The points of two sides in a game.
    Score,
    /// Nothing that the text says.
    Bare,
}

/// A number with what stands round it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// The tokens to mark: `from..to`.
    pub(super) from: usize,
    pub(super) to: usize,
    /// The tokens of the number itself, without approximator and unit.
    pub(super) number: usize,
    pub(super) number_end: usize,
    pub(super) low: f64,
    pub(super) high: Option<f64>,
    pub(super) form: Form,
    pub(super) approx: Approx,
    pub(super) measure: Measure,
    /// What it is counted or measured in.
    pub(super) unit: Option<Span>,
    /// The counted noun phrase, or the noun that a measure stands before (`30-day visa`).
    pub(super) noun: Option<Phrase>,
    /// Whether the unit was said with an earlier number.
    pub(super) inherited: bool,
    /// Where the marked words end inside the last token, when not at its end.
    pub(super) stop: Option<Span>,
    /// Whether it says the figure right before it in other units: `190 points, or 0.6%`, `60 miles (97 km)`.
    pub(super) restates: bool,
}

impl Figure {
    /// The words of the number itself.
    pub(super) fn number_span(&self, row: &Row<'_>) -> Span {
        row.span(self.number, self.number_end)
    }

    /// The thing counted, where the number counts things.
    pub(super) fn counted(&self) -> Option<Span> {
        match self.measure {
            Measure::Counted => self.unit,
            _ => None,
        }
    }

    /// The marked words, cut short where they end inside a token.
    pub(super) fn cut(&self, whole: Span) -> Span {
        match self.stop {
            Some(stop) => Span::new(
                whole.start.get(),
                stop.start.get().max(whole.start.get() + 1),
            ),
            None => whole,
        }
    }

    /// Gives the unit to a bare number right before, which shares it: `10,000 and as many as 300,000 people`.
    pub(super) fn share(&self, row: &Row<'_>, earlier: &mut Self) {
        let gap = earlier.to..self.from;
        let joined = gap.len() <= 8
            && gap
                .clone()
                .last()
                .is_some_and(|i| row.any(i, words!("and or to")) || row.sign(i, ","))
            && gap.clone().all(|i| {
                i + 1 == gap.end
                    || row.sign(earlier.to, "(")
                    || row.sign(i, ",")
                    || row.any(i, words!("and or"))
            });
        if joined
            && earlier.measure == Measure::Bare
            && !matches!(
                self.measure,
                Measure::Bare | Measure::Money(_) | Measure::Age
            )
        {
            earlier.measure = self.measure;
            earlier.unit = self.unit;
            earlier.inherited = true;
        }
    }

    /// Sees whether this says the last figure in other units, and if so is as exact as that one.
    pub(super) fn restate(&mut self, row: &Row<'_>, last: Option<&Self>) {
        let measured =
            |f: &Self| !matches!(f.measure, Measure::Counted | Measure::Bare | Measure::Score);
        let other = |l: &Self| l.measure != self.measure || self.measure == Measure::Unit;
        let Some(last) = last.filter(|l| measured(l) && measured(self) && other(l)) else {
            return;
        };
        let gap = last.to..self.from;
        let bracket = gap.len() == 1 && (row.sign(last.to, "(") || row.sign(last.to, "/"));
        let or = gap.len() == 2 && row.sign(last.to, ",") && row.key(last.to + 1) == key!("or");
        if !(bracket || or) {
            return;
        }
        self.restates = true;
        if self.approx == Approx::Exact {
            self.approx = last.approx;
        }
    }

    /// Takes the unit of an earlier figure of the sentence when this one has none and stands like it: `2,500 troops in
    /// Iraq and 900 in Syria`.
    pub(super) fn inherit(&mut self, row: &Row<'_>, last: Option<&Self>) {
        let Some(last) = last
            .filter(|l| l.to <= self.from && matches!(l.measure, Measure::Counted | Measure::Unit))
        else {
            return;
        };
        if self.measure != Measure::Bare || self.form == Form::One || self.from > last.to + 25 {
            return;
        }
        let joined = (last.to..self.from).any(|i| {
            row.sign(i, ",")
                || row.any(
                    i,
                    words!("and or but while with from to compared versus than against"),
                )
        });
        let next = self.to;
        let open = row.get(next).is_none()
            || row.any(next, PREPOSITIONS)
            || row.any(next, CONJUNCTIONS)
            || row.any(next, AUXILIARIES)
            || row.any(
                next,
                words!("more fewer less later earlier killed wounded injured others"),
            )
            || row.shape(next) == Some(Shape::Sign);
        let code = row.is_capital(self.number.wrapping_sub(1));
        if joined && open && !code {
            self.unit = last.unit;
            self.measure = last.measure;
            self.inherited = true;
        }
    }
}

/// The figure whose number begins at `at`.
pub(super) fn read(row: &Row<'_>, at: usize) -> Option<Figure> {
    let first = amount(row, at)?;
    let mut from = at;
    let currency = money::before(row, from);
    if let Some((start, _)) = currency {
        from = start;
    }
    let negative = range::negative(row, from);
    if negative {
        from -= 1;
    }
    let mut figure = Figure {
        from,
        to: first.to,
        number: from,
        number_end: first.to,
        low: if negative { -first.value } else { first.value },
        high: None,
        form: first.form,
        approx: Approx::Exact,
        measure: currency.map_or(Measure::Bare, |(_, code)| Measure::Money(code)),
        unit: None,
        noun: None,
        inherited: false,
        stop: None,
        restates: false,
    };
    let mut last = first;
    if let Some((second, end)) = range::range(row, &figure, &first) {
        let word = |rest: Option<Span>| rest.map(|r| row.analysis.slice(r));
        if first.rest.is_none() || word(first.rest) == word(second.rest) {
            figure.low = range::low_end(&first, &second, figure.low);
            figure.high = Some(second.value);
            figure.to = end;
            figure.number_end = end;
            last = second;
            if row.any(figure.from.wrapping_sub(1), words!("from between")) {
                figure.from -= 1;
            }
        }
    }
    if let Some((start, approx)) = approx::before(row, figure.from) {
        figure.from = start;
        figure.approx = approx;
    }
    if first.form == Form::Many && figure.approx == Approx::Exact && first.value > 2.0 {
        figure.approx = Approx::About;
    }
    if let Some((end, approx)) = approx::behind(row, figure.to) {
        figure.to = end;
        figure.approx = approx;
    }
    measure(row, &mut figure, &last);
    Some(figure)
}

/// Finds what the number is given in, and takes those words in.
fn measure(row: &Row<'_>, figure: &mut Figure, last: &Amount) {
    if let Some(rest) = last.rest {
        unit::glued(row, figure, rest);
        return;
    }
    let at = figure.to;
    let hyphen = usize::from(row.is_dash(at) && !row.spaced(at) && !row.spaced(at + 1));
    if let Some((end, points)) = unit::percent(row, at + hyphen) {
        figure.to = end;
        figure.measure = if points {
            Measure::Points
        } else {
            Measure::Percent
        };
        if points {
            figure.unit = Some(row.span(at + hyphen, end));
        }
        figure.noun = behind(row, end, false);
        return;
    }
    if let Measure::Money(_) = figure.measure {
        money_tail(row, figure);
        return;
    }
    if let Some((end, code)) = (figure.form == Form::Many && row.key(at) == key!("of"))
        .then(|| money::behind(row, at + 1, true))
        .flatten()
    {
        figure.measure = Measure::Money(code);
        figure.to = end;
        money_tail(row, figure);
        return;
    }
    let large = last.scaled.is_some() || figure.low >= 1000.0;
    if let Some((end, code)) = money::behind(row, at, large) {
        figure.measure = Measure::Money(code);
        let coin = end.checked_sub(1).filter(|&i| money::is_cent(row.key(i)));
        figure.unit = coin.map(|i| row.span(i, i + 1));
        figure.to = end;
        money_tail(row, figure);
        return;
    }
    if hyphen == 1 && row.shape(at + 1) == Some(Shape::Word) {
        unit::compound(row, figure, at + 1);
        return;
    }
    if unit::unit(row, figure) || unit::age(row, figure) {
        return;
    }
    things::things(row, figure, last);
}

/// What money is paid for each, and the noun that an amount stands before: `$5 million contribution`.
fn money_tail(row: &Row<'_>, figure: &mut Figure) {
    let mut at = figure.to;
    if row.sign(at, "(") && row.sign(at + 2, ")") && money::behind(row, at + 1, true).is_some() {
        at += 3;
        figure.to = at;
    }
    if money::behind(row, at, true).is_some() {
        at += 1;
        figure.to = at;
    }
    if let Some(end) = unit::per(row, at) {
        figure.to = end;
        return;
    }
    figure.noun = behind(row, at, false);
}

/// The noun phrase that stands right behind a measure.
fn behind(row: &Row<'_>, at: usize, many: bool) -> Option<Phrase> {
    let spare = row.shape(at) == Some(Shape::Word) && CHANGES.get(row.key(at)).is_none()
        || row.any(
            at,
            words!(
                "increase decrease drop rise fall decline cut growth gain loss reduction discount"
            ),
        );
    (spare && !row.any(at, words!("ago later earlier old")))
        .then(|| counted(row, at, many))
        .flatten()
        .filter(|p| p.to <= at + 5)
}
