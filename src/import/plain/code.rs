//! Text whose lines and columns matter: code, logs, drawings and tables made of characters.
//!
//! Takes a run of lines; says whether it must be printed as it stands. Only the run itself and the style of the text
//! are looked at.

use super::line::Line;
use super::style::Style;

/// How many lines of a run are looked at.
const SAMPLE: usize = 24;

/// Whether a run of lines is code or columns. O(bytes).
pub(super) fn is_code(text: &str, lines: &[Line], style: Style) -> bool {
    if lines.len() < 2 {
        return lines.first().is_some_and(|l| {
            usize::from(l.indent) >= style.base + 4
                && symbols(l.text(text)) * 100 > l.chars as usize * 12
        });
    }
    let share = |test: &dyn Fn(&Line) -> bool, percent: usize| {
        let hits = lines.iter().take(SAMPLE).filter(|l| test(l)).count();
        hits * 100 >= lines.len().min(SAMPLE) * percent
    };
    let indented = share(&|l| usize::from(l.indent) >= style.base + 3, 90);
    let drawn = share(&|l| is_drawn(l.text(text)), 60);
    let columns = share(&|l| has_columns(l.text(text)), 60) && lines.len() >= 2;
    let statements = share(
        &|l| is_statement(l.text(text)),
        if indented { 40 } else { 55 },
    );
    let log = lines.len() >= 3 && share(&|l| is_log_line(l.text(text)), 80);
    drawn || columns || log || (statements && !share(&|l| l.chars > 140, 20))
}

/// Characters that code has and prose has not.
fn symbols(line: &str) -> usize {
    // Two words of bits, one for each ASCII byte: a look-up and no comparison.
    const SIGNS: u128 = {
        let mut bits = 0;
        let mut signs: &[u8] = b"{};=<>\\_$#|/+*&~^";
        while let Some((sign, rest)) = signs.split_first() {
            bits |= 1 << *sign;
            signs = rest;
        }
        bits
    };
    line.bytes()
        .map(|b| usize::from(b.is_ascii() && SIGNS >> b & 1 == 1))
        .sum()
}

/// A line of a drawing or of a table with ruled columns.
fn is_drawn(line: &str) -> bool {
    let boxes = |c: char| matches!(c, '\u{2500}'..='\u{259f}');
    if line.starts_with(boxes) {
        return true;
    }
    if memchr::memchr2(b'|', b'+', line.as_bytes()).is_none() {
        return false;
    }
    let bars = memchr::memchr2_iter(b'|', b'+', line.as_bytes()).count();
    (line.starts_with(['|', '+']) && line.ends_with(['|', '+']) && bars >= 2)
        || bars >= 3 && line.contains("--")
}

/// A line with a wide gap inside: three spaces, or a tab.
fn has_columns(line: &str) -> bool {
    memchr::memchr(b'\t', line.as_bytes()).is_some()
        || memchr::memmem::find(line.as_bytes(), b"   ").is_some()
}

/// A line that ends or opens as a statement does.
fn is_statement(line: &str) -> bool {
    let signs = symbols(line);
    let ends = line.ends_with([';', '{', '}', '\\'])
        || line.ends_with("):")
        || line.ends_with("/>")
        || line.ends_with("},");
    if ends && !line.contains(". ") || signs * 100 > line.len() * 14 {
        return true;
    }
    if signs == 0 && !line.contains("()") {
        return false;
    }
    let opens = [
        "//", "/*", "#include", "#!", "$ ", "def ", "fn ", "let ", "var ", "const ", "import ",
        "from ", "return ", "</", "<?", "--",
    ]
    .iter()
    .any(|o| line.starts_with(o));
    let set = [" = ", "==", "->", "::", "()"]
        .iter()
        .any(|s| line.contains(s));
    (opens && (set || signs > 1)) || (set && signs > 1)
}

/// A line of a log: a day or a level in front, and a time of day.
fn is_log_line(line: &str) -> bool {
    let head: &str = line.get(..line.floor_char_boundary(40)).unwrap_or_default();
    let bytes = head.as_bytes();
    let clock = bytes.windows(5).position(
        |w| matches!(w, [a, b, b':', c, d] if [a, b, c, d].iter().all(|x| x.is_ascii_digit())),
    );
    let Some(clock) = clock else { return false };
    let after = line.get(clock + 5..).unwrap_or_default();
    let chat = after
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | ']' | ' ' | '.'))
        .starts_with('<');
    let front = bytes
        .first()
        .is_some_and(|b| b.is_ascii_digit() || *b == b'[');
    let dated = head
        .get(..clock)
        .is_some_and(|h| h.contains('-') || h.contains('/') || h.split_whitespace().count() == 2);
    !chat && front && (dated || after.contains(']')) || (dated && clock <= 8 && !chat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plain::line::scan;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(
            is_code(text, &scan(text), Style::default()),
            expected,
            "{text}"
        );
    }

    #[test]
    fn code_tables_drawings_and_logs_are_kept() {
        check("fn main() {\n    let x = 1;\n}", true);
        check("    x = f(y) + 1;", true);
        check("+---+---+\n| a | b |\n+---+---+", true);
        check(
            "Name     Age    Town\nAda      36     London\nAlan     41     Wilmslow",
            true,
        );
        check(
            "2024-01-25 10:00:01 INFO started\n2024-01-25 10:00:02 WARN slow\n2024-01-25 10:00:03 INFO done",
            true,
        );
    }

    #[test]
    fn prose_and_verse_are_not() {
        check("The bridge was closed;\nthe ferry ran late.", false);
        check(
            "    A line of verse that sings,\n    and another with wings.",
            false,
        );
        check("One thing -- and another,\nwhich is (mostly) true.", false);
        check(
            "[10:02] <ada> hello there\n[10:03] <alan> hi\n[10:04] <ada> how are you",
            false,
        );
    }
}
