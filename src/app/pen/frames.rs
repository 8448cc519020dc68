//! Frames one after the other: what a terminal is sent so that it shows the reader's screen.

use std::io;
use std::sync::Arc;

use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use crossterm::{cursor, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Press;
use crate::app::{Links, Reader};
use crate::ui::{Screen, Size, Theme, draw, moved};

/// What a terminal shows, as far as it is known, and how it comes to show the next frame.
#[derive(Debug)]
pub struct Pen {
    /// What the terminal shows, and how it is written.
    press: Press,
    /// The next frame; between frames, room for it.
    next: Buffer,
    /// The screen that the terminal shows, and the theme that it was drawn in, while that is sure.
    drawn: Option<(Arc<Screen>, Theme)>,
    /// Where the terminal shows its cursor.
    cursor: Option<(u16, u16)>,
    /// Whether the terminal is told where links go, and where those of its frame go.
    told: Links,
    links: super::Links,
    /// Whether the terminal may show something else than the last frame.
    stale: bool,
}

impl Pen {
    /// A pen for a terminal that is clear and hides its cursor.
    pub fn new(told: Links) -> Self {
        Self {
            press: Press::new(Rect::ZERO),
            next: Buffer::empty(Rect::ZERO),
            drawn: None,
            cursor: None,
            told,
            links: super::Links::default(),
            stale: false,
        }
    }

    /// The next frame is written whole: the terminal was used by another program, or changed its size (and cut what it
    /// showed, even if it has the old size again by the time of the next frame).
    pub fn forget(&mut self) {
        self.stale = true;
    }

    /// The bytes that make the terminal show the reader's screen, as one synchronized frame; none where nothing
    /// changed. O(cells) and what the screen costs.
    ///
    /// # Errors
    /// None that is known: what is written goes to memory.
    pub fn frame(&mut self, reader: &mut Reader, theme: &Theme) -> io::Result<Vec<u8>> {
        let Size { columns, rows } = reader.size();
        let area = Rect::new(0, 0, columns, rows);
        let (mut clear, mut frame) = (Vec::new(), Vec::new());
        if std::mem::take(&mut self.stale) || *self.next.area() != area {
            if !self.next.area().is_empty() {
                queue!(clear, Clear(ClearType::All))?;
            }
            self.press.begin_anew(area);
            // Its cells stay where they are: memory that was never used costs more than to fill it again.
            self.next.resize(area);
            self.drawn = None;
        }
        let screen = reader.next_screen();
        let (wanted, spots) = (screen.cursor, &screen.links);
        if self.told == Links::Told && self.links.set(spots, area, |aim| reader.uri(aim)) {
            self.press.doubt_links();
            self.drawn = None;
        }
        let before = self.drawn.take();
        let before = before.filter(|(_, its)| its == theme && !self.press.is_full());
        let every = self.press.is_linked() || !self.links.is_empty();
        let rows = before.as_ref();
        let rows = rows.and_then(|(before, _)| moved(before, &screen, every));
        if let Some(rows) = rows {
            self.press.draw_moved(&rows, theme, &self.links, &mut frame);
            debug_assert!(self.is_as_drawn(&screen, theme), "a cell is stale");
        } else {
            draw(&screen, theme, &mut self.next);
            self.press.draw(&self.next, &self.links, &mut frame);
        }
        self.drawn = Some((screen, *theme));
        match wanted {
            Some((x, y)) if !frame.is_empty() || self.cursor != wanted => {
                queue!(frame, cursor::MoveTo(x, y), cursor::Show)?;
            }
            None if self.cursor.is_some() => queue!(frame, cursor::Hide)?,
            _ => {}
        }
        self.cursor = wanted;
        let mut whole = Vec::new();
        if !clear.is_empty() || !frame.is_empty() {
            whole.reserve(clear.len() + frame.len() + 16);
            queue!(whole, BeginSynchronizedUpdate)?;
            whole.extend(clear);
            whole.extend(frame);
            queue!(whole, EndSynchronizedUpdate)?;
        }
        Ok(whole)
    }

    /// Whether the terminal shows what it would if the screen had been drawn whole. O(cells).
    fn is_as_drawn(&mut self, screen: &Screen, theme: &Theme) -> bool {
        draw(screen, theme, &mut self.next);
        self.press.shows(&self.next, &self.links)
    }
}
