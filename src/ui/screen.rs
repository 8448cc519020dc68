//! The screen as plain data: what stands where, how it looks, what it stands for.

use compact_str::CompactString;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::{Look, Role};
use crate::article::Aim;
use crate::document::SectionId;
use crate::facts::FactId;
use crate::layout::measure;
use crate::store::Id;
use crate::text::{Pos, Span};

/// The size of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// A piece of a row: text with one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first column, from the left edge of its pane.
    pub col: u16,
    /// What it says; no controls.
    pub text: CompactString,
    /// How it looks.
    pub look: Look,
    /// What it shows of the text of the article.
    pub shows: Option<Shown>,
}

impl Piece {
    /// The first column after it.
    pub fn end(&self) -> u16 {
        self.col.saturating_add(columns(&self.text))
    }
}

/// What a piece shows of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The bytes.
    pub span: Span,
    /// Whether they run from right to left, so that the piece holds them in turn.
    pub turned: bool,
}

/// What a row stands for: where a click or Enter on it leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// Nothing.
    #[default]
    Nothing,
    /// A place in the text.
    Text(Pos),
    /// Parts of the text that are hidden.
    Hidden,
    /// A section.
    Section(SectionId),
    /// A fact.
    Fact(FactId),
    /// A note.
    Note(Id),
    /// An entry of the palette, or a heading in the facts panel, by its number in the list.
    Entry(usize),
}

/// A place on the screen that leads somewhere: a link or a part of one, a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hotspot {
    /// Its cells, in one row.
    pub area: Rect,
    /// What is meant.
    pub aim: Aim,
}

impl Hotspot {
    /// The same in a pane, from whose first column and row its place counted so far; none when nothing of it is seen.
    pub(super) fn within(self, pane: Rect) -> Option<Self> {
        let area = Rect {
            x: self.area.x.saturating_add(pane.x),
            y: self.area.y.saturating_add(pane.y),
            ..self.area
        };
        let area = area.intersection(pane);
        (!area.is_empty()).then_some(Self { area, ..self })
    }

    /// What is left of it beside a box that lies over it.
    pub(super) fn beside(self, over: Rect) -> impl Iterator<Item = Self> {
        let (left, right) = (self.area.left(), self.area.right());
        let is_under = (over.top()..over.bottom()).contains(&self.area.y);
        let parts = if is_under {
            [left..right.min(over.left()), left.max(over.right())..right]
        } else {
            [left..right, right..right]
        };
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(move |part| Self {
                area: Rect {
                    x: part.start,
                    width: part.end - part.start,
                    ..self.area
                },
                ..self
            })
    }
}

/// Letters over a link that are typed to follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where they stand: the column and row of the first.
    pub at: (u16, u16),
    /// The letters.
    pub letters: String,
    /// How many of them are typed already.
    pub typed: usize,
    /// What they stand for.
    pub aim: Aim,
}

/// One row of a pane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its pieces, in the order of their columns.
    pub pieces: Vec<Piece>,
    /// What it stands for.
    pub target: Target,
    /// The look of the whole row behind its pieces, when it has one.
    pub under: Option<Role>,
}

impl Line {
    /// The first column after the last piece.
    pub fn width(&self) -> u16 {
        self.pieces.last().map_or(0, Piece::end)
    }

    /// Adds a piece after the last one.
    pub fn push(&mut self, text: impl Into<CompactString>, look: impl Into<Look>) {
        let (text, col) = (text.into(), self.width());
        if !text.is_empty() {
            self.pieces.push(Piece {
                col,
                text,
                look: look.into(),
                shows: None,
            });
        }
    }

    /// Adds a piece of the article's text at a column, as it is to be shown.
    pub fn push_text(
        &mut self,
        col: u16,
        text: impl Into<CompactString>,
        look: Look,
        shows: Shown,
    ) {
        self.push_at(col, text, look);
        if let Some(last) = self.pieces.last_mut() {
            last.shows = Some(shows);
        }
    }

    /// The piece at a column.
    pub fn piece_at(&self, col: u16) -> Option<&Piece> {
        let mut pieces = self.pieces.iter();
        pieces.find(|piece| (piece.col..piece.end()).contains(&col))
    }

    /// The place in the text of the cluster at a column; none where no text stands. O(bytes of the piece).
    pub fn pos_at(&self, col: u16) -> Option<Pos> {
        let piece = self.piece_at(col)?;
        let Shown { span, turned } = piece.shows?;
        let before = measure::fit(&piece.text, usize::from(col - piece.col));
        let rest = piece.text.get(before..)?;
        let cluster = measure::first_cluster(rest);
        Some(if turned {
            span.start.plus(rest.len() - cluster)
        } else {
            span.start.plus(before)
        })
    }

    /// The column of the cluster at a place of the text; none where the row does not show it. O(bytes of the row).
    pub fn column_of(&self, pos: Pos) -> Option<u16> {
        let mut pieces = self.pieces.iter();
        let piece = pieces.find(|piece| piece.shows.is_some_and(|s| s.span.contains(pos)))?;
        let Shown { span, turned } = piece.shows?;
        let offset = pos.get() - span.start.get();
        let before = if turned {
            // Its clusters come in turn: what stands after it in the text stands before it in the row.
            let end = piece.text.len().checked_sub(offset)?;
            let up_to = piece.text.get(..end)?;
            let own = up_to.graphemes(true).next_back().map_or(0, str::len);
            up_to.get(..end - own)?
        } else {
            piece.text.get(..offset)?
        };
        Some(piece.col.saturating_add(columns(before)))
    }

