//! Gold names as sets of labels that a token may have. The corpora follow different guidelines: what one leaves out
//! another marks, so that a token often has several labels that are not wrong.

use crate::document::Document;
use crate::facts::analysis::Analysis;
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::tag::form::Form;
use crate::facts::tag::name::{LABELS, NameKind, OUTSIDE, begin, inside};
use crate::text::Span;

/// Where a document comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// GUM: all kinds are marked.
    Gum,
    /// MEANTIME: no events; products are marked as other; spans take in descriptions.
    Meantime,
    /// re3d: no events; titles belong to names; much is marked as doubtful.
    Re3d,
    /// Universal NER: persons, organisations, places.
    Uner,
    /// WNUT 17: no events; groups and corporations.
    Wnut,
}

/// One name in the gold.
#[derive(Clone, Debug)]
pub struct GoldName {
    /// Its place, in the offsets of the source.
    pub span: Span,
    /// Its head word.
    pub head: Span,
    /// Its kind; none where the corpus leaves that open, or marks something that may be no name.
    pub kind: Option<NameKind>,
}

/// A document and its names.
#[derive(Debug)]
pub struct NameDocument {
    /// The text.
    pub document: Document,
    /// Its names; of two that overlap the first in the list counts.
    pub names: Vec<GoldName>,
    /// Where it comes from.
    pub corpus: Corpus,
}

/// Every label.
const ANY: u16 = (1 << LABELS) - 1;

/// For each token the labels that it may have, as a set of bits.
pub(super) fn masks(
    gold: &NameDocument,
    analysis: &Analysis<'_>,
    lists: &Gazetteer<'_>,
) -> Vec<u16> {
    let free = match gold.corpus {
        Corpus::Gum | Corpus::Wnut => 1 << OUTSIDE,
        // Products and works are not marked there. Events are not either, but are too rare to be left open.
        _ => 1 << OUTSIDE | one(NameKind::Other),
    };
    let origin = gold.document.origin();
    let places: Vec<Span> = analysis
        .tokens
        .iter()
        .map(|t| origin.span(t.span()).unwrap_or(t.span()))
        .collect();
    let mut out = vec![free; places.len()];
    let mut taken = vec![false; places.len()];
    for name in &gold.names {
        let from = places.partition_point(|p| p.end <= name.span.start);
        let end = places.partition_point(|p| p.start < name.span.end);
        if from >= end || taken.get(from..end).unwrap_or_default().contains(&true) {
            continue;
        }
        let forms: Vec<Form> = analysis
            .tokens
            .iter()
            .take(end)
            .skip(from)
            .map(|t| Form::of(analysis.word(t), t, lists))
            .collect();
        let head = places
            .partition_point(|p| p.end <= name.head.start)
            .clamp(from, end - 1)
            - from;
        for (i, mask) in (from..end).zip(sets(gold.corpus, name.kind, &forms, head)) {
            if let (Some(cell), Some(taken)) = (out.get_mut(i), taken.get_mut(i)) {
                *cell = mask;
                *taken = true;
            }
        }
    }
    out
}

/// Both labels of a kind.
fn one(kind: NameKind) -> u16 {
    1 << begin(kind) | 1 << inside(kind)
}

/// The labels that the tokens of one gold name may have.
fn sets(corpus: Corpus, kind: Option<NameKind>, forms: &[Form], head: usize) -> Vec<u16> {
    let Some(kind) = kind else {
        return vec![ANY; forms.len()];
    };
    let mut out = vec![ANY; forms.len()];
    let mut core = 0..forms.len();
    if matches!(corpus, Corpus::Meantime | Corpus::Re3d) {
        core = narrow(kind, forms, head);
        if core.is_empty() {
            return out;
        }
    }
    let country = forms.iter().any(|f| f.flags.has(Flags::COUNTRY)) && forms.len() <= 2;
    let mut first = true;
    for i in core {
        let comma = forms
            .get(i)
            .is_some_and(|f| f.case == 6 && kind == NameKind::Place);
        let Some(cell) = out.get_mut(i) else { continue };
        *cell = match (comma, first) {
            (true, _) => 1 << OUTSIDE,
            (false, true) => 1 << begin(kind),
            (false, false) => 1 << inside(kind),
        };
        if country && kind == NameKind::Organization {
            *cell |= if first {
                1 << begin(NameKind::Place)
            } else {
                1 << inside(NameKind::Place)
            };
        }
        first = comma;
    }
    out
}

/// The proper name around the head of a span that may take in a description, a title or a role.
fn narrow(kind: NameKind, forms: &[Form], head: usize) -> std::ops::Range<usize> {
    let solid = |i: usize| {
        forms
            .get(i)
            .is_some_and(|f| f.is_capital() || f.is_number())
    };
    if !solid(head) {
        return 0..0;
    }
    let chain = crate::facts::tag::name::runs(forms);
    let Some(run) = chain.into_iter().find(|r| r.contains(&head)) else {
        return 0..0;
    };
    let mut core = crate::facts::tag::name::trim(forms, run);
    if kind == NameKind::Person {
        let role = |i: usize| {
            forms
                .get(i)
                .is_some_and(|f| f.flags.has(Flags::TITLE.with(Flags::ROLE)))
        };
        let given = |i: usize| forms.get(i).is_some_and(|f| f.flags.has(Flags::GIVEN));
        if let Some(last) = core.clone().rev().find(|&i| role(i) && !given(i)) {
            core.start = last + 1;
        }
    }
    crate::facts::tag::name::trim(forms, core)
}
