//! Formulas: their TeX as text, with the signs that Unicode has.
//!
//! A page gives a formula as `MathML` with its TeX beside it (`MediaWiki`, `KaTeX`) or as a picture whose alternative
//! text is the TeX. What has no sign stays TeX, which readers of formulas know.

mod signs;

use dom_query::{Element, NodeRef};

use self::signs::{FUNCTIONS, OVER, SETS, SETTING, SIGNS};
use super::walk::attribute;

/// Groups in groups are read so deep.
const DEEPEST: u8 = 16;

/// The formula that an image shows, where it shows one.
pub(super) fn pictured(element: &Element) -> Option<String> {
    let class = attribute(element, "class").unwrap_or_default();
    let source = attribute(element, "src").unwrap_or_default();
    let is_formula = class
        .split([' ', '-', '_'])
        .any(|word| matches!(word, "math" | "tex" | "latex"))
        || source.contains("/math/render/")
        || source.contains("latex.codecogs");
    let tex = attribute(element, "alt")?.trim();
    (is_formula && !tex.is_empty()).then(|| readable(tex))
}

/// The formula of a `math` element, where it says its TeX.
pub(super) fn written(node: NodeRef<'_>, element: &Element) -> Option<String> {
    let noted = || {
        node.descendants_it().find(|inner| {
            inner.has_name("annotation")
                && inner
                    .attr("encoding")
                    .is_some_and(|kind| kind.contains("x-tex"))
        })
    };
    let tex = match attribute(element, "alttext") {
        Some(tex) => tex.to_owned(),
        None => noted()?.text().to_string(),
    };
    let tex = tex.trim();
    (!tex.is_empty()).then(|| readable(tex))
}

/// TeX as it reads best on one line. O(bytes).
fn readable(tex: &str) -> String {
    read(tex, DEEPEST).trim().to_owned()
}

/// TeX to text; groups deeper than `depth` stay as they are.
fn read(tex: &str, depth: u8) -> String {
    let Some(depth) = depth.checked_sub(1) else {
        return tex.to_owned();
    };
    let mut out = String::with_capacity(tex.len());
    let mut rest = tex;
    // A space that may only end a command.
    let mut is_owed = false;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\\' => {
                (rest, is_owed) = command(rest, &mut out, is_owed, depth);
                continue;
            }
            '^' | '_' => {
                let (word, after) = argument(rest);
                rest = after;
                if let Some(small) = small(word, c) {
                    out.push_str(&small);
                } else {
                    out.push(c);
                    out.push_str(&grouped(word, depth));
                }
            }
            '{' => {
                let (word, after) = argument_from(rest);
                rest = after;
                if word.starts_with(' ') && out.ends_with(char::is_alphanumeric) {
                    out.push(' ');
                }
                out.push_str(&read(word, depth));
            }
            '}' => {}
            '&' => out.push(' '),
            c if c.is_whitespace() || c == '~' => {
                is_owed = true;
                continue;
            }
            c => {
                if is_owed && needs_space(&out, c) {
                    out.push(' ');
                }
                out.push(c);
            }
        }
        is_owed = false;
    }
    out
}

/// Writes a command, whose name and arguments `rest` begins with; gives what follows them, and whether a space is
/// owed there.
fn command<'t>(rest: &'t str, out: &mut String, is_owed: bool, depth: u8) -> (&'t str, bool) {
    let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, mut rest) = rest.split_at_checked(len).unwrap_or((rest, ""));
    if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
        out.push_str(sign);
    } else if SETTING.contains(&name) {
        return (rest.trim_start(), is_owed);
    } else if FUNCTIONS.contains(&name) {
        if out.ends_with(char::is_alphanumeric) {
            out.push(' ');
        }
        out.push_str(name);
    } else if matches!(name, "frac" | "dfrac" | "tfrac") {
        let (over, after) = argument(rest);
        let (under, after) = argument(after);
        rest = after;
        out.push_str(&grouped(over, depth));
        out.push('/');
        out.push_str(&grouped(under, depth));
    } else if matches!(name, "text" | "textrm" | "mbox") {
        // Words, with the blanks around them.
        let (words, after) = argument(rest);
        rest = after;
        out.push_str(words);
    } else if name == "sqrt" && !rest.starts_with('[') {
        let (word, after) = argument(rest);
        rest = after;
        out.push('√');
        out.push_str(&grouped(word, depth));
    } else if let Some((_, over)) = OVER.iter().find(|(known, _)| *known == name) {
        let (word, after) = argument(rest);
        rest = after;
        let word = read(word, depth);
        let mut signs = word.trim().chars();
        if let (Some(sign), None | Some('_')) = (signs.next(), signs.next()) {
            out.push(sign);
            out.push(*over);
            out.push_str(word.trim().get(sign.len_utf8()..).unwrap_or_default());
        } else {
            out.push_str(name);
            out.push('(');
            out.push_str(word.trim());
            out.push(')');
        }
    } else if name == "mathbb" {
        let (word, after) = argument(rest);
        rest = after;
        let set = SETS.iter().find(|(letter, _)| *letter == word.trim());
        out.push_str(set.map_or(word.trim(), |(_, sign)| sign));
    } else if matches!(name, "begin" | "end") {
        let (kind, after) = argument(rest);
        rest = after;
        if kind.ends_with("matrix") {
            out.push(if name == "begin" { '[' } else { ']' });
        }
    } else if name.is_empty() {
        // A thin space, or a sign that TeX would read otherwise.
        let sign = rest.chars().next().unwrap_or(' ');
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
        match sign {
            ',' | ';' | ':' | '!' | ' ' => return (rest, true),
            '\\' => out.push_str("; "),
            sign => out.push(sign),
        }
    } else {
        out.push('\\');
        out.push_str(name);
        let mut is_group = false;
        while let Some(inside) = rest.trim_start().strip_prefix('{') {
            let (word, after) = argument_from(inside);
            rest = after;
            out.push('{');
            out.push_str(read(word, depth).trim());
            out.push('}');
            is_group = true;
        }
        if !is_group && rest.starts_with(' ') {
            out.push(' ');
        }
    }
    (rest, false)
}

