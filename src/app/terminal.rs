//! The terminal: taken over, and left as it was found, on every way out.

mod hyperlinks;

use std::io::{self, BufWriter, Stdout, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, execute, queue, terminal};
use ratatui::Terminal;
use ratatui::layout::Rect;

use self::hyperlinks::{Hyperlinks, Linked};
use super::Reader;
use crate::ui::{Screen, Size, Theme};

/// A frame is written at once: a full screen of 200 by 60 with colours stays below this.
const FRAME_BYTES: usize = 128 * 1024;

/// Whether the terminal is told where links go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// By hyperlinks (OSC 8).
    #[default]
    Told,
    /// Not: it would show the sequence, or cannot use it.
    Untold,
}

/// The terminal while the reader has it. Dropping it gives it back.
#[derive(Debug)]
pub(super) struct Tty {
    terminal: Terminal<Linked<BufWriter<Stdout>>>,
    /// The links of its cells, where it is told about them.
    links: Option<Rc<Hyperlinks>>,
    taken: Arc<AtomicBool>,
    /// Whether the terminal may show something else than the last frame.
    stale: bool,
}

impl Tty {
    /// Takes the terminal over: raw mode, the alternate screen, bracketed paste. A panic gives it back first.
    pub(super) fn take(links: Links) -> io::Result<Self> {
        let taken = Arc::new(AtomicBool::new(true));
        let of_hook = Arc::clone(&taken);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // A worker that fails is told about in the reader; only the main thread ends it.
            if std::thread::current().name() == Some("main") {
                give_back(&of_hook);
                before(info);
            }
        }));
        enter()?;
        let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
        let hyperlinks = Rc::new(Hyperlinks::default());
        let backend = Linked::new(out, Rc::clone(&hyperlinks));
        let terminal = Terminal::new(backend).inspect_err(|_| give_back(&taken))?;
        Ok(Self {
            terminal,
            links: (links == Links::Told).then_some(hyperlinks),
            taken,
            stale: false,
        })
    }

    /// Draws the reader's screen as one synchronized frame.
    pub(super) fn draw(&mut self, reader: &mut Reader, theme: Theme) -> io::Result<Screen> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.stale) {
            // Not `clear`: that asks the terminal where the cursor is, and the thread that reads the keys would get
            // the answer.
            let Size { columns, rows } = Self::size();
            self.terminal.resize(Rect::new(0, 0, columns, rows))?;
            if let Some(links) = &self.links {
                links.forget();
            }
        }
        let mut drawn = None;
        self.terminal.draw(|frame| {
            let screen = reader.draw(theme, frame.buffer_mut());
            if let Some(links) = &self.links {
                links.set(&screen.links, frame.buffer_mut(), |aim| reader.uri(aim));
            }
            if let Some(cursor) = screen.cursor {
                frame.set_cursor_position(cursor);
            }
            drawn = Some(screen);
        })?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        drawn.ok_or_else(|| io::Error::other("nothing was drawn"))
    }

    /// The size of the terminal; one that is not known counts as 80 by 24, and no side is less than 1.
    pub(super) fn size() -> Size {
        let (columns, rows) = terminal::size().unwrap_or((80, 24));
        Size {
            columns: columns.max(1),
            rows: rows.max(1),
        }
    }

    /// The next frame is drawn whole: the terminal was used by another program, or changed its size (and cut what it
    /// showed, even if it has the old size again by the time of the next frame).
    pub(super) fn forget(&mut self) {
        self.stale = true;
    }

    /// Writes something that is no part of a frame.
    pub(super) fn write(&mut self, command: impl crossterm::Command) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), command)
    }

    /// Gives the terminal back for a while.
    pub(super) fn release(&mut self) {
        give_back(&self.taken);
    }

    /// Takes it again after [`Tty::release`].
    pub(super) fn retake(&mut self) -> io::Result<()> {
        self.taken.store(true, Ordering::SeqCst);
        self.forget();
        enter()
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        give_back(&self.taken);
    }
}

fn enter() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        cursor::Hide,
        EnableBracketedPaste
    )
    .inspect_err(|_| drop(terminal::disable_raw_mode()))
}

/// Undoes [`enter`], once. Errors are of no use here: the terminal may be gone.
fn give_back(taken: &AtomicBool) {
    if !taken.swap(false, Ordering::SeqCst) {
        return;
    }
    // The screen of before comes last: whoever sees it finds all else as it was, too.
    let _ = terminal::disable_raw_mode();
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        cursor::Show,
        LeaveAlternateScreen
    );
    let _ = out.flush();
}
