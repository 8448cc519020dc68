//! Plain text, as it is copied off a web page, wrapped by hand, or taken from a book or a memo, to a [`Document`].
//!
//! The stages, each in a file of its own: bytes to characters (`decode`), characters to lines (`line`), the style of the whole from its
//! beginning (`style`), lines to units (`split`, with `wrap`, `list`, `code`, `mark`), units to labels (`label`, with `phrase`,
//! `front`, `heading`, `book`), units to blocks (`emit`).
//!
//! Invariant: everything readable is shown: it is in the text in its order, in the marker of a list item, or it was an
//! underline, a `>`, a `#` or a fence. What the text is depends on the first 64 KiB and on the lines near each place
//! only, so that the beginning of a long text gives the same text on its own; what a block is called may depend on
//! the whole. Deliberately absent: inline marks (`*so*`), links, tables with cells.

mod book;
mod code;
mod date;
mod decode;
mod emit;
mod front;
mod heading;
mod label;
mod line;
mod list;
mod mark;
mod overstrike;
mod page;
mod phrase;
mod split;
mod style;
mod unit;
mod wrap;

use decode::Source;
use style::Style;
use unit::Page;

use crate::document::{Builder, Date, Document, Meta};

/// Imports a plain text. `meta` may be given in part; what the text says of title, byline and date fills its gaps.
/// O(bytes).
pub fn import(bytes: &[u8], mut meta: Meta) -> Document {
    let source = Source::read(bytes);
    let mut lines = line::scan(&source.text);
    let style = Style::of(&source, &lines);
    let units = split::units(&source.text, &mut lines, style);
    let mut page = Page {
        text: &source.text,
        lines: &lines,
        units,
    };
    label::run(&mut page, style, &mut meta);
    let mut builder = Builder::default();
    builder.meta = meta;
    if let Some(warning) = &source.warning {
        builder.warn(warning.as_str());
    }
    emit::run(&source, &page, &mut builder);
    builder.finish()
}

/// The names in a line that says who wrote an article: `By Ada Brook`. For importers of other formats.
pub(super) fn byline_in(line: &str) -> Option<String> {
    front::read_byline(line)
}

/// The day in a line that says when an article was published, and says little else.
pub(super) fn date_in(line: &str) -> Option<Date> {
    front::read_date(line, false)
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod promises;
