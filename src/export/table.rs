//! Facts as a table for people: aligned, within a width, coloured where that is asked for.
//!
//! Colours are the sixteen of every terminal, so that the person's own palette decides; kinds also differ by their
//! signs and names, so that nothing is lost without colours.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::choice::by_rank;
use crate::article::{glyph, note};
use crate::facts::{Fact, FactId, Kind, Reason};

/// Whether to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Text alone.
    #[default]
    Never,
    /// With SGR sequences.
    Always,
}

/// Whether to say why a fact ranks where it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Explain {
    /// No.
    #[default]
    No,
    /// A line of reasons under each fact.
    Reasons,
}

/// How a table is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableStyle {
    /// The width to keep to, in terminal columns; at least 40 are used.
    pub width: usize,
    /// Whether to use colours.
    pub colour: Colour,
    /// Whether to give reasons.
    pub explain: Explain,
}

/// The widths of the columns, in terminal columns; what is 0 is left out.
struct Widths {
    kind: usize,
    fact: usize,
    about: usize,
    section: usize,
    line: usize,
}

/// Two spaces between columns.
const GAP: usize = 2;

/// The facts as a table, the most important first; nothing for no facts. What does not fit is cut with `…`.
pub fn table(sheet: &Sheet<'_>, facts: &[FactId], style: TableStyle) -> String {
    let facts = by_rank(sheet, facts);
    let facts: Vec<&Fact> = facts
        .iter()
        .filter_map(|&id| sheet.article.fact(id))
        .collect();
    if facts.is_empty() {
        return String::new();
    }
    let rows: Vec<[String; 5]> = facts.iter().map(|fact| row(sheet, fact)).collect();
    let widths = widths(&rows, style.width.max(40));
    let mut out = String::new();
    let head = ["kind", "fact", "about", "section", "line"].map(str::to_owned);
    let faint = Paint {
        on: style.colour,
        sgr: "2",
    };
    push_row(&mut out, &head, &widths, [faint; 5]);
    for (fact, cells) in facts.iter().zip(&rows) {
        let kind = Paint {
            on: style.colour,
            sgr: colour(fact.kind),
        };
        let bold = Paint {
            on: style.colour,
            sgr: "1",
        };
        let plain = Paint {
            on: Colour::Never,
            sgr: "",
        };
        push_row(&mut out, cells, &widths, [kind, bold, plain, faint, faint]);
        if style.explain == Explain::Reasons {
            push_reasons(&mut out, sheet, fact, faint, style.width.max(40));
        }
    }
    out
}

/// The cells of a fact: kind, what it says, what it is about, section, line.
fn row(sheet: &Sheet<'_>, fact: &Fact) -> [String; 5] {
    let noted = note(&sheet.article.document, fact);
    let times = match fact.mentions.len() {
        0 | 1 => String::new(),
        n => format!(" ×{n}"),
    };
    let conflict = if fact.conflicts.is_empty() {
        ""
    } else {
        "≠ "
    };
    [
        format!("{} {}", glyph(fact.kind, false), fact.kind.name()),
        format!("{conflict}{}{times}", noted.words),
        super::sheet::about(&noted),
        sheet.section(fact.section),
        sheet
            .place_of(fact)
            .map(|p| p.line.to_string())
            .unwrap_or_default(),
    ]
}

/// Divides the width: kind and line get what they need, the section a fifth, what it is about a third of the rest.
fn widths(rows: &[[String; 5]], total: usize) -> Widths {
    let need = |column: usize, at_least: usize| {
        let longest = rows
            .iter()
            .filter_map(|r| r.get(column))
            .map(|c| cells(c))
            .max();
        longest.unwrap_or(0).max(at_least)
    };
    let kind = need(0, 4);
    let line = need(4, 4);
    let section = if total < 70 {
        0
    } else {
        need(3, 7).min(total / 5)
    };
    let gaps = if section == 0 { 3 * GAP } else { 4 * GAP };
    let rest = total.saturating_sub(kind + line + section + gaps).max(10);
    let about = need(2, 5).min(rest * 2 / 5);
    let fact = need(1, 4).min(rest.saturating_sub(about));
    let about = need(2, 5).min(rest.saturating_sub(fact));
    Widths {
        kind,
        fact,
        about,
        section,
        line,
    }
}

