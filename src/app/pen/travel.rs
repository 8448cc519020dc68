//! Where the cursor is, and the shortest way to where it shall be (ECMA-48: CUP, CUU to CUB; BS, CR).

/// The cursor, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor {
    /// Column and row, from 0; none when it could be elsewhere.
    at: Option<(u16, u16)>,
    /// The columns of the terminal.
    columns: u16,
}

impl Cursor {
    /// A cursor anywhere on a terminal of so many columns.
    pub(super) fn unknown(columns: u16) -> Self {
        Self { at: None, columns }
    }

    /// Appends what moves it to a column and a row, from 0.
    pub(super) fn go(&mut self, x: u16, y: u16, out: &mut Vec<u8>) {
        match self.at {
            Some(at) if at == (x, y) => {}
            Some(at) => {
                let start = out.len();
                across_and_along(at, (x, y), out);
                let end = out.len();
                absolute(x, y, out);
                // Of both ways the shorter one stays.
                if end - start < out.len() - end {
                    out.truncate(end);
                } else {
                    out.drain(start..end);
                }
            }
            None => absolute(x, y, out),
        }
        self.at = Some((x, y));
    }

    /// Something was written that takes so many columns, if that is sure.
    pub(super) fn passed(&mut self, width: u16, sure: bool) {
        self.at = self.at.and_then(|(x, y)| {
            let x = x.saturating_add(width);
            // In the last column terminals differ in where the cursor waits.
            (x < self.columns && sure).then_some((x, y))
        });
    }
}

/// Whether every terminal gives a character the one column that we do: Latin letters, the quotation marks and dashes of
/// running text, lines and blocks.
pub(super) fn has_sure_width(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2026}' | '\u{2500}'..='\u{259f}')
}

/// Appends what moves the cursor to a place, wherever it is.
fn absolute(x: u16, y: u16, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    if (x, y) != (0, 0) {
        number(u32::from(y) + 1, out);
    }
    if x > 0 {
        out.push(b';');
        number(u32::from(x) + 1, out);
    }
    out.push(b'H');
}

/// Appends what moves it first across, then up or down.
fn across_and_along(from: (u16, u16), to: (u16, u16), out: &mut Vec<u8>) {
    match to.0 {
        x if x >= from.0 => steps(x - from.0, b'C', out),
        0 => out.push(b'\r'),
        x if from.0 - x <= 4 => out.extend((x..from.0).map(|_| 8)),
        x => steps(from.0 - x, b'D', out),
    }
    if to.1 >= from.1 {
        steps(to.1 - from.1, b'B', out);
    } else {
        steps(from.1 - to.1, b'A', out);
    }
}

fn steps(n: u16, sign: u8, out: &mut Vec<u8>) {
    if n > 0 {
        out.extend_from_slice(b"\x1b[");
        if n > 1 {
            number(n.into(), out);
        }
        out.push(sign);
    }
}

/// Appends a number in digits.
pub(super) fn number(n: u32, out: &mut Vec<u8>) {
    if n >= 10 {
        number(n / 10, out);
    }
    out.push(b'0' + (n % 10) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (u16, u16), to: (u16, u16), expected: &str) {
        let (mut cursor, mut out) = (Cursor::unknown(80), Vec::new());
        cursor.at = Some(from);
        cursor.go(to.0, to.1, &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap().replace('\x1b', "^"),
            expected
        );
    }

    #[test]
    fn the_shortest_way_is_taken() {
        check((4, 2), (4, 2), "");
        check((4, 2), (9, 2), "^[5C");
        check((9, 2), (0, 3), "^[4H");
        check((9, 12), (0, 13), "\r^[B");
        check((5, 2), (4, 3), "\u{8}^[B");
        check((70, 20), (3, 1), "^[2;4H");
    }

    #[test]
    fn in_the_last_column_the_place_is_not_trusted() {
        let (mut cursor, mut out) = (Cursor::unknown(2), Vec::new());
        cursor.go(1, 0, &mut out);
        cursor.passed(1, true);
        assert!(cursor.at.is_none());
    }
}
