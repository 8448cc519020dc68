//! What a page is cut to before it is parsed: nesting, attributes, sizes.
//!
//! An HTML parser takes time quadratic in the depth of nesting and may copy open formatting elements into every
//! paragraph, so hostile pages stall it. One cheap pass over the tags drops start tags past the limits; their text
//! stays. In pages written as XML, `<a id="x"/>` closes itself, which an HTML parser would not see: such tags get
//! an end tag.

mod attributes;
mod loss;
mod mute;
mod tags;

use std::borrow::Cow;
use std::ops::Range;

pub(in crate::import) use self::loss::Loss;
use self::tags::{is_formatting, is_raw, is_void, one_of};

/// Elements deeper than this are dropped, as browsers do.
const DEPTH: usize = 512;
/// Formatting elements open at once; more are dropped.
const FORMATTING: usize = 64;
/// Elements made, formatting elements that are made anew in each block included.
const ELEMENTS: usize = 500_000;
/// The longest page, in bytes.
pub(super) const PAGE: usize = 32 << 20;

/// How self-closing tags are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Syntax {
    /// As HTML: the slash means nothing.
    Html,
    /// As XML: the slash ends the element.
    Xml,
}

/// Cuts a page to what may be parsed. Second: what was left out that a reader might miss. O(bytes), borrowed when
/// nothing changes.
pub(in crate::import) fn limit(page: &str, syntax: Syntax) -> (Cow<'_, str>, Loss) {
    limit_to(page, syntax, &mut { ELEMENTS })
}

/// Cuts a page as [`limit`] does, to at most so many elements; those that it has are taken off `elements`.
pub(in crate::import) fn limit_to<'p>(
    page: &'p str,
    syntax: Syntax,
    elements: &mut usize,
) -> (Cow<'p, str>, Loss) {
    let cut = page.get(..page.floor_char_boundary(PAGE)).unwrap_or(page);
    let mut scan = Scan {
        page: cut,
        syntax,
        open: Vec::new(),
        formatting: 0,
        made: 0,
        most: (*elements).min(ELEMENTS),
        edits: Vec::new(),
        loss: Loss {
            length: cut.len() < page.len(),
            ..Loss::default()
        },
    };
    scan.run();
    *elements = elements.saturating_sub(scan.made);
    let loss = scan.loss;
    if scan.edits.is_empty() {
        return (Cow::Borrowed(cut), loss);
    }
    let mut out = String::with_capacity(cut.len());
    let mut at = 0;
    for edit in &scan.edits {
        out.push_str(cut.get(at..edit.start as usize).unwrap_or_default());
        match &edit.put {
            Put::Nothing => {}
            Put::Space => out.push(' '),
            Put::End(name) => {
                let name = cut.get(name.start as usize..name.end as usize);
                out.push_str("></");
                out.push_str(name.unwrap_or_default());
                out.push('>');
            }
        }
        at = edit.end as usize;
    }
    out.push_str(cut.get(at..).unwrap_or_default());
    (Cow::Owned(out), loss)
}

/// What is put in the place of some bytes of a page. Small, since a page may be nothing but tags too many.
#[derive(Debug)]
struct Edit {
    start: u32,
    end: u32,
    put: Put,
}

/// What is put in.
#[derive(Debug)]
enum Put {
    Nothing,
    Space,
    /// The end of a start tag, and the end tag of the name that stands there.
    End(Range<u32>),
}

/// The pass over the tags.
struct Scan<'a> {
    page: &'a str,
    syntax: Syntax,
    open: Vec<&'a str>,
    formatting: usize,
    made: usize,
    /// How many elements there may be.
    most: usize,
    edits: Vec<Edit>,
    loss: Loss,
}

impl<'a> Scan<'a> {
    fn run(&mut self) {
        let bytes = self.page.as_bytes();
        let mut at = 0;
        while let Some(step) = memchr::memchr(b'<', bytes.get(at..).unwrap_or_default()) {
            let start = at + step;
            self.fold_space(at..start);
            at = match bytes.get(start + 1) {
                Some(b'!') if self.rest(start).starts_with("<!--") => self.comment(start),
                Some(b'!' | b'?') => self.declaration(start),
                Some(b'/') => self.end_tag(start),
                Some(c) if c.is_ascii_alphabetic() => self.start_tag(start),
                _ => self.stray(start),
            };
        }
    }

    fn put(&mut self, range: Range<usize>, put: Put) {
        let Range { start, end } = place(&range);
        self.edits.push(Edit { start, end, put });
    }

    /// Puts one space in the place of a tag, or of tags in a row.
    fn blank(&mut self, tag: Range<usize>) {
        let Range { start, end } = place(&tag);
        match self.edits.last_mut() {
            Some(edit) if edit.end == start && matches!(edit.put, Put::Space) => edit.end = end,
            _ => self.put(tag, Put::Space),
        }
    }

    /// One past a sign that begins no tag. Each is a step of its own for the parser, so that not all of too many stay.
    fn stray(&mut self, start: usize) -> usize {
        self.made += 1;
        if self.made > self.most {
            self.loss.elements = true;
            self.blank(start..start + 1);
        }
        start + 1
    }

    /// Takes back the edits from a place on: the whole tag there goes.
    fn retract(&mut self, from: usize) {
        let is_after = |edit: &Edit| edit.start as usize >= from;
        while self.edits.pop_if(|edit| is_after(edit)).is_some() {}
    }

