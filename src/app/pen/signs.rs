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

/// What a cell shows, in 8 bytes: a frame is some thousands of them, and what a key costs is mostly to get at memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// Its number, and its columns in the highest 8 bits. The number is that of a character, that of a cluster from
    /// [`CLUSTERS`] on, or [`HALF`] or [`UNSURE`].
    symbol: u32,
    /// The number of its style.
    pub(super) ink: u16,
    /// The number of the link that it belongs to; 0 for none.
    pub(super) link: u16,
}

/// Where the columns begin in what tells a symbol, in bits.
const COLUMNS: u32 = 24;
/// The number of the first cluster of several characters: after the last character.
const CLUSTERS: u32 = 0x11_0000;
/// The second half of a wide character.
const HALF: u32 = 0xff_ffff;
/// Something that nobody knows.
const UNSURE: u32 = 0xff_fffe;

/// More styles or clusters than that, and the numbers begin anew.
const MOST: usize = 4096;

impl Sign {
    /// What differs from anything that is drawn.
    const UNKNOWN: Self = Self::new(UNSURE, 1, 0);

    /// The second half of a wide character.
    const OF_HALF: Self = Self::new(HALF, 1, 0);

    /// A sign that belongs to no link.
    const fn new(number: u32, columns: u8, ink: u16) -> Self {
        Self {
            symbol: (columns as u32) << COLUMNS | number,
            ink,
            link: 0,
        }
    }

    /// What it is, without its columns.
    const fn number(self) -> u32 {
        self.symbol & !(u32::MAX << COLUMNS)
    }

    /// Its columns, at least 1; 255 for the few clusters that have more, after which no terminal is trusted.
    pub(super) const fn columns(self) -> u16 {
        (self.symbol >> COLUMNS) as u16
    }

    /// The printable character of ASCII that it is.
    pub(super) fn ascii(self) -> Option<u8> {
        u8::try_from(self.number())
            .ok()
            .filter(|byte| matches!(byte, b' '..=b'~'))
    }

    /// Whether it is no cell of its own.
    pub(super) const fn is_half(self) -> bool {
        self.number() == HALF
    }
}

/// The signs of a screen, row by row.
#[derive(Debug, Default)]
pub(super) struct Signs {
    columns: usize,
    all: Vec<Sign>,
    /// Whether any belongs to a link.
    linked: bool,
}

