//! Facts noted by hand: what the reader does with facts shall not depend on what the finders find.

use nutgraf::document::Document;
use nutgraf::facts::{Approx, Fact, FactId, Findings, Kind, Number, Reason, Stance, Value};
use nutgraf::text::{Pos, Span};

/// A fact by hand: its kind, its words as they stand in the text, every further mention of them after that.
pub(super) type Noted = (Kind, &'static str);

/// Facts of the bridge, in the order of the text.
pub(super) const BRIDGE: &[Noted] = &[
    (Kind::Time, "Monday"),
    (Kind::Money, "$4.2 million"),
    (Kind::Time, "2027"),
    (Kind::Quote, "We have waited 30 years for this"),
    (Kind::Person, "Hale"),
    (Kind::Definition, "Lindow Rowing Club (LRC)"),
    (Kind::Quantity, "1,250 people"),
    (Kind::Percent, "nearly 40 percent"),
    (Kind::Quantity, "24 people"),
    (Kind::Claim, "the ferry would be sold"),
    (Kind::Money, "$1.5 million"),
    (Kind::Claim, "the bridge could cost more than $4.2 million"),
    (Kind::Quantity, "18 months"),
    (Kind::Person, "Mary Lowe"),
];

/// Facts of the built-in article.
pub(super) const TALKS: &[Noted] = &[
    (Kind::Definition, "Higher Military Commission (HMC)"),
    (
        Kind::Claim,
        "the decision to open the talks was not prompted by the latest attack",
    ),
    (Kind::Quantity, "2,500 American troops"),
    (Kind::Place, "Mosul"),
    (Kind::Time, "Since last fall"),
    (Kind::Quantity, "Approximately 60 incidents"),
    (Kind::Quantity, "over 90"),
    (Kind::Person, "Austin"),
    (Kind::List, "three key factors"),
];

/// The findings of a document with these facts, the later ones the more important.
pub(super) fn findings(document: &Document, noted: &[Noted]) -> Findings {
    let mut findings = nutgraf::facts::find(document, None);
    let text = document.text();
    let mut facts: Vec<Fact> = Vec::new();
    for &(kind, words) in noted {
        let mentions: Vec<Span> = text
            .match_indices(words)
            .map(|(at, words)| Span::new(at, at + words.len()))
            .filter(|m| findings.sentences.iter().any(|s| s.covers(*m)))
            .collect();
        let Some(&span) = mentions.first() else {
            continue;
        };
        let sentence = findings.sentences.iter().find(|s| s.covers(span));
        facts.push(Fact {
            kind,
            span,
            sentence: sentence.copied().unwrap_or(span),
            subject: counted(document, kind, span),
            place: None,
            when: None,
            value: value(kind, span),
            mentions,
            section: document.section_at(span.start),
            conflicts: Vec::new(),
            sure: 0.9,
            score: 0.5,
            rank: 0,
            reasons: vec![Reason::Specific],
        });
    }
    facts.sort_by_key(|f| f.span);
    for (rank, fact) in facts.iter_mut().rev().enumerate() {
        fact.rank = u32::try_from(rank).unwrap() + 1;
    }
    // Two that contradict each other.
    let at = |words: &str| facts.iter().position(|f| document.slice(f.span) == words);
    if let (Some(a), Some(b)) = (at("$4.2 million"), at("$1.5 million")) {
        facts[a].conflicts = vec![FactId::new(b)];
        facts[b].conflicts = vec![FactId::new(a)];
    }
    findings.facts = facts;
    findings
}

/// What a quantity counts: its last word.
fn counted(document: &Document, kind: Kind, span: Span) -> Option<Span> {
    let words = document.slice(span);
    let last = words.rsplit(' ').next().unwrap_or_default();
    let noun = last.chars().all(char::is_alphabetic);
    (kind == Kind::Quantity && noun).then(|| Span::new(span.end.get() - last.len(), span.end.get()))
}

fn value(kind: Kind, span: Span) -> Value {
    let empty = Span::at(Pos(span.end.0));
    match kind {
        Kind::Quantity | Kind::Percent | Kind::Money => Value::Number(Number {
            number: 100.0,
            to: None,
            approx: Approx::Exact,
            change: None,
            unit: None,
        }),
        Kind::Time => Value::Time(None),
        Kind::Person | Kind::Organization | Kind::Place | Kind::Event => Value::Name {
            canonical: span,
            role: None,
            acronym: None,
        },
        Kind::Quote => Value::Quote {
            speaker: None,
            cue: None,
        },
        Kind::Claim => Value::Claim {
            speaker: None,
            cue: empty,
            stance: Stance::Asserted,
            more: Vec::new(),
        },
        Kind::Definition => Value::Definition {
            short: span,
            long: empty,
        },
        Kind::List => Value::List {
            count: 3,
            items: Vec::new(),
        },
        Kind::Statement => Value::Statement,
    }
}