    fn rest(&self, at: usize) -> &'a str {
        self.page.get(at..).unwrap_or_default()
    }

    /// One past the next `byte` from `at` on.
    fn after(&self, at: usize, byte: u8) -> usize {
        memchr::memchr(byte, self.rest(at).as_bytes()).map_or(self.page.len(), |end| at + end + 1)
    }

    /// The name of the tag that begins at `at` (after `<` or `</`).
    fn name(&self, at: usize) -> &'a str {
        let rest = self.rest(at);
        let end = rest
            .bytes()
            .take(64)
            .position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
            .unwrap_or(rest.len().min(64));
        rest.get(..end).unwrap_or_default()
    }

    fn end_tag(&mut self, start: usize) -> usize {
        let name = self.name(start + 2);
        let from = self.open.len().saturating_sub(DEPTH);
        let place = self
            .open
            .iter()
            .rposition(|open| open.eq_ignore_ascii_case(name))
            .filter(|place| *place >= from);
        if is_formatting(name) {
            if let Some(place) = place {
                self.open.remove(place);
                self.formatting = self.formatting.saturating_sub(1);
            }
        } else if let Some(place) = place {
            self.cut_to(place);
        }
        self.after(start, b'>')
    }

    fn start_tag(&mut self, start: usize) -> usize {
        let name = self.name(start + 1);
        let (end, closed) = self.attributes(start + 1 + name.len());
        let formatting = is_formatting(name);
        let leaf = is_void(name) || (closed && self.syntax == Syntax::Xml);
        self.made += 1 + if formatting { 0 } else { self.formatting };
        let deep = self.open.len() >= DEPTH || (formatting && self.formatting >= FORMATTING);
        if self.made > self.most || (deep && !leaf) {
            self.loss.elements = true;
            self.retract(start);
            if !is_raw(name) {
                self.blank(start..end);
                return end;
            }
        }
        if closed && self.syntax == Syntax::Xml && !is_void(name) {
            let name = place(&(start + 1..start + 1 + name.len()));
            self.put(end - 2..end, Put::End(name));
            return end;
        }
        if is_raw(name) {
            let (content, after) = self.raw_end(end, name);
            self.mute(start..end, end..content, after, name);
            return after;
        }
        if self.syntax == Syntax::Html && one_of(name, &["link"]) {
            self.unlink(start..end);
            return end;
        }
        if let Some(after) = self.drawing(end, name) {
            return after;
        }
        if !leaf {
            self.close_implied(name);
            self.open.push(name);
            self.formatting += usize::from(formatting);
        }
        end
    }

    /// Ends what a start tag of this name ends without being told: a row the row before it.
    fn close_implied(&mut self, name: &str) {
        let (ends, barriers): (&[&str], &[&str]) = match name.len() {
            2 if one_of(name, &["td", "th"]) => (&["td", "th"], &["table"]),
            2 if one_of(name, &["tr"]) => (&["tr", "td", "th"], &["table"]),
            5 if one_of(name, &["tbody", "thead", "tfoot"]) => {
                (&["tbody", "thead", "tfoot", "tr", "td", "th"], &["table"])
            }
            2 if one_of(name, &["li"]) => (&["li"], &["ul", "ol", "table", "section", "article"]),
            2 if one_of(name, &["dt", "dd"]) => (&["dt", "dd"], &["dl", "table", "ul", "ol"]),
            6 if one_of(name, &["option"]) => (&["option"], &["select"]),
            _ if !is_formatting(name)
                && !one_of(name, &["span", "label", "button", "svg", "path", "g"]) =>
            {
                let inner = self
                    .open
                    .iter()
                    .rev()
                    .take_while(|open| is_formatting(open))
                    .count();
                let place = (self.open.len() - inner).checked_sub(1);
                if let Some(place) =
                    place.filter(|&at| self.open.get(at).is_some_and(|o| one_of(o, &["p"])))
                {
                    self.open.remove(place);
                }
                return;
            }
            _ => return,
        };
        let floor = self
            .open
            .iter()
            .rposition(|open| one_of(open, barriers))
            .map_or(0, |at| at + 1);
        let above = self.open.get(floor..).unwrap_or_default();
        if let Some(place) = above.iter().position(|open| one_of(open, ends)) {
            self.cut_to(floor + place);
        }
    }

    /// Ends all open elements from this place on.
    fn cut_to(&mut self, place: usize) {
        let formatting = self
            .open
            .drain(place..)
            .filter(|open| is_formatting(open))
            .count();
        self.formatting = self.formatting.saturating_sub(formatting);
    }

    /// Where the content of an element that holds no markup ends, and one past its end tag.
    fn raw_end(&self, from: usize, name: &str) -> (usize, usize) {
        let bytes = self.page.as_bytes();
        let mut at = from;
        while let Some(step) = memchr::memmem::find(bytes.get(at..).unwrap_or_default(), b"</") {
            let start = at + step;
            if self.name(start + 2).eq_ignore_ascii_case(name) {
                return (start, self.after(start, b'>'));
            }
            at = start + 2;
        }
        (bytes.len(), bytes.len())
    }
}

/// A range of a page, which is never so long that it does not fit.
fn place(range: &Range<usize>) -> Range<u32> {
    let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    short(range.start)..short(range.end)
}

#[cfg(test)]
mod tests;
