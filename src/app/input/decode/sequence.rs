//! One thing from the front of bytes: a character, a control, a control sequence.

use super::{Front, State, Typed};
use crate::app::pointer::{Act, Pointer};
use crate::command::{Code, Key};

/// What the front of `bytes`, which are not empty, is.
pub(super) fn front(bytes: &[u8]) -> Front {
    match bytes {
        [0x1b, b'[', rest @ ..] => csi(rest),
        [0x1b] | [0x1b, b'O'] => Front::More,
        [0x1b, b'O', end, ..] => Front::Whole(3, ss3(*end).map(Typed::Key)),
        [0x1b, b']' | b'P' | b'_' | b'^' | b'X', ..] => Front::Turn(2, State::String),
        // The end of a string that was given up.
        [0x1b, b'\\', ..] => Front::Whole(2, None),
        [0x1b, 0x1b, ..] => Front::Whole(1, key(Code::Esc)),
        [0x1b, rest @ ..] => match character(rest) {
            Front::Whole(len, typed) => Front::Whole(len + 1, typed.map(with_alt)),
            other => other,
        },
        _ => character(bytes),
    }
}

/// Alt and a character.
pub(super) const fn alt(c: char) -> Key {
    Key {
        alt: true,
        ..Key::plain(Code::Char(c))
    }
}

fn with_alt(typed: Typed) -> Typed {
    match typed {
        Typed::Key(key) => Typed::Key(Key { alt: true, ..key }),
        other => other,
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where other bytes mean nothing"
)]
const fn key(code: Code) -> Option<Typed> {
    Some(Typed::Key(Key::plain(code)))
}

const fn ctrl(c: char) -> Key {
    Key {
        ctrl: true,
        ..Key::plain(Code::Char(c))
    }
}

/// A character or a control. Controls are the letters that make them, as every terminal has it.
fn character(bytes: &[u8]) -> Front {
    let Some(&first) = bytes.first() else {
        return Front::More;
    };
    let typed = match first {
        0x00 => Some(Typed::Key(ctrl(' '))),
        b'\r' => key(Code::Enter),
        b'\t' => key(Code::Tab),
        0x7f => key(Code::Backspace),
        0x01..=0x1a => Some(Typed::Key(ctrl(char::from(first + b'a' - 1)))),
        0x1b => key(Code::Esc),
        0x1c..=0x1f => Some(Typed::Key(ctrl(char::from(first - 0x1c + b'4')))),
        0x20..=0x7e => key(Code::Char(char::from(first))),
        _ => return past_ascii(bytes, first),
    };
    Front::Whole(1, typed)
}

/// A character of two to four bytes. A byte that begins none is passed over.
fn past_ascii(bytes: &[u8], first: u8) -> Front {
    let len = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Front::Whole(1, None),
    };
    let Some(whole) = bytes.get(..len) else {
        let cut = bytes.get(1..).unwrap_or_default();
        let goes_on = cut.iter().all(|b| (0x80..0xc0).contains(b));
        return if goes_on {
            Front::More
        } else {
            Front::Whole(1, None)
        };
    };
    match std::str::from_utf8(whole)
        .ok()
        .and_then(|s| s.chars().next())
    {
        Some(c) if !c.is_control() => Front::Whole(len, key(Code::Char(c))),
        Some(_) => Front::Whole(len, None),
        None => Front::Whole(1, None),
    }
}

/// A key of the keypad or an arrow in application mode, after `ESC O`.
fn ss3(end: u8) -> Option<Key> {
    let code = match end {
        b'P'..=b'S' => Code::F(end - b'P' + 1),
        b'M' => Code::Enter,
        b'j'..=b'y' => Code::Char(char::from(end - b'j' + b'*')),
        _ => letter(end)?,
    };
    Some(Key::plain(code))
}

/// The key that a letter at the end of a sequence stands for.
fn letter(end: u8) -> Option<Code> {
    Some(match end {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'Z' => Code::BackTab,
        _ => return None,
    })
}

