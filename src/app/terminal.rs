//! The terminal: taken over, and left as it was found, on every way out.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, execute, queue, terminal};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reader, pen};
use crate::ui::{Screen, Size, Theme};

/// The terminal while the reader has it. Dropping it gives it back.
#[derive(Debug)]
pub(super) struct Tty {
    /// What the terminal shows.
    shown: Buffer,
    /// The next frame; between frames, room for it.
    next: Buffer,
    /// Where the terminal shows its cursor.
    cursor: Option<(u16, u16)>,
    taken: Arc<AtomicBool>,
    /// Whether the terminal may show something else than the last frame.
    stale: bool,
}

impl Tty {
    /// Takes the terminal over: raw mode, the alternate screen, bracketed paste. A panic gives it back first.
    pub(super) fn take() -> io::Result<Self> {
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
        Ok(Self {
            shown: Buffer::empty(Rect::ZERO),
            next: Buffer::empty(Rect::ZERO),
            cursor: None,
            taken,
            stale: false,
        })
    }

    /// Draws the reader's screen as one synchronized frame, in one write; nothing is written where nothing changed.
    pub(super) fn draw(&mut self, reader: &mut Reader, theme: Theme) -> io::Result<Screen> {
        let Size { columns, rows } = Self::size();
        let area = Rect::new(0, 0, columns, rows);
        let (mut clear, mut frame) = (Vec::new(), Vec::new());
        if std::mem::take(&mut self.stale) || *self.shown.area() != area {
            // The alternate screen is clear when it is entered.
            if !self.shown.area().is_empty() {
                queue!(clear, terminal::Clear(terminal::ClearType::All))?;
            }
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
        }
        self.next.reset();
        let screen = reader.draw(theme, &mut self.next);
        pen::draw(&mut self.shown, &self.next, &mut frame);
        std::mem::swap(&mut self.shown, &mut self.next);
        match screen.cursor {
            Some((x, y)) if !frame.is_empty() || self.cursor != screen.cursor => {
                queue!(frame, cursor::MoveTo(x, y), cursor::Show)?;
            }
            None if self.cursor.is_some() => queue!(frame, cursor::Hide)?,
            _ => {}
        }
        self.cursor = screen.cursor;
        if !clear.is_empty() || !frame.is_empty() {
            let mut whole = Vec::with_capacity(clear.len() + frame.len() + 16);
            queue!(whole, BeginSynchronizedUpdate)?;
            whole.extend(clear);
            whole.extend(frame);
            queue!(whole, EndSynchronizedUpdate)?;
            let mut out = io::stdout().lock();
            out.write_all(&whole)?;
            out.flush()?;
        }
        Ok(screen)
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
    #[expect(clippy::unused_self, reason = "only who has the terminal writes to it")]
    pub(super) fn write(&mut self, command: impl crossterm::Command) -> io::Result<()> {
        execute!(io::stdout(), command)
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
