//! The article as Markdown (CommonMark with the tables and strikeout of GitHub).

use std::fmt::Write as _;

use super::Sheet;
use super::text::{Hidden, is_tight};
use crate::document::{Align, Block, BlockKind, Document, Mark, MarkKind};
use crate::text::{Pos, Span};

/// The article as Markdown; ends with a line end unless there is nothing in it.
pub fn markdown(sheet: &Sheet<'_>, hidden: Hidden) -> String {
    let document = &sheet.article.document;
    let mut out = String::with_capacity(document.text().len());
    let mut before: Option<&BlockKind> = None;
    for block in document.blocks() {
        if block.kind == BlockKind::Boilerplate && hidden == Hidden::LeaveOut {
            continue;
        }
        if let Some(before) = before {
            out.push_str(if is_tight(before, &block.kind) {
                "\n"
            } else {
                "\n\n"
            });
        }
        push(&mut out, document, block);
        before = Some(&block.kind);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// One block.
fn push(out: &mut String, document: &Document, block: &Block) {
    let words = document.slice(block.span);
    match &block.kind {
        BlockKind::Heading { level } => {
            out.push_str(&"#".repeat(usize::from((*level).clamp(1, 6))));
            out.push(' ');
            out.push_str(&inline(document, block.span).replace("\\\n", " "));
        }
        BlockKind::Paragraph | BlockKind::Boilerplate => {
            push_lines(out, &inline(document, block.span), "", "");
        }
        BlockKind::ListItem { depth, marker } => {
            let indent = "    ".repeat(usize::from(*depth));
            let digits: String = marker
                .chars()
                .take_while(char::is_ascii_digit)
                .take(9)
                .collect();
            let sign = match (marker.is_empty(), digits.is_empty()) {
                (true, _) => "    ".to_owned(),
                (_, true) => "-   ".to_owned(),
                (_, false) => format!("{:<4}", format!("{digits}.")),
            };
            push_lines(
                out,
                &inline(document, block.span),
                &format!("{indent}{sign}"),
                &format!("{indent}    "),
            );
        }
        BlockKind::Quotation { depth } => {
            let bars = "> ".repeat(usize::from(*depth) + 1);
            push_lines(out, &inline(document, block.span), &bars, &bars);
        }
        BlockKind::Code { language } => {
            push_code(out, words, language.as_deref().unwrap_or_default());
        }
        BlockKind::Table { header_rows, align } => push_table(out, words, *header_rows, align),
        BlockKind::Image { target, alt, .. } => {
            let words = if words.is_empty() { alt } else { words };
            let _ = write!(
                out,
                "![{}](<{}>)",
                escape(words).replace('\n', " "),
                target_of(target)
            );
        }
        BlockKind::Rule => out.push_str("---"),
        BlockKind::Footnote { label } => {
            let label: String = label
                .chars()
                .filter(|c| !c.is_whitespace() && !matches!(c, '[' | ']'))
                .collect();
            push_lines(
                out,
                &inline(document, block.span),
                &format!("[^{label}]: "),
                "    ",
            );
        }
    }
}

/// Lines with something before the first and before the others; what would open another block is escaped.
fn push_lines(out: &mut String, words: &str, first: &str, others: &str) {
    for (number, line) in words.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        out.push_str(if number == 0 { first } else { others });
        out.push_str(&guard(line));
    }
}

/// A line that Markdown will not take for the beginning of a heading, a list, a quotation or a rule.
fn guard(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let tail = line.get(digits..).unwrap_or_default();
    let numbered = (1..=9).contains(&digits) && (tail.starts_with('.') || tail.starts_with(')'));
    if numbered {
        return format!("{}\\{tail}", line.get(..digits).unwrap_or_default());
    }
    let bare = line.trim_end_matches(['-', '=', '+', ' ']).is_empty() && !line.is_empty();
    let item = line.starts_with("- ") || line.starts_with("+ ");
    if bare || item || line.starts_with(['#', '>', '|']) {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// The text of a span with its marks as Markdown. Line breaks of the author become hard breaks.
fn inline(document: &Document, span: Span) -> String {
    let mut out = String::with_capacity(span.len());
    let mut open: Vec<&Mark> = Vec::new();
    let mut at = span.start;
    let marks: Vec<&Mark> = document
        .marks_in(span)
        .filter(|m| span.covers(m.span) && is_written(m))
        .collect();
    for mark in marks {
        close_until(&mut out, document, &mut open, &mut at, mark.span.start);
        // A mark that reaches out of the one around it cannot be written in Markdown.
        let inside_code = open.iter().any(|m| m.kind == MarkKind::Code);
        if inside_code || open.last().is_some_and(|m| m.span.end < mark.span.end) {
            continue;
        }
        push_escaped(&mut out, document, &open, at, mark.span.start);
        at = mark.span.start;
        match &mark.kind {
            MarkKind::Strong => out.push_str("**"),
            MarkKind::Emphasis => out.push('*'),
            MarkKind::Strike => out.push_str("~~"),
            MarkKind::Code => out.push_str(&ticks(document.slice(mark.span))),
            MarkKind::Link(_) => out.push('['),
            MarkKind::Jump(_) => {}
        }
        open.push(mark);
    }
    close_until(&mut out, document, &mut open, &mut at, span.end);
    push_escaped(&mut out, document, &[], at, span.end);
    out
}

/// Whether a mark has a form in Markdown here. Places inside the document have none that every reader keeps.
fn is_written(mark: &Mark) -> bool {
    !matches!(mark.kind, MarkKind::Jump(_))
}

/// Closes the marks that end at or before `until`, writing the text up to their ends.
fn close_until(
    out: &mut String,
    document: &Document,
    open: &mut Vec<&Mark>,
    at: &mut Pos,
    until: Pos,
) {
    while let Some(mark) = open.last().copied().filter(|m| m.span.end <= until) {
        push_escaped(out, document, open, *at, mark.span.end);
        *at = mark.span.end.max(*at);
        match &mark.kind {
            MarkKind::Strong => out.push_str("**"),
            MarkKind::Emphasis => out.push('*'),
            MarkKind::Strike => out.push_str("~~"),
            MarkKind::Code => {
                let ticks: String = ticks(document.slice(mark.span)).chars().rev().collect();
                out.push_str(&ticks);
            }
            MarkKind::Link(target) => {
                let _ = write!(out, "](<{}>)", target_of(target));
            }
            MarkKind::Jump(_) => {}
        }
        open.pop();
    }
}

/// What opens a stretch of code: more backticks than stand in it, and a space where it begins or ends with one.
fn ticks(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let space = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{}{space}", "`".repeat(longest + 1))
}

/// Text between marks: escaped, or as it is inside code.
fn push_escaped(out: &mut String, document: &Document, open: &[&Mark], from: Pos, to: Pos) {
    let words = document.slice(Span {
        start: from,
        end: to.max(from),
    });
    if open.iter().any(|m| m.kind == MarkKind::Code) {
        out.push_str(&words.replace('\n', " "));
    } else {
        out.push_str(&escape(words).replace('\n', "\\\n"));
    }
}

/// Text with a backslash before everything that Markdown would take for a sign.
pub(super) fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let inside_word = before.is_alphanumeric() && next.is_alphanumeric();
        let sign = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            '_' => !inside_word,
            '~' => before == '~' || next == '~',
            '&' => next == '#' || next.is_ascii_alphabetic(),
            _ => false,
        };
        if sign {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// A link's target between `<` and `>`.
fn target_of(target: &str) -> String {
    crate::document::clean_line(target)
        .replace('<', "%3C")
        .replace('>', "%3E")
}

/// Code between fences that are longer than any in it.
fn push_code(out: &mut String, words: &str, language: &str) {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    let language: String = language
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '`')
        .collect();
    let _ = write!(out, "{fence}{language}\n{words}\n{fence}");
}

/// A table; one without a head gets an empty one, since Markdown knows no other.
fn push_table(out: &mut String, words: &str, header_rows: u32, align: &[Align]) {
    let rows: Vec<Vec<String>> = words
        .split('\n')
        .map(|row| {
            row.split('\t')
                .map(|cell| escape(cell.trim()).replace('|', "\\|"))
                .collect()
        })
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |row: &[String]| {
        let cells: Vec<&str> = (0..columns)
            .map(|c| row.get(c).map_or("", String::as_str))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    if header_rows == 0 {
        lines.insert(0, line(&[]));
    }
    let rule: String = (0..columns)
        .map(|c| match align.get(c) {
            Some(Align::Left) => " :-- |",
            Some(Align::Middle) => " :-: |",
            Some(Align::Right) => " --: |",
            Some(Align::Unsaid) | None => " --- |",
        })
        .collect();
    lines.insert(1.min(lines.len()), format!("|{rule}"));
    out.push_str(&lines.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Builder;

    #[track_caller]
    fn check(kind: BlockKind, parts: &[(&str, Option<MarkKind>)], expect: &str) {
        let mut builder = Builder::default();
        builder.open(kind, None);
        for (words, mark) in parts {
            let from = builder.here();
            builder.push(words, None);
            if let Some(kind) = mark {
                builder.mark(kind.clone(), from);
            }
        }
        let document = builder.finish();
        let mut out = String::new();
        push(&mut out, &document, &document.blocks()[0]);
        assert_eq!(out, expect);
    }

    #[test]
    fn marks_are_written_and_signs_of_the_text_are_not_taken_for_marks() {
        check(
            BlockKind::Paragraph,
            &[
                ("2 * 3 and ", None),
                ("strong", Some(MarkKind::Strong)),
                (" snake_case ", None),
                ("a*b", Some(MarkKind::Code)),
                (" ", None),
                ("here", Some(MarkKind::Link("http://x.y/<z>".into()))),
            ],
            "2 \\* 3 and **strong** snake_case `a*b` [here](<http://x.y/%3Cz%3E>)",
        );
    }

    #[test]
    fn a_paragraph_that_begins_like_a_block_stays_a_paragraph() {
        check(BlockKind::Paragraph, &[("1. May", None)], "1\\. May");
        check(
            BlockKind::Paragraph,
            &[("# 4\n- 5\n-6", None)],
            "\\# 4\\\n\\- 5\\\n-6",
        );
    }

    #[test]
    fn blocks_get_their_signs() {
        check(
            BlockKind::Heading { level: 3 },
            &[("Part", None)],
            "### Part",
        );
        let item = |marker: &str, depth| BlockKind::ListItem {
            depth,
            marker: marker.into(),
        };
        check(item("•", 1), &[("a", None)], "    -   a");
        check(item("3)", 0), &[("c", None)], "3.  c");
        check(
            BlockKind::Code {
                language: Some("rs".into()),
            },
            &[("```\nx", None)],
            "````rs\n```\nx\n````",
        );
        check(
            BlockKind::table(1),
            &[("A\tB|C\n1\t2", None)],
            "| A | B\\|C |\n| --- | --- |\n| 1 | 2 |",
        );
    }
}
