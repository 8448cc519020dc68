//! Page breaks of printed reports: running feet and heads, as in requests for comments.
//!
//! Takes lines; says which are a foot (`Fielding, et al.   Standards Track   [Page 12]`) or a head (the line after a
//! form feed or after a foot).

use super::line::Line;

/// Whether a line is the foot of a page.
pub(super) fn is_foot(line: &str) -> bool {
    let Some(open) = line.rfind('[') else {
        return false;
    };
    let Some(inside) = line.get(open + 1..).and_then(|rest| rest.strip_suffix(']')) else {
        return false;
    };
    let number = inside
        .strip_prefix("Page ")
        .or_else(|| inside.strip_prefix("page "));
    number.is_some_and(|n| {
        let n = n.trim();
        !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric()) && n.len() <= 5
    })
}

/// Whether line `at` is the head of a page: it comes first after a foot, on its own, in columns.
pub(super) fn is_head(text: &str, lines: &[Line], at: usize) -> bool {
    let (Some(line), Some(before)) = (lines.get(at), at.checked_sub(1).and_then(|i| lines.get(i)))
    else {
        return false;
    };
    let alone = lines.get(at + 1).is_none_or(|next| next.gap > 0);
    let words = line.text(text);
    let columns = words.contains("   ");
    alone
        && columns
        && line.indent == 0
        && (line.page || line.gap > 0)
        && is_foot(before.text(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plain::line::scan;

    #[test]
    fn feet_and_heads_are_known_by_their_form() {
        let text = "Doe, et al.          Standards Track           [Page 7]\n\u{c}\nRFC 9   A Protocol   May 1999\n\n   Text.";
        let lines = scan(text);
        assert!(lines.first().is_some_and(|l| is_foot(l.text(text))));
        assert!(is_head(text, &lines, 1));
        assert!(!is_head(text, &lines, 2));
        assert!(!is_foot("See [Page and Doe]"));
    }
}
