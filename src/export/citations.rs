//! Facts as Markdown, for notes: each sentence as a quotation with its facts in bold, where it stands, and the facts
//! as a person would note them.

use std::fmt::Write as _;

use super::Sheet;
use super::choice::by_rank;
use super::markdown::escape;
use crate::article::note;
use crate::facts::{Fact, FactId};
use crate::text::Span;

/// The facts of one article as Markdown, by importance; facts of one sentence stand together under its quotation.
pub fn citations(sheet: &Sheet<'_>, facts: &[FactId]) -> String {
    let document = &sheet.article.document;
    let title = match document.meta().title.as_str() {
        "" => sheet.name(),
        title => title,
    };
    let mut out = format!("# Facts in {}\n", escape(title));
    let mut byline: Vec<String> = document.meta().byline.iter().map(|b| escape(b)).collect();
    byline.extend(document.meta().published.map(|d| d.to_string()));
    byline.push(escape(sheet.name()));
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\n{}", byline.join(", "));
    for (sentence, facts) in by_sentence(sheet, facts) {
        let _ = writeln!(out, "\n> {}\n>", quoted(sheet, sentence, &facts));
        let section = escape(&sheet.section(document.section_at(sentence.start)));
        let line = sheet
            .place(sentence.start)
            .map_or_else(String::new, |p| format!(", line {}", p.line));
        let _ = writeln!(out, "> — {section}{line}\n");
        for fact in facts {
            let noted = note(document, fact);
            let detail = match super::sheet::about(&noted).as_str() {
                "" => String::new(),
                detail => format!(" · {}", escape(detail)),
            };
            let times = match fact.mentions.len() {
                0 | 1 => String::new(),
                n => format!(" ×{n}"),
            };
            let conflict = if fact.conflicts.is_empty() {
                ""
            } else {
                "≠ "
            };
            let _ = writeln!(
                out,
                "- {}: {conflict}{}{detail}{times}{}",
                fact.kind.name(),
                escape(&noted.words),
                otherwise(sheet, fact)
            );
        }
    }
    out
}

/// What contradicts a fact: the other values, each with the line on which it stands; empty where nothing does.
fn otherwise(sheet: &Sheet<'_>, fact: &Fact) -> String {
    let others = fact.conflicts.iter().filter_map(|&id| {
        let other = sheet.article.fact(id)?;
        let line = sheet.place_of(other);
        let line = line.map_or_else(String::new, |p| format!(" on line {}", p.line));
        Some(format!("{}{line}", escape(&sheet.words(other.span))))
    });
    let others: Vec<String> = others.collect();
    if others.is_empty() {
        String::new()
    } else {
        format!(" · but also {}", others.join(", "))
    }
}

/// The facts by the sentences that say them, in the order of each sentence's most important fact. O(facts log facts).
fn by_sentence<'a>(sheet: &Sheet<'a>, facts: &[FactId]) -> Vec<(Span, Vec<&'a Fact>)> {
    let mut order: Vec<(Span, Vec<&Fact>)> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for fact in by_rank(sheet, facts)
        .into_iter()
        .filter_map(|id| sheet.article.fact(id))
    {
        let place = *places.entry(fact.sentence).or_insert(order.len());
        match order.get_mut(place) {
            Some((_, together)) => together.push(fact),
            None => order.push((fact.sentence, vec![fact])),
        }
    }
    order
}

/// A sentence with its facts in bold, on one line. Facts inside facts are not marked again.
fn quoted(sheet: &Sheet<'_>, sentence: Span, facts: &[&Fact]) -> String {
    let document = &sheet.article.document;
    let mut spans: Vec<Span> = facts
        .iter()
        .filter_map(|f| f.span.intersection(sentence))
        .filter(|&s| s != sentence)
        .collect();
    spans.sort_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
    let mut out = String::new();
    let mut at = sentence.start;
    for span in spans {
        if span.start < at {
            continue;
        }
        out.push_str(&escape(document.slice(Span {
            start: at,
            end: span.start,
        })));
        let words = escape(document.slice(span));
        out.push_str("**");
        out.push_str(words.trim());
        out.push_str("**");
        at = span.end;
    }
    out.push_str(&escape(document.slice(Span {
        start: at,
        end: sentence.end,
    })));
    super::sheet::one_line(&out)
}
