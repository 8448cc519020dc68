//! Lists and what stands before their items.

use dom_query::{Element, NodeRef};

use super::walk::{Inner, Place, Walker, attribute};

/// One open list.
#[derive(Debug)]
pub(super) struct List {
    /// The number of the next item; none for bullets.
    next: Option<i64>,
    style: Style,
}

/// How the items of a list are numbered.
#[derive(Clone, Copy, Debug)]
enum Style {
    Decimal,
    Lower,
    Upper,
    RomanLower,
    RomanUpper,
}

impl Walker<'_> {
    pub(super) fn list(&mut self, node: NodeRef<'_>, element: &Element, mut place: Place) {
        let ordered = &*element.name.local == "ol";
        let start = attribute(element, "start").and_then(|n| n.trim().parse().ok());
        let style = match attribute(element, "type").map(str::trim) {
            Some("a") => Style::Lower,
            Some("A") => Style::Upper,
            Some("i") => Style::RomanLower,
            Some("I") => Style::RomanUpper,
            _ => Style::Decimal,
        };
        self.lists.push(List {
            next: ordered.then(|| start.unwrap_or(1)),
            style,
        });
        place.lists = place.lists.saturating_add(1);
        self.children(node, place);
        self.lists.pop();
    }

    pub(super) fn item(&mut self, node: NodeRef<'_>, element: &Element, mut place: Place) {
        let value = attribute(element, "value").and_then(|n| n.trim().parse().ok());
        let marker = match self.lists.last_mut() {
            Some(List {
                next: Some(next),
                style,
            }) => {
                let number = value.unwrap_or(*next);
                *next = number.saturating_add(1);
                numbered(number, *style)
            }
            _ => bullet(place.lists).to_owned(),
        };
        place.inner = Inner::Item;
        place.lists = place.lists.max(1);
        if place.notes {
            marker.trim_end_matches('.').clone_into(&mut self.label);
            place.inner = Inner::Note;
        }
        self.marker = Some(marker);
        self.children(node, place);
        self.marker = None;
    }
}

/// The bullet of a list at a depth, from 1.
pub(in crate::import) fn bullet(depth: u8) -> &'static str {
    match depth {
        0 | 1 => "•",
        2 => "◦",
        _ => "▪",
    }
}

fn numbered(number: i64, style: Style) -> String {
    let letter = |base: u8| {
        let place = u8::try_from(number - 1).ok().filter(|n| *n < 26);
        place.map_or_else(|| number.to_string(), |n| char::from(base + n).to_string())
    };
    let text = match style {
        Style::Decimal => number.to_string(),
        Style::Lower => letter(b'a'),
        Style::Upper => letter(b'A'),
        Style::RomanLower => roman(number).to_ascii_lowercase(),
        Style::RomanUpper => roman(number),
    };
    text + "."
}

fn roman(number: i64) -> String {
    const PARTS: [(i64, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..400).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, letters) in PARTS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}
