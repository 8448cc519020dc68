//! Quotation marks: which opening mark belongs to which closing one.
//!
//! Takes the text of one block, gives the stretches between paired marks, outermost and nested, in the order of their
//! opening marks, and says which of them do not end in the block. Knows straight, curly, low, angle and corner marks,
//! two apostrophes or two grave accents in place of a mark, and single marks, which are told from apostrophes by what
//! stands around them. Does not judge whether what is quoted was said by anybody.

use crate::facts::analysis::is_unspaced;
use crate::text::Span;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// From the opening mark to the closing one, both included.
    pub(super) outer: Span,
    /// What stands between the marks.
    pub(super) inner: Span,
    /// Whether the closing mark was found in the block.
    pub(super) closed: bool,
}

/// The family of a mark: only marks of a family close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
    Corner,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug)]
struct Mark {
    family: Family,
    at: usize,
    len: usize,
    opens: bool,
    closes: bool,
}

/// Pairs the marks of a block. Linear in its text, save for single marks, which look ahead in their block.
pub(super) fn pairs(text: &str, block: Span) -> Vec<Pair> {
    let slice = block.slice(text);
    let base = block.start.get();
    let mut open: Vec<Mark> = Vec::new();
    let mut out = Vec::new();
    let mut skip = 0;
    for (at, c) in slice.char_indices() {
        if at < skip || !is_mark(c) {
            continue;
        }
        let Some(mark) = read(slice, at, c) else {
            continue;
        };
        skip = at + mark.len;
        let partner = open.iter().rposition(|m| m.family == mark.family);
        match partner {
            Some(i) if mark.closes && (!mark.opens || i + 1 == open.len()) => {
                if let Some(first) = open.get(i) {
                    out.push(pair(base, *first, mark.at, mark.len, true));
                }
                open.truncate(i);
            }
            _ if mark.opens && (mark.family != Family::Single || has_end(slice, &mark)) => {
                open.push(mark);
            }
            _ => {}
        }
    }
    for mark in &open {
        if mark.family != Family::Single {
            out.push(pair(base, *mark, slice.len(), 0, false));
        }
    }
    out.sort_by_key(|p: &Pair| (p.outer.start, std::cmp::Reverse(p.outer.end)));
    out
}

fn pair(base: usize, first: Mark, end: usize, len: usize, closed: bool) -> Pair {
    Pair {
        outer: Span::new(base + first.at, base + end + len),
        inner: Span::new(base + first.at + first.len, base + end),
        closed,
    }
}

const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '\''
            | '`'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

/// Reads the mark at `at`; none for an apostrophe, an inch sign and the like.
fn read(slice: &str, at: usize, c: char) -> Option<Mark> {
    let rest = slice.get(at..)?;
    let doubled = match c {
        '\'' => rest.starts_with("''"),
        '`' => rest.starts_with("``"),
        '‘' => rest.starts_with("‘‘"),
        '’' => rest.starts_with("’’"),
        _ => false,
    };
    let len = c.len_utf8() * if doubled { 2 } else { 1 };
    let before = slice.get(..at)?.chars().next_back();
    let after = rest.get(len..)?.chars().next();
    let (opens, closes) = around(before, after);
    let (family, opens, closes) = match c {
        '"' | '＂' => (Family::Double, opens, closes),
        '\'' | '’' if doubled => (Family::Double, opens, closes),
        '`' | '‘' if doubled => (Family::Double, true, false),
        '“' => (
            Family::Double,
            after.is_some_and(|c| !c.is_whitespace()),
            closes && !opens,
        ),
        '”' | '‟' => (Family::Double, opens && !closes, closes || !opens),
        '„' => (Family::Double, true, false),
        '«' | '‹' => (Family::Angle, true, closes && !opens),
        '»' | '›' => (Family::Angle, opens && !closes, true),
        '「' | '『' => (Family::Corner, true, false),
        '」' | '』' => (Family::Corner, false, true),
        '‘' | '‚' => (Family::Single, opens, false),
        '’' => (Family::Single, false, closes),
        '\'' | '`' => (Family::Single, opens && !elided(rest), closes && c == '\''),
        _ => return None,
    };
    Some(Mark {
        family,
        at,
        len,
        opens,
        closes,
    })
}

