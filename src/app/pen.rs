//! The pen: what changed between two frames, in few bytes.
//!
//! Takes the frame that the terminal shows and the one that it shall show; gives what is to be written. A terminal on a
//! slow line, and the kernel's buffer of 4 KiB in front of every terminal, make bytes the price of a frame: changed
//! cells are joined to runs over short gaps, runs of one style are written together whatever row they stand in, and
//! the cursor goes the shortest way. The frames are synchronized, so the order within one is not seen.
//!
//! Where the cursor is after a character whose width terminals disagree about is not known; the next run is then
//! addressed absolutely, so that one wrong guess never shifts a whole row.

mod frames;
mod ink;
mod links;
mod runs;
mod signs;
mod travel;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use frames::Pen;
use ink::Ink;
use links::Links;
use runs::Run;
use signs::{Cast, Parts, Signs};
use travel::{Cursor, has_sure_width};

use crate::ui::{Cells, Theme};

/// What a terminal shows, in numbers, and what it is sent to show another frame.
#[derive(Debug)]
struct Press {
    cast: Cast,
    shown: Signs,
    /// What is to be shown next where that may be something else; between frames, room for it.
    next: Parts,
    area: Rect,
}

impl Press {
    /// For a terminal of a size that shows blanks.
    fn new(area: Rect) -> Self {
        let mut cast = Cast::default();
        Self {
            shown: Signs::blank(area.width, area.height, &mut cast),
            next: Parts::default(),
            cast,
            area,
        }
    }

    /// The terminal has another size now, or the same, and shows blanks.
    fn begin_anew(&mut self, area: Rect) {
        self.shown = Signs::blank(area.width, area.height, &mut self.cast);
        self.area = area;
    }

    /// What is linked means something else from here on.
    fn doubt_links(&mut self) {
        self.shown.doubt(true);
    }

    /// Whether the next frame must be drawn whole: what is known of the one before is soon forgotten.
    fn is_full(&self) -> bool {
        self.cast.is_full()
    }

    /// Whether links are shown.
    const fn is_linked(&self) -> bool {
        self.shown.is_linked()
    }

    /// Appends to `out` what makes the terminal show `next`, which has its size. The cursor is left anywhere, the style
    /// at its default. Linear in the cells.
    fn draw(&mut self, next: &Buffer, links: &Links, out: &mut Vec<u8>) {
        if self.cast.is_full() {
            self.cast = Cast::default();
            self.shown.doubt(false);
        }
        self.next.take(next, links, &mut self.cast);
        self.turn(links, out);
    }

