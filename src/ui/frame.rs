//! Where the panes stand at a size. Narrow terminals lose the facts first, then the sections: they then lie over the
//! text when they are asked for.

use ratatui::layout::Rect;

use super::{Columns, Pane, Panes, Size, View};

/// The columns of text that read best, and the most that are set at first.
pub const fn default_measure() -> u16 {
    72
}

/// Below this many columns the facts do not stand beside the text.
const FACTS_FROM: u16 = 100;
/// Below this many columns the sections do not either.
const SECTIONS_FROM: u16 = 72;
/// Two columns of text are no narrower than this each.
const NARROWEST: u16 = 40;
/// The narrowest that the panes beside the text are drawn, in columns.
const NARROWEST_SECTIONS: u16 = 12;
const NARROWEST_FACTS: u16 = 20;
/// Columns to the left of the text for the glyphs of facts, and to the right as a margin.
const GUTTER: u16 = 3;

/// The areas of the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The line at the top.
    pub header: Rect,
    /// The outline, beside the text or over it.
    pub sections: Option<Rect>,
    /// The whole pane of the text.
    pub text: Rect,
    /// The facts, beside the text or over it.
    pub facts: Option<Rect>,
    /// The status line.
    pub folio: Rect,
    /// Whether the sections lie over the text.
    pub sections_over: bool,
    /// Whether the facts lie over the text.
    pub facts_over: bool,
    /// The first column of the set text, from the left edge of its pane.
    pub margin: u16,
    /// The width of the set text, in columns; with two columns of text that of each.
    pub measure: u16,
    /// Where the right one of two columns of text begins, from the left edge of the pane, gutter included.
    pub second: Option<u16>,
}

impl Frame {
    /// The areas that a view has at a size.
    pub fn of(view: &View, size: Size) -> Self {
        let mut frame = Self::new(size, view.panes, view.focus, view.measure);
        if view.columns == Columns::Two {
            frame.split(view.measure);
        }
        frame
    }

    /// How many rows of text there are, in all columns.
    pub fn rows(&self) -> usize {
        usize::from(self.text.height) * if self.second.is_some() { 2 } else { 1 }
    }

    /// The part of the text's pane for the left column and, where there are two, the right one.
    pub fn columns(&self) -> (Rect, Option<Rect>) {
        let second = self.second.map(|at| Rect {
            x: self.text.x.saturating_add(at),
            width: self.text.width.saturating_sub(at),
            ..self.text
        });
        let width = self.second.unwrap_or(self.text.width);
        (Rect { width, ..self.text }, second)
    }

    /// The margin of the right column, from where it begins.
    pub const fn second_margin() -> u16 {
        GUTTER
    }

    /// Makes two columns of text where there is room for both, side by side in the middle of the pane.
    fn split(&mut self, measure: u16) {
        let width = self.text.width;
        let measure = measure.min(width.saturating_sub(4 * GUTTER) / 2);
        if measure < NARROWEST {
            return;
        }
        let margin = width.saturating_sub(2 * measure + 2 * GUTTER) / 2;
        (self.margin, self.measure) = (margin, measure);
        self.second = Some(margin + measure + GUTTER);
    }

    /// The areas at a size, for the panes that are wanted. A pane that has the focus is there in any case.
    pub fn new(size: Size, panes: Panes, focus: Pane, measure: u16) -> Self {
        let (w, h) = (size.columns, size.rows);
        let header_rows = u16::from(h >= 6);
        let folio_rows = u16::from(h >= 2);
        let body = Rect::new(0, header_rows, w, h - header_rows - folio_rows);
        let wide_facts = w >= FACTS_FROM;
        let wide_sections = w >= SECTIONS_FROM;
        let sections = if wide_sections {
            panes.sections || focus == Pane::Sections
        } else {
            focus == Pane::Sections
        };
        let facts = if wide_facts {
            panes.facts || focus == Pane::Facts
        } else {
            focus == Pane::Facts
        };
        let sections_width = if wide_sections {
            let most = w / 3;
            // Where no facts stand beside the text there is room for titles.
            let usual = if wide_facts { w / 5 } else { w / 10 * 3 };
            let wanted = panes.widths.sections.unwrap_or(usual.clamp(20, 34));
            wanted.clamp(NARROWEST_SECTIONS.min(most), most)
        } else {
            over(w, 40)
        };
        let facts_width = if wide_facts {
            let most = w / 5 * 2;
            let usual = (w.min(250) * 7 / 25).clamp(30, 52);
            let wanted = panes.widths.facts.unwrap_or(usual);
            wanted.clamp(NARROWEST_FACTS.min(most), most)
        } else {
            over(w, 60)
        };
        let (mut left, mut right) = (0, w);
        if sections && wide_sections {
            left = sections_width + 1;
        }
        if facts && wide_facts {
            right = w.saturating_sub(facts_width + 1);
        }
        let text = Rect::new(left, body.y, right.saturating_sub(left), body.height);
        let (margin, measure) = column(text.width, measure);
        Self {
            header: Rect::new(0, 0, w, header_rows),
            sections: sections.then(|| Rect::new(0, body.y, sections_width, body.height)),
            text,
            facts: facts.then(|| {
                Rect::new(
                    w - facts_width.min(w),
                    body.y,
                    facts_width.min(w),
                    body.height,
                )
            }),
            folio: Rect::new(0, h - folio_rows, w, folio_rows),
            sections_over: !wide_sections,
            facts_over: !wide_facts,
            margin,
            measure,
            second: None,
        }
    }
}

/// The width of a pane over the text on a terminal of `w` columns: all of it where hardly more than the gutter would be
/// left beside it.
fn over(w: u16, usual: u16) -> u16 {
    if w <= usual + GUTTER + 1 { w } else { usual }
}

/// The margin and the width of the text in a pane of `width` columns: centred, with room for the gutter.
fn column(width: u16, measure: u16) -> (u16, u16) {
    let gutter = if width >= 24 { GUTTER } else { width / 8 };
    let measure = measure.min(width.saturating_sub(2 * gutter)).max(1);
    (
        ((width.saturating_sub(measure)) / 2).max(gutter.min(width.saturating_sub(measure))),
        measure,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Widths;

    fn frame(columns: u16, rows: u16, focus: Pane) -> Frame {
        Frame::new(
            Size { columns, rows },
            Panes {
                sections: true,
                facts: true,
                widths: Widths::default(),
            },
            focus,
            72,
        )
    }

    #[test]
    fn narrow_terminals_lose_the_facts_first_then_the_sections() {
        let seen = |w| {
            let f = frame(w, 24, Pane::Text);
            (f.sections.is_some(), f.facts.is_some())
        };
        assert_eq!(
            [60, 80, 120].map(seen),
            [(false, false), (true, false), (true, true)]
        );
        assert!(frame(60, 24, Pane::Facts).facts_over);
    }

    #[test]
    fn every_area_lies_on_the_screen_at_any_size() {
        for columns in 1..=250 {
            for rows in 1..=60 {
                for focus in [Pane::Text, Pane::Sections, Pane::Facts] {
                    let f = frame(columns, rows, focus);
                    let screen = Rect::new(0, 0, columns, rows);
                    for area in [
                        Some(f.header),
                        f.sections,
                        Some(f.text),
                        f.facts,
                        Some(f.folio),
                    ]
                    .into_iter()
                    .flatten()
                    {
                        assert_eq!(area.intersection(screen), area, "{columns}x{rows}");
                    }
                    assert!(
                        f.margin + f.measure <= f.text.width.max(1),
                        "{columns}x{rows}"
                    );
                }
            }
        }
    }
}