/// Whether a mark between these two characters may open and may close.
fn around(before: Option<char>, after: Option<char>) -> (bool, bool) {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let joint = |c: Option<char>| {
        c.is_some_and(|c| {
            matches!(
                c,
                '-' | '–' | '—' | '―' | '(' | '[' | '{' | '/' | ':' | '…' | '¡' | '¿'
            ) || is_mark(c)
        })
    };
    let tail = |c: Option<char>| {
        c.is_some_and(|c| {
            matches!(
                c,
                '.' | ','
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | ')'
                    | ']'
                    | '}'
                    | '-'
                    | '–'
                    | '—'
                    | '…'
                    | '/'
                    | '。'
                    | '，'
                    | '、'
                    | '！'
                    | '？'
                    | '；'
                    | '：'
                    | '）'
            ) || is_mark(c)
        })
    };
    let opens = (space(before) || joint(before)) && !space(after);
    let closes = !space(before) && (space(after) || tail(after));
    if opens || closes {
        return (opens, closes);
    }
    // A word on both sides (`said."He`): it closes after a stop; a space on both sides, or a script that has none: either.
    let both = before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?') || is_unspaced(c))
        || after.is_some_and(is_unspaced)
        || space(before) && space(after);
    (both, both)
}

/// Whether what stands at an apostrophe is a word that has lost its beginning: `'90s`, `'em`, `'til`.
fn elided(rest: &str) -> bool {
    let tail = rest.get(1..).unwrap_or_default();
    let word = tail
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s')
        || matches!(
            word,
            "em" | "til" | "tis" | "twas" | "cause" | "n" | "round" | "bout" | "s"
        )
}

/// Whether a single mark has its end in the block, before the next mark that opens one.
fn has_end(slice: &str, mark: &Mark) -> bool {
    let from = mark.at + mark.len;
    let rest = slice.get(from..).unwrap_or_default();
    let mut depth = 0_u32;
    for (at, c) in rest.char_indices().take(1200) {
        if !matches!(c, '\'' | '’' | '‘' | '"' | '“' | '”') {
            continue;
        }
        let Some(next) = read(slice, from + at, c) else {
            continue;
        };
        match next.family {
            Family::Single if next.closes => return true,
            Family::Double if next.opens => depth += 1,
            // The stretch around it ends first.
            Family::Double if next.closes && depth == 0 => return false,
            Family::Double if next.closes => depth -= 1,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<_> = pairs(text, Span::new(0, text.len()))
            .iter()
            .map(|p| p.inner.slice(text))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn marks_of_all_kinds_pair() {
        check("\"One,\" he said. \"Two.\"", &["One,", "Two."]);
        check("“One,” he said. “Two.”", &["One,", "Two."]);
        check("''One,'' he said. ``Two.''", &["One,", "Two."]);
        check("He said ‘it’s fine’ and left.", &["it’s fine"]);
        check("He said 'it's fine' and left.", &["it's fine"]);
        check("„Ja“, sagte er.", &["Ja"]);
        check("« Oui », dit-il, «non».", &[" Oui ", "non"]);
        check("»Ja«, sagte sie.", &["Ja"]);
        check("彼は「はい」と言った。", &["はい"]);
        check(
            "居民说：“我们走吧。”他说\"好\"就走了。",
            &["我们走吧。", "好"],
        );
    }

    #[test]
    fn apostrophes_and_inches_are_no_quotation_marks() {
        check(
            "The workers' pay in the '90s wasn't theirs, Lee's was.",
            &[],
        );
        check("A 12\" board and a 6'2\" man.", &[]);
        check("rock 'n' roll", &[]);
    }

    #[test]
    fn quotations_nest() {
        check(
            "“He told me, ‘Go home,’ and I went,” she said.",
            &["He told me, ‘Go home,’ and I went,", "Go home,"],
        );
        check(
            "\"She read 'Emma' twice,\" he said.",
            &["She read 'Emma' twice,", "Emma"],
        );
    }

    #[test]
    fn a_quotation_may_run_on() {
        let text = "“We began in May. Then came the rain.";
        let found = pairs(text, Span::new(0, text.len()));
        assert_eq!(found.len(), 1);
        assert!(!found[0].closed);
    }
}
