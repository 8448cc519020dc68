//! A terminal of our own: a pty with the program in it and an emulator that keeps its screen.
//!
//! Waits are for conditions, never for times: [`Terminal::wait`] looks again and again until the condition holds, and
//! fails with the screen when it does not for long. The emulator answers what programs ask a terminal (its kind, its
//! background, where the cursor is), as a real one does.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};

use crate::program::{Desk, words};

/// How long a condition may take to come true. Long: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal before the program runs in it.
pub(crate) struct Opened {
    pair: PtyPair,
    size: (u16, u16),
    variables: Vec<(String, String)>,
    before: String,
}

/// A terminal with a program.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    // Kept open, so that the settings of the terminal can be read after the program has ended.
    _slave: Box<dyn portable_pty::SlavePty + Send>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    seen: Arc<Mutex<Seen>>,
    held: Arc<(Mutex<bool>, Condvar)>,
    before: String,
}

/// What came out of the program.
struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
}

impl Terminal {
    /// Opens a terminal of that many columns and rows.
    pub(crate) fn open(columns: u16, rows: u16) -> Opened {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let before = settings(pair.master.as_ref());
        Opened {
            pair,
            size: (columns, rows),
            variables: Vec::new(),
            before,
        }
    }

    /// Types: text as it is, control characters and escape sequences among it.
    pub(crate) fn keys(&self, keys: &str) {
        let mut writer = self.writer.lock().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Types bytes, whatever they are.
    pub(crate) fn bytes(&self, bytes: &[u8]) {
        let mut writer = self.writer.lock().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    /// Makes the terminal take no more output, or take it again.
    pub(crate) fn hold(&self, is_held: bool) {
        *self.held.0.lock().unwrap() = is_held;
        self.held.1.notify_all();
    }

    /// Says that the window has another size than it has; the emulator keeps its own.
    pub(crate) fn claim_size(&self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Changes the size of the window; the program gets SIGWINCH.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.seen
            .lock()
            .unwrap()
            .parser
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Sends a signal by its name, as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap();
        let sent = std::process::Command::new("kill")
            .args([format!("-{name}"), id.to_string()])
            .status();
        assert!(sent.unwrap().success(), "no signal {name} to {id}");
    }

    /// Whether the program is stopped, where the system tells it in `/proc`; elsewhere it counts as stopped.
    pub(crate) fn is_stopped(&self) -> bool {
        let id = self.child.process_id().unwrap();
        let Ok(stat) = std::fs::read_to_string(format!("/proc/{id}/stat")) else {
            return true;
        };
        let state = stat.rsplit(')').next().unwrap().trim_start();
        state.starts_with('T')
    }

    /// Waits until something is true of the terminal; `what` says it in words.
    #[track_caller]
    pub(crate) fn wait(&self, what: &str, mut is_true: impl FnMut(&Self) -> bool) {
        let begun = Instant::now();
        while !is_true(self) {
            assert!(
                begun.elapsed() < PATIENCE,
                "waited in vain for {what}; the screen is\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the screen holds some words.
    #[track_caller]
    pub(crate) fn wait_text(&self, words: &str) {
        self.wait(&format!("{words:?}"), |t| t.text().contains(words));
    }

    /// Waits until the program has ended and all its output has come: its exit code, or none when a signal ended it.
    #[track_caller]
    pub(crate) fn wait_exit(&mut self) -> Option<u32> {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "did not end; the screen is\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        };
        // What the program wrote last may still be on its way through the pty, which has no end while we hold its
        // other side: it has come when nothing more has for a while.
        let mut quiet = (self.seen.lock().unwrap().raw.len(), Instant::now());
        while quiet.1.elapsed() < Duration::from_millis(50) {
            let len = self.seen.lock().unwrap().raw.len();
            if len != quiet.0 {
                quiet = (len, Instant::now());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        status.signal().is_none().then(|| status.exit_code())
    }

    /// The words on the screen, a line a row, without white space at the ends.
    pub(crate) fn text(&self) -> String {
        self.seen.lock().unwrap().parser.screen().contents()
    }

    /// Whether a row goes on in the next one because it was too long.
    pub(crate) fn is_wrapped(&self, row: u16) -> bool {
        self.seen.lock().unwrap().parser.screen().row_wrapped(row)
    }

    /// Everything that the program has written.
    pub(crate) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().raw).into_owned()
    }

    /// Whether the alternate screen is shown.
    pub(crate) fn is_alternate(&self) -> bool {
        self.seen.lock().unwrap().parser.screen().alternate_screen()
    }

    /// Checks that the terminal is as it was before the program ran: its settings, its screen, its modes.
    #[track_caller]
    pub(crate) fn check_restored(&self) {
        assert_eq!(
            settings(self.master.as_ref()),
            self.before,
            "the settings of the terminal"
        );
        let seen = self.seen.lock().unwrap();
        let screen = seen.parser.screen();
        let modes = [
            ("alternate screen", screen.alternate_screen()),
            ("hidden cursor", screen.hide_cursor()),
            ("bracketed paste", screen.bracketed_paste()),
            ("application keypad", screen.application_keypad()),
            ("application cursor keys", screen.application_cursor()),
            (
                "mouse",
                screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
            ),
        ];
        for (mode, is_on) in modes {
            assert!(!is_on, "{mode} was left on");
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

impl Opened {
    /// Sets a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Runs the program with the words of a line, in the folder of the desk.
    pub(crate) fn run(self, desk: &Desk, line: &str) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_nutgraf"));
        command.args(words(line));
        self.spawn(desk, command)
    }

    /// Runs a line of shell; `$NUTGRAF` is the program.
    pub(crate) fn shell(self, desk: &Desk, line: &str) -> Terminal {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", line]);
        command.env("NUTGRAF", env!("CARGO_BIN_EXE_nutgraf"));
        self.spawn(desk, command)
    }

    /// The program and the terminal itself, to be dealt with by hand.
    pub(crate) fn bare(self, desk: &Desk, line: &str) -> (PtyPair, Box<dyn Child + Send + Sync>) {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", line]);
        command.env("NUTGRAF", env!("CARGO_BIN_EXE_nutgraf"));
        command.cwd(desk.path());
        command.env("HOME", desk.path());
        command.env("TERM", "xterm-256color");
        command.env_remove("DISPLAY");
        let child = self.pair.slave.spawn_command(command).unwrap();
        (self.pair, child)
    }

    fn spawn(self, desk: &Desk, mut command: CommandBuilder) -> Terminal {
        command.cwd(desk.path());
        command.env_remove("XDG_DATA_HOME");
        command.env("NUTGRAF_DATA", desk.path().join("data"));
        command.env("HOME", desk.path());
        command.env("TERM", "xterm-256color");
        for name in [
            "NO_COLOR",
            "COLORTERM",
            "COLORFGBG",
            "COLUMNS",
            "LINES",
            "NUTGRAF_CONFIG",
            "TMUX",
            "STY",
            "XDG_CONFIG_HOME",
            // A test that copies leaves the clipboard of the person alone.
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "SSH_CONNECTION",
            "SSH_CLIENT",
            "SSH_TTY",
        ] {
            command.env_remove(name);
        }
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        let child = self.pair.slave.spawn_command(command).unwrap();
        let writer = Arc::new(Mutex::new(self.pair.master.take_writer().unwrap()));
        let (columns, rows) = self.size;
        let seen = Arc::new(Mutex::new(Seen {
            parser: vt100::Parser::new(cells(rows), cells(columns), 0),
            raw: Vec::new(),
        }));
        let reader = self.pair.master.try_clone_reader().unwrap();
        let (sink, answers) = (seen.clone(), writer.clone());
        let held = Arc::new((Mutex::new(false), Condvar::new()));
        let gate = held.clone();
        // Answers wait until the program takes them, and what it writes is read meanwhile.
        let (to_answer, answer) = std::sync::mpsc::channel::<&'static str>();
        std::thread::spawn(move || {
            for words in answer {
                let _ = answers.lock().unwrap().write_all(words.as_bytes());
            }
        });
        std::thread::spawn(move || watch(reader, &sink, &to_answer, &gate));
        Terminal {
            child,
            master: self.pair.master,
            _slave: self.pair.slave,
            writer,
            seen,
            held,
            before: self.before,
        }
    }
}

/// Reads what the program writes, keeps the screen and answers questions, until the terminal is closed.
fn watch(
    mut reader: Box<dyn Read + Send>,
    seen: &Mutex<Seen>,
    answers: &Sender<&'static str>,
    held: &(Mutex<bool>, Condvar),
) {
    let mut bytes = [0; 8192];
    // A question may come in two pieces.
    let mut carry = String::new();
    while let Ok(len @ 1..) = reader.read(&mut bytes) {
        drop(
            held.1
                .wait_while(held.0.lock().unwrap(), |held| *held)
                .unwrap(),
        );
        let new = &bytes[..len];
        {
            let mut seen = seen.lock().unwrap();
            seen.parser.process(new);
            seen.raw.extend_from_slice(new);
        }
        let text = std::mem::take(&mut carry) + &String::from_utf8_lossy(new);
        for (question, answer) in [
            ("\u{1b}[c", "\u{1b}[?62;22c"),
            ("\u{1b}[6n", "\u{1b}[1;1R"),
            ("\u{1b}[5n", "\u{1b}[0n"),
            ("\u{1b}]11;?", "\u{1b}]11;rgb:1111/1111/1111\u{1b}\\"),
        ] {
            for _ in text.matches(question) {
                let _ = answers.send(answer);
            }
        }
        let begun = text.rfind('\u{1b}').map_or("", |at| &text[at..]);
        let is_whole = begun.len() > 6 || begun.ends_with(['n', 'c', '?']);
        carry = if is_whole {
            String::new()
        } else {
            begun.to_owned()
        };
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

/// The settings of a terminal (`termios`), in words; nothing where the system has none.
#[cfg(unix)]
fn settings(master: &dyn MasterPty) -> String {
    master
        .get_termios()
        .map(|termios| format!("{termios:?}"))
        .unwrap_or_default()
}

#[cfg(not(unix))]
fn settings(_: &dyn MasterPty) -> String {
    String::new()
}
