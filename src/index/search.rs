//! Search over the logical text: a hit may run across wrapped lines, marks and links.
//!
//! A query is words (any white space between them matches any other) or a regular expression. It heeds case only
//! when it has a capital letter. Cost is linear in the text that is looked at, whatever the pattern.

mod word;

use regex::{Regex, RegexBuilder};
use unicode_segmentation::GraphemeCursor;

use crate::text::{Pos, Span, floor_boundary};
use word::Word;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What was typed.
    pub pattern: String,
    /// Whether it is a regular expression.
    pub regex: bool,
}

/// A query ready to look.
#[derive(Clone, Debug)]
pub struct Matcher {
    way: Way,
}

/// How it looks.
#[derive(Clone, Debug)]
enum Way {
    Word(Word),
    Regex(Regex),
}

/// The first window that a search backwards looks at, in bytes; each further one is twice as large.
const WINDOW: usize = 16 * 1024;

/// More hits than this are not counted.
const MAX_HITS: usize = 1_000_000;

impl Query {
    /// Whether this is another query with more letters after it, so that where this one is found, the other one is.
    pub fn continues(&self, other: &Self) -> bool {
        !self.regex && !other.regex && self.pattern.starts_with(&other.pattern)
    }

    /// The matcher. None for an empty query.
    ///
    /// # Errors
    /// A sentence about the regular expression that cannot be read.
    pub fn matcher(&self) -> Result<Option<Matcher>, String> {
        if self.pattern.is_empty() {
            return Ok(None);
        }
        if let Some(word) = Word::new(&self.pattern).filter(|_| !self.regex) {
            let way = Way::Word(word);
            return Ok(Some(Matcher { way }));
        }
        let pattern = if self.regex {
            self.pattern.clone()
        } else {
            let words: Vec<_> = self
                .pattern
                .split(char::is_whitespace)
                .map(regex::escape)
                .collect();
            words.join(r"\s+")
        };
        let regex = RegexBuilder::new(&pattern)
            .case_insensitive(!self.pattern.chars().any(char::is_uppercase))
            .multi_line(true)
            .size_limit(1 << 20)
            .build()
            .map_err(|error| {
                let text = error.to_string();
                let last = text.lines().last().unwrap_or_default();
                format!(
                    "not a regular expression: {}",
                    last.trim_start_matches("error: ")
                )
            })?;
        let way = Way::Regex(regex);
        Ok(Some(Matcher { way }))
    }
}

impl Matcher {
    /// The first hit that begins at `from` or later.
    pub fn next(&self, text: &str, from: Pos) -> Option<Span> {
        let mut at = floor_boundary(text, from.get());
        let regex = match &self.way {
            Way::Regex(regex) => regex,
            Way::Word(word) => {
                let start = word.find(text, at)?;
                return Some(Span::new(start, cluster_end(text, start + word.len())));
            }
        };
        loop {
            let hit = regex.find_at(text, at)?;
            if !hit.is_empty() {
                return Some(Span::new(hit.start(), cluster_end(text, hit.end())));
            }
            at =
                floor_boundary(text, hit.end()) + text.get(hit.end()..)?.chars().next()?.len_utf8();
        }
    }

    /// The last hit that begins before `before`. Looks back in windows, so that a near hit costs little.
    pub fn previous(&self, text: &str, before: Pos) -> Option<Span> {
        let end = floor_boundary(text, before.get());
        let mut window = WINDOW;
        loop {
            let start = floor_boundary(text, end.saturating_sub(window));
            let last = self
                .hits_from(text, Pos::new(start))
                .take_while(|hit| hit.start.get() < end)
                .last();
            if last.is_some() || start == 0 {
                return last;
            }
            window = window.saturating_mul(2);
        }
    }

    /// The hits that overlap `span`; those that began more than a window before it are not looked for.
    pub fn hits_in(&self, text: &str, span: Span) -> Vec<Span> {
        let from = Pos::new(floor_boundary(text, span.start.get().saturating_sub(256)));
        self.hits_from(text, from)
            .take_while(|hit| hit.start < span.end)
            .filter(|hit| hit.overlaps(span))
            .collect()
    }

