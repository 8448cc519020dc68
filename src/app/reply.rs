//! Answers of the terminal among the keys.
//!
//! Asked for its ground (OSC 11), a terminal answers on the line that the keys come from, and crossterm takes the
//! answer for keys: `ESC ] 11;rgb:…` is Alt-] 1 1 ; r g b … to it. So the answer is found again among the keys, however
//! late it comes: nothing waits for it, and no key is lost. What begins like an answer and goes on otherwise, or not at
//! all for [`PAUSE`], was typed by a person and is handed on.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::ui::Ground;

/// What comes later than this belongs to no answer that has begun. People do not type as fast; lines of 9,600 baud
/// carry a byte in a millisecond.
pub(super) const PAUSE: Duration = Duration::from_millis(50);

/// How long an escape is taken for the possible beginning of an answer, after the question.
const AWAITED: Duration = Duration::from_secs(3);

/// Longer answers than this, in characters, are dropped as they come: colours take about 30.
const LONGEST: usize = 4096;

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Something that no terminal says by itself.
    Event(Event),
    /// The ground of the terminal.
    Ground(Ground),
}

/// How much of an answer has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing.
    #[default]
    Outside,
    /// An escape that stands alone: the rest of the answer may be late.
    Escape,
    /// The beginning, with the digits after it.
    Number(String),
    /// The beginning as far as the first semicolon; then what it says.
    Says(String, String),
    /// The same, and an escape that may begin the end.
    SaysEscape(String, String),
}

/// The answers among the events of a terminal.
#[derive(Debug, Default)]
pub(super) struct Replies {
    state: State,
    held: Vec<Event>,
    /// Until when an answer may come, so that an escape may be the beginning of it.
    awaited: Option<Instant>,
}

impl Replies {
    /// The answers of a terminal that was asked just now, or not at all.
    pub(super) fn new(was_asked: bool) -> Self {
        Self {
            awaited: was_asked.then(|| Instant::now() + AWAITED),
            ..Self::default()
        }
    }

    /// Whether something is held back until more comes.
    pub(super) fn is_open(&self) -> bool {
        self.state != State::Outside
    }

    /// Takes an event; gives what is known by now, in order.
    pub(super) fn take(&mut self, event: Event) -> Vec<Heard> {
        let Event::Key(key) = event else {
            return vec![Heard::Event(event)];
        };
        self.held.push(Event::Key(key));
        let plain = plain(key);
        let is_alt = |c| key.modifiers == KeyModifiers::ALT && key.code == KeyCode::Char(c);
        let is_bell = key.modifiers == KeyModifiers::CONTROL && key.code == KeyCode::Char('g');
        let is_escape = key.code == KeyCode::Esc && key.modifiers.is_empty();
        self.state = match (std::mem::take(&mut self.state), plain) {
            (State::Outside, _) if is_alt(']') => State::Number(String::new()),
            (State::Outside, _) if is_escape && self.is_awaited() => State::Escape,
            (State::Escape, Some(']')) => State::Number(String::new()),
            (State::Number(digits), Some(c)) if c.is_ascii_digit() && digits.len() < 5 => {
                State::Number(digits + c.encode_utf8(&mut [0; 4]))
            }
            (State::Number(digits), Some(';')) if !digits.is_empty() => {
                State::Says(digits, String::new())
            }
            (State::Says(number, says), _) if is_bell || is_alt('\\') => {
                return self.whole(&number, &says);
            }
            (State::SaysEscape(number, says), Some('\\')) => return self.whole(&number, &says),
            (State::Says(number, says), _) if is_escape => State::SaysEscape(number, says),
            (State::Says(number, mut says), Some(c)) => {
                if says.len() < LONGEST {
                    says.push(c);
                }
                self.held.clear();
                State::Says(number, says)
            }
            (State::Outside, _) => return self.give_up(),
            (_, _) => {
                // No answer after all: what was held was typed, and this key may begin something itself.
                self.held.pop();
                let mut heard = self.give_up();
                heard.extend(self.take(Event::Key(key)));
                return heard;
            }
        };
        Vec::new()
    }

    /// Hands on what was held back: nothing more has come.
    pub(super) fn give_up(&mut self) -> Vec<Heard> {
        self.state = State::Outside;
        self.held.drain(..).map(Heard::Event).collect()
    }

    fn is_awaited(&self) -> bool {
        self.awaited.is_some_and(|until| Instant::now() < until)
    }

    /// Takes a whole answer.
    fn whole(&mut self, number: &str, says: &str) -> Vec<Heard> {
        self.held.clear();
        let ground = (number == "11").then(|| ground(says)).flatten();
        if ground.is_some() {
            self.awaited = None;
        }
        ground.map(Heard::Ground).into_iter().collect()
    }
}

/// The character of a key without control or alt.
fn plain(key: KeyEvent) -> Option<char> {
    match key.code {
        KeyCode::Char(c) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => Some(c),
        _ => None,
    }
}

