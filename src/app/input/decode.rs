//! Bytes from a terminal as keys, pointers, pasted text and answers.
//!
//! The grammar is that of ECMA-48 control sequences with what xterm, the Linux console and tmux make of it. Whatever
//! is not known is passed over whole, as a sequence, so that no answer of a terminal is ever taken for keys. Bytes may
//! come in any pieces; only a lone Esc needs a clock, which is the caller's: see [`Decoder::patience`].

mod sequence;

use std::time::Duration;

use crate::app::ground;
use crate::app::pointer::Pointer;
use crate::command::{Code, Key};
use crate::ui::Ground;

/// What was typed, or came in otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A key.
    Key(Key),
    /// Something was done with the mouse.
    Pointer(Pointer),
    /// The terminal told what ground it has.
    Ground(Ground),
    /// The terminal told how it is (DSR): it has come to the question.
    Status,
    /// Pasted text, at most 64 KiB of it.
    Paste(String),
}

/// How long a lone Esc waits for the rest of a sequence: a slow line needs 1 ms for a byte, a person does not notice.
const ESC_WAIT: Duration = Duration::from_millis(30);
/// How long a string or a paste that has begun waits for more before it is given up.
const STRING_WAIT: Duration = Duration::from_secs(2);
/// The most of a paste that is kept, in bytes: there is nothing in the reader that could take more.
const PASTE: usize = 64 * 1024;
/// The longest control sequence, in bytes; a longer one is garbage.
const SEQUENCE: usize = 256;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Tells what bytes mean.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// What has begun and not ended: the front of a sequence or of a character.
    open: Vec<u8>,
    paste: Vec<u8>,
    /// What an answer that is a string says, as far as it may matter: at most [`SEQUENCE`] bytes.
    says: Vec<u8>,
    /// Whether that is an answer about the terminal's settings (OSC).
    is_osc: bool,
}

/// What the next bytes belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// Text between the brackets of a paste.
    Paste,
    /// An answer that is a string (OSC, DCS, APC, PM, SOS), up to its end.
    String,
    /// The position of a mouse in the old form: so many bytes more.
    Skip(u8),
}

/// What the front of the open bytes is.
enum Front {
    /// So many bytes that mean this, or nothing.
    Whole(usize, Option<Typed>),
    /// So many bytes after which another state begins.
    Turn(usize, State),
    /// More bytes are needed.
    More,
}