/// A control sequence, after `ESC [`.
fn csi(body: &[u8]) -> Front {
    if let [b'[', rest @ ..] = body {
        // The function keys of the Linux console.
        return match rest.first() {
            None => Front::More,
            Some(&c @ b'A'..=b'E') => Front::Whole(4, key(Code::F(c - b'A' + 1))),
            Some(_) => Front::Whole(3, None),
        };
    }
    let parameters = body
        .iter()
        .take_while(|b| (0x30..0x40).contains(*b))
        .count();
    let (numbers, rest) = body.split_at(parameters);
    let between = rest
        .iter()
        .take_while(|b| (0x20..0x30).contains(*b))
        .count();
    let Some(&end) = rest.get(between) else {
        return Front::More;
    };
    let len = 2 + parameters + between;
    if !(0x40..0x7f).contains(&end) {
        // Not a sequence after all: what is there goes, the byte that broke it is read by itself.
        return Front::Whole(len, None);
    }
    let len = len + 1;
    if end == b'M' && parameters == 0 {
        return Front::Turn(len, State::Skip(3));
    }
    if numbers == b"200" && end == b'~' {
        return Front::Turn(len, State::Paste);
    }
    let typed = match numbers.first() {
        _ if between > 0 => None,
        Some(b'<') => pointer(numbers.get(1..).unwrap_or_default(), end).map(Typed::Pointer),
        // An answer: what the terminal is, what it can do.
        Some(b'?' | b'>' | b'=') => None,
        Some(b'0' | b'3') if end == b'n' => Some(Typed::Status),
        _ => pressed(numbers, end).map(Typed::Key),
    };
    Front::Whole(len, typed)
}

/// The numbers of a sequence. A part after a colon belongs to the number before it and says nothing here.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.split(|b| *b == b';').map(|part| {
        let digits = part.iter().take_while(|b| b.is_ascii_digit());
        digits.fold(0_u32, |n, b| {
            n.saturating_mul(10).saturating_add(u32::from(b - b'0'))
        })
    })
}

/// A key with its modifiers.
fn pressed(parameters: &[u8], end: u8) -> Option<Key> {
    let mut numbers = numbers(parameters);
    let first = numbers.next().unwrap_or(0);
    let second = numbers.next().unwrap_or(0);
    let code = match end {
        b'~' if first == 27 => return coded(numbers.next().unwrap_or(0), second),
        b'~' => tilde(first)?,
        b'u' => return coded(first, second),
        // With other numbers it is where the cursor is.
        b'R' if first == 1 && (2..=16).contains(&second) => Code::F(3),
        b'P' | b'Q' | b'S' => Code::F(end - b'P' + 1),
        _ => letter(end)?,
    };
    Some(modified(code, second))
}

/// The key with a number.
fn tilde(number: u32) -> Option<Code> {
    let f = |n: u32| u8::try_from(n).ok().map(Code::F);
    match number {
        1 | 7 => Some(Code::Home),
        4 | 8 => Some(Code::End),
        3 => Some(Code::Delete),
        5 => Some(Code::PageUp),
        6 => Some(Code::PageDown),
        11..=15 => f(number - 10),
        17..=21 => f(number - 11),
        23..=26 => f(number - 12),
        28 | 29 => f(number - 13),
        31..=34 => f(number - 14),
        _ => None,
    }
}

/// A key that is given by its character.
fn coded(code: u32, modifiers: u32) -> Option<Key> {
    let code = match code {
        9 if modifiers.saturating_sub(1) & 1 != 0 => Code::BackTab,
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        127 => Code::Backspace,
        // Keys that make no character, in the private area where kitty puts them.
        0xe000..=0xf8ff => return None,
        _ => Code::Char(char::from_u32(code).filter(|c| !c.is_control())?),
    };
    Some(modified(code, modifiers))
}

/// A key with modifiers as xterm counts them: 1 and shift 1, alt 2, control 4.
const fn modified(code: Code, modifiers: u32) -> Key {
    let bits = modifiers.saturating_sub(1);
    Key {
        code,
        alt: bits & 2 != 0,
        ctrl: bits & 4 != 0,
    }
}

/// What was done with the mouse, in the SGR form: button, column, row from 1; none for what has no meaning here.
fn pointer(parameters: &[u8], end: u8) -> Option<Pointer> {
    let mut numbers = numbers(parameters);
    let button = numbers.next()?;
    let column = u16::try_from(numbers.next()?.saturating_sub(1)).ok()?;
    let row = u16::try_from(numbers.next()?.saturating_sub(1)).ok()?;
    let act = match (button & !0b1_1100, end) {
        (64, b'M') => Act::Wheel { down: -1, right: 0 },
        (65, b'M') => Act::Wheel { down: 1, right: 0 },
        (66, b'M') => Act::Wheel { down: 0, right: -1 },
        (67, b'M') => Act::Wheel { down: 0, right: 1 },
        (0, b'M') => Act::Press { clicks: 1 },
        (32, b'M') => Act::Drag,
        (0, b'm') => Act::Release,
        _ => return None,
    };
    Some(Pointer { column, row, act })
}
