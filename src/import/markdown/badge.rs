//! Badges: the small linked pictures in rows that projects put over their descriptions.
//!
//! They say how a build went or which version is out, in a picture that a terminal cannot show. A row becomes one folded
//! line of their words, each a link.

use super::Writer;
use crate::document::{BlockKind, MarkKind};
use crate::text::Span;

/// A badge.
#[derive(Debug)]
pub(super) struct Badge {
    /// What it shows, in words.
    pub(super) words: String,
    /// Where it leads; empty where it is no link.
    pub(super) target: String,
    /// Where it stands in the file (bytes).
    pub(super) source: Span,
}

/// Whether an image is a badge: by its address, or since it is `near` one or in a link, and no photograph.
pub(super) fn is_badge(target: &str, near: bool) -> bool {
    let address = target
        .split(['?', '#'])
        .next()
        .unwrap_or(target)
        .to_ascii_lowercase();
    let named = ["badge", "shield"]
        .iter()
        .any(|word| address.contains(word));
    let name = address.rsplit('/').next().unwrap_or_default();
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
    let is_kind =
        (2..=5).contains(&kind.len()) && kind.bytes().all(|byte| byte.is_ascii_alphabetic());
    named || (near && (kind == "svg" || !is_kind))
}

impl Writer<'_> {
    /// A badge in the text: it waits for the next block, since rows of them may stand in several paragraphs.
    pub(super) fn badge(&mut self, image: &str, words: String, source: Span) {
        let words = if words.is_empty() {
            let name = image.rsplit('/').find(|part| !part.is_empty());
            name.unwrap_or("badge").to_owned()
        } else {
            words
        };
        let tag = self.tags.iter().rev().find_map(|tag| tag.link());
        let target = self.links.last().map(String::as_str).or(tag);
        self.badges.push(Badge {
            words,
            target: target.unwrap_or_default().to_owned(),
            source,
        });
    }

    /// Whether an image here stands in a link, or after a badge.
    pub(super) fn is_badge_near(&self) -> bool {
        let tags = &self.tags;
        !self.links.is_empty() || !self.badges.is_empty() || tags.iter().any(|t| t.link().is_some())
    }

    /// Whether a text is only the space after a badge, before anything else in the block.
    pub(super) fn is_between_badges(&self, text: &str) -> bool {
        self.begun.is_none() && !self.badges.is_empty() && text.trim().is_empty()
    }

    /// Writes the badges that wait as one folded line.
    pub(super) fn fold_badges(&mut self) {
        let badges = std::mem::take(&mut self.badges);
        let (Some(first), Some(last)) = (badges.first(), badges.last()) else {
            return;
        };
        let source = first.source.to(last.source);
        self.builder.open(BlockKind::Boilerplate, Some(source));
        for (number, badge) in badges.iter().enumerate() {
            if number > 0 {
                self.builder.push(" · ", None);
            }
            let from = self.builder.here();
            self.builder.push(&badge.words, None);
            if !badge.target.is_empty() {
                self.builder
                    .mark(MarkKind::Link(badge.target.clone()), from);
            }
        }
        self.builder.close();
    }
}

#[cfg(test)]
mod tests {
    use super::is_badge;

    #[test]
    fn a_badge_is_known_by_its_address_or_by_being_a_link() {
        for (target, linked, expect) in [
            ("https://img.shields.io/crates/v/x", false, true),
            ("https://ci.example/x/badge.png", false, true),
            ("https://ci.example/x.svg?branch=main", true, true),
            ("https://ci.example/x.svg", false, false),
            ("shot.png", true, false),
            ("https://ci.example/status", true, true),
        ] {
            assert_eq!(is_badge(target, linked), expect, "{target}");
        }
    }
}