impl Decoder {
    /// Takes bytes as they came in one read.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Typed>) {
        if self.open == [0x1b] && self.state == State::Ground {
            // Alt with a key is sent at once: what comes later is a key of its own, unless it makes a sequence.
            let goes_on = bytes.first().is_some_and(|b| {
                matches!(b, b'[' | b'O' | b']' | b'P' | b'_' | b'^' | b'X' | b'\\')
            });
            if !goes_on {
                self.silence(out);
            }
        }
        let mut rest = bytes;
        while !rest.is_empty() {
            match self.state {
                State::Paste => rest = self.feed_paste(rest, out),
                State::Skip(left) => {
                    rest = rest.get(1..).unwrap_or_default();
                    self.state = if left > 1 {
                        State::Skip(left - 1)
                    } else {
                        State::Ground
                    };
                }
                State::String => rest = self.feed_string(rest, out),
                State::Ground => rest = self.feed_ground(rest, out),
            }
        }
    }

    /// How long to wait for more before [`silence`](Self::silence) is to be called; none while nothing is open.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground if self.open.is_empty() => None,
            State::Ground => Some(ESC_WAIT),
            State::Paste | State::String | State::Skip(_) => Some(STRING_WAIT),
        }
    }

    /// Nothing more came in time: what is open is what it is.
    pub fn silence(&mut self, out: &mut Vec<Typed>) {
        let open = std::mem::take(&mut self.open);
        match std::mem::take(&mut self.state) {
            State::Ground => match open.as_slice() {
                [0x1b] => out.push(Typed::Key(Key::plain(Code::Esc))),
                [0x1b, c @ (b'[' | b'O')] => out.push(Typed::Key(sequence::alt(char::from(*c)))),
                _ => {}
            },
            State::Paste => self.end_paste(out),
            State::String | State::Skip(_) => {}
        }
    }

    /// Takes bytes that are keys or begin a sequence; gives what is left.
    fn feed_ground<'a>(&mut self, bytes: &'a [u8], out: &mut Vec<Typed>) -> &'a [u8] {
        if self.open.is_empty() {
            return self.step(bytes, out);
        }
        // A sequence was cut: byte by byte, until it is whole.
        let (first, rest) = bytes.split_at(1);
        self.open.extend_from_slice(first);
        let open = std::mem::take(&mut self.open);
        let mut left = open.as_slice();
        // The byte that ended it may be none of its own, and begin something new.
        while !left.is_empty() {
            left = self.step(left, out);
        }
        rest
    }

    /// Takes one thing from the front of `bytes`; keeps them when more is needed.
    fn step<'a>(&mut self, bytes: &'a [u8], out: &mut Vec<Typed>) -> &'a [u8] {
        match sequence::front(bytes) {
            Front::Whole(len, typed) => {
                out.extend(typed);
                bytes.get(len.max(1)..).unwrap_or_default()
            }
            Front::Turn(len, state) => {
                self.state = state;
                self.says.clear();
                self.is_osc = bytes.get(1) == Some(&b']');
                bytes.get(len..).unwrap_or_default()
            }
            Front::More if bytes.len() > SEQUENCE => &[],
            Front::More => {
                self.open = bytes.to_vec();
                &[]
            }
        }
    }

    /// Takes bytes of a string up to its end: BEL, or ESC and a backslash. Any other ESC begins something new.
    fn feed_string<'a>(&mut self, bytes: &'a [u8], out: &mut Vec<Typed>) -> &'a [u8] {
        if self.open == [0x1b] {
            self.open.clear();
            self.state = State::Ground;
            return if bytes.first() == Some(&b'\\') {
                self.end_string(out);
                bytes.get(1..).unwrap_or_default()
            } else {
                self.open.push(0x1b);
                bytes
            };
        }
        let end = memchr::memchr3(0x07, 0x1b, 0x18, bytes);
        let said = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        let room = SEQUENCE.saturating_sub(self.says.len()).min(said.len());
        self.says
            .extend_from_slice(said.get(..room).unwrap_or_default());
        let Some(at) = end else {
            return &[];
        };
        match bytes.get(at) {
            Some(0x1b) => self.open.push(0x1b),
            Some(0x07) => {
                self.state = State::Ground;
                self.end_string(out);
            }
            _ => self.state = State::Ground,
        }
        bytes.get(at + 1..).unwrap_or_default()
    }

    /// A string has come to its end: what it says, if that is known.
    fn end_string(&mut self, out: &mut Vec<Typed>) {
        let ground = ground::answer(&self.says).filter(|_| self.is_osc);
        out.extend(ground.map(Typed::Ground));
        self.says.clear();
    }

    /// Takes bytes of a paste up to its end.
    fn feed_paste<'a>(&mut self, bytes: &'a [u8], out: &mut Vec<Typed>) -> &'a [u8] {
        // The end may be cut by reads: it is looked for over the seam.
        let seam = self.paste.len().saturating_sub(PASTE_END.len() - 1);
        self.paste.extend_from_slice(bytes);
        let ends = self
            .paste
            .get(seam..)
            .and_then(|new| memchr::memmem::find(new, PASTE_END));
        if let Some(at) = ends {
            let after = self.paste.len() - (seam + at + PASTE_END.len());
            self.paste.truncate(seam + at);
            self.state = State::Ground;
            self.end_paste(out);
            return bytes.get(bytes.len() - after..).unwrap_or_default();
        }
        if self.paste.len() > PASTE + PASTE_END.len() {
            // The beginning is kept, and what could be the front of the end.
            let last = self.paste.len() - PASTE_END.len();
            self.paste.drain(PASTE..last);
        }
        &[]
    }

    fn end_paste(&mut self, out: &mut Vec<Typed>) {
        let mut bytes = std::mem::take(&mut self.paste);
        bytes.truncate(PASTE);
        out.push(Typed::Paste(String::from_utf8_lossy(&bytes).into_owned()));
    }
}

#[cfg(test)]
mod tests;
