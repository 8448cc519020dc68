//! The style of written cells, and the shortest change from one to another (ECMA-48, SGR).

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::travel::number;

/// What a terminal is told of a cell's looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Ink {
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
}

/// What is seen of a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ground {
    bg: Color,
    modifier: Modifier,
}

impl Ground {
    /// Whether nothing but its colour is seen.
    pub(super) fn is_plain(self) -> bool {
        self.modifier.is_empty()
    }
}

/// What is seen of a blank besides its ground.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// A modifier, what turns it on, and what turns it off.
const MODIFIERS: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

impl Ink {
    /// The style of a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            // The colour of a line that is not there says nothing.
            underline: if cell.modifier.contains(Modifier::UNDERLINED) {
                cell.underline_color
            } else {
                Color::Reset
            },
            modifier: cell.modifier,
        }
    }

    /// What is seen of a blank in this style.
    pub(super) fn on_blank(self) -> Ground {
        Ground {
            bg: self.bg,
            modifier: self.modifier.intersection(SEEN_ON_BLANK),
        }
    }

    /// Appends what changes this style to another, and becomes that.
    pub(super) fn change(&mut self, to: Self, out: &mut Vec<u8>) {
        if *self == to {
            return;
        }
        // Both are written, and the shorter one stays.
        let start = out.len();
        self.by_change(to, out);
        let middle = out.len();
        to.anew(out);
        if out.len() - middle < middle - start {
            out.drain(start..middle);
        } else {
            out.truncate(middle);
        }
        *self = to;
    }

    /// The parameters that change what differs.
    fn by_change(self, to: Self, out: &mut Vec<u8>) {
        let mut said = Parameters::begin(out);
        let mut kept = self.modifier;
        for (modifier, _, off) in MODIFIERS {
            if (self.modifier - to.modifier).contains(modifier) && kept.contains(modifier) {
                said.push(off);
                // One word may end two: bold and dim, slow and rapid.
                for (other, _, its) in MODIFIERS {
                    if its == off {
                        kept.remove(other);
                    }
                }
            }
        }
        said.modifiers(to.modifier - kept);
        if self.fg != to.fg {
            said.colour(to.fg, Plane::Text);
        }
        if self.bg != to.bg {
            said.colour(to.bg, Plane::Ground);
        }
        if self.underline != to.underline {
            said.colour(to.underline, Plane::Underline);
        }
        said.end();
    }

    /// The parameters that begin from nothing.
    fn anew(self, out: &mut Vec<u8>) {
        let mut said = Parameters::begin(out);
        if self != Self::default() {
            said.push("0");
        }
        said.modifiers(self.modifier);
        for (colour, plane) in [
            (self.fg, Plane::Text),
            (self.bg, Plane::Ground),
            (self.underline, Plane::Underline),
        ] {
            if colour != Color::Reset {
                said.colour(colour, plane);
            }
        }
        said.end();
    }
}

/// What a colour is for.
#[derive(Clone, Copy)]
enum Plane {
    Text,
    Ground,
    Underline,
}

/// One control sequence, as its parameters are written.
struct Parameters<'a> {
    out: &'a mut Vec<u8>,
    is_first: bool,
}

impl<'a> Parameters<'a> {
    fn begin(out: &'a mut Vec<u8>) -> Self {
        out.extend_from_slice(b"\x1b[");
        let is_first = true;
        Self { out, is_first }
    }

    fn end(self) {
        self.out.push(b'm');
    }

    /// Begins another parameter.
    fn next(&mut self) {
        if !std::mem::take(&mut self.is_first) {
            self.out.push(b';');
        }
    }

    fn push(&mut self, parameter: &str) {
        self.next();
        self.out.extend_from_slice(parameter.as_bytes());
    }

    fn numbers(&mut self, parameters: &[u8]) {
        for &parameter in parameters {
            self.next();
            number(parameter.into(), self.out);
        }
    }

    fn modifiers(&mut self, modifiers: Modifier) {
        for (modifier, on, _) in MODIFIERS {
            if modifiers.contains(modifier) {
                self.push(on);
            }
        }
    }

    fn colour(&mut self, colour: Color, plane: Plane) {
        let (own, bright, wide, default) = match plane {
            Plane::Text => (30, 90, 38, 39),
            Plane::Ground => (40, 100, 48, 49),
            Plane::Underline => (58, 58, 58, 59),
        };
        let mut named = |n: u8| match (plane, n) {
            (Plane::Underline, n) => self.numbers(&[wide, 5, n]),
            (_, n @ 0..8) => self.numbers(&[own + n]),
            (_, n) => self.numbers(&[bright + n - 8]),
        };
        match colour {
            Color::Black => named(0),
            Color::Red => named(1),
            Color::Green => named(2),
            Color::Yellow => named(3),
            Color::Blue => named(4),
            Color::Magenta => named(5),
            Color::Cyan => named(6),
            Color::Gray => named(7),
            Color::DarkGray => named(8),
            Color::LightRed => named(9),
            Color::LightGreen => named(10),
            Color::LightYellow => named(11),
            Color::LightBlue => named(12),
            Color::LightMagenta => named(13),
            Color::LightCyan => named(14),
            Color::White => named(15),
            Color::Reset => self.numbers(&[default]),
            Color::Indexed(n) => self.numbers(&[wide, 5, n]),
            Color::Rgb(r, g, b) => self.numbers(&[wide, 2, r, g, b]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (Color, Modifier), to: (Color, Modifier), expected: &str) {
        let ink = |(fg, modifier)| Ink {
            fg,
            modifier,
            ..Ink::default()
        };
        let (mut style, mut out) = (ink(from), Vec::new());
        style.change(ink(to), &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap().replace('\x1b', "^"),
            expected
        );
        assert_eq!(style, ink(to));
    }

    #[test]
    fn the_shorter_way_is_taken() {
        let none = Modifier::empty();
        check((Color::Red, none), (Color::Red, none), "");
        check((Color::Reset, none), (Color::Red, none), "^[31m");
        check((Color::Red, Modifier::BOLD), (Color::Reset, none), "^[m");
        check((Color::Red, Modifier::BOLD), (Color::Red, none), "^[22m");
        check(
            (Color::Rgb(250, 251, 252), Modifier::BOLD | Modifier::DIM),
            (Color::Rgb(250, 251, 252), Modifier::DIM),
            "^[22;2m",
        );
    }

    #[test]
    fn bright_colours_have_codes_of_their_own() {
        let none = Modifier::empty();
        check((Color::Reset, none), (Color::LightBlue, none), "^[94m");
        check((Color::Reset, none), (Color::White, none), "^[97m");
    }
}
