//! Where the lines of the input file begin: for `line 40`, `$EDITOR +40` and `file:40:`.

/// The starts of the lines of a file, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Starts of the second line and the following ones.
    starts: Vec<u32>,
}

impl Lines {
    /// Finds the lines of a file in which they end with one byte, as in nearly every encoding: see [`of`](Self::of).
    pub fn new(bytes: &[u8]) -> Self {
        Self::of_bytes(bytes)
    }

    /// Finds the lines of a file; they end with LF, CR LF or a lone CR. Linear; 4 bytes a line.
    ///
    /// `encoding` is that of the document's metadata: in UTF-16 a line end has two bytes.
    pub fn of(bytes: &[u8], encoding: Option<&str>) -> Self {
        let unit: fn([u8; 2]) -> u16 = match encoding {
            Some("UTF-16LE") => u16::from_le_bytes,
            Some("UTF-16BE") => u16::from_be_bytes,
            _ => return Self::of_bytes(bytes),
        };
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|pair| {
                unit([
                    pair.first().copied().unwrap_or(0),
                    pair.get(1).copied().unwrap_or(0),
                ])
            })
            .collect();
        let is = |at: usize, c: u8| units.get(at) == Some(&u16::from(c));
        let starts = (0..units.len())
            .filter(|&i| is(i, b'\n') || (is(i, b'\r') && !is(i + 1, b'\n')))
            .filter_map(|i| u32::try_from(2 * (i + 1)).ok())
            .collect();
        Self { starts }
    }

    fn of_bytes(bytes: &[u8]) -> Self {
        let starts = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&i| bytes.get(i..i + 2) != Some(b"\r\n"))
            .filter_map(|i| u32::try_from(i + 1).ok())
            .collect();
        Self { starts }
    }

    /// The line of a byte offset, from 1. O(log lines).
    pub fn line(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|&start| start as usize <= offset)
            + 1
    }

    /// The byte offset at which a line begins; lines are counted from 1, and past the end is the last one.
    pub fn start(&self, line: usize) -> usize {
        match line.checked_sub(2) {
            None => 0,
            Some(i) => self
                .starts
                .get(i)
                .or(self.starts.last())
                .map_or(0, |&start| start as usize),
        }
    }

    /// How many lines there are; a file without any byte has one.
    pub fn count(&self) -> usize {
        self.starts.len() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_wide_text_begin_at_their_bytes() {
        // U+0A0D and U+0D0A hold the bytes of line ends and are none.
        let bytes: Vec<u8> = "a\n\u{a0d}\u{d0a}\r\nb"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let lines = Lines::of(&bytes, Some("UTF-16LE"));
        assert_eq!((lines.count(), lines.start(2), lines.start(3)), (3, 4, 12));
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let lines = Lines::new(b"a\nb\r\nc\rd");
        assert_eq!(lines.count(), 4);
        assert_eq!([0, 2, 5, 7].map(|o| lines.line(o)), [1, 2, 3, 4]);
        assert_eq!([1, 2, 3, 4, 9].map(|l| lines.start(l)), [0, 2, 5, 7, 7]);
    }
}
