//! What is copied: a quotation with where it stands.

use unicode_segmentation::UnicodeSegmentation;

use super::Reader;
use crate::app::{Clipping, Effect};
use crate::article::citation;
use crate::document::BlockKind;
use crate::text::Span;

impl Reader {
    /// Copies what is being selected, the selected note, the evidence of the selected fact, or else the paragraph at
    /// the top, with its source.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        let document = &self.article.document;
        if self.view.selection.is_some() {
            let span = self.chosen()?;
            self.view.selection = None;
            return Some(self.clipping(span, ""));
        }
        let note = self.view.note.and_then(|id| self.view.notes.get(id));
        if let Some(note) = note {
            let text = note.text.clone();
            if let Some(span) = note.span {
                return Some(self.clipping(span, &text));
            }
        }
        let fact = self.view.selected.and_then(|id| self.article.fact(id));
        let span = if let Some(fact) = fact {
            fact.sentence
        } else {
            let block = document.block_at(self.place());
            block.and_then(|id| document.block(id))?.span
        };
        Some(self.clipping(span, ""))
    }

    /// Copies the section that the reader is in.
    pub(super) fn copy_section(&mut self) -> Option<Effect> {
        let document = &self.article.document;
        let section = document.outline().section_at(self.place());
        let span = document.outline().section(section)?.span;
        let words = self.shown_text(span);
        let text = format!("{words}\n\n— {}\n", citation(&self.article, span.start));
        Some(Effect::Copy(Clipping {
            amount: self.amount(span, &words),
            text,
        }))
    }

    /// Words with what was written about them and their source.
    fn clipping(&self, span: Span, note: &str) -> Effect {
        let words = self.shown_text(span);
        let written = if note.is_empty() {
            String::new()
        } else {
            format!("{note}\n")
        };
        let text = format!(
            "“{words}”\n{written}— {}\n",
            citation(&self.article, span.start)
        );
        Effect::Copy(Clipping {
            amount: self.amount(span, &words),
            text,
        })
    }

    /// The text of a span without its hidden blocks, a blank line between blocks.
    pub(super) fn shown_text(&self, span: Span) -> String {
        let document = &self.article.document;
        let first = document
            .blocks()
            .partition_point(|b| b.span.end <= span.start);
        let blocks = document.blocks().get(first..).unwrap_or_default();
        let blocks = blocks.iter().take_while(|b| b.span.start < span.end);
        let shown = blocks.filter(|b| self.view.hidden_shown || b.kind != BlockKind::Boilerplate);
        let words = shown.filter_map(|b| b.span.intersection(span));
        let words = words.map(|part| document.slice(part.trim(document.text())));
        words
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n")
    }

    /// How much it is: `2 sentences, 214 characters`. Characters are grapheme clusters.
    pub(super) fn amount(&self, span: Span, words: &str) -> String {
        let sentences = &self.article.findings.sentences;
        let first = sentences.partition_point(|s| s.end <= span.start);
        let rest = sentences.get(first..).unwrap_or_default();
        let count = rest.iter().take_while(|s| s.start < span.end).count();
        let characters = words.graphemes(true).count();
        let characters = counted(characters, "character");
        match count {
            0 => characters,
            _ => format!("{}, {characters}", counted(count, "sentence")),
        }
    }
}

/// A number of things in words.
fn counted(number: usize, thing: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {thing}{s}")
}
