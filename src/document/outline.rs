//! The sections of a document, as a tree over its blocks.
//!
//! Section 0 is always there: the title with what follows it before the next heading (the lede). Every further
//! heading opens a section; its parent is the nearest section before it with a lower level, section 0 excepted.
//! A long document without any further heading is cut into parts, so that there is something to go by: they have no
//! heading, and [`Outline::headed`] tells what they are parts of.

use serde::Serialize;

use super::{Block, BlockId, BlockKind};
use crate::text::{Pos, Span};

/// The number of a section, from 0 in reading order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SectionId(pub u32);

impl SectionId {
    /// The section of this index.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index into [`Outline::sections`].
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// One section: a heading and what stands under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The block of its heading; none for a lede without a title.
    pub heading: Option<BlockId>,
    /// The words of the heading; empty without one.
    pub title: Span,
    /// The level of the heading, 1 to 6.
    pub level: u8,
    /// How deep it is in the tree, from 0.
    pub depth: u8,
    /// The section that it is a part of.
    pub parent: Option<SectionId>,
    /// From its heading up to the next heading of any level: its own text, without that of its parts.
    pub span: Span,
}

/// A text below this has no parts, in bytes: some five paragraphs of news.
const LONG: usize = 2_500;
/// A part has about this many bytes, or more where there would be more than [`PARTS`].
const PART: usize = 2_000;
/// The most parts.
const PARTS: usize = 24;
/// The lede is over after so many bytes.
const LEDE: usize = 500;

/// All sections in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    sections: Vec<Section>,
}

impl Outline {
    /// Builds the outline from the headings and gives each block its section. O(blocks).
    pub(super) fn build(blocks: &mut [Block], text_len: usize) -> Self {
        let mut sections = vec![Section {
            level: 1,
            ..Section::default()
        }];
        let mut open: Vec<SectionId> = Vec::new();
        // What stands above the title may be folded furniture or a logo: it belongs to the lede all the same.
        let is_above = |b: &Block| {
            matches!(
                b.kind,
                BlockKind::Boilerplate | BlockKind::Image { .. } | BlockKind::Rule
            )
        };
        let top = blocks.iter().position(|b| !is_above(b)).unwrap_or(0);
        for (index, block) in blocks.iter_mut().enumerate() {
            if let BlockKind::Heading { level } = block.kind {
                let first_title = index == top && level == 1;
                if !first_title {
                    while open
                        .last()
                        .is_some_and(|id| sections.get(id.get()).is_some_and(|s| s.level >= level))
                    {
                        open.pop();
                    }
                    let depth = u8::try_from(open.len()).unwrap_or(u8::MAX);
                    let parent = open.last().copied();
                    open.push(SectionId::new(sections.len()));
                    sections.push(Section {
                        level,
                        depth,
                        parent,
                        ..Section::default()
                    });
                }
                if let Some(section) = sections.last_mut() {
                    section.heading = Some(BlockId::new(index));
                    section.title = block.span;
                    section.span.start = if first_title {
                        Pos::default()
                    } else {
                        block.span.start
                    };
                }
            }
            block.section = SectionId::new(sections.len() - 1);
        }
        if sections.len() == 1 {
            cut_into_parts(blocks, &mut sections);
        }
        let mut end = Pos::new(text_len);
        for section in sections.iter_mut().rev() {
            section.span.end = end;
            end = section.span.start;
        }
        Self { sections }
    }

    /// All sections; never empty for a finished document.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// One section, if there is one of that number.
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.get(id.get())
    }

    /// The section under a heading that `id` is, or is a part of: section 0 for parts that have no heading. O(1).
    pub fn headed(&self, id: SectionId) -> SectionId {
        if self
            .section(id)
            .is_some_and(|section| section.heading.is_some())
        {
            id
        } else {
            SectionId::default()
        }
    }

    /// The section whose own text holds `pos`. O(log sections).
    pub fn section_at(&self, pos: Pos) -> SectionId {
        SectionId::new(
            self.sections
                .partition_point(|s| s.span.start <= pos)
                .saturating_sub(1),
        )
    }

    /// Whether `id` is `root` or stands somewhere under it.
    pub fn is_within(&self, id: SectionId, root: SectionId) -> bool {
        let mut at = Some(id);
        while let Some(here) = at {
            if here == root {
                return true;
            }
            at = self.section(here).and_then(|s| s.parent);
        }
        false
    }

    /// Whether other sections stand under it. O(1): its first part comes right after it.
    pub fn has_parts(&self, id: SectionId) -> bool {
        self.sections
            .get(id.get() + 1)
            .is_some_and(|s| s.parent == Some(id))
    }
}