impl Signs {
    /// A screen that shows blanks.
    pub(super) fn blank(columns: u16, rows: u16, cast: &mut Cast) -> Self {
        let blank = cast.sign(&Cell::default());
        Self {
            columns: columns.into(),
            all: vec![blank; usize::from(columns) * usize::from(rows)],
            linked: false,
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

    /// Whether any belongs to a link.
    pub(super) const fn is_linked(&self) -> bool {
        self.linked
    }

    /// A part of a row. O(1).
    pub(super) fn part(&self, place: Rect) -> &[Sign] {
        self.all.get(self.range(place)).unwrap_or_default()
    }

    /// Shows parts of a frame. O(their cells).
    pub(super) fn show(&mut self, parts: &Parts) {
        for (place, signs) in parts.all() {
            let range = self.range(place);
            if let Some(shown) = self.all.get_mut(range) {
                shown.copy_from_slice(signs);
            }
        }
        self.linked = parts.linked;
    }

    /// Where the signs of a part of a row are.
    fn range(&self, place: Rect) -> Range<usize> {
        let start = usize::from(place.y) * self.columns + usize::from(place.x);
        start..start + usize::from(place.width)
    }
}

/// Parts of the rows of a frame, one after the other.
#[derive(Debug, Default)]
pub(super) struct Parts {
    places: Vec<Rect>,
    signs: Vec<Sign>,
    /// Whether the frame has links.
    linked: bool,
}

impl Parts {
    /// Takes all rows of a frame. O(cells).
    pub(super) fn take(&mut self, frame: &Buffer, links: &Links, cast: &mut Cast) {
        self.begin(links);
        let columns = usize::from(frame.area.width.max(1));
        for (y, row) in frame.area.rows().zip(frame.content.chunks(columns)) {
            self.places.push(y);
            take_cells(row, &mut self.signs, cast);
        }
        if self.linked {
            self.link(links);
        }
    }

    /// Takes some rows of panes, which are drawn now or stand somewhere on the screen. O(their cells).
    pub(super) fn take_moved(
        &mut self,
        shown: &Signs,
        moved: &[(Rect, Cells<'_>)],
        theme: &Theme,
        links: &Links,
        cast: &mut Cast,
    ) {
        self.begin(links);
        for &(place, cells) in moved {
            self.places.push(place);
            match cells {
                Cells::Of(y) => self
                    .signs
                    .extend_from_slice(shown.part(Rect { y, ..place })),
                Cells::Drawn(line) => {
                    let row = drawn_row(line, place.width, theme);
                    take_cells(&row.content, &mut self.signs, cast);
                }
            }
        }
        if self.linked || shown.linked {
            self.link(links);
        }
    }

    /// Each part with its place.
    pub(super) fn all(&self) -> impl Iterator<Item = (Rect, &[Sign])> {
        let mut rest = self.signs.as_slice();
        self.places.iter().map_while(move |&place| {
            let (part, after) = rest.split_at_checked(place.width.into())?;
            rest = after;
            Some((place, part))
        })
    }

    /// The signs from one on, so many of them.
    pub(super) fn signs(&self, from: usize, count: u16) -> &[Sign] {
        let signs = self.signs.get(from..from + usize::from(count));
        signs.unwrap_or_default()
    }

    fn begin(&mut self, links: &Links) {
        self.places.clear();
        self.signs.clear();
        self.linked = !links.is_empty();
    }

    /// Says which signs belong to links, and to which. O(cells).
    fn link(&mut self, links: &Links) {
        let Self { places, signs, .. } = self;
        let mut signs = signs.iter_mut();
        for place in places {
            let cells = (place.left()..place.right()).map(|x| links.at(x, place.y));
            for (link, sign) in cells.zip(&mut signs) {
                // A half has none of its own.
                sign.link = if sign.is_half() { 0 } else { link };
            }
        }
    }
}

/// Takes the cells of a row, or of a part of one that no wide character leaves.
fn take_cells(cells: &[Cell], signs: &mut Vec<Sign>, cast: &mut Cast) {
    // The looks met last: most neighbours have the same.
    let (mut before, mut ink) = (None, 0);
    let mut halves = 0;
    signs.extend(cells.iter().map(|cell| {
        if halves > 0 {
            halves -= 1;
            return Sign::OF_HALF;
        }
        if !before.is_some_and(|before| is_alike(before, cell)) {
            (before, ink) = (Some(cell), cast.ink_number(Ink::of(cell)));
        }
        let (number, columns) = cast.symbol(cell);
        halves = columns - 1;
        Sign::new(number, u8::try_from(columns).unwrap_or(u8::MAX), ink)
    }));
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
        sign.number() == u32::from(' ') && self.ground(sign.ink).is_some_and(Ground::is_plain)
    }

    /// How many styles there are.
    pub(super) fn inks(&self) -> usize {
        self.inks.len()
    }

    /// Appends what is written for a sign; says whether every terminal gives it the columns that we do, as far as
    /// `is_sure` knows a character.
    pub(super) fn write(&self, sign: Sign, is_sure: fn(char) -> bool, out: &mut Vec<u8>) -> bool {
        if let Some(c) = char::from_u32(sign.number()) {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            return is_sure(c);
        }
        let cluster = sign
            .number()
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
            .number()
            .checked_sub(CLUSTERS)
            .and_then(|i| self.clusters.get(i as usize));
        let is_accent = |c| matches!(c, '\u{300}'..='\u{36f}');
        cluster.is_some_and(|cluster| !cluster.chars().skip(1).all(is_accent))
    }

    /// The sign of a cell.
    fn sign(&mut self, cell: &Cell) -> Sign {
        let (number, columns) = self.symbol(cell);
        let columns = u8::try_from(columns).unwrap_or(u8::MAX);
        Sign::new(number, columns, self.ink_number(Ink::of(cell)))
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
