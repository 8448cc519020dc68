//! What is copied: a quotation with where it stands.

use super::Reader;
use crate::app::Effect;
use crate::document::Document;
use crate::text::{Pos, Span};

impl Reader {
    /// Copies the evidence of the selected fact, or else the paragraph at the top, with its source.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        let document = &self.article.document;
        let fact = self.view.selected.and_then(|id| self.article.fact(id));
        let (span, what) = if let Some(fact) = fact {
            (fact.sentence, "the sentence of the fact")
        } else {
            let block = document
                .block_at(self.place())
                .and_then(|id| document.block(id))?;
            (block.span, "the paragraph")
        };
        let text = format!(
            "“{}”\n{}\n",
            document.slice(span).trim(),
            self.citation(span.start)
        );
        self.view.say(format!("copied {what} with its source"));
        Some(Effect::Copy(text))
    }

    /// Copies the section that the reader is in.
    pub(super) fn copy_section(&mut self) -> Option<Effect> {
        let document = &self.article.document;
        let section = document.outline().section_at(self.place());
        let span = document.outline().section(section)?.span;
        let text = format!(
            "{}\n\n{}\n",
            shown_text(document, span),
            self.citation(span.start)
        );
        self.view.say("copied the section with its source");
        Some(Effect::Copy(text))
    }

    /// Title, section and place, as a line under a quotation.
    fn citation(&self, at: Pos) -> String {
        let meta = self.article.document.meta();
        let outline = self.article.document.outline();
        let section = outline.section(self.article.document.section_at(at));
        let section = section.map_or("", |s| self.article.document.slice(s.title));
        let mut parts = Vec::new();
        if !meta.title.is_empty() {
            parts.push(meta.title.clone());
        }
        if !section.is_empty() && section != meta.title {
            parts.push(section.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        if let Some(date) = meta.published {
            parts.push(date.to_string());
        }
        parts.push(match self.article.line(at) {
            Some(line) => format!("{}:{line}", meta.source),
            None => meta.source.clone(),
        });
        format!("— {}", parts.join(", "))
    }
}

/// The text of a span without its hidden blocks.
fn shown_text(document: &Document, span: Span) -> String {
    let blocks = document.blocks().iter().filter(|b| b.span.overlaps(span));
    let shown = blocks.filter(|b| b.kind != crate::document::BlockKind::Boilerplate);
    shown
        .map(|b| document.slice(b.span))
        .collect::<Vec<_>>()
        .join("\n\n")
}
