//! The worth of each fact, from 0 to 1, with its reasons.

use super::salience::Salience;
use super::words::Words;
use crate::facts::{
    Approx, Fact, Findings, Kind, Number, Period, Reason, SentenceId, Sentences, Unit, Value,
};
use crate::text::{Span, floor_boundary};

/// How many of the first sentences are the lede.
const LEDE: u32 = 3;

/// What is known of the importance of a fact.
#[derive(Clone, Debug)]
pub(super) struct Worth {
    /// The sentence of the fact.
    pub(super) sentence: SentenceId,
    /// The worth of the fact by itself: kind, reasons, confidence.
    pub(super) own: f32,
    /// Both together with that of its sentence, 0 to 1.
    pub(super) score: f32,
    /// The strongest first.
    pub(super) reasons: Vec<Reason>,
}

/// The worth of every fact, by index.
pub(super) fn worths(
    analysis: &Sentences<'_>,
    salience: &Salience,
    findings: &Findings,
) -> Vec<Worth> {
    let facts = &findings.facts;
    let sentence = |f: &Fact| analysis.sentence_at(f.span.start).unwrap_or_default();
    let names: Vec<f32> = facts
        .iter()
        .map(|f| {
            if f.kind.is_name() {
                name(analysis, salience, f)
            } else {
                0.0
            }
        })
        .collect();
    let most_named = names.iter().copied().fold(0.0, f32::max).max(f32::EPSILON);
    let said: Vec<f32> = facts.iter().map(|f| salience.worth(sentence(f))).collect();
    let best_said = said.iter().copied().fold(0.0, f32::max).max(f32::EPSILON);
    let words = Words::of(analysis, salience, facts);
    let heavy = heavy_word(&words, salience, facts);
    facts
        .iter()
        .enumerate()
        .zip(names.iter().zip(&said))
        .map(|((index, fact), (&named, &said))| {
            let id = sentence(fact);
            let marks = marks(
                analysis,
                salience,
                (fact, words.said(index)),
                id,
                heavy,
                named / most_named,
            );
            let bonus: f32 = marks.iter().map(|(_, weight)| weight).sum();
            let reasons = strongest(marks);
            if fact.kind.is_name() {
                let credit = named <= CREDIT;
                let own = if credit {
                    CREDIT * CREDIT
                } else {
                    named / most_named
                };
                return Worth {
                    sentence: id,
                    own,
                    score: own.sqrt().clamp(0.0, 1.0),
                    reasons,
                };
            }
            let titled = salience.place(id).is_none();
            let said = if titled { best_said } else { said };
            let own = prior(analysis, fact) * (0.6 + 0.4 * fact.score) * (1.0 + bonus);
            Worth {
                sentence: id,
                own,
                score: (own * (0.35 + 0.65 * said / best_said) / 1.6).clamp(0.0, 1.0),
                reasons,
            }
        })
        .collect()
}

/// The salience of a name: how often it is named and over how much of the text, by how early; whether the title or a
/// heading names it; less where it is named in brackets and enumerations.
#[expect(clippy::cast_precision_loss, reason = "counts and positions")]
fn name(analysis: &Sentences<'_>, salience: &Salience, fact: &Fact) -> f32 {
    let all = salience.places() as f32;
    let sentence = |span: Span| analysis.sentence_at(span.start);
    let place = |span: Span| sentence(span).and_then(|id| salience.place(id));
    let first = place(fact.span).unwrap_or_default() as f32;
    let last = fact.mentions.iter().rev().find_map(|&m| place(m));
    let reach = last.map_or(0.0, |last| (last as f32 - first).max(0.0) / all);
    let credits = fact
        .mentions
        .iter()
        .filter(|m| is_credit(analysis, **m))
        .count();
    let named = (fact.mentions.len() - credits) as f32;
    if credits > 0 && named < 1.0 {
        return CREDIT;
    }
    let often = named.powf(0.6) * (1.0 + 0.5 * reach);
    let early = 1.0 / (1.0 + 2.0 * first / all);
    let canonical = match &fact.value {
        Value::Name { canonical, .. } => *canonical,
        _ => fact.span,
    };
    let words: Vec<u32> = salience.words_of(analysis, canonical).collect();
    let titled = words.iter().filter(|&&w| salience.in_title(w)).count();
    let title = 1.0 + titled as f32 / words.len().max(1) as f32;
    let headed = fact.mentions.iter().any(|&m| place(m).is_none());
    let aside = |m: &&Span| {
        let before = analysis.text().get(..m.start.get()).unwrap_or_default();
        before.trim_end().ends_with([',', '('])
    };
    let asides = fact.mentions.iter().filter(aside).count() as f32 / fact.mentions.len() as f32;
    let kind = match fact.kind {
        Kind::Event => 1.4,
        Kind::Place => 1.15,
        Kind::Organization => 1.1,
        _ => 1.0,
    };
    let heading = if headed { 1.3 } else { 1.0 };
    often * early * title * kind * heading * (1.0 - 0.3 * asides)
}

