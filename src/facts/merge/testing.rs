//! Candidates made by hand, for the tests of merging and ranking.

use crate::document::{BlockKind, Builder, Document};
use crate::facts::{
    Analysis, Approx, Candidate, Findings, Kind, Number, Period, Stance, Unit, Value, analyse,
};
use crate::text::{Pos, Span};

/// A document of lines: `# ` begins the title, `## ` a heading, `* ` a list item, any other a paragraph.
pub(in crate::facts) fn document(text: &str) -> Document {
    let mut builder = Builder::default();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let kinds = [
            ("## ", BlockKind::Heading { level: 2 }),
            ("# ", BlockKind::Heading { level: 1 }),
        ];
        let heading = kinds
            .into_iter()
            .find_map(|(mark, kind)| Some((kind, line.strip_prefix(mark)?)));
        let (kind, line) = heading.unwrap_or((BlockKind::Paragraph, line));
        if builder.is_empty() && matches!(kind, BlockKind::Heading { level: 1 }) {
            builder.meta.title = line.to_owned();
        }
        builder.open(kind, None);
        builder.push(line, None);
        builder.close();
    }
    builder.finish()
}

/// The words of the facts that contradict another one.
pub(in crate::facts) fn flagged<'a>(document: &'a Document, findings: &Findings) -> Vec<&'a str> {
    let facts = findings.facts.iter();
    facts
        .filter(|f| !f.conflicts.is_empty())
        .map(|f| document.slice(f.span))
        .collect()
}

/// Candidates marked in a text, and what is made of them.
pub(in crate::facts) struct Found<'a> {
    pub(in crate::facts) analysis: Analysis<'a>,
    pub(in crate::facts) candidates: Vec<Candidate>,
    /// How far the text is searched.
    at: usize,
}

impl<'a> Found<'a> {
    pub(in crate::facts) fn new(document: &'a Document) -> Self {
        Self {
            analysis: analyse(document, None),
            candidates: Vec::new(),
            at: 0,
        }
    }

    /// The next place of these words.
    #[track_caller]
    pub(in crate::facts) fn place(&mut self, words: &str) -> Span {
        let text = self.analysis.text();
        let Some(at) = text.get(self.at..).and_then(|rest| rest.find(words)) else {
            panic!("{words:?} does not come after byte {}", self.at);
        };
        let start = self.at + at;
        self.at = start;
        Span::new(start, start + words.len())
    }

    /// Searches from the start of the text again.
    pub(in crate::facts) fn rewind(&mut self) {
        self.at = 0;
    }

    pub(in crate::facts) fn push(
        &mut self,
        kind: Kind,
        span: Span,
        value: Value,
    ) -> &mut Candidate {
        self.at = span.start.plus(1).get();
        while !self.analysis.text().is_char_boundary(self.at) {
            self.at += 1;
        }
        self.candidates.push(Candidate {
            kind,
            span,
            subject: None,
            value,
            entity: None,
            confidence: 0.9,
        });
        let Some(last) = self.candidates.last_mut() else {
            panic!("just pushed");
        };
        last
    }

    /// A number: its words, the number, and the words of what is counted (found inside or after it; may be empty).
    #[track_caller]
    pub(in crate::facts) fn number(
        &mut self,
        words: &str,
        number: f64,
        of: &str,
    ) -> &mut Candidate {
        self.figure(Kind::Quantity, words, number, of, Approx::Exact)
    }

    #[track_caller]
    pub(in crate::facts) fn figure(
        &mut self,
        kind: Kind,
        words: &str,
        number: f64,
        of: &str,
        approx: Approx,
    ) -> &mut Candidate {
        let span = self.place(words);
        let subject = (!of.is_empty()).then(|| self.place(of));
        let unit = match kind {
            Kind::Percent => Some(Unit::Name("%")),
            Kind::Money => Some(Unit::Name("USD")),
            _ => None,
        };
        let value = Value::Number(Number {
            number,
            to: None,
            approx,
            change: None,
            unit,
        });
        let candidate = self.push(kind, span, value);
        candidate.subject = subject;
        candidate
    }

    /// A time: its words and its date.
    #[track_caller]
    pub(in crate::facts) fn time(&mut self, words: &str, date: Option<&str>) -> &mut Candidate {
        let span = self.place(words);
        let period = date.map(|d| Period::Date(d.to_owned()));
        self.push(Kind::Time, span, Value::Time(period))
    }

    /// A name: its words and the number of its entity.
    #[track_caller]
    pub(in crate::facts) fn name(
        &mut self,
        kind: Kind,
        words: &str,
        entity: u32,
    ) -> &mut Candidate {
        let span = self.place(words);
        let value = Value::Name {
            canonical: span,
            role: None,
            acronym: None,
        };
        let candidate = self.push(kind, span, value);
        candidate.entity = Some(entity);
        candidate
    }

    /// A quotation: its words.
    #[track_caller]
    pub(in crate::facts) fn quote(&mut self, words: &str) -> &mut Candidate {
        let span = self.place(words);
        let value = Value::Quote {
            speaker: None,
            cue: None,
        };
        self.push(Kind::Quote, span, value)
    }

    /// A claim: speaker, cue and content, in any order of the text.
    #[track_caller]
    pub(in crate::facts) fn claim(
        &mut self,
        who: &str,
        cue: &str,
        content: &str,
    ) -> &mut Candidate {
        let from = self.at;
        let mut find = |words: &str| {
            self.at = from;
            self.place(words)
        };
        let (who, cue, content) = (find(who), find(cue), find(content));
        let value = Value::Claim {
            speaker: Some(who),
            cue,
            stance: Stance::Asserted,
            more: Vec::new(),
        };
        self.push(Kind::Claim, content, value)
    }

    /// What merging makes of the candidates.
    pub(in crate::facts) fn merge(&self) -> Findings {
        let again = super::repeat::find(&self.analysis);
        super::merge(&self.analysis, &again, self.candidates.clone())
    }

    /// The words at a position range, for messages.
    pub(in crate::facts) fn words(&self, span: Span) -> &'a str {
        self.analysis.slice(span)
    }
}

/// Checks what holds for all findings: order, mentions inside the text, links both ways.
#[track_caller]
pub(in crate::facts) fn check_promises(text: &str, findings: &Findings) {
    let mut last = (Pos(0), Pos(0));
    for (i, fact) in findings.facts.iter().enumerate() {
        assert!((fact.span.start, fact.span.end) >= last, "facts in order");
        last = (fact.span.start, fact.span.end);
        assert!(fact.mentions.contains(&fact.span), "the span is a mention");
        assert!(
            fact.mentions.iter().all(|m| !m.slice(text).is_empty()),
            "mentions inside the text"
        );
        assert!(fact.mentions.is_sorted(), "mentions in order");
        for id in &fact.conflicts {
            let other = findings.facts.get(id.get());
            let back = other.is_some_and(|f| f.conflicts.iter().any(|c| c.get() == i));
            assert!(back, "conflicts are flagged on both sides");
        }
    }
}
