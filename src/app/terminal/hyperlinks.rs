//! Hyperlinks of the terminal (OSC 8): the cells of a link know their address, so that a click opens it.
//!
//! Cells of ratatui have no address, and a sequence inside of a cell would break its width and be repeated for every
//! cell. So the addresses go beside the buffer: [`Hyperlinks`] holds which cell belongs to which link; the backend tells
//! the writer the link of the cell that comes next; the writer opens and closes links between cells, only where they
//! change. What ratatui leaves out because the cell looks as before, but which belongs to another link now, is drawn
//! in its place. A link that is wrapped has one `id`, so that terminals take it for one.
//!
//! Sequences are made of checked addresses only ([`Uri`]): printable ASCII, no longer than terminals take.

use std::cell::{Cell as Shared, RefCell};
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};
use rustc_hash::FxHashMap;

use crate::article::{Aim, Uri};
use crate::ui::Hotspot;

/// More links than that are not told apart: the numbering begins anew.
const MOST: usize = 4096;

/// The sequence that ends a link.
pub(super) const END: &str = "\u{1b}]8;;\u{1b}\\";

/// The links of the frame on the terminal and of the next one.
#[derive(Debug, Default)]
pub(super) struct Hyperlinks {
    /// The number of the link that the next cell belongs to; 0 for none.
    next: Shared<u16>,
    frame: RefCell<Frame>,
}

#[derive(Debug, Default)]
struct Frame {
    width: u16,
    /// The number of the link of each cell, row by row; empty while there is no link.
    cells: Vec<u16>,
    /// The address of each number, from 1.
    uris: Vec<String>,
    numbers: FxHashMap<(Aim, String), u16>,
    /// Cells that belong to another link than before, as they look now, in the order of the screen.
    changed: Vec<(u16, u16, Cell)>,
}

impl Frame {
    fn at(&self, x: u16, y: u16) -> u16 {
        let at = usize::from(y) * usize::from(self.width) + usize::from(x);
        self.cells.get(at).copied().unwrap_or(0)
    }

    fn number(&mut self, aim: Aim, uri: &str) -> u16 {
        if let Some(&number) = self.numbers.get(&(aim, uri.to_owned())) {
            return number;
        }
        self.uris.push(uri.to_owned());
        let number = u16::try_from(self.uris.len()).unwrap_or(0);
        self.numbers.insert((aim, uri.to_owned()), number);
        number
    }
}

impl Hyperlinks {
    /// Takes the links of the next frame, which is `buffer`. `uri` gives the address of what may be linked.
    pub(super) fn set(
        &self,
        links: &[Hotspot],
        buffer: &Buffer,
        mut uri: impl FnMut(Aim) -> Option<Uri>,
    ) {
        let Ok(mut frame) = self.frame.try_borrow_mut() else {
            return;
        };
        if frame.uris.len() > MOST {
            // Numbers mean something else from here on: every linked cell is drawn again.
            (frame.uris, frame.numbers) = (Vec::new(), FxHashMap::default());
            frame.cells.fill(u16::MAX);
        }
        let area = buffer.area;
        let mut cells = Vec::new();
        for link in links {
            let Some(uri) = uri(link.aim).filter(Uri::is_short) else {
                continue;
            };
            if cells.is_empty() {
                cells.resize(usize::from(area.width) * usize::from(area.height), 0);
            }
            let number = frame.number(link.aim, uri.as_str());
            let link = link.area.intersection(area);
            let start = usize::from(link.y) * usize::from(area.width) + usize::from(link.x);
            if let Some(cells) = cells.get_mut(start..start + usize::from(link.width)) {
                cells.fill(number);
            }
        }
        let before = std::mem::replace(&mut frame.cells, cells);
        let same_size = before.len() == frame.cells.len() && frame.width == area.width;
        frame.width = area.width;
        frame.changed.clear();
        if before == frame.cells {
            return;
        }
        let all = before.len().max(frame.cells.len());
        for i in 0..all {
            let was = before.get(i).copied().unwrap_or(0);
            let is = frame.cells.get(i).copied().unwrap_or(0);
            let empty = before.is_empty() || frame.cells.is_empty();
            if was != is
                && (same_size || empty)
                && let Some(cell) = buffer.content.get(i)
            {
                let (x, y) = buffer.pos_of(i);
                let cell = cell.clone();
                frame.changed.push((x, y, cell));
            }
        }
    }