/// Whether a name stands in brackets that end in a year: `(Hall & Stone, 2010; Brook et al., 2012)`.
fn is_cited(text: &str, mention: Span, line: &str) -> bool {
    let open = line
        .rfind('(')
        .is_some_and(|at| !line.get(at..).unwrap_or_default().contains(')'));
    let end = mention.end.get();
    let near = floor_boundary(text, end.saturating_add(NEAR));
    let after = text.get(end..near).unwrap_or_default();
    let inside = after.split(['(', ')', '\n']).next().unwrap_or_default();
    let year = |part: &str| {
        let part = part.trim().trim_end_matches(char::is_alphabetic);
        part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
    };
    open && inside.split([',', ';']).any(year)
}

/// How far around a name its credit or citation is looked for, in bytes; a line may have millions.
const NEAR: usize = 400;

/// What a name is worth that only stands in credits.
const CREDIT: f32 = 0.02;

/// Whether the words round a name say that it made a picture (`Image: `, `Photo by `) or that it is cited.
fn is_credit(analysis: &Sentences<'_>, mention: Span) -> bool {
    let text = analysis.text();
    let start = mention.start.get();
    let near = floor_boundary(text, start.saturating_sub(NEAR));
    let before = text.get(near..start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default().trim_end();
    if is_cited(text, mention, line) {
        return true;
    }
    let mut words = line.rsplit(|c: char| c.is_whitespace() || c == '(');
    let last = words.next().unwrap_or_default();
    let by = last.eq_ignore_ascii_case("by");
    let sign = if by {
        words.next().unwrap_or_default()
    } else {
        last
    };
    let sign = sign.trim_end_matches(':');
    (by || last.ends_with(':'))
        && [
            "image",
            "images",
            "photo",
            "photos",
            "photograph",
            "picture",
            "credit",
            "photographed",
            "illustration",
        ]
        .iter()
        .any(|word| sign.eq_ignore_ascii_case(word))
}

/// The weight from which on a word is one of those that the text is about: that of the tenth heaviest word in facts.
fn heavy_word(words: &Words, salience: &Salience, facts: &[Fact]) -> f32 {
    let telling = |(index, fact): (usize, &Fact)| match fact.subject {
        Some(_) => words.subject(index),
        None => words.said(index),
    };
    let mut words: Vec<u32> = (facts.iter().enumerate())
        .flat_map(telling)
        .copied()
        .collect();
    words.sort_unstable();
    words.dedup();
    let mut weights: Vec<f32> = words.into_iter().map(|w| salience.weight(w)).collect();
    weights.sort_unstable_by(|a, b| b.total_cmp(a));
    weights
        .get(9)
        .or(weights.last())
        .copied()
        .unwrap_or_default()
}

/// The reasons that hold for a fact, with what each adds to its worth.
fn marks(
    analysis: &Sentences<'_>,
    salience: &Salience,
    (fact, words): (&Fact, &[u32]),
    sentence: SentenceId,
    heavy: f32,
    named: f32,
) -> Vec<(Reason, f32)> {
    let mut marks = Vec::new();
    if words.iter().any(|&w| salience.in_title(w)) {
        marks.push((Reason::Title, 0.25));
    }
    if salience.place(sentence).is_some_and(|p| p < LEDE) {
        marks.push((Reason::Lede, 0.2));
    }
    let about = if fact.kind.is_name() {
        named > 0.4
    } else {
        words.iter().any(|&w| salience.weight(w) >= heavy)
    };
    if about {
        marks.push((Reason::Salient, 0.15));
    }
    let often = if fact.kind.is_name() { 3 } else { 2 };
    if fact.mentions.len() >= often {
        marks.push((Reason::Repeated, 0.22));
    }
    if is_specific(analysis, fact) {
        marks.push((Reason::Specific, 0.12));
    }
    if is_attributed(fact) {
        marks.push((Reason::Attributed, 0.1));
    }
    marks
}

/// Reasons by what they add, the strongest first.
fn strongest(mut marks: Vec<(Reason, f32)>) -> Vec<Reason> {
    marks.sort_by(|a, b| b.1.total_cmp(&a.1));
    marks.into_iter().map(|(reason, _)| reason).collect()
}

/// What a fact of its kind is worth before anything else is known.
fn prior(analysis: &Sentences<'_>, fact: &Fact) -> f32 {
    match &fact.value {
        Value::Number(number) => match fact.kind {
            Kind::Money => 0.95,
            Kind::Percent => 0.9,
            _ if number.number.abs() < 10.0 && number.to.is_none() => small_count(number),
            _ if fact.subject.is_some() || number.unit.is_some() => 0.9,
            _ => 0.6,
        },
        // A line that is nothing but a date says when the text was written.
        Value::Time(_) if fact.sentence.len() <= fact.span.len() + 2 => 0.001,
        Value::Time(_) if fact.sure < 0.5 => 0.1,
        Value::Time(None) => 0.45,
        Value::Time(Some(_)) => 0.65,
        Value::Name { .. } => 0.8,
        Value::Quote { speaker, .. } => 0.7 + if speaker.is_some() { 0.1 } else { 0.0 },
        Value::Claim { speaker, .. } => 0.75 + if speaker.is_some() { 0.1 } else { 0.0 },
        Value::Definition { .. } => 0.7,
        Value::Statement => 0.75,
        Value::List { items, .. } => {
            let inside = items.iter().all(|i| fact.span.covers(*i));
            let words = analysis.slice(fact.span).split_whitespace().count();
            if inside && words < 6 { 0.5 } else { 0.8 }
        }
    }
}

/// `two men`: seldom what a reader looks for, unless it is measured.
fn small_count(number: &Number) -> f32 {
    match number.unit {
        Some(Unit::Name(_)) => 0.7,
        _ if number.number.fract() != 0.0 => 0.7,
        _ => 0.45,
    }
}

/// Whether the fact gives a definite figure, day or name.
fn is_specific(analysis: &Sentences<'_>, fact: &Fact) -> bool {
    match &fact.value {
        // "Around 2,500" says as much to a reader as "2,500"; "about 20" is a guess.
        Value::Number(number) => {
            let least = if number.approx == Approx::Exact {
                10.0
            } else {
                100.0
            };
            number.number.abs() >= least
        }
        Value::Time(Some(Period::Date(date))) => date.len() >= 10,
        Value::Name {
            canonical, role, ..
        } => role.is_some() || analysis.slice(*canonical).contains(char::is_whitespace),
        Value::List { .. } | Value::Definition { .. } => true,
        _ => false,
    }
}

/// Whether somebody is given as the source.
fn is_attributed(fact: &Fact) -> bool {
    matches!(
        &fact.value,
        Value::Quote {
            speaker: Some(_),
            ..
        } | Value::Claim {
            speaker: Some(_),
            ..
        }
    )
}
