//! A number with what stands round it: approximator, currency, range, unit, counted noun.

use super::super::phrase::{Phrase, counted, is_plural};
use super::super::row::{Row, key};
use super::amount::{Amount, Form, amount};
use super::{approx, money, unit};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::grammar::{AUXILIARIES, CONJUNCTIONS, PREPOSITIONS};
use crate::facts::lexicon::number::{CHANGES, NUMERALS};
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
    let negative = negative(row, from);
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
    };
    let mut last = first;
    if let Some((second, end)) = range(row, &figure, &first) {
        let word = |rest: Option<Span>| rest.map(|r| row.analysis.slice(r));
        if first.rest.is_none() || word(first.rest) == word(second.rest) {
            figure.low = low_end(&first, &second, figure.low);
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
    if first.form == Form::Many && figure.approx == Approx::Exact && first.value != 2.0 {
        figure.approx = Approx::About;
    }
    if let Some((end, approx)) = approx::behind(row, figure.to) {
        figure.to = end;
        figure.approx = approx;
    }
    measure(row, &mut figure, &last);
    Some(figure)
}

/// The score of a game at `at`: `2–1` where the sentence speaks of play.
pub(super) fn score(row: &Row<'_>, at: usize) -> Option<Figure> {
    if !row.is_dash(at + 1) || row.spaced(at + 1) || row.spaced(at + 2) {
        return None;
    }
    let (a, b) = (row.digits(at)?, row.digits(at + 2)?);
    let play = words!(
        "win won wins winning beat beats defeat defeated victory loss draw drew lost score scored scoring scoreboard lead
         led game match half halftime final aggregate goal goals quarter period set innings overtime"
    );
    let played = (0..row.len()).any(|i| row.any(i, play));
    let free = !row.is_dash(at + 3) && !row.is_dash(at.wrapping_sub(1)) && row.spaced(at);
    let plain = row.shape(at + 3) != Some(Shape::Word)
        || !is_plural(row, at + 3) && !row.any(at + 3, words!("percent million billion"));
    if !played || !free || !plain || a > 200 || b > 200 || row.sign(at + 3, "%") {
        return None;
    }
    Some(Figure {
        from: at,
        to: at + 3,
        number: at,
        number_end: at + 3,
        low: f64::from(a),
        high: Some(f64::from(b)),
        form: Form::Digits,
        approx: Approx::Exact,
        measure: Measure::Score,
        unit: None,
        noun: None,
        inherited: false,
        stop: None,
    })
}

/// Whether a minus sign belongs to the number at `from`.
fn negative(row: &Row<'_>, from: usize) -> bool {
    let before = from.wrapping_sub(1);
    if row.key(before) == key!("minus") {
        return row.shape(from) == Some(Shape::Number);
    }
    let free = row.spaced(before) || before == 0 || row.sign(before.wrapping_sub(1), "(");
    row.is_dash(before)
        && !row.spaced(from)
        && free
        && row.shape(from) == Some(Shape::Number)
        && !matches!(row.word(before), "—")
}

/// The second end of a range behind the first amount, and the token past it.
fn range(row: &Row<'_>, figure: &Figure, first: &Amount) -> Option<(Amount, usize)> {
    let mut at = first.to;
    // a unit that both ends repeat: "3% to 5%", "US$ 12 billion to US$ 27 billion"
    let sign = usize::from(row.sign(at, "%") || row.any(at, words!("percent")));
    at += sign;
    let between = row.any(figure.from.wrapping_sub(1), words!("between"));
    let dash = row.is_dash(at) && row.spaced(at) == row.spaced(at + 1) && row.word(at) != "—";
    let join = row.key(at);
    let to = join == key!("to");
    let or = join == key!("or") && sign == 0;
    if !(to || dash || or || between && join == key!("and")) {
        return None;
    }
    let mut next = at + 1;
    while next < at + 4 && amount(row, next).is_none() {
        next += 1;
    }
    let currency = money::before(row, next);
    if next > at + 1 && currency.is_none_or(|(start, _)| start != at + 1) {
        return None;
    }
    let second = amount(row, next)?;
    if matches!(figure.measure, Measure::Money(_)) != currency.is_some()
        && (currency.is_some() || sign == 1)
    {
        return None;
    }
    if second.rest.is_some() && (first.form == Form::Digits) != (second.form == Form::Digits) {
        return None;
    }
    let percent = row.sign(second.to, "%") || row.any(second.to, words!("percent"));
    if sign == 1 && !percent {
        return None;
    }
    let low = low_end(first, &second, figure.low);
    let small = second.value > low && (!or || second.value <= low * 3.0);
    if !small || figure.form == Form::Fraction || matches!(second.form, Form::Fraction | Form::One)
    {
        return None;
    }
    if to && !between && !moves_by(row, figure, low, second.value) {
        return None;
    }
    if dash && (first.value >= 1000.0 && first.value < 2100.0) && row.word(first.from).len() == 4 {
        return None;
    }
    Some((second, second.to))
}

/// Whether `A to B` is a range where the words before it speak of a change: only behind `by`, and of a like size.
fn moves_by(row: &Row<'_>, figure: &Figure, low: f64, high: f64) -> bool {
    let moved = (figure.from.saturating_sub(8)..figure.from).any(|i| {
        CHANGES.get(row.key(i)).is_some()
            && (!row.any(i, words!("up down off"))
                || i + 1 == figure.from
                    && !row.any(i.wrapping_sub(1), words!("make makes made making")))
    });
    !moved
        || row.any(figure.from.wrapping_sub(1), words!("by another further")) && high <= low * 4.0
}

/// The lower end of a range: it shares the scale that only the upper end has, as in `5 to 10 million`.
fn low_end(first: &Amount, second: &Amount, low: f64) -> f64 {
    match second.scaled {
        Some(factor) if first.scaled.is_none() && low.abs() < 1000.0 && factor >= 100.0 => {
            low * factor
        }
        _ => low,
    }
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
    things(row, figure, last);
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

/// The things that a number counts: `2,500 American troops`, `three of the five men`, `hundreds of people`.
fn things(row: &Row<'_>, figure: &mut Figure, last: &Amount) {
    let mut at = figure.to;
    if figure.form == Form::Fraction {
        return;
    }
    if row.key(at) == key!("of") {
        if figure.form == Form::One {
            return;
        }
        at += 1;
        // "three of the five men": past the determiner and the whole number
        while row.any(
            at,
            words!("the these those its his her their our my your all an a this that"),
        ) || at > figure.to + 1 && amount(row, at).is_some() && at < figure.to + 4
        {
            at += 1;
        }
        // "three of Peru's mines": past the owner
        if let Some(owner) = (at..at + 5).find(|&i| row.shape(i) == Some(Shape::Possessive)) {
            if (at..owner).all(|i| row.is_capital(i)) {
                at = owner + 1;
            }
        }
        if figure.form != Form::Many && at == figure.to + 1 && !row.is_capital(at) {
            return;
        }
    }
    let many = figure.low != 1.0 || figure.high.is_some();
    let Some(noun) = counted(row, at, many) else {
        return;
    };
    let whole =
        figure.low.fract() == 0.0 && figure.form == Form::Digits && figure.approx == Approx::Exact;
    let mark = row.any(
        noun.to - 1,
        words!("mark milestone barrier threshold strong"),
    );
    if many && whole && !mark && !is_plural(row, noun.to - 1) {
        return;
    }
    if figure.form == Form::One && !one_counts(row, figure, noun) {
        return;
    }
    let _ = last;
    figure.measure = Measure::Counted;
    figure.noun = Some(noun);
    figure.unit = Some(row.span(at, noun.to));
    figure.to = noun.to;
}

/// Whether `one` before a noun counts it and is no pronoun or turn of speech.
fn one_counts(row: &Row<'_>, figure: &Figure, noun: Phrase) -> bool {
    let before = figure.from.wrapping_sub(1);
    let barred = row.any(
        before,
        words!("no the this that every each any another some which number only at by"),
    ) || row.any(
        noun.to - 1,
        words!("day time thing way another hand side person case point moment reason where"),
    ) || row.is_capital(figure.number) && noun.to > noun.from + 2
        || !row.is_lower(noun.from) && !row.is_capital(noun.from)
        || NUMERALS.get(row.key(noun.from)).is_some()
        || is_plural(row, noun.to - 1)
        || noun.to == noun.from + 1 && row.any(noun.to, words!("to that"));
    !barred
}
