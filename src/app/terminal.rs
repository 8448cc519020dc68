//! The terminal: taken over, and left as it was found, on every way out.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, execute, queue, terminal};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::Reader;
use super::steady::Steady;
use crate::ui::{Bidi, Size, Theme};

/// A frame is written at once: a full screen of 200 by 60 with colours stays below this.
const FRAME_BYTES: usize = 128 * 1024;

/// Whether the terminal is taken over, and what was asked of it that is to be taken back.
#[derive(Debug)]
struct Taken {
    now: AtomicBool,
    /// Whether the order of right-to-left text is not the terminal's.
    ordered: bool,
}

/// The terminal while the reader has it. Dropping it gives it back.
#[derive(Debug)]
pub(super) struct Tty {
    terminal: Terminal<CrosstermBackend<BufWriter<Steady>>>,
    taken: Arc<Taken>,
    /// Whether the terminal may show something else than the last frame.
    stale: bool,
    /// Whether the terminal is to send what is done with the mouse.
    mouse: bool,
}

impl Tty {
    /// Takes the terminal over: raw mode, the alternate screen, bracketed paste, and the mouse where that is
    /// wanted. A panic gives it back first.
    pub(super) fn take(mouse: bool, bidi: Bidi) -> io::Result<Self> {
        let taken = Arc::new(Taken {
            now: AtomicBool::new(true),
            ordered: bidi != Bidi::Terminal,
        });
        let of_hook = Arc::clone(&taken);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // A worker that fails is told about in the reader; only the main thread ends it.
            if std::thread::current().name() == Some("main") {
                give_back(&of_hook);
                before(info);
            }
        }));
        enter(mouse, taken.ordered)?;
        let out = BufWriter::with_capacity(FRAME_BYTES, Steady::default());
        // The size is told to it, not asked for before every frame: one of 0 columns counts as the usual one.
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area(Self::size())),
        };
        let terminal = Terminal::with_options(CrosstermBackend::new(out), options)
            .inspect_err(|_| give_back(&taken))?;
        Ok(Self {
            terminal,
            taken,
            stale: false,
            mouse,
        })
    }

    /// Draws the reader's screen as one synchronized frame.
    pub(super) fn draw(&mut self, reader: &mut Reader, theme: Theme) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.stale) {
            // Not `clear`: that asks the terminal where the cursor is.
            self.terminal.resize(area(reader.size()))?;
        }
        self.terminal.draw(|frame| {
            let screen = reader.draw(theme, frame.buffer_mut());
            if let Some(cursor) = screen.cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// The size of the terminal. A side that is not known, or is said to be 0, as serial lines and some containers say,
    /// is what `COLUMNS` and `LINES` say, or 80 by 24.
    pub(super) fn size() -> Size {
        let (columns, rows) = terminal::size().unwrap_or_default();
        let side = |known: u16, name: &str, usual: u16| {
            let said = || std::env::var(name).ok()?.trim().parse().ok();
            Some(known)
                .filter(|&side| side > 0)
                .or_else(|| said().filter(|&side| side > 0))
                .unwrap_or(usual)
        };
        Size {
            columns: side(columns, "COLUMNS", 80),
            rows: side(rows, "LINES", 24),
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
        self.taken.now.store(true, Ordering::SeqCst);
        self.forget();
        enter(self.mouse, self.taken.ordered)
    }

    /// Sets the modes of the terminal again after the program was stopped by a signal that cannot be caught: the shell
    /// has set its own. The alternate screen is still there, and is not entered twice: that would lose the cursor.
    pub(super) fn renew(&mut self) -> io::Result<()> {
        self.forget();
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        execute!(
            Steady::default(),
            cursor::Hide,
            EnableBracketedPaste,
            Mouse(self.mouse)
        )
    }

    /// Makes the terminal send what is done with the mouse, or keep it to itself.
    pub(super) fn capture(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        self.write(Mouse(mouse))
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        give_back(&self.taken);
    }
}

/// The whole of a screen.
const fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.columns, size.rows)
}

fn enter(mouse: bool, ordered: bool) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    let mut out = BufWriter::new(Steady::default());
    let entered = queue!(out, EnterAlternateScreen, cursor::Hide, EnableBracketedPaste)
        .and_then(|()| if mouse { queue!(out, Mouse(true)) } else { Ok(()) })
        .and_then(|()| if ordered { queue!(out, Ordered(true)) } else { Ok(()) })
        .and_then(|()| out.flush());
    entered.inspect_err(|_| drop(terminal::disable_raw_mode()))
}

/// Undoes [`enter`], once. Errors are of no use here: the terminal may be gone.
fn give_back(taken: &Taken) {
    if !taken.now.swap(false, Ordering::SeqCst) {
        return;
    }
    // The screen of before comes last: whoever sees it finds all else as it was, too.
    let _ = terminal::disable_raw_mode();
    let mut out = BufWriter::new(Steady::last());
    if taken.ordered {
        let _ = queue!(out, Ordered(false));
    }
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        Mouse(false),
        DisableBracketedPaste,
        cursor::Show,
        LeaveAlternateScreen
    );
}

/// Whether the terminal sends presses, drags and the wheel, by cells in decimal (SGR). Not every motion: nothing here
/// follows a mouse that is not pressed, and each step of it would be bytes on a slow line.
struct Mouse(bool);

impl crossterm::Command for Mouse {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str(if self.0 {
            "\x1b[?1000h\x1b[?1002h\x1b[?1006h"
        } else {
            "\x1b[?1006l\x1b[?1002l\x1b[?1000l"
        })
    }
}

/// Whether the order of letters is the program's: ECMA-48's bidirectional support mode (BDSM) reset, which terminals
/// with an order of their own know, and others pass over.
struct Ordered(bool);

impl crossterm::Command for Ordered {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str(if self.0 { "\x1b[8l" } else { "\x1b[8h" })
    }
}
