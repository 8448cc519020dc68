//! Whether a name stands whole in its sentence: no piece of a longer word or name, no side of a case at law.
//!
//! A capital right before or behind a name that belongs to no title is the sign of a name cut in two. O(the words
//! around).

use crate::facts::Kind;
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::tag::form::word_key;
use crate::text::Span;

/// What stands around a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'a> {
    kind: Kind,
    /// The words of the name.
    name: &'a str,
    /// All text before and behind.
    before: &'a str,
    behind: &'a str,
}

impl<'a> Around<'a> {
    /// Of a name of some kind.
    pub(super) fn of(kind: Kind, span: Span, text: &'a str) -> Self {
        let (start, end) = (span.start.get(), span.end.get());
        Self {
            kind,
            name: span.slice(text),
            before: text.get(..start).unwrap_or_default(),
            behind: text.get(end..).unwrap_or_default(),
        }
    }

    /// Whether nothing tells that the name is a piece of something longer.
    pub(super) fn is_whole(&self) -> bool {
        !(self.is_joined()
            || self.is_case()
            || self.goes_on()
            || self.is_led_in()
            || self.is_part())
    }

    /// Whether letters, hyphens and the like tie it to a word: `Anti-|Brook`, `Ward 3|-2B`, `4th |Brook`, `U. S|.`.
    fn is_joined(&self) -> bool {
        let joins = |c: char| {
            matches!(c, '-' | '‐' | '‑' | '/' | '@' | '_' | '&' | '+') || c.is_alphanumeric()
        };
        let tied = self.before.chars().next_back().is_some_and(joins)
            || self.behind.chars().next().is_some_and(joins);
        let ordinal = last_word(self.before).is_some_and(|w| {
            w.starts_with(|c: char| c.is_ascii_digit())
                && ["st", "nd", "rd", "th"].iter().any(|end| w.ends_with(end))
        });
        let last = self.name.rsplit([' ', '.']).next().unwrap_or_default();
        let initial = self.behind.starts_with('.') && last.chars().count() == 1;
        tied || ordinal || initial
    }

    /// Whether it is a side of a case at law: `Hall v. Brook`.
    fn is_case(&self) -> bool {
        let versus = |w: &str| matches!(w, "v." | "v" | "vs." | "vs" | "versus");
        self.next().is_some_and(versus) || last_word(self.before).is_some_and(versus)
    }

    /// Whether more of it follows: `Brook |Reading Room`, `Council |for Mills`, `Bay |of Tarn`, `Hall|, John.`.
    fn goes_on(&self) -> bool {
        let office = Flags::TITLE.with(Flags::ROLE);
        let next = self.next().unwrap_or_default();
        let rest = self.behind.get(next.len() + 1..).unwrap_or_default();
        let capital = |w: &str| w.starts_with(char::is_uppercase);
        let and_on = self.kind != Kind::Person
            && matches!(next, "of" | "for" | "on" | "to")
            && capital(rest.trim_start().trim_start_matches("the "));
        let named = capital(next) && !flags(next).has(office);
        let turned = self
            .behind
            .strip_prefix(", ")
            .and_then(|rest| rest.split(['.', '\n']).next())
            .is_some_and(|word| {
                !word.contains(' ')
                    && flags(word).has(Flags::GIVEN)
                    && !flags(word).has(Flags::PLACE)
            });
        // "University of Tarn|, Brook"
        let branch = self.name.starts_with("University of ")
            && self.behind.strip_prefix(", ").is_some_and(capital);
        named || and_on || branch || turned && !self.name.contains(' ')
    }

    /// Whether its first words stand before it: `Team |Brook`, `Old |Mill Lane`.
    fn is_led_in(&self) -> bool {
        let Some(word) = last_word(self.before) else {
            return false;
        };
        if !word.starts_with(char::is_uppercase) || word.ends_with([',', ';', ':', '"', '”', ')'])
        {
            return false;
        }
        let said = flags(word);
        let office = Flags::TITLE.with(Flags::ROLE);
        let ahead = self.before.get(..self.before.len() - word.len() - 1);
        let ahead = ahead
            .unwrap_or_default()
            .trim_end_matches([' ', '"', '“', '‘', '(']);
        if ahead.is_empty() || ahead.ends_with(['.', '!', '?', ':', '\n', '”', '"']) {
            // A capital that every sentence begins with.
            return said.has(Flags::MOSTLY_NOUN) && !said.has(office);
        }
        self.kind != Kind::Person || !said.has(office)
    }

    /// Whether it is what a larger name is of, or its other half: `Bay of |Tarn`, `Saint Hall and the |Mills`,
    /// `Hall, |John.`; not `King of |Tarn`.
    fn is_part(&self) -> bool {
        let office = Flags::TITLE.with(Flags::ROLE);
        let half = self
            .before
            .strip_suffix(" and the ")
            .and_then(|b| b.rsplit([' ', '\n']).next());
        if self.kind == Kind::Place && half.is_some_and(|w| w.starts_with(char::is_uppercase)) {
            return true;
        }
        let first = self
            .before
            .strip_suffix(", ")
            .and_then(|b| b.rsplit('\n').next());
        let first = first.map(|line| line.trim_start_matches(['-', '*', '•', ' ']));
        let turned = first.is_some_and(|w| flags(w).has(Flags::SURNAME.with(Flags::PERSON)));
        if turned && self.kind == Kind::Person && self.behind.starts_with(['.', ':', ';', ',']) {
            return true;
        }
        let larger = self
            .before
            .strip_suffix(" of ")
            .and_then(|b| b.rsplit([' ', '\n']).next());
        larger.is_some_and(|w| w.starts_with(char::is_uppercase) && !flags(w).has(office))
    }

    /// The word right behind it.
    fn next(&self) -> Option<&'a str> {
        self.behind.strip_prefix(' ')?.split([' ', '\n']).next()
    }
}

/// What the lists say of a word.
fn flags(word: &str) -> Flags {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    Gazetteer::built_in().word(word_key(word))
}

/// The word that ends right before a place, without the space between; none at the start of a line.
pub(super) fn last_word(before: &str) -> Option<&str> {
    before.strip_suffix(' ')?.rsplit([' ', '\n']).next()
}
