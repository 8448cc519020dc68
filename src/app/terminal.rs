//! The terminal: taken over, and left as it was found, on every way out.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, queue, terminal};

use super::pace::{self, Pace};
use super::steady::Steady;
use super::{Pen, Reader};
use crate::ui::{Bidi, Size, Theme};

/// Whether the terminal is taken over, and what was asked of it that is to be taken back.
#[derive(Debug)]
struct Taken {
    now: AtomicBool,
    /// Whether the order of right-to-left text is not the terminal's.
    ordered: bool,
}

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
    pen: Pen,
    taken: Arc<Taken>,
    /// Whether the terminal is to send what is done with the mouse.
    mouse: bool,
    /// How far it is behind.
    pace: Pace,
}

impl Tty {
    /// Takes the terminal over: raw mode, the alternate screen, bracketed paste, and the mouse where that is
    /// wanted. A panic gives it back first.
    pub(super) fn take(mouse: bool, bidi: Bidi, links: Links) -> io::Result<Self> {
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
        Ok(Self {
            pen: Pen::new(links),
            taken,
            mouse,
            pace: Pace::default(),
        })
    }

    /// Draws the reader's screen as one synchronized frame, in one write; nothing is written where nothing changed.
    pub(super) fn draw(&mut self, reader: &mut Reader, theme: &Theme) -> io::Result<()> {
        let mut frame = self.pen.frame(reader, theme)?;
        if frame.is_empty() {
            return Ok(());
        }
        let now = Instant::now();
        let asks = self.pace.asks(now);
        if asks {
            frame.extend_from_slice(pace::QUESTION);
        }
        Steady::default().write_all(&frame)?;
        self.pace.wrote(frame.len(), asks, now);
        Ok(())
    }

    /// Until when the next frame should wait, because the terminal is still busy with earlier ones.
    pub(super) fn holds(&mut self) -> Option<Instant> {
        self.pace.holds(Instant::now())
    }

    /// The terminal has answered how it is.
    pub(super) fn answered(&mut self) {
        self.pace.answered();
    }

    /// Asks something, and how the terminal is.
    pub(super) fn ask(&mut self, question: impl crossterm::Command) -> io::Result<()> {
        let mut both = Vec::new();
        queue!(both, question)?;
        both.extend_from_slice(pace::QUESTION);
        Steady::default().write_all(&both)?;
        self.pace.asked(Instant::now());
        Ok(())
    }

    /// Until when it may still answer how it is.
    pub(super) fn awaits(&self) -> Option<Instant> {
        self.pace.awaits()
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

    /// The next frame is drawn whole: see [`Pen::forget`].
    pub(super) fn forget(&mut self) {
        self.pen.forget();
    }

    /// Writes something that is no part of a frame.
    #[expect(clippy::unused_self, reason = "only who has the terminal writes to it")]
    pub(super) fn write(&mut self, command: impl crossterm::Command) -> io::Result<()> {
        execute!(Steady::default(), command)
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

fn enter(mouse: bool, ordered: bool) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    let mut out = BufWriter::new(Steady::default());
    let entered = queue!(
        out,
        EnterAlternateScreen,
        cursor::Hide,
        EnableBracketedPaste
    )
    .and_then(|()| {
        if mouse {
            queue!(out, Mouse(true))
        } else {
            Ok(())
        }
    })
    .and_then(|()| {
        if ordered {
            queue!(out, Ordered(true))
        } else {
            Ok(())
        }
    })
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
