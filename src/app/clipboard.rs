//! Copying: by the system's clipboard, by tmux, by the terminal itself.
//!
//! No way to a clipboard is sure, so every one that may lead to it is taken, and the reader is told which did:
//!
//! - The system's clipboard, where there is one and the program runs on the reader's own machine. It is opened by a
//!   thread at the first copy, so that a display that is missing or slow costs nothing. What was copied stays after the
//!   program is left ([`keeper`]).
//! - OSC 52, by which a terminal takes text from a program, also from another machine. Terminals do not answer it.
//! - Inside tmux neither reaches the outer terminal as tmux comes (`set-clipboard external` ignores what programs
//!   send, `allow-passthrough` is off since 3.3). But `tmux load-buffer -w -` (3.2 and later) makes tmux itself tell the
//!   terminal, at all settings but `off`, and leaves the text in its own buffer. Where that fails (an older tmux, or
//!   none to be called), OSC 52 is sent plainly, for `set-clipboard on`, and wrapped to be passed through.

pub(crate) mod keeper;

use std::io::Write as _;
use std::process::{Command as Process, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

use super::event::Event;
use super::queue;

/// The longest text that is sent by OSC 52, in bytes: the sequence then has 100,000, the most that terminals are known
/// to take whole (`osc52.sh` of Chromium's hterm; kitty and others take more).
const LONGEST: usize = 74_994;

/// How long leaving the program may wait for another one to take over what X11 keeps in this one.
const HAND_OVER: Duration = Duration::from_millis(300);

/// Words to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clipping {
    /// What to copy, with its source.
    pub text: String,
    /// How much it is, in words: `2 sentences, 214 characters`.
    pub amount: String,
}

/// The ways to a clipboard that the environment tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ways {
    /// The system has a clipboard and it is the reader's.
    system: bool,
    /// The terminal is a pane of tmux.
    tmux: bool,
}

impl Ways {
    fn look() -> Self {
        let is_set = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        let remote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"]
            .into_iter()
            .any(is_set);
        let display = cfg!(any(windows, target_os = "macos"))
            || ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(is_set);
        Self {
            system: display && !remote,
            tmux: is_set("TMUX"),
        }
    }
}

/// What came of the ways that take time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Copied {
    clipping: Clipping,
    system: bool,
    tmux: bool,
}

impl Copied {
    /// What is left to be done, and what to say.
    pub(super) fn told(&self) -> Told {
        let in_tmux = Ways::look().tmux;
        let mut told = if self.tmux || !in_tmux {
            Told::default()
        } else {
            by_terminal(&self.clipping, true)
        };
        let amount = &self.clipping.amount;
        match (self.system, self.tmux) {
            (true, _) => told.notice = Some((format!("copied {amount} to the clipboard"), false)),
            (false, true) => told.notice = Some((format!("copied {amount} by tmux"), false)),
            // The terminal was told before.
            (false, false) if !in_tmux => {
                told.notice =
                    Some(too_long(&self.clipping)).filter(|_| self.clipping.text.len() > LONGEST);
            }
            (false, false) => {}
        }
        told
    }
}

/// What is to be done at once after a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// What to write to the terminal; empty for nothing.
    pub(super) sequence: String,
    /// What to tell the reader, and whether it is a complaint.
    pub(super) notice: Option<(String, bool)>,
}

/// The ways to the clipboards, and the thread that takes the slow ones.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    worker: Option<(Sender<Clipping>, Receiver<()>)>,
}

impl Clipboard {
    /// Copies. What can be done at once is told; what takes time comes as [`Event::Copied`].
    pub(super) fn copy(&mut self, clipping: &Clipping, events: &queue::Sender) -> Told {
        let ways = Ways::look();
        let slow = ways.system || ways.tmux;
        let begun = slow && self.begin(ways, clipping.clone(), events);
        if begun && ways.tmux {
            // tmux says soon whether it has it.
            return Told::default();
        }
        let told = by_terminal(clipping, ways.tmux);
        if begun && told.sequence.is_empty() {
            // Too long for the terminal; the system may yet take it.
            return Told::default();
        }
        told
    }

