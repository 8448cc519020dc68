//! HTML inside Markdown: elements in a paragraph, and whole blocks, which go through the walker of pages.

use std::ops::Range;

use super::{Inner, Writer, badge};
use crate::document::{BlockKind, MarkKind};
use crate::import::draft::{Draft, emit};
use crate::import::html::{self, Links, Loss, Syntax};
use crate::text::{Pos, Span};

/// The most elements open in one paragraph.
const OPEN: usize = 64;

/// An element that is open in a paragraph.
#[derive(Debug)]
pub(super) struct Tag {
    name: &'static str,
    from: Pos,
    mark: MarkKind,
}

impl Tag {
    /// Begins it here.
    pub(super) fn begin(&mut self, here: Pos) {
        self.from = here;
    }

    /// Where it leads, if it is a link.
    pub(super) fn link(&self) -> Option<&str> {
        match &self.mark {
            MarkKind::Link(target) => Some(target),
            _ => None,
        }
    }
}

impl Writer<'_> {
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let lower = html.to_ascii_lowercase();
        let name = lower.trim_start_matches(['<', '/']);
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default();
        if let Some(mute) = self.mute {
            if lower.starts_with("</") && name == mute {
                self.mute = None;
            }
            return;
        }
        match name {
            "br" => self.push_for("\n", range),
            // Browsers show what follows the first `>` of such a section.
            _ if lower.starts_with("<![cdata[") => {
                let shown = html.split_once('>').map_or("", |(_, rest)| rest);
                let start = range.end - shown.len();
                self.push(shown, start..range.end);
            }
            "img" => self.inline_image(html, range),
            _ if self.alt.is_none() && mark_of(name).is_some() => {
                let Some(name) = mark_of(name) else { return };
                if lower.starts_with("</") {
                    self.close_tag(name);
                } else {
                    self.open_tag(name, html);
                }
            }
            _ if lower.starts_with('<') && !lower.ends_with("/>") => {
                let hidden = [
                    "script", "style", "template", "iframe", "textarea", "select",
                ];
                self.mute = hidden.into_iter().find(|hidden| *hidden == name);
            }
            _ => {}
        }
    }

    /// An image that is written as HTML.
    fn inline_image(&mut self, html: &str, range: Range<usize>) {
        let source = Span::new(range.start, range.end);
        for draft in drafts(html, &mut self.loss) {
            let BlockKind::Image { target, alt, .. } = &draft.kind else {
                continue;
            };
            if badge::is_badge(target, self.is_badge_near()) {
                self.badge(target, alt.clone(), source);
            } else {
                self.images.push((draft.kind, draft.text, source));
            }
        }
    }

    fn open_tag(&mut self, name: &'static str, html: &str) {
        let value = |attribute: &str| {
            let page = dom_query::Document::fragment(html);
            let value = page.select_single(name).attr(attribute);
            value.map(|value| value.trim().to_owned())
        };
        let mark = match name {
            "a" => {
                if let Some(id) = value("id").or_else(|| value("name")) {
                    self.builder.anchor(format!("#{id}"));
                }
                match value("href").filter(|href| !href.is_empty()) {
                    Some(href) => MarkKind::Link(href),
                    None => return,
                }
            }
            "i" | "em" => MarkKind::Emphasis,
            "s" | "del" => MarkKind::Strike,
            "kbd" | "code" | "samp" => MarkKind::Code,
            _ => MarkKind::Strong,
        };
        if self.tags.len() < OPEN {
            let from = self.builder.here();
            self.tags.push(Tag { name, from, mark });
        } else {
            self.loss.elements = true;
        }
    }

    fn close_tag(&mut self, name: &str) {
        let Some(at) = self.tags.iter().rposition(|tag| tag.name == name) else {
            return;
        };
        let Tag { from, mark, .. } = self.tags.remove(at);
        self.builder.mark(mark, from);
    }

    /// A block of HTML goes through the walker of pages.
    pub(super) fn end_html(&mut self) {
        let Some((html, range)) = self.html.take() else {
            return;
        };
        let source = Span::new(range.start, range.end).trim(self.text);
        let mut rest = Vec::new();
        for mut draft in drafts(&html, &mut self.loss) {
            if let BlockKind::Image { target, alt, .. } = &draft.kind
                && draft.text.is_empty()
                && badge::is_badge(target, !draft.hint.is_empty() || !self.badges.is_empty())
            {
                emit(&mut self.builder, std::mem::take(&mut rest));
                let alt = alt.clone();
                self.badges.push(badge::Badge {
                    words: alt,
                    target: draft.hint,
                    source,
                });
                continue;
            }
            self.fold_badges();
            draft.source = Some(source);
            if draft.kind == BlockKind::Paragraph && self.inner.last() != Some(&Inner::Page) {
                draft.kind = self.kind();
            }
            rest.push(draft);
        }
        emit(&mut self.builder, &rest);
    }
}

/// The blocks of a piece of HTML. What is left out of it is added to `lost`.
fn drafts(html: &str, lost: &mut Loss) -> Vec<Draft> {
    let (page, loss) = html::limit(html, Syntax::Html);
    *lost = lost.and(loss);
    let page = dom_query::Document::fragment(page.as_ref());
    html::walk(page.root(), Links::Page, &|_| true)
}

/// The name of an element that marks its words.
fn mark_of(name: &str) -> Option<&'static str> {
    const NAMES: [&str; 10] = [
        "a", "b", "strong", "i", "em", "s", "del", "kbd", "code", "samp",
    ];
    NAMES.into_iter().find(|known| *known == name)
}
