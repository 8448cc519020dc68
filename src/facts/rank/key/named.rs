//! Whether a name is surely one, whole, and of its kind, so that it may be marked where marks are few.
//!
//! The tagger of names is right nineteen times of twenty; what it gets wrong has signs that a careful reader sees: a word
//! that the lists only know as a common noun (`Gameplay`), a piece of a longer word (`Anti-|Brook`), an author in
//! brackets before a year, one word that is named once and never explained, a prize taken for an event.

use super::called;
use super::whole::{Around, last_word};
use super::word::{self, is_adjective};
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::form::{phrase_key, word_key};
use crate::facts::{Fact, Key, Kind, Value};
use crate::text::{Span, floor_boundary};

/// The least that the tagger must be sure of a name, and of a place that the lists know.
const SURE: f32 = 0.75;
const LISTED: f32 = 0.6;
/// The least for a body that the lists know and that is named once: a place or a work may have its name.
const ONCE: f32 = 0.55;
/// Words that end the name of a thing which is won, printed or shown, and no event.
static NOT_EVENTS: Words =
    words!("prize prizes award awards medal trophy series lectures questions fund");
/// Words that end the name of a law, a figure or a collection, and no organisation.
static NOT_ORGANIZATIONS: Words = words!(
    "act acts amendment average award bill code constitution convention corpus index law laws prize program \
     programme treaty"
);
/// Planets, which the tagger takes for whatever else has their names.
static PLANETS: Words = words!("earth jupiter mars mercury neptune saturn uranus venus");
/// Words that make a thing somebody's: what follows is no name.
static OWNERS: Words = words!("my our your his her its their");
/// How far behind a name a citation goes on, in bytes; a line may have millions.
const NEAR: usize = 400;
/// Endings that a name does not have: an address whose name was left behind.
const ADDRESSES: [&str; 6] = ["Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Dr"];

/// Whether a name is sure, by its fullest form and by the words around its first mention. O(its words).
pub(super) fn is_sure(fact: &Fact, canonical: Span, text: &str) -> bool {
    let name = canonical.slice(text);
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
        return false;
    };
    let around = |span: Span| Around::of(fact.kind, span, text);
    let whole = around(canonical).is_whole() && around(fact.span).is_whole();
    // A line that is nothing but the name says nothing of it.
    let alone = fact.sentence.len() <= fact.span.len() + 1 && fact.mentions.len() < 2;
    if !whole
        || alone
        || is_adjective(name)
        || name.chars().count() < 2
        || ADDRESSES.contains(&last)
        || name.starts_with(char::is_lowercase) && words.len() < 2
        || called::is_other(fact, name, text)
    {
        return false;
    }
    let lists = Gazetteer::built_in();
    let said = Said {
        fact,
        text,
        lists,
        first,
        last,
        words: &words,
    };
    match fact.kind {
        Kind::Person => fact.sure > SURE && said.is_person(),
        Kind::Organization => {
            let once = fact.mentions.len() == 1;
            let least = match said.is_listed(Flags::ORGANIZATION) {
                true if once => ONCE,
                true => 0.0,
                false => SURE,
            };
            fact.sure > least && said.is_organization()
        }
        Kind::Place => {
            let listed = Flags::PLACE.with(Flags::CITY).with(Flags::COUNTRY);
            let least = if said.is_listed(listed) { LISTED } else { SURE };
            fact.sure > least && said.is_place()
        }
        Kind::Event => said.is_event(),
        _ => true,
    }
}

/// Whether a word is too short or too common to be a name alone: `La`, `Who`.
fn is_small(word: &str) -> bool {
    let capitals = word.chars().all(|c| c.is_uppercase() || c == '.');
    let asks = matches!(
        word,
        "Who" | "What" | "How" | "Why" | "This" | "That" | "She" | "They"
    );
    asks || word.chars().count() < 3 && !capitals
}

/// A name with what is known of it.
struct Said<'a> {
    fact: &'a Fact,
    text: &'a str,
    lists: Gazetteer<'static>,
    first: &'a str,
    last: &'a str,
    words: &'a [&'a str],
}