/// What a colour means for text on it, as terminals write colours (`XParseColor`): `rgb:1a1a/1b1b/1e1e` with one to four digits
/// each, `rgba:` with an opacity behind, or `#` with three parts of equal length.
fn ground(colour: &str) -> Option<Ground> {
    let part = |digits: &str| {
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)? - 1;
        let value = u32::from_str_radix(digits, 16).ok()?;
        (1..=4)
            .contains(&digits.len())
            .then(|| f64::from(value) / f64::from(most))
    };
    let parts: Vec<f64> = if let Some(digits) = colour.strip_prefix('#') {
        let each = digits.len() / 3;
        let ends = digits.len() == each * 3 && digits.is_ascii() && each > 0;
        let cut = |i: usize| digits.get(i * each..(i + 1) * each).and_then(part);
        (0..3).filter(|_| ends).filter_map(cut).collect()
    } else {
        let (_, digits) = colour
            .split_once(':')
            .filter(|(k, _)| matches!(*k, "rgb" | "rgba"))?;
        digits.split('/').take(3).filter_map(part).collect()
    };
    let &[red, green, blue] = parts.as_slice() else {
        return None;
    };
    let linear = |v: f64| {
        if v <= 0.04045 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        }
    };
    // Relative luminance (WCAG 2.1). Below 0.179 white reads better on it than black.
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    Some(if luminance < 0.179 {
        Ground::Dark
    } else {
        Ground::Light
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys that crossterm makes of some bytes.
    fn keys(bytes: &str) -> Vec<Event> {
        let mut chars = bytes.chars().peekable();
        let mut events = Vec::new();
        while let Some(c) = chars.next() {
            let key = match c {
                '\u{1b}' => match chars.next_if(|&c| c != '\u{1b}') {
                    Some(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT),
                    None => KeyEvent::from(KeyCode::Esc),
                },
                '\u{7}' => KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL),
                c if c.is_uppercase() => KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT),
                c => KeyEvent::from(KeyCode::Char(c)),
            };
            events.push(Event::Key(key));
        }
        events
    }

    /// Checks what is heard of some bytes: the ground, and the keys that are left.
    #[track_caller]
    fn check(events: Vec<Event>, ground: Option<Ground>, left: &str) {
        let mut replies = Replies::new(true);
        let mut heard: Vec<Heard> = events.into_iter().flat_map(|e| replies.take(e)).collect();
        heard.extend(replies.give_up());
        let expect: Vec<Heard> = keys(left).into_iter().map(Heard::Event).collect();
        let is_ground = |h: &Heard| matches!(h, Heard::Ground(_));
        assert_eq!(
            heard.iter().find(|h| is_ground(h)),
            ground.map(Heard::Ground).as_ref()
        );
        heard.retain(|h| !is_ground(h));
        assert_eq!(heard, expect);
    }

    #[test]
    fn an_answer_is_found_among_the_keys() {
        let dark = Some(Ground::Dark);
        check(keys("jj\u{1b}]11;rgb:1111/1111/1111\u{1b}\\J"), dark, "jjJ");
        check(
            keys("\u{1b}]11;rgb:FAFA/f7F7/f0f0\u{7}"),
            Some(Ground::Light),
            "",
        );
        check(keys("\u{1b}]11;rgba:00/2b/36/ff\u{7}"), dark, "");
        check(keys("\u{1b}]11;#fdf6e3\u{7}"), Some(Ground::Light), "");
    }

    #[test]
    fn other_answers_are_no_keys_either() {
        check(keys("a\u{1b}]10;rgb:ffff/ffff/ffff\u{7}b"), None, "ab");
        check(keys("a\u{1b}]52;c;aGk=\u{1b}\\b"), None, "ab");
        check(keys("a\u{1b}]11;what\u{7}b"), None, "ab");
    }

    #[test]
    fn what_a_person_types_is_handed_on() {
        check(keys("\u{1b}]x"), None, "\u{1b}]x");
        check(keys("\u{1b}]1x"), None, "\u{1b}]1x");
        check(
            keys("\u{1b}]\u{1b}]11;rgb:0/0/0\u{7}"),
            Some(Ground::Dark),
            "\u{1b}]",
        );
        check(keys("1;\u{7}"), None, "1;\u{7}");
        let escape = [Event::Key(KeyEvent::from(KeyCode::Esc))];
        let mut replies = Replies::new(true);
        assert_eq!(replies.take(escape[0].clone()), []);
        assert!(replies.is_open());
        assert_eq!(replies.give_up(), [Heard::Event(escape[0].clone())]);
    }

    #[test]
    fn an_answer_that_comes_in_pieces_is_put_together() {
        // A line so slow that the escapes come alone.
        let mut events = vec![Event::Key(KeyEvent::from(KeyCode::Esc))];
        events.extend(keys("]11;rgb:ff/ff/ff"));
        events.push(Event::Resize(80, 24));
        events.push(Event::Key(KeyEvent::from(KeyCode::Esc)));
        events.extend(keys("\\q"));
        let mut replies = Replies::new(true);
        let heard: Vec<Heard> = events.into_iter().flat_map(|e| replies.take(e)).collect();
        let rest = keys("q").into_iter().map(Heard::Event);
        let expect: Vec<Heard> = [
            Heard::Event(Event::Resize(80, 24)),
            Heard::Ground(Ground::Light),
        ]
        .into_iter()
        .chain(rest)
        .collect();
        assert_eq!(heard, expect);
    }

    #[test]
    fn an_escape_is_held_back_only_while_an_answer_is_awaited() {
        let escape = || Event::Key(KeyEvent::from(KeyCode::Esc));
        let mut replies = Replies::new(false);
        assert_eq!(replies.take(escape()), [Heard::Event(escape())]);
        let mut replies = Replies::new(true);
        for event in keys("\u{1b}]11;rgb:0/0/0\u{7}") {
            replies.take(event);
        }
        assert_eq!(replies.take(escape()), [Heard::Event(escape())]);
    }
}