    /// The terminal shows nothing any more of what was drawn.
    pub(super) fn forget(&self) {
        if let Ok(mut frame) = self.frame.try_borrow_mut() {
            frame.cells = Vec::new();
        }
    }
}

/// A writer that puts links around what is written.
#[derive(Debug)]
pub(super) struct Pen<W: Write> {
    out: W,
    open: u16,
    links: Rc<Hyperlinks>,
}

impl<W: Write> Pen<W> {
    /// Opens or closes the link that the next bytes belong to.
    fn settle(&mut self) -> io::Result<()> {
        let next = self.links.next.get();
        if next == self.open {
            return Ok(());
        }
        self.open = next;
        let frame = self.links.frame.borrow();
        let uri = usize::from(next)
            .checked_sub(1)
            .and_then(|i| frame.uris.get(i));
        match uri {
            Some(uri) => write!(self.out, "\u{1b}]8;id={next};{uri}\u{1b}\\"),
            None => self.out.write_all(END.as_bytes()),
        }
    }
}

impl<W: Write> Write for Pen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.settle()?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The backend of the terminal, with links.
#[derive(Debug)]
pub(super) struct Linked<W: Write> {
    inner: CrosstermBackend<Pen<W>>,
    links: Rc<Hyperlinks>,
}

impl<W: Write> Linked<W> {
    /// A backend that writes to `out`.
    pub(super) fn new(out: W, links: Rc<Hyperlinks>) -> Self {
        let pen = Pen {
            out,
            open: 0,
            links: Rc::clone(&links),
        };
        Self {
            inner: CrosstermBackend::new(pen),
            links,
        }
    }
}

impl<W: Write> Write for Linked<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

impl<W: Write> Backend for Linked<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let links = Rc::clone(&self.links);
        let changed = std::mem::take(&mut links.frame.borrow_mut().changed);
        let frame = links.frame.borrow();
        let next_link = &links.next;
        let mut content = content.peekable();
        let mut changed = changed.iter().map(|(x, y, cell)| (*x, *y, cell)).peekable();
        let mut behind = (0, 0);
        let tell = |behind: &mut (u16, u16), x: u16, y: u16, cell| {
            let cell: &Cell = cell;
            let width = crate::layout::measure::width(cell.symbol()).max(1);
            *behind = (y, x.saturating_add(u16::try_from(width).unwrap_or(1)));
            next_link.set(frame.at(x, y));
            (x, y, cell)
        };
        // Both come in the order of the screen; a cell in both is drawn once.
        let cells = std::iter::from_fn(move || {
            loop {
                let place = |&(x, y, _): &(u16, u16, &Cell)| (y, x);
                let (drawn, again) = (content.peek().map(place), changed.peek().map(place));
                let only_again = again.is_some_and(|again| drawn.is_none_or(|drawn| again < drawn));
                if again.is_some() && (only_again || again == drawn) {
                    let cell = changed.next().filter(|_| only_again);
                    // The second half of a wide character is no cell of its own.
                    let Some((x, y, cell)) = cell.filter(|&(x, y, _)| (y, x) >= behind) else {
                        continue;
                    };
                    return Some(tell(&mut behind, x, y, cell));
                }
                let Some((x, y, cell)) = content.next() else {
                    next_link.set(0);
                    return None;
                };
                return Some(tell(&mut behind, x, y, cell));
            }
        });
        self.inner.draw(cells)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.inner.clear_region(clear_type)
    }

    fn append_lines(&mut self, n: u16) -> io::Result<()> {
        self.inner.append_lines(n)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}