    /// The column after what the row shows of the text before a place that it does not show, such as the space at
    /// which it was broken; none where it shows nothing before it.
    pub fn column_after(&self, pos: Pos) -> Option<u16> {
        let texts = self.pieces.iter().filter_map(|p| Some((p, p.shows?)));
        let before = texts.filter(|(_, shows)| shows.span.end <= pos);
        let (piece, shows) = before.max_by_key(|(_, shows)| shows.span.end)?;
        Some(if shows.turned {
            piece.col.saturating_sub(1)
        } else {
            piece.end()
        })
    }

    /// The cluster of the text at a column, or the nearest one to the left of it; nothing but a place before the first
    /// column or after the last one that shows text. None where no text stands. O(bytes of the row).
    pub fn cluster_near(&self, col: u16) -> Option<Span> {
        let mut texts = self.pieces.iter().filter_map(|p| Some((p, p.shows?)));
        let (first, begin) = texts.clone().next()?;
        let (last, end) = texts.clone().next_back()?;
        let edge = |shows: Shown, is_right: bool| {
            Span::at(if shows.turned == is_right {
                shows.span.start
            } else {
                shows.span.end
            })
        };
        if col < first.col {
            return Some(edge(begin, false));
        }
        if col >= last.end() {
            return Some(edge(end, true));
        }
        let (piece, shows) = texts.rfind(|(piece, _)| piece.col <= col)?;
        let start = self.pos_at(col.min(piece.end().saturating_sub(1)))?;
        let after = measure::first_cluster(piece.text.get(
            measure::fit(
                &piece.text,
                usize::from(col.min(piece.end().saturating_sub(1)) - piece.col),
            )..,
        )?);
        Some(Span {
            start,
            end: start.plus(after).min(shows.span.end),
        })
    }

    /// What the row shows of the text, from the first place to the last.
    pub fn span(&self) -> Option<Span> {
        let mut spans = self.pieces.iter().filter_map(|p| Some(p.shows?.span));
        let first = spans.next()?;
        Some(spans.fold(first, Span::to))
    }

    /// Adds a piece at a column; it must not be before the end of the last one.
    pub fn push_at(&mut self, col: u16, text: impl Into<CompactString>, look: impl Into<Look>) {
        self.pieces.push(Piece {
            col,
            text: text.into(),
            look: look.into(),
            shows: None,
        });
    }

    /// Adds a piece that ends before the column `end`.
    pub fn push_right(&mut self, end: u16, text: impl Into<CompactString>, look: impl Into<Look>) {
        let text = text.into();
        let col = end.saturating_sub(columns(&text)).max(self.width());
        self.push_at(col, text, look);
    }

    /// Cuts the row so that it is no wider than `width` columns.
    pub fn clip(&mut self, width: u16, ellipsis: &str) {
        self.pieces.retain(|p| p.col < width);
        if let Some(last) = self.pieces.last_mut() {
            let room = usize::from(width - last.col);
            if measure::width(&last.text) > room {
                last.text = CompactString::from(measure::truncate(&last.text, room, ellipsis));
            }
        }
    }

    /// What the row says, with blanks where nothing stands.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            let gap = usize::from(piece.col).saturating_sub(measure::width(&out));
            out.push_str(&" ".repeat(gap));
            out.push_str(&piece.text);
        }
        out
    }
}

/// The columns of a text, as they are stored.
fn columns(text: &str) -> u16 {
    u16::try_from(measure::width(text)).unwrap_or(u16::MAX)
}

/// A pane: where it is and what its rows are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaneView {
    /// Where it stands on the screen.
    pub area: Rect,
    /// Its rows from the top; not more than the area is high.
    pub lines: Vec<Line>,
}

/// What lies over the panes: a box with a title, or a pane that found no room beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlayBox {
    /// The box with its border.
    pub area: Rect,
    /// What the border says.
    pub title: String,
    /// The rows inside the border.
    pub lines: Vec<Line>,
}

/// Everything that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The size that it was made for.
    pub size: Size,
    /// The line at the top; its area is empty on very low terminals.
    pub header: PaneView,
    /// The outline, when there is room for it beside the text.
    pub sections: Option<PaneView>,
    /// The text, or the left column of it.
    pub text: PaneView,
    /// The right column of the text, where there are two.
    pub second: Option<PaneView>,
    /// The facts, when there is room for them beside the text.
    pub facts: Option<PaneView>,
    /// The columns of the lines between panes.
    pub rules: Vec<Rect>,
    /// The status line.
    pub folio: PaneView,
    /// What lies over them.
    pub overlay: Option<OverlayBox>,
    /// The links and pictures that can be seen, from the top.
    pub links: Vec<Hotspot>,
    /// The letters over links, while one is chosen.
    pub hints: Vec<Hint>,
    /// The text that is on the screen.
    pub shown: Span,
    /// The rows that a column of text has.
    pub text_rows: u16,
    /// The cursor, while something is typed.
    pub cursor: Option<(u16, u16)>,
    /// The signs of borders are ASCII.
    pub ascii: bool,
}

impl Screen {
    /// The panes, each at a place of its own, in the order in which they are drawn.
    pub(super) fn panes(&self) -> [Option<&PaneView>; 6] {
        [
            Some(&self.header),
            self.sections.as_ref(),
            Some(&self.text),
            self.second.as_ref(),
            self.facts.as_ref(),
            Some(&self.folio),
        ]
    }
}
