//! Hyperlinks of the terminal (OSC 8): the cells of a link know their address, so that a click opens it.
//!
//! Cells of ratatui have no address, and a sequence inside of a cell would break its width and come again with every
//! cell. So the addresses lie beside the buffer, a number a cell; the pen opens and closes a link where the number of
//! what it writes changes. A cell that looks as before, but belongs to another link now, is written again. The parts of
//! a wrapped link have one `id`, so that terminals take them for one link
//! (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).
//!
//! Sequences are made of checked addresses only ([`Uri`]): printable ASCII, no longer than terminals take.

use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use crate::article::{Aim, Uri};
use crate::ui::Hotspot;

/// When more links than that have numbers, the numbering begins anew.
const MOST: usize = 4096;

/// The links of a frame.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// The number of the link of each cell, row by row; empty without links, 0 where there is none.
    cells: Vec<u16>,
    /// The columns of a row.
    columns: usize,
    /// The address of each number, from 1.
    uris: Vec<Uri>,
    numbers: FxHashMap<(Aim, Uri), u16>,
}

impl Links {
    /// Takes the links of the next frame; says whether the numbers begin anew and mean something else than before.
    /// `uri` gives the address of what is linked. O(cells), O(1) without links.
    pub(super) fn set(
        &mut self,
        links: &[Hotspot],
        area: Rect,
        mut uri: impl FnMut(Aim) -> Option<Uri>,
    ) -> bool {
        self.cells.clear();
        self.columns = area.width.into();
        let anew = self.uris.len() > MOST;
        if anew {
            (self.uris, self.numbers) = (Vec::new(), FxHashMap::default());
        }
        for link in links {
            let Some(uri) = uri(link.aim).filter(Uri::is_short) else {
                continue;
            };
            let number = self.number(link.aim, uri);
            self.cells
                .resize(usize::from(area.width) * usize::from(area.height), 0);
            let cells = link.area.intersection(area);
            let start = usize::from(cells.y) * usize::from(area.width) + usize::from(cells.x);
            if let Some(cells) = self.cells.get_mut(start..start + usize::from(cells.width)) {
                cells.fill(number);
            }
        }
        anew
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The number of the link that a cell belongs to; 0 for none.
    pub(super) fn at(&self, x: u16, y: u16) -> u16 {
        let at = usize::from(y) * self.columns + usize::from(x);
        self.cells.get(at).copied().unwrap_or(0)
    }

    /// Appends what ends the link before, if there is one, and begins the one of that number.
    pub(super) fn change(&self, open: &mut u16, to: u16, out: &mut Vec<u8>) {
        if std::mem::replace(open, to) == to {
            return;
        }
        let uri = usize::from(to)
            .checked_sub(1)
            .and_then(|i| self.uris.get(i));
        match uri {
            Some(uri) => out.extend(format!("\x1b]8;id={to};{}\x1b\\", uri.as_str()).bytes()),
            None => out.extend_from_slice(b"\x1b]8;;\x1b\\"),
        }
    }

    fn number(&mut self, aim: Aim, uri: Uri) -> u16 {
        let Self { uris, numbers, .. } = self;
        *numbers.entry((aim, uri)).or_insert_with_key(|(_, uri)| {
            uris.push(uri.clone());
            u16::try_from(uris.len()).unwrap_or(0)
        })
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::style::Style;

    use super::*;
    use crate::app::pen::Press;
    use crate::article::Address;
    use crate::text::Pos;

    const AREA: Rect = Rect::new(0, 0, 20, 3);

    fn frame(words: &str) -> Buffer {
        let mut buffer = Buffer::empty(AREA);
        buffer.set_string(0, 0, words, Style::new());
        buffer
    }

    /// A link from a column on, of a number of columns.
    fn spot(x: u16, y: u16, width: u16, at: u32) -> Hotspot {
        Hotspot {
            area: Rect::new(x, y, width, 1),
            aim: Aim::Link(Pos(at)),
        }
    }

    fn uri(aim: Aim) -> Option<Uri> {
        let Aim::Link(Pos(at)) = aim else { return None };
        Address::read(&format!("https://x.example/{at}"), "")
            .uri()
            .cloned()
    }

    /// What is written for frames with links, the last one, ESC as `^`.
    #[track_caller]
    fn check(frames: &[(&str, &[Hotspot])], expect: &str) {
        let (mut links, mut press) = (Links::default(), Press::new(AREA));
        let mut last = Vec::new();
        for (words, spots) in frames {
            last.clear();
            links.set(spots, AREA, uri);
            press.draw(&frame(words), &links, &mut last);
        }
        assert_eq!(
            String::from_utf8(last).unwrap().replace('\x1b', "^"),
            expect
        );
    }

    #[test]
    fn a_link_is_opened_and_closed_around_its_cells() {
        check(
            &[("see this link now", &[spot(4, 0, 9, 7)])],
            "^[Hsee^[C^]8;id=1;https://x.example/7^\\this link^]8;;^\\^[Cnow",
        );
    }

    #[test]
    fn an_unchanged_link_is_not_written_again() {
        let spots = [spot(4, 0, 9, 7)];
        check(&[("see this link", &spots), ("see this link", &spots)], "");
    }

    #[test]
    fn the_same_words_of_another_link_and_of_none_are_written_again() {
        check(
            &[
                ("see this", &[spot(4, 0, 4, 7)]),
                ("see this", &[spot(4, 0, 4, 8)]),
            ],
            "^[1;5H^]8;id=2;https://x.example/8^\\this^]8;;^\\",
        );
        check(
            &[("see this", &[spot(4, 0, 4, 7)]), ("see this", &[])],
            "^[1;5Hthis",
        );
    }

    #[test]
    fn neighbours_are_two_links() {
        check(
            &[("ab", &[spot(0, 0, 1, 1), spot(1, 0, 1, 2)])],
            "^[H^]8;id=1;https://x.example/1^\\a^]8;id=2;https://x.example/2^\\b^]8;;^\\",
        );
    }
}