    /// The same where the next frame is the one before but for some rows of panes.
    fn draw_moved(
        &mut self,
        moved: &[(Rect, Cells<'_>)],
        theme: &Theme,
        links: &Links,
        out: &mut Vec<u8>,
    ) {
        self.next
            .take_moved(&self.shown, moved, theme, links, &mut self.cast);
        self.turn(links, out);
    }

    /// Whether what is shown is this frame. O(cells).
    fn shows(&mut self, frame: &Buffer, links: &Links) -> bool {
        self.next.take(frame, links, &mut self.cast);
        let mut parts = self.next.all();
        parts.all(|(place, signs)| self.shown.part(place) == signs)
    }

    /// Writes what differs of the next frame, which is then shown.
    fn turn(&mut self, links: &Links, out: &mut Vec<u8>) {
        let mut cursor = Cursor::unknown(self.area.width);
        let (mut ink, mut open) = (Ink::default(), 0);
        for run in self.ordered(self.runs()) {
            if run.link == 0 {
                links.change(&mut open, 0, out);
            }
            cursor.go(run.start, run.row, out);
            ink.change(self.cast.ink(run.ink), out);
            links.change(&mut open, run.link, out);
            self.write(&run, &mut cursor, out);
        }
        links.change(&mut open, 0, out);
        ink.change(Ink::default(), out);
        self.shown.show(&self.next);
    }

    /// Writes the characters of a run.
    fn write(&self, run: &Run, cursor: &mut Cursor, out: &mut Vec<u8>) {
        let signs = self.next.signs(run.first, run.end - run.start);
        let mut passed = 0;
        let mut is_astray = false;
        for (x, &sign) in (run.start..).zip(signs) {
            if is_astray && !sign.is_half() {
                cursor.go(x, run.row, out);
                is_astray = false;
            }
            if let Some(byte) = sign.ascii() {
                out.push(byte);
                passed += 1;
            } else if !sign.is_half() {
                cursor.passed(std::mem::take(&mut passed), true);
                let sure = self.cast.write(sign, has_sure_width, out);
                cursor.passed(sign.columns(), sure);
                is_astray = self.cast.leads_astray(sign);
            }
        }
        cursor.passed(passed, true);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    const COLUMNS: u16 = 20;
    const ROWS: u16 = 5;
    const AREA: Rect = Rect::new(0, 0, COLUMNS, ROWS);

    fn empty() -> Buffer {
        Buffer::empty(AREA)
    }

    /// What a terminal that shows `shown` gets, as text with ESC as `^`.
    fn bytes(shown: &Buffer, next: &Buffer) -> String {
        let mut press = Press::new(AREA);
        press.draw(shown, &Links::default(), &mut Vec::new());
        let mut out = Vec::new();
        press.draw(next, &Links::default(), &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    /// The screen of a terminal that got the frames one after the other.
    fn terminal(frames: &[Buffer]) -> vt100::Parser {
        let mut terminal =
            vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0);
        let mut press = Press::new(AREA);
        for next in frames {
            let mut out = Vec::new();
            press.draw(next, &Links::default(), &mut out);
            terminal.process(&out);
        }
        terminal
    }

    #[test]
    fn words_are_written_with_the_blanks_between_them() {
        let mut next = empty();
        next.set_string(2, 1, "two words", Style::new());
        assert_eq!(bytes(&empty(), &next), "^[2;3Htwo words");
    }

    #[test]
    fn one_style_is_set_once_for_all_rows() {
        let mut next = empty();
        let quiet = Style::new().fg(Color::Rgb(1, 2, 3));
        for row in 0..3 {
            next.set_string(4, row, "│", quiet);
            next.set_string(6, row, "x", Style::new());
        }
        assert_eq!(
            bytes(&empty(), &next),
            "^[1;5H^[38;2;1;2;3m│\u{8}^[B│\u{8}^[B│^[1;7H^[mx\u{8}^[Bx\u{8}^[Bx"
        );
    }

    #[test]
    fn nothing_changed_is_nothing_written() {
        let mut next = empty();
        next.set_string(0, 0, "as before", Style::new().bold());
        assert_eq!(bytes(&next, &next), "");
    }

    #[test]
    fn after_a_character_of_unsure_width_the_place_is_said_in_full() {
        let mut next = empty();
        next.set_string(0, 0, "👩‍🚀", Style::new());
        next.set_string(0, 1, "b", Style::new());
        assert!(bytes(&empty(), &next).ends_with("^[2Hb"));
    }

    #[test]
    fn what_follows_a_cluster_that_terminals_measure_differently_stands_in_its_own_column() {
        let mut next = empty();
        next.set_string(0, 0, "a👨‍👩‍👧 b", Style::new());
        assert_eq!(bytes(&empty(), &next), "^[Ha👨‍👩‍👧^[1;4H b");
        let mut next = empty();
        next.set_string(0, 0, "cafe\u{301} 漢字", Style::new());
        assert_eq!(
            bytes(&empty(), &next),
            "^[Hcafe\u{301} 漢字",
            "as everywhere"
        );
    }

    fn style() -> impl Strategy<Value = Style> {
        (0..4u8, 0..3u8, 0..4u8).prop_map(|(fg, bg, modifier)| {
            let colour = |n| match n {
                0 => Color::Reset,
                1 => Color::Red,
                2 => Color::Indexed(200),
                _ => Color::Rgb(9, 8, 7),
            };
            Style::new()
                .fg(colour(fg))
                .bg(colour(bg))
                .add_modifier(match modifier {
                    0 => Modifier::empty(),
                    1 => Modifier::BOLD,
                    2 => Modifier::UNDERLINED | Modifier::ITALIC,
                    _ => Modifier::REVERSED,
                })
        })
    }

    fn frame() -> impl Strategy<Value = Buffer> {
        let word = prop_oneof!["[a-z ]{1,8}", "[│▌…“é ]{1,4}", "[漢字 ]{1,3}", " {1,9}"];
        proptest::collection::vec((0..COLUMNS, 0..ROWS, word, style()), 0..12).prop_map(|words| {
            let mut buffer = empty();
            for (x, y, word, style) in words {
                buffer.set_stringn(x, y, word, usize::from(COLUMNS - x), style);
            }
            buffer
        })
    }

    proptest! {
        /// Whatever came before, the terminal shows the last frame: the same as if it were the only one.
        #[test]
        fn frames_in_a_row_show_the_last(first in frame(), second in frame(), last in frame()) {
            let through = terminal(&[first, second, last.clone()]);
            let alone = terminal(std::slice::from_ref(&last));
            for row in 0..ROWS {
                for col in 0..COLUMNS {
                    let (a, b) = (through.screen().cell(row, col), alone.screen().cell(row, col));
                    let (Some(a), Some(b)) = (a, b) else { continue };
                    let said = |c: &vt100::Cell| if c.has_contents() { c.contents().to_owned() } else { " ".into() };
                    prop_assert_eq!(said(a), said(b), "{} {}", row, col);
                    prop_assert_eq!(a.bgcolor(), b.bgcolor());
                    prop_assert_eq!(a.inverse(), b.inverse());
                    prop_assert_eq!(a.underline(), b.underline());
                    if said(a) != " " {
                        prop_assert_eq!(a.fgcolor(), b.fgcolor());
                        prop_assert_eq!(a.bold(), b.bold());
                    }
                }
            }
            for (row, shown) in through.screen().rows(0, COLUMNS).enumerate() {
                let cells = (0..COLUMNS).filter_map(|x| last.cell((x, u16::try_from(row).unwrap())));
                let text: String = cells.map(|c| c.symbol().to_owned()).collect();
                if text.is_ascii() {
                    prop_assert_eq!(shown.trim_end(), text.trim_end());
                }
            }
        }
    }
}
