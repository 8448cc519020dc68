//! What the words of a name and right around it say against it: a work that is called so, a thing that is named after
//! somebody, the state behind a town.

use super::whole::last_word;
use super::word;
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::form::word_key;
use crate::facts::{Fact, Key, Kind};

/// Words behind which a title stands, with or without marks: `the film Tall Mills`.
static WORKS: Words = words!(
    "film movie series sitcom novel song album musical titled entitled starring podcast comic manga"
);
/// Words that no name of a person has between its own.
static BETWEEN: Words = words!("and et und in at for to with");
/// What a market's measure is, behind its name: `the Brook |industrial average`.
static MEASURES: Words = words!("industrial composite average index points");

/// Whether the words of a name of this kind, and those around its first mention, show that it names something else.
/// O(its words).
pub(super) fn is_other(fact: &Fact, name: &str, text: &str) -> bool {
    let before = text.get(..fact.span.start.get()).unwrap_or_default();
    let behind = text.get(fact.span.end.get()..).unwrap_or_default();
    let quoted = before.trim_end_matches(['“', '"', '‘', '\'']);
    let led = if quoted.ends_with(' ') {
        last_word(quoted)
    } else {
        None
    };
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let next = next
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let work = led.is_some_and(|w| WORKS.has(Key::of_word(w)));
    work || name.contains('_')
        || match fact.kind {
            Kind::Person => is_no_person(fact, name, next),
            Kind::Organization => MEASURES.has(Key::of_word(next)) || is_surname(fact, name),
            Kind::Place => is_state(name),
            _ => false,
        }
}

/// Whether a person's name has words that no person has (`Tarn Mill Girls`), or a thing is called after it (`Ann Brook
/// cosmetics`).
fn is_no_person(fact: &Fact, name: &str, next: &str) -> bool {
    let joined = name.split(' ').any(|w| BETWEEN.has(Key::of_word(w)));
    let last = name.rsplit(' ').next().unwrap_or_default();
    let flags = flags(last);
    let several = last
        .strip_suffix('s')
        .is_some_and(|one| self::flags(one).has(Flags::MOSTLY_NOUN));
    let first = name.split(' ').next().unwrap_or_default();
    let given = self::flags(first).has(Flags::GIVEN);
    let things = several && name.contains(' ') && !given && flags.names() == 0;
    let long = name.split(' ').count() > 2;
    let spot = long && flags.has(Flags::PLACE_HEAD);
    let named_after = fact.mentions.len() == 1 && word::is_noun(next) && next.ends_with('s');
    joined || things || spot || named_after
}

/// Whether what was taken for a body is one word that the lists only know as a surname, and not for sure: `the Brook video`.
fn is_surname(fact: &Fact, name: &str) -> bool {
    let known = Flags::ORGANIZATION.with(Flags::BRAND);
    let flags = flags(name);
    fact.sure < DOUBTED && !name.contains(' ') && flags.has(Flags::SURNAME) && !flags.has(known)
}

/// How sure the tagger must be of such a body.
const DOUBTED: f32 = 0.8;

/// Whether a place is the short form of a state, which only says where a town is: `Va.`
fn is_state(name: &str) -> bool {
    name.ends_with('.') && flags(name.trim_end_matches('.')).has(Flags::STATE)
        || name.ends_with('.') && !name.contains(' ') && flags(name).has(Flags::STATE)
}

/// What the lists say of a word.
fn flags(word: &str) -> Flags {
    Gazetteer::built_in().word(word_key(word))
}