/// Cuts a text without headings into parts that begin with paragraphs. O(blocks).
fn cut_into_parts(blocks: &mut [Block], sections: &mut Vec<Section>) {
    let is_text = |b: &&mut Block| b.kind != BlockKind::Boilerplate;
    let total: usize = blocks
        .iter_mut()
        .filter(is_text)
        .map(|b| b.span.len())
        .sum();
    if total < LONG {
        return;
    }
    let size = PART.max(total.div_ceil(PARTS));
    let (mut enough, mut here, mut left) = (LEDE, 0, total);
    for block in blocks {
        let len = block.span.len();
        if here >= enough && left >= size / 2 && block.kind == BlockKind::Paragraph {
            sections.push(Section {
                level: 2,
                span: Span::at(block.span.start),
                ..Section::default()
            });
            (enough, here) = (size, 0);
        }
        block.section = SectionId::new(sections.len() - 1);
        if block.kind != BlockKind::Boilerplate {
            here += len;
            left = left.saturating_sub(len);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder};

    #[test]
    fn a_long_text_without_headings_has_parts_of_sensible_size() {
        let document = |paragraphs: usize, len: usize| {
            let mut b = Builder::default();
            b.open(BlockKind::Heading { level: 1 }, None);
            b.push("Title", None);
            for _ in 0..paragraphs {
                b.open(BlockKind::Paragraph, None);
                b.push(&"word ".repeat(len / 5), None);
            }
            b.finish()
        };
        let sizes = |paragraphs, len| {
            let doc = document(paragraphs, len);
            let sections = doc.outline().sections();
            let last = super::SectionId::new(sections.len() - 1);
            assert_eq!(doc.outline().headed(last), super::SectionId(0));
            sections.iter().map(|s| s.span.len()).collect::<Vec<_>>()
        };
        assert_eq!(sizes(5, 300).len(), 1);
        assert_eq!(sizes(13, 300).len(), 3);
        let long = sizes(1000, 600);
        assert!((20..=25).contains(&long.len()), "{long:?}");
        assert!(long.iter().skip(1).all(|&len| len > 10_000), "{long:?}");
    }

    #[test]
    fn a_title_under_folded_lines_and_a_logo_still_heads_the_lede() {
        let mut b = Builder::default();
        let logo = BlockKind::Image {
            target: "logo.png".into(),
            alt: String::new(),
            size: None,
        };
        for (kind, words) in [
            (BlockKind::Boilerplate, "Menu"),
            (logo, ""),
            (BlockKind::Heading { level: 1 }, "Title"),
            (BlockKind::Paragraph, "Lede."),
            (BlockKind::Heading { level: 2 }, "One"),
        ] {
            b.open(kind, None);
            b.push(words, None);
        }
        let doc = b.finish();
        let seen: Vec<_> = doc
            .outline()
            .sections()
            .iter()
            .map(|s| (doc.slice(s.title), s.depth, s.span.start.get()))
            .collect();
        assert_eq!(seen, [("Title", 0, 0), ("One", 0, 22)]);
    }

    #[test]
    fn headings_make_a_tree_and_the_title_is_nobodys_parent() {
        let mut b = Builder::default();
        for (level, words) in [
            (1, "Title"),
            (0, "Lede."),
            (2, "One"),
            (0, "Text."),
            (3, "Deep"),
            (2, "Two"),
        ] {
            b.open(
                if level == 0 {
                    BlockKind::Paragraph
                } else {
                    BlockKind::Heading { level }
                },
                None,
            );
            b.push(words, None);
            b.close();
        }
        let doc = b.finish();
        let seen: Vec<_> = doc
            .outline()
            .sections()
            .iter()
            .map(|s| (doc.slice(s.title), s.depth, s.parent.map(|p| p.0)))
            .collect();
        assert_eq!(
            seen,
            [
                ("Title", 0, None),
                ("One", 0, None),
                ("Deep", 1, Some(1)),
                ("Two", 0, None)
            ]
        );
        assert!(doc.outline().has_parts(super::SectionId(1)));
        let sections: Vec<u32> = doc.blocks().iter().map(|b| b.section.0).collect();
        assert_eq!(sections, [0, 0, 1, 1, 2, 3]);
    }
}
