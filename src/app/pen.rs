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
mod travel;

use ratatui::buffer::{Buffer, Cell, CellWidth};

pub use frames::Pen;
use ink::Ink;
use links::Links;
use travel::Cursor;

/// The longest gap of unchanged cells that is written over rather than jumped, in columns: a jump costs as much.
const GAP: u16 = 5;

/// Changed cells of one row and one style, with the gaps between them.
#[derive(Clone, Copy, Debug)]
struct Run {
    ink: Ink,
    /// The number of the link that it belongs to; 0 for none.
    link: u16,
    row: u16,
    /// The first column.
    start: u16,
    /// The first column after it.
    end: u16,
    /// Whether only its ground is seen: then it takes the style of what follows.
    blank: bool,
}

impl Run {
    /// The style that this run and a cell beside it can both be written in, where there is one.
    fn with(&self, ink: Ink, blank: bool) -> Option<Ink> {
        match (self.blank, blank) {
            _ if self.ink == ink => Some(ink),
            (_, true) if self.ink.on_blank() == ink.on_blank() => Some(self.ink),
            (true, false) if self.ink.on_blank() == ink.on_blank() => Some(ink),
            _ => None,
        }
    }
}

/// Appends to `out` what turns a terminal that shows `shown` into one that shows `next`. Both have one size. The
/// cursor is left anywhere, the style at its default; of `shown`, nothing is left to rely on. Linear in the cells.
fn draw(shown: &mut Buffer, next: &Buffer, links: &Links, out: &mut Vec<u8>) {
    links.doubt_changed(shown);
    doubt_halves(shown);
    let mut runs = runs(shown, next, links);
    let mut cursor = Cursor::unknown(next.area.width);
    let (mut ink, mut open) = (Ink::default(), 0);
    // Stable: within a style the rows keep their order.
    let mut order: Vec<Ink> = Vec::new();
    for run in &runs {
        if !order.contains(&run.ink) {
            order.push(run.ink);
        }
    }
    runs.sort_by_key(|run| order.iter().position(|&ink| ink == run.ink));
    for run in runs {
        if run.link == 0 {
            links.change(&mut open, 0, out);
        }
        cursor.go(run.start, run.row, out);
        ink.change(run.ink, out);
        links.change(&mut open, run.link, out);
        write(&run, next, &mut cursor, out);
    }
    links.change(&mut open, 0, out);
    ink.change(Ink::default(), out);
}

/// Makes the second halves of wide characters differ from anything: what a terminal shows there once the first half is
/// written over, in which style, is its own affair.
fn doubt_halves(shown: &mut Buffer) {
    let mut half = false;
    for cell in &mut shown.content {
        let wide = !half && !cell.symbol().is_ascii() && cell.cell_width() > 1;
        if half {
            cell.set_symbol("");
        }
        half = wide;
    }
}

/// The runs of changed cells, by row and column.
fn runs(shown: &Buffer, next: &Buffer, links: &Links) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, y, cell) in changes(shown, next) {
        let end = x.saturating_add(width(cell));
        let (ink, blank) = (Ink::of(cell), Ink::is_blank(cell));
        let number = links.at(x, y);
        if let Some(run) = runs
            .last_mut()
            .filter(|run| run.row == y && run.link == number)
            && let Some(both) = run.with(ink, blank)
            && x >= run.end
            && x - run.end <= GAP
            && (run.end..x).all(|x| links.at(x, y) == number && passes(next, x, y, both))
        {
            run.ink = both;
            run.end = end;
            run.blank &= blank;
            continue;
        }
        runs.push(Run {
            ink,
            link: number,
            row: y,
            start: x,
            end,
            blank,
        });
    }
    runs
}

/// The cells that differ, by row and column. The second halves of wide characters are no cells of their own. Both
/// buffers have one size.
fn changes<'a>(shown: &'a Buffer, next: &'a Buffer) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    let columns = usize::from(next.area.width).max(1);
    let rows = (shown.content.chunks(columns)).zip(next.content.chunks(columns));
    (0..).zip(rows).flat_map(|(y, (before, after))| {
        let mut covered = 0;
        (0_u16..)
            .zip(before.iter().zip(after))
            .filter_map(move |(x, (old, new))| {
                if x < covered {
                    return None;
                }
                covered = x.saturating_add(width(new));
                (old != new).then_some((x, y, new))
            })
    })
}

/// The columns that a cell takes, at least 1.
fn width(cell: &Cell) -> u16 {
    match cell.symbol().as_bytes() {
        [b' '..=b'~'] => 1,
        _ => cell.cell_width().max(1),
    }
}

/// Whether an unchanged cell can be written again in a style without a change that is seen.
fn passes(next: &Buffer, x: u16, y: u16, ink: Ink) -> bool {
    next.cell((x, y)).is_some_and(|cell| {
        let own = Ink::of(cell);
        let same = own == ink || (Ink::is_blank(cell) && own.on_blank() == ink.on_blank());
        same && matches!(cell.symbol().as_bytes(), [b' '..=b'~'])
    })
}

/// Writes the characters of a run.
fn write(run: &Run, next: &Buffer, cursor: &mut Cursor, out: &mut Vec<u8>) {
    let mut x = run.start;
    while x < run.end {
        let Some(cell) = next.cell((x, run.row)) else {
            return;
        };
        let symbol = symbol(cell);
        out.extend_from_slice(symbol.as_bytes());
        let width = width(cell);
        cursor.passed(symbol, width);
        x = x.saturating_add(width);
    }
}

/// What is written for a cell; one that shows nothing is a blank.
fn symbol(cell: &Cell) -> &str {
    match cell.symbol() {
        "" => " ",
        symbol => symbol,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    const COLUMNS: u16 = 20;
    const ROWS: u16 = 5;

    fn empty() -> Buffer {
        Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS))
    }

    /// What a terminal that shows `shown` gets, as text with ESC as `^`.
    fn bytes(shown: &Buffer, next: &Buffer) -> String {
        let mut out = Vec::new();
        draw(&mut shown.clone(), next, &Links::default(), &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    /// The screen of a terminal that got the frames one after the other.
    fn terminal(frames: &[Buffer]) -> vt100::Parser {
        let mut terminal =
            vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0);
        let mut shown = empty();
        for next in frames {
            let mut out = Vec::new();
            draw(&mut shown, next, &Links::default(), &mut out);
            terminal.process(&out);
            shown = next.clone();
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