/// An argument as text, in brackets where it is more than one word or sign.
fn grouped(word: &str, depth: u8) -> String {
    let word = read(word, depth);
    let word = word.trim();
    let is_one = word.chars().count() == 1 || word.chars().all(char::is_alphanumeric);
    if is_one {
        word.to_owned()
    } else {
        format!("({word})")
    }
}

/// Whether a space between the end of `out` and a sign is for reading and not only for TeX.
fn needs_space(out: &str, next: char) -> bool {
    let is_sign = |c: char| "=<>+≤≥≠≈≡∈→⇒⇔".contains(c) || c.is_alphanumeric();
    out.chars().next_back().is_some_and(is_sign) && is_sign(next)
}

/// What a sign for above or below is applied to: a group, a command or one character; and what follows it.
fn argument(rest: &str) -> (&str, &str) {
    let rest = rest.trim_start();
    if let Some(inside) = rest.strip_prefix('{') {
        return argument_from(inside);
    }
    let len = match rest.strip_prefix('\\') {
        Some(name) => 1 + name.bytes().take_while(u8::is_ascii_alphabetic).count(),
        None => rest.chars().next().map_or(0, char::len_utf8),
    };
    rest.split_at_checked(len).unwrap_or((rest, ""))
}

/// What stands before the brace that ends a group, and what follows it.
fn argument_from(inside: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                let after = inside.get(at + 1..).unwrap_or_default();
                return (inside.get(..at).unwrap_or_default(), after);
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    (inside, "")
}

/// Characters above or below the line, where Unicode has all of them.
fn small(word: &str, place: char) -> Option<String> {
    const ABOVE: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ";
    const BELOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋ₙᵢ";
    const PLAIN: &str = "0123456789+-ni";
    let signs = if place == '^' { ABOVE } else { BELOW };
    let word = word.trim();
    let all: Option<String> = word
        .chars()
        .map(|c| {
            PLAIN
                .chars()
                .position(|p| p == c)
                .and_then(|at| signs.chars().nth(at))
        })
        .collect();
    all.filter(|all| !all.is_empty())
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn formulas_read_as_they_are_spoken_of() {
        for (tex, text) in [
            (r"{\displaystyle E=mc^{2}}", "E=mc²"),
            (r"{\displaystyle \alpha \leq \beta _{1}}", "α≤β₁"),
            (r"x_{n}^{2} + 1", "xₙ² + 1"),
            (r"\sum _{k=0}^{\infty }a_{k}", "∑_(k=0)^∞a_k"),
            (r"O(n\log n)", "O(n log n)"),
            (r"\frac{a}{b+1}", "a/(b+1)"),
            (r"\sqrt{2}", "√2"),
            (r"\mathbb {R}^n", "ℝⁿ"),
            (r"A{\text{ Hermitian}}", "A Hermitian"),
            (r"\overline {a_{ji}}", "a\u{305}_ji"),
            (r"\overline {(AB)^{T}}", "overline((AB)^T)"),
            (r"A^{\dagger }", "A^†"),
            (r"\foo {a}", r"\foo{a}"),
            (r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", "[1 2; 3 4]"),
            ("{{{", ""),
            ("\\", ""),
        ] {
            assert_eq!(readable(tex), text, "{tex}");
        }
    }

    #[test]
    fn groups_without_end_end() {
        for open in ["{", "x^{", "\\frac{", "\\", "^", "\\q{"] {
            let _ = readable(&open.repeat(20_000));
        }
    }
}