/// One line of the table, without white space at its end.
fn push_row(out: &mut String, row: &[String; 5], widths: &Widths, paints: [Paint; 5]) {
    let widths = [
        widths.kind,
        widths.fact,
        widths.about,
        widths.section,
        widths.line,
    ];
    let mut gap = 0;
    for (column, ((cell, width), paint)) in row.iter().zip(widths).zip(paints).enumerate() {
        if width == 0 {
            continue;
        }
        let words = cut(cell, width);
        let space = width.saturating_sub(cells(&words));
        let (before, after) = if column == 4 { (space, 0) } else { (0, space) };
        if words.is_empty() {
            gap += width + GAP;
        } else {
            out.push_str(&" ".repeat(gap + before));
            paint.push(out, &words);
            gap = after + GAP;
        }
    }
    out.push('\n');
}

/// Why a fact ranks where it does, and what contradicts it.
fn push_reasons(out: &mut String, sheet: &Sheet<'_>, fact: &Fact, paint: Paint, width: usize) {
    let mut why: Vec<String> = fact.reasons.iter().map(|&r| reason(r).to_owned()).collect();
    for &other in &fact.conflicts {
        if let Some(other) = sheet.article.fact(other) {
            let line = sheet
                .place_of(other)
                .map_or_else(String::new, |p| format!(" on line {}", p.line));
            why.push(format!(
                "says otherwise than \"{}\"{line}",
                sheet.words(other.span)
            ));
        }
    }
    let why = if why.is_empty() {
        "nothing speaks for it in particular".to_owned()
    } else {
        why.join("; ")
    };
    let line = format!("{}. {:.2}: {why}", fact.rank, fact.score);
    for part in textwrap::wrap(&line, width.saturating_sub(6)) {
        out.push_str("    ");
        paint.push(out, &part);
        out.push('\n');
    }
}

/// A reason in words.
fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Gist => "stands in a key sentence",
        Reason::Title => "shares words with the title",
        Reason::Lede => "stands in the first sentences",
        Reason::Salient => "is about what the article names most",
        Reason::Repeated => "is said more than once",
        Reason::Specific => "gives a definite figure, date or name",
        Reason::Attributed => "has a named source",
    }
}

/// A colour that may be off.
#[derive(Clone, Copy)]
struct Paint {
    on: Colour,
    sgr: &'static str,
}

impl Paint {
    fn push(self, out: &mut String, words: &str) {
        if self.on == Colour::Never || words.is_empty() {
            out.push_str(words);
        } else {
            for part in ["\u{1b}[", self.sgr, "m", words, "\u{1b}[0m"] {
                out.push_str(part);
            }
        }
    }
}

/// The colour of a kind: numbers cyan, times yellow, names green, what people say magenta, the rest blue.
fn colour(kind: Kind) -> &'static str {
    match kind {
        Kind::Quantity | Kind::Percent | Kind::Money => "36",
        Kind::Time => "33",
        Kind::Person | Kind::Organization | Kind::Place | Kind::Event => "32",
        Kind::Quote | Kind::Claim | Kind::Statement => "35",
        Kind::Definition | Kind::List => "34",
    }
}

/// How many terminal columns a text takes.
pub(super) fn cells(words: &str) -> usize {
    words.width()
}

/// A text within a width: what is too long ends in `…`. Cuts between grapheme clusters.
fn cut(words: &str, width: usize) -> String {
    if cells(words) <= width {
        return words.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for cluster in words.graphemes(true) {
        used += cells(cluster);
        if used + 1 > width {
            break;
        }
        out.push_str(cluster);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        assert_eq!(cut("2,500 troops", 12), "2,500 troops");
        assert_eq!(cut("2,500 troops", 7), "2,500…");
        assert_eq!(cut("中文字", 4), "中…");
        assert_eq!(cut("e\u{301}te\u{301}s", 3), "e\u{301}t…");
    }

    #[test]
    fn rows_keep_to_the_width() {
        let long = "word ".repeat(60);
        for total in 40..200 {
            let rows = [[
                "❝ organization".to_owned(),
                long.clone(),
                long.clone(),
                long.clone(),
                "12345".to_owned(),
            ]];
            let widths = widths(&rows, total);
            let mut out = String::new();
            push_row(
                &mut out,
                &rows[0],
                &widths,
                [Paint {
                    on: Colour::Never,
                    sgr: "",
                }; 5],
            );
            assert!(cells(out.trim_end()) <= total, "{total}: {out}");
        }
    }
}
