//! A frame in numbers: what a cell shows, as something that is compared at once.
//!
//! Most of a frame is compared with the one before and not written. So cells are turned to numbers first: a character
//! is its scalar value, a cluster of several and a style are known by their numbers in lists that only grow (and are
//! begun anew when they hold more than any screen).

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use super::ink::{Ground, Ink};
use super::links::Links;
use crate::ui::{Cells, Theme, drawn_row};

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// A character, the number of a cluster from [`CLUSTERS`] on, or [`HALF`] or [`UNSURE`].
    symbol: u32,
    /// The number of its style.
    pub(super) ink: u16,
    /// The number of the link that it belongs to; 0 for none.
    pub(super) link: u16,
    /// Its columns, at least 1.
    pub(super) width: u16,
}

/// The number of the first cluster of several characters: after the last character.
const CLUSTERS: u32 = 0x11_0000;
/// The second half of a wide character.
const HALF: u32 = u32::MAX;
/// Something that nobody knows.
const UNSURE: u32 = u32::MAX - 1;

/// More styles or clusters than that, and the numbers begin anew.
const MOST: usize = 4096;

impl Sign {
    /// What differs from anything that is drawn.
    const UNKNOWN: Self = Self {
        symbol: UNSURE,
        ink: 0,
        link: 0,
        width: 1,
    };

    /// The printable character of ASCII that it is.
    pub(super) fn ascii(self) -> Option<u8> {
        u8::try_from(self.symbol)
            .ok()
            .filter(|byte| matches!(byte, b' '..=b'~'))
    }

    /// The second half of a wide character.
    const OF_HALF: Self = Self {
        symbol: HALF,
        ..Self::UNKNOWN
    };

    /// Whether it is no cell of its own.
    pub(super) fn is_half(self) -> bool {
        self.symbol == HALF
    }
}

/// The signs of a screen, row by row.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Signs {
    columns: usize,
    all: Vec<Sign>,
    /// Whether any belongs to a link.
    linked: bool,
}

impl Signs {
    /// A screen that shows blanks.
    pub(super) fn blank(columns: u16, rows: u16, cast: &mut Cast) -> Self {
        let blank = Cell::default();
        let (symbol, width) = cast.symbol(&blank);
        let sign = Sign {
            symbol,
            ink: cast.ink_number(Ink::of(&blank)),
            link: 0,
            width,
        };
        Self {
            columns: columns.into(),
            all: vec![sign; usize::from(columns) * usize::from(rows)],
            linked: false,
        }
    }

    /// Takes a frame. O(cells).
    pub(super) fn take(&mut self, frame: &Buffer, links: &Links, cast: &mut Cast) {
        self.columns = frame.area.width.into();
        self.all.clear();
        self.all.resize(frame.content.len(), Sign::UNKNOWN);
        let columns = self.columns.max(1);
        for (row, cells) in self
            .all
            .chunks_mut(columns)
            .zip(frame.content.chunks(columns))
        {
            take_cells(cells, row, cast);
        }
        self.linked = false;
        self.link(links);
    }

    /// Becomes the frame before with some rows of panes taken from others of it, or drawn. O(cells) to copy and O(cells
    /// drawn) to take.
    pub(super) fn take_moved(
        &mut self,
        before: &Self,
        moved: &[(Rect, Cells<'_>)],
        theme: &Theme,
        links: &Links,
        cast: &mut Cast,
    ) {
        self.columns = before.columns;
        self.linked = before.linked;
        self.all.clone_from(&before.all);
        for &(place, cells) in moved {
            let there = self.part(place);
            let Some(signs) = self.all.get_mut(there) else {
                continue;
            };
            match cells {
                Cells::Of(y) => {
                    let from = before.all.get(before.part(Rect { y, ..place }));
                    signs.copy_from_slice(from.unwrap_or_default());
                }
                Cells::Drawn(line) => {
                    take_cells(&drawn_row(line, place.width, theme).content, signs, cast);
                }
            }
        }
        self.link(links);
    }

    /// Where the signs of a part of a row are.
    fn part(&self, place: Rect) -> Range<usize> {
        let start = usize::from(place.y) * self.columns + usize::from(place.x);
        start..start + usize::from(place.width)
    }

    /// Says which signs belong to links, and to which. O(cells) where there are links or were.
    fn link(&mut self, links: &Links) {
        if links.cells().is_empty() {
            if std::mem::take(&mut self.linked) {
                self.all.iter_mut().for_each(|sign| sign.link = 0);
            }
            return;
        }
        self.linked = true;
        for (sign, link) in self.all.iter_mut().zip(links.cells()) {
            // A half has none of its own.
            sign.link = if sign.is_half() { 0 } else { *link };
        }
    }

    /// From here on nothing is known of what is linked, or of anything.
    pub(super) fn doubt(&mut self, only_links: bool) {
        for sign in &mut self.all {
            if !only_links || sign.link > 0 {
                *sign = Sign::UNKNOWN;
            }
        }
    }

    /// The rows of both screens, which have one size.
    pub(super) fn rows<'a>(
        &'a self,
        next: &'a Self,
    ) -> impl Iterator<Item = (&'a [Sign], &'a [Sign])> {
        let columns = self.columns.max(1);
        self.all.chunks(columns).zip(next.all.chunks(columns))
    }

    /// A row. O(1).
    pub(super) fn row(&self, y: u16) -> &[Sign] {
        let start = usize::from(y) * self.columns;
        self.all
            .get(start..start + self.columns)
            .unwrap_or_default()
    }
}

/// Takes the cells of a row, or of a part of one that no wide character leaves.
fn take_cells(cells: &[Cell], signs: &mut [Sign], cast: &mut Cast) {
    // The looks met last: most neighbours have the same.
    let (mut before, mut ink) = (None, 0);
    let mut halves = 0;
    for (cell, sign) in cells.iter().zip(signs) {
        if halves > 0 {
            halves -= 1;
            *sign = Sign::OF_HALF;
            continue;
        }
        if !before.is_some_and(|before| is_alike(before, cell)) {
            (before, ink) = (Some(cell), cast.ink_number(Ink::of(cell)));
        }
        let (symbol, width) = cast.symbol(cell);
        halves = width - 1;
        *sign = Sign {
            symbol,
            ink,
            link: 0,
            width,
        };
    }
}

/// The styles and clusters that have numbers.
#[derive(Debug, Default)]
pub(super) struct Cast {
    inks: Vec<(Ink, Ground)>,
    ink_numbers: FxHashMap<Ink, u16>,
    clusters: Vec<String>,
    cluster_numbers: FxHashMap<String, u32>,
}

/// Whether two cells have the same looks.
fn is_alike(a: &Cell, b: &Cell) -> bool {
    let looks = |cell: &Cell| (cell.fg, cell.bg, cell.underline_color, cell.modifier);
    looks(a) == looks(b)
}

impl Cast {
    /// Whether there are so many numbers that they should begin anew.
    pub(super) fn is_full(&self) -> bool {
        self.inks.len() > MOST || self.clusters.len() > MOST
    }