    /// Gives work to the thread, which is started when it is not there. Tells whether it took it.
    fn begin(&mut self, ways: Ways, clipping: Clipping, events: &queue::Sender) -> bool {
        if self.worker.is_none() {
            let (give, take) = mpsc::channel::<Clipping>();
            let (end, ended) = mpsc::channel();
            let events = events.clone();
            let work = move || {
                let mut system = None;
                let mut last: Option<String> = None;
                for clipping in take {
                    let text = clipping.text.clone();
                    let copied = copy_slowly(ways, clipping, &mut system);
                    last = Some(text).filter(|_| copied.system).or(last);
                    if events.send(Event::Copied(copied)).is_err() {
                        break;
                    }
                }
                // X11 keeps what was copied in the program that did it: another one may take it over now.
                drop(system);
                if let Some(text) = last {
                    keeper::hand_on(&text);
                }
                let _ = end.send(());
            };
            let started = thread::Builder::new().name("clipboard".into()).spawn(work);
            self.worker = started.ok().map(|_| (give, ended));
        }
        let worker = self.worker.as_ref();
        worker.is_some_and(|(give, _)| give.send(clipping).is_ok())
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        if let Some((give, ended)) = self.worker.take() {
            drop(give);
            let _ = ended.recv_timeout(HAND_OVER);
        }
    }
}

/// Takes the ways that take time.
fn copy_slowly(ways: Ways, clipping: Clipping, system: &mut Option<arboard::Clipboard>) -> Copied {
    let mut to_system = || {
        if system.is_none() {
            *system = arboard::Clipboard::new().ok();
        }
        let done = system.as_mut()?.set_text(clipping.text.as_str());
        if done.is_err() {
            // The display may be another one next time.
            *system = None;
        }
        done.ok()
    };
    Copied {
        system: ways.system && to_system().is_some(),
        tmux: ways.tmux && by_tmux(&clipping.text).is_ok(),
        clipping,
    }
}

/// Gives a text to tmux, for its own buffer and for the terminal around it.
fn by_tmux(text: &str) -> std::io::Result<()> {
    let mut tmux = Process::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let written = tmux
        .stdin
        .take()
        .map(|mut input| input.write_all(text.as_bytes()));
    let status = tmux.wait()?;
    written.unwrap_or(Ok(()))?;
    if status.success() {
        Ok(())
    } else {
        Err(std::io::Error::other("tmux did not take it"))
    }
}

/// Copies by OSC 52, in tmux both for tmux itself and past it.
fn by_terminal(clipping: &Clipping, in_tmux: bool) -> Told {
    if clipping.text.len() > LONGEST {
        return Told {
            sequence: String::new(),
            notice: Some(too_long(clipping)),
        };
    }
    let mut sequence = String::new();
    // Writing to a string cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(&clipping.text).write_ansi(&mut sequence);
    if in_tmux {
        let doubled = sequence.replace('\u{1b}', "\u{1b}\u{1b}");
        sequence.extend(["\u{1b}Ptmux;", &doubled, "\u{1b}\\"]);
    }
    Told {
        sequence,
        notice: Some((
            format!("copied {} by the terminal (OSC 52)", clipping.amount),
            false,
        )),
    }
}

/// Why a text was not copied, as a complaint.
fn too_long(clipping: &Clipping) -> (String, bool) {
    let kilobytes = clipping.text.len().div_ceil(1024);
    let most = LONGEST / 1024;
    (
        format!(
            "not copied: {kilobytes} KB, and terminals take {most} KB (OSC 52); copy it in parts"
        ),
        true,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipping(text: &str) -> Clipping {
        Clipping {
            text: text.to_owned(),
            amount: "1 character".to_owned(),
        }
    }

    #[test]
    fn in_tmux_it_is_sent_plainly_and_wrapped() {
        let told = by_terminal(&clipping("a"), true);
        let plain = "\u{1b}]52;c;YQ==\u{1b}\\";
        let wrapped = "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;YQ==\u{1b}\u{1b}\\\u{1b}\\";
        assert_eq!(told.sequence, format!("{plain}{wrapped}"));
        assert_eq!(by_terminal(&clipping("a"), false).sequence, plain);
    }

    #[test]
    fn what_terminals_would_cut_is_not_sent_and_said() {
        let told = by_terminal(&clipping(&"x".repeat(LONGEST)), false);
        assert_eq!(told.sequence.len(), 100_000 + 1);
        let told = by_terminal(&clipping(&"x".repeat(LONGEST + 1)), false);
        assert_eq!(told.sequence, "");
        let (said, complaint) = told.notice.unwrap();
        assert!(complaint && said.starts_with("not copied: 74 KB"), "{said}");
    }
}
