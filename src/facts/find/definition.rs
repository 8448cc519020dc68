//! Definitions: a short form with its long form, another name with what it names, an emphasised term with what it is.
//!
//! Takes the prose sentences of an analysis, gives candidates whose span is the whole definition:
//! `World Health Organization (WHO)`, `WHO (World Health Organization)`, `the Health Organization, or WHO`,
//! `the extra week, known as the Golden Week`, `**Basalt** is a dark rock`. Invariant: short and long form lie inside
//! the span. Deliberately absent: `X is a Y` of words that nothing sets off, `called`, `i.e.`: most of those only
//! describe, and a wrong mark costs more than a missing one.

mod acronym;
mod alias;
mod term;

use crate::facts::lexicon::Words;
use crate::facts::{Analysis, Candidate, Kind, Sentence, Token, Value};
use crate::text::Span;

/// Appends the definitions of the prose.
pub(super) fn find(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    let mut last_block = None;
    for sentence in &analysis.sentences {
        let opens = last_block != Some(sentence.block);
        last_block = Some(sentence.block);
        if !sentence.prose {
            continue;
        }
        let line = Line::new(analysis, sentence);
        acronym::find(&line, out);
        alias::find(&line, out);
        if opens {
            term::find(analysis, &line, out);
        }
    }
}

/// A sentence as its tokens, with their words at hand.
struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Line<'a> {
    fn new(analysis: &'a Analysis<'_>, sentence: &Sentence) -> Self {
        Self {
            text: analysis.text(),
            tokens: analysis.tokens_of(sentence),
        }
    }

    /// The word of a token; empty past the end.
    fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span().slice(self.text))
    }

    /// The span from one token to another, both included.
    fn span(&self, from: usize, last: usize) -> Option<Span> {
        let (a, b) = (self.tokens.get(from)?, self.tokens.get(last)?);
        (from <= last).then(|| a.span().to(b.span()))
    }

    /// Whether the token is one of the words of a list.
    fn has(&self, at: usize, list: Words) -> bool {
        self.tokens.get(at).is_some_and(|token| list.has(token.key))
    }

    /// Whether the token is one of a few words, in capitals or not.
    fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }

    /// Whether the token is a word that begins with a capital.
    fn is_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }
}