    /// The style of this number.
    pub(super) fn ink(&self, number: u16) -> Ink {
        self.inks
            .get(usize::from(number))
            .map_or_else(Ink::default, |(ink, _)| *ink)
    }

    /// What is seen of a blank in the style of this number.
    fn ground(&self, number: u16) -> Option<Ground> {
        self.inks
            .get(usize::from(number))
            .map(|(_, ground)| *ground)
    }

    /// Whether a blank looks the same in two styles.
    pub(super) fn is_same_ground(&self, a: u16, b: u16) -> bool {
        a == b || self.ground(a) == self.ground(b)
    }

    /// Whether nothing but its ground is seen of a sign.
    pub(super) fn is_blank(&self, sign: Sign) -> bool {
        sign.symbol == u32::from(' ') && self.ground(sign.ink).is_some_and(Ground::is_plain)
    }

    /// How many styles there are.
    pub(super) fn inks(&self) -> usize {
        self.inks.len()
    }

    /// Appends what is written for a sign; says whether every terminal gives it the columns that we do, as far as
    /// `is_sure` knows a character.
    pub(super) fn write(&self, sign: Sign, is_sure: fn(char) -> bool, out: &mut Vec<u8>) -> bool {
        if let Some(c) = char::from_u32(sign.symbol) {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            return is_sure(c);
        }
        let cluster = sign
            .symbol
            .checked_sub(CLUSTERS)
            .and_then(|i| self.clusters.get(i as usize));
        let cluster = cluster.map_or(" ", String::as_str);
        out.extend_from_slice(cluster.as_bytes());
        cluster.chars().all(is_sure)
    }

    /// Whether the cursor may be in another column after a sign on some terminals, since they draw its characters one by
    /// one: emoji that are joined, flags, clusters of Indic scripts; not letters with accents over them.
    pub(super) fn leads_astray(&self, sign: Sign) -> bool {
        let cluster = sign
            .symbol
            .checked_sub(CLUSTERS)
            .and_then(|i| self.clusters.get(i as usize));
        let is_accent = |c| matches!(c, '\u{300}'..='\u{36f}');
        cluster.is_some_and(|cluster| !cluster.chars().skip(1).all(is_accent))
    }

    /// The number of what a cell holds, and its columns.
    fn symbol(&mut self, cell: &Cell) -> (u32, u16) {
        let symbol = cell.symbol();
        match symbol.as_bytes() {
            &[byte @ b' '..=b'~'] => return (byte.into(), 1),
            [] => return (b' '.into(), 1),
            _ => {}
        }
        let mut chars = symbol.chars();
        let number = match (chars.next(), chars.next()) {
            (Some(c), None) => c.into(),
            _ => self.cluster(symbol),
        };
        (number, cell.cell_width().max(1))
    }

    fn ink_number(&mut self, ink: Ink) -> u16 {
        let inks = &mut self.inks;
        *self.ink_numbers.entry(ink).or_insert_with(|| {
            inks.push((ink, ink.on_blank()));
            u16::try_from(inks.len() - 1).unwrap_or(0)
        })
    }

    fn cluster(&mut self, cluster: &str) -> u32 {
        if let Some(&number) = self.cluster_numbers.get(cluster) {
            return number;
        }
        let number = CLUSTERS + u32::try_from(self.clusters.len()).unwrap_or(0);
        self.clusters.push(cluster.to_owned());
        self.cluster_numbers.insert(cluster.to_owned(), number);
        number
    }
}