impl Said<'_> {
    fn flags(&self, word: &str) -> Flags {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        self.lists.word(word_key(word))
    }

    /// What the lists say of the whole name.
    fn phrase(&self) -> Flags {
        let mut keys = self.words.iter().map(|w| word_key(w));
        let first = keys.next().unwrap_or_default();
        self.lists.word(keys.fold(first, phrase_key))
    }

    /// Whether the lists know the whole name as one of these.
    fn is_listed(&self, kinds: Flags) -> bool {
        self.phrase().has(kinds)
    }

    /// Whether the lists know a word as a noun, and as no name.
    fn is_common(&self, word: &str) -> bool {
        let flags = self.flags(word);
        let names = Flags::GIVEN
            .with(Flags::SURNAME)
            .with(Flags::PERSON)
            .with(Flags::PLACE)
            .with(Flags::CITY)
            .with(Flags::COUNTRY)
            .with(Flags::STATE)
            .with(Flags::ORGANIZATION)
            .with(Flags::BRAND);
        let word = Flags::NOUN.with(Flags::VERB).with(Flags::ADJECTIVE);
        flags.has(word) && !flags.has(names)
    }

    /// The word before the first mention.
    fn before(&self) -> Option<&str> {
        last_word(
            self.text
                .get(..self.fact.span.start.get())
                .unwrap_or_default(),
        )
    }

    /// Whether a determiner stands before the first mention: `the Poet`.
    fn is_led(&self) -> bool {
        let before = self.before().unwrap_or_default().to_lowercase();
        matches!(
            before.as_str(),
            "the" | "a" | "an" | "this" | "that" | "each" | "every" | "no"
        ) || self.is_owned()
    }

    /// Whether it is said whose it is: `our Mills`.
    fn is_owned(&self) -> bool {
        let before = self.before().unwrap_or_default().to_lowercase();
        OWNERS.has(Key::of_word(&before))
    }

    /// Whether another form of the name stands in the text than its fullest.
    fn is_called(&self) -> bool {
        let mut forms = self.fact.mentions.iter().map(|m| m.slice(self.text));
        let first = forms.next();
        forms.any(|form| Some(form) != first)
    }

    /// Whether the name is half of one that the lists know: `Antigua` of `Antigua and Barbuda`.
    fn is_half(&self) -> bool {
        let name = |words: &[&str]| {
            let mut keys = words
                .iter()
                .map(|w| word_key(w.trim_matches(|c: char| !c.is_alphanumeric())));
            let first = keys.next().unwrap_or_default();
            self.lists.word(keys.fold(first, phrase_key)).names() != 0
        };
        let (start, end) = (self.fact.span.start.get(), self.fact.span.end.get());
        let behind = self.text.get(end..).and_then(|b| b.strip_prefix(" and "));
        let other = behind.and_then(|b| b.split_whitespace().next());
        if other.is_some_and(|o| o.starts_with(char::is_uppercase) && name(&[self.last, "and", o]))
        {
            return true;
        }
        let before = self.text.get(..start).and_then(|b| b.strip_suffix(" and "));
        let other = before.and_then(|b| b.split_whitespace().next_back());
        other.is_some_and(|o| o.starts_with(char::is_uppercase) && name(&[o, "and", self.first]))
    }

    fn is_person(&self) -> bool {
        let known = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
        let office = Flags::TITLE.with(Flags::ROLE);
        let last = self.flags(self.last);
        let role = matches!(self.fact.value, Value::Name { role: Some(_), .. });
        let addressed = self
            .before()
            .is_some_and(|w| self.flags(w).has(office) && w.starts_with(char::is_uppercase));
        let [word] = self.words else {
            let initial = self.first.trim_end_matches('.').chars().count() == 1;
            let given = self.flags(self.first).has(Flags::GIVEN);
            let titled = self.flags(self.first).has(office) && !self.flags(self.first).has(known)
                || last.has(Flags::TITLE) && !given
                || self.flags(self.first).has(Flags::DEMONYM) && !given;
            let sure = self.flags(self.first).has(known)
                || initial
                || role
                || addressed
                || self.is_called();
            let given = self.flags(self.first).has(Flags::GIVEN);
            let spot = last.has(Flags::PLACE_HEAD) && !(given && last.has(Flags::SURNAME));
            if spot {
                return false;
            }
            let thing = self.is_common(self.last) || last.has(Flags::DEMONYM) && !last.has(known);
            return sure && !thing && !titled && !self.is_led();
        };
        let several = self.fact.mentions.len() > 1 || role || addressed;
        let people = self
            .flags(word)
            .has(Flags::DEMONYM.with(Flags::TITLE).with(Flags::ROLE))
            && !self.flags(word).has(known);
        let small = is_small(word);
        several && !small && !people && !self.is_common(word) && !self.is_led() && !self.is_cited()
    }

    /// Whether a year in or before brackets follows, with nothing but names between: `Hall (1995)`, `Hall & Stone, 2010`.
    fn is_cited(&self) -> bool {
        let behind = self
            .text
            .get(self.fact.span.end.get()..)
            .unwrap_or_default();
        let near = behind.get(..floor_boundary(behind, NEAR));
        let line = near.unwrap_or_default().split('\n').next();
        for word in line
            .unwrap_or_default()
            .split([' ', '(', ')', ',', ';'])
            .filter(|w| !w.is_empty())
            .take(8)
        {
            if word.len() >= 4
                && word
                    .get(..4)
                    .is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()))
            {
                return true;
            }
            let name = word.starts_with(char::is_uppercase);
            if !(name || matches!(word, "and" | "&" | "et" | "al." | "al")) {
                return false;
            }
        }
        false
    }

    fn is_organization(&self) -> bool {
        let behind = self
            .text
            .get(self.fact.span.end.get()..)
            .unwrap_or_default();
        // "ISO 639": a code
        let code = self.words.len() == 1
            && behind
                .strip_prefix(' ')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        // "Harbour Man | of the Match": the name may go on
        let on = behind
            .strip_prefix(" of ")
            .map(|rest| rest.trim_start_matches("the "));
        if code || on.is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
            return false;
        }
        let several = self.words.contains(&"and") || self.words.contains(&"in");
        let known = self.is_listed(Flags::ORGANIZATION) || self.fact.mentions.len() > 1;
        if NOT_ORGANIZATIONS.has(Key::of_word(self.last)) || self.is_owned() || several && !known {
            return false;
        }
        let [word] = self.words else {
            // "Tarn Regional |Council": its noun is cut off
            let end = self.flags(self.last);
            if end.has(Flags::EVENT_HEAD) && !known {
                return false; // "the Harbour Forum"
            }
            return known || !end.has(Flags::ADJECTIVE) || end.has(Flags::NOUN) || end.names() != 0;
        };
        if PLANETS.has(Key::of_word(word)) {
            return false;
        }
        let flags = self.flags(word);
        let once = self.fact.mentions.len() == 1;
        let head = flags.has(
            Flags::ORGANIZATION_HEAD
                .with(Flags::PLACE_HEAD)
                .with(Flags::EVENT_HEAD),
        );
        let doubtful =
            self.is_common(word) && self.fact.mentions.len() < 3 || head && once && self.is_led();
        // Capitals that are never explained may be anything.
        let capitals = word.chars().all(|c| c.is_uppercase() || c == '.');
        let known = Flags::ORGANIZATION.with(Flags::BRAND);
        let surname = flags.has(Flags::SURNAME) && !flags.has(known);
        let called = self.is_called();
        let strange = capitals && flags.names() == 0 && !called || once && surname;
        !flags.has(Flags::DEMONYM) && !doubtful && !strange
    }

    fn is_place(&self) -> bool {
        let place = Flags::PLACE
            .with(Flags::CITY)
            .with(Flags::COUNTRY)
            .with(Flags::STATE);
        let owned = self
            .before()
            .is_some_and(|w| w.ends_with("'s") || w.ends_with("’s"));
        let common = self
            .words
            .iter()
            .all(|w| !w.starts_with(char::is_uppercase) || self.is_common(w));
        if common
            && (owned || self.words.len() == 1 || !self.flags(self.last).has(Flags::PLACE_HEAD))
        {
            return self.phrase().has(place);
        }
        if self.is_half()
            || self.words.len() == 1 && self.is_cited()
            || is_small(self.first) && self.words.len() == 1
        {
            return false;
        }
        let joined = self.words.contains(&"and") && !self.phrase().has(place);
        let numbered = self.last.starts_with(|c: char| c.is_ascii_digit());
        // "Lampwright UK": a firm
        let firm = self.words.len() == 2
            && self.flags(self.last).has(Flags::COUNTRY)
            && self.flags(self.first).names() == 0
            && !self
                .flags(self.first)
                .has(Flags::ADJECTIVE.with(Flags::NOUN));
        !numbered && !firm && !joined
    }

    fn is_event(&self) -> bool {
        let owned = self
            .before()
            .is_some_and(|w| w.ends_with("'s") || w.ends_with("’s"));
        if owned && !self.phrase().has(Flags::EVENT) {
            return false; // "the Rowers' |Spring Fair"
        }
        if self.before().is_some_and(word::is_noun) && !self.phrase().has(Flags::EVENT) {
            return false; // "the site |Operation Mill"
        }
        if NOT_EVENTS.has(Key::of_word(self.last)) {
            return false;
        }
        let head = |word: &&str| self.flags(word).has(Flags::EVENT_HEAD);
        let headed = self.words.len() > 1 && self.words.iter().any(head);
        headed || self.phrase().has(Flags::EVENT)
    }
}