    /// The starts of all hits, up to a million. Linear in the text.
    pub fn all(&self, text: &str) -> Vec<Pos> {
        self.hits_from(text, Pos(0))
            .map(|hit| hit.start)
            .take(MAX_HITS)
            .collect()
    }

    fn hits_from<'a>(&'a self, text: &'a str, from: Pos) -> impl Iterator<Item = Span> + 'a {
        let mut at = Some(from);
        std::iter::from_fn(move || {
            let hit = self.next(text, at?)?;
            at = Some(hit.end);
            Some(hit)
        })
    }
}

/// The end of the grapheme cluster that `at` stands in, or `at` where one ends: the accent belongs to its letter.
fn cluster_end(text: &str, at: usize) -> usize {
    if text.as_bytes().get(at).is_none_or(u8::is_ascii) {
        return at;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(at),
        Ok(true) | Err(_) => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, regex: bool, text: &str, expect: &[&str]) {
        let query = Query {
            pattern: pattern.into(),
            regex,
        };
        let matcher = query.matcher().unwrap().unwrap();
        let hits: Vec<_> = matcher
            .hits_from(text, Pos(0))
            .map(|s| s.slice(text))
            .collect();
        assert_eq!(hits, expect);
    }

    #[test]
    fn hits_end_where_a_character_ends() {
        check("cafe", false, "cafe\u{301} cafe", &["cafe\u{301}", "cafe"]);
        check("👩", false, "👩\u{200d}🚀 👩", &["👩\u{200d}🚀", "👩"]);
    }

    #[test]
    fn small_letters_match_any_case_and_capitals_their_own() {
        check("iraq", false, "Iraq IRAQ iraq", &["Iraq", "IRAQ", "iraq"]);
        check("Iraq", false, "Iraq IRAQ iraq", &["Iraq"]);
    }

    #[test]
    fn a_word_is_found_wherever_its_letters_stand() {
        check("aab", false, "aaab Aab ab xAABx aa", &["aab", "Aab", "AAB"]);
        check("-3", false, "é-3, - 3, 4-3", &["-3", "-3"]);
        check("s.a", false, "U.S.A. s a SSA", &["S.A"]);
        check("long", false, "lon", &[]);
    }

    proptest::proptest! {
        /// A word is found where an expression that says the same finds it.
        #[test]
        fn a_word_is_the_same_as_its_expression(text in "[abAB é.]{0,40}", pattern in "[ab.]{1,3}") {
            let hits = |pattern: String, regex| {
                let matcher = Query { pattern, regex }.matcher().unwrap().unwrap();
                matcher.all(&text)
            };
            proptest::prop_assert_eq!(hits(pattern.clone(), false), hits(regex::escape(&pattern), true));
        }
    }

    #[test]
    fn a_query_goes_on_where_the_one_with_fewer_letters_was_found() {
        let words = |pattern: &str, regex| Query {
            pattern: pattern.into(),
            regex,
        };
        assert!(words("formal t", false).continues(&words("formal ", false)));
        assert!(!words("formal", false).continues(&words("normal", false)));
        assert!(!words("x*y", true).continues(&words("x*", true)));
    }

    #[test]
    fn words_match_across_line_breaks_and_signs_are_literal() {
        check("formal talks", false, "formal\ntalks", &["formal\ntalks"]);
        check("(isis).", false, "State (ISIS).", &["(ISIS)."]);
    }

    #[test]
    fn regular_expressions_when_asked() {
        check(r"\d+,\d+", true, "2,500 and 900", &["2,500"]);
        check("x*", true, "axxb", &["xx"]);
        assert!(
            Query {
                pattern: "(".into(),
                regex: true
            }
            .matcher()
            .is_err()
        );
    }

    #[test]
    fn the_hit_before_is_found_over_any_distance() {
        let text = format!("needle {} end", "hay ".repeat(50_000));
        let matcher = Query {
            pattern: "needle".into(),
            regex: false,
        }
        .matcher()
        .unwrap()
        .unwrap();
        assert_eq!(
            matcher.previous(&text, Pos::new(text.len())),
            Some(Span::new(0, 6))
        );
        assert_eq!(matcher.previous(&text, Pos(0)), None);
    }
}