/// A definition as a candidate.
fn candidate(span: Span, short: Span, long: Span, confidence: f32) -> Candidate {
    Candidate {
        kind: Kind::Definition,
        span,
        subject: None,
        value: Value::Definition { short, long },
        entity: None,
        confidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, MarkKind};
    use crate::facts::analyse;

    /// Finds the definitions of one paragraph; `**` sets off what is emphasised. Shows them as `short = long`.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let mut builder = Builder::default();
        builder.open(BlockKind::Paragraph, None);
        let mut from = None;
        for (i, part) in text.split("**").enumerate() {
            if i > 0 {
                match from.take() {
                    None => from = Some(builder.here()),
                    Some(at) => builder.mark(MarkKind::Strong, at),
                }
            }
            builder.push(part, None);
        }
        let document = builder.finish();
        let analysis = analyse(&document, None);
        let mut out = Vec::new();
        find(&analysis, &mut out);
        let got: Vec<String> = out
            .iter()
            .map(|c| {
                let Value::Definition { short, long } = &c.value else {
                    panic!("not a definition");
                };
                assert!(c.span.covers(*short) && c.span.covers(*long), "{text}");
                format!("{} = {}", analysis.slice(*short), analysis.slice(*long))
            })
            .collect();
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn short_forms_in_brackets() {
        check(
            "The Harbour Safety Board (HSB) met.",
            &["HSB = Harbour Safety Board"],
        );
        check(
            "It buys bread from the Bakers of the North (BOTN).",
            &["BOTN = Bakers of the North"],
        );
        check(
            "A low ground pressure vehicle (LGPV) can cross it.",
            &["LGPV = low ground pressure vehicle"],
        );
        check(
            "They sold the Coastal Reader 7 (CR7) for less.",
            &["CR7 = Coastal Reader 7"],
        );
        check(
            "Lamps give off ultraviolet (UV) light.",
            &["UV = ultraviolet"],
        );
        check(
            "We tested a twin-axis steering rod (TASR) at sea.",
            &["TASR = twin-axis steering rod"],
        );
        check(
            "He works in research and development (R&D).",
            &["R&D = research and development"],
        );
        check(
            "Several river basin councils (RBCs) objected.",
            &["RBCs = river basin councils"],
        );
        check(
            "The Office of Maps, Roads and Bridges (OMRB) replied.",
            &["OMRB = Office of Maps, Roads and Bridges"],
        );
        check("The Delta Science and Tide Laboratory (Dstl) paid.", &[]);
        check(
            "The Harbour Safety Board (\"HSB\") met.",
            &["HSB = Harbour Safety Board"],
        );
        check(
            "The Harbour Safety Board (HSB; founded 1920) met.",
            &["HSB = Harbour Safety Board"],
        );
        check(
            "Fighters of the Islamic State (ISIS) fled.",
            &["ISIS = Islamic State"],
        );
        check("Tarn Airlines (TIA) flew.", &[]);
    }

    #[test]
    fn what_else_stands_in_brackets_is_no_short_form() {
        check("The board (HSB) met.", &[]);
        check("Sales rose in Leeds (UK) and Lyon.", &[]);
        check("He left the University of Kent (UK) in May.", &[]);
        check("The senator (D) agreed.", &[]);
        check("It grew (2012) and then (see below) shrank.", &[]);
        check("Ann Lee (left) and Bo Ek (right) won.", &[]);
        check("The price (in USD) fell.", &[]);
        check("Shares of Quill Corp. (QLC) fell.", &[]);
        check("The average index (INDU) fell.", &[]);
    }

    #[test]
    fn long_forms_in_brackets() {
        check(
            "The HSB (Harbour Safety Board) met.",
            &["HSB = Harbour Safety Board"],
        );
        check(
            "It lights up an LED (light-emitting diode) first.",
            &["LED = light-emitting diode"],
        );
        check("The HSB (the old board) met.", &[]);
        check("The HSB (London) met.", &[]);
    }

    #[test]
    fn short_forms_between_commas() {
        check(
            "The Harbour Safety Board, or HSB, met.",
            &["HSB = Harbour Safety Board"],
        );
        check(
            "The Harbour Safety Board, known as the HSB, met.",
            &["HSB = Harbour Safety Board"],
        );
        check("He may go by car, or bus, or train.", &[]);
        check("The board, or HSB staff, met.", &[]);
    }

    #[test]
    fn other_names() {
        check(
            "The decision to open talks, known as the Joint Water Commission, surprised them.",
            &["Joint Water Commission = The decision to open talks"],
        );
        check(
            "They had added the extra week, known as the Golden Week, last year.",
            &["Golden Week = the extra week"],
        );
        check(
            "Northport, also known as Tarnhaven, is small.",
            &["Tarnhaven = Northport"],
        );
        check("He is known as a careful man.", &[]);
        check("A singer, known as much for his temper, left.", &[]);
        check("The village, known for its cheese, is small.", &[]);
        check(
            "The town, known as Gwad in the local speech, is small.",
            &[],
        );
        check(
            "Countries around the Tarn Sea, known as the Golden Circle Pact, met.",
            &[],
        );
    }

    #[test]
    fn emphasised_terms() {
        check(
            "**Basalt** is a dark rock that forms from lava.",
            &["Basalt = a dark rock"],
        );
        check(
            "**Slack water** (also still water) is the short time between tides, when nothing moves.",
            &["Slack water = the short time between tides"],
        );
        check("**Basalt** was sold here.", &[]);
        check("Basalt is a dark rock that forms from lava.", &[]);
        check("**Note** the rock is a basalt.", &[]);
    }
}
