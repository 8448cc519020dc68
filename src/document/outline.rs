//! The sections of a document, as a tree over its blocks.
//!
//! Section 0 is always there: the title with what follows it before the next heading (the lede). Every further
//! heading opens a section; its parent is the nearest section before it with a lower level, section 0 excepted.

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
        // What stands above the title may be folded furniture: it belongs to the lede all the same.
        let top = blocks
            .iter()
            .position(|b| b.kind != BlockKind::Boilerplate)
            .unwrap_or(0);
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

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder};

    #[test]
    fn a_title_under_folded_lines_still_heads_the_lede() {
        let mut b = Builder::default();
        for (kind, words) in [
            (BlockKind::Boilerplate, "Menu"),
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
        assert_eq!(seen, [("Title", 0, 0), ("One", 0, 20)]);
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
