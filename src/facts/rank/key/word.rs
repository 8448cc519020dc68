//! What the word lists say of the words around a mark.

use crate::facts::Key;
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::lexicon::grammar::{
    ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PASTS, PREPOSITIONS, PRONOUNS, VERBS,
};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::form::word_key;

/// Whether the last word of a phrase can be a noun: not `alone`.
pub(super) fn ends_in_noun(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let flags = Gazetteer::built_in().word(word_key(last));
    let other = flags.has(Flags::ADVERB.with(Flags::ADJECTIVE));
    flags.has(Flags::NOUN) || !other
}

/// Whether a word can be a noun at all; one that the lists do not know can, unless it compares (`brighter`).
pub(super) fn may_be_noun(word: &str) -> bool {
    let flags = Gazetteer::built_in().word(word_key(word));
    let other = flags.has(Flags::ADJECTIVE.with(Flags::ADVERB).with(Flags::VERB));
    flags.has(Flags::NOUN) || !other && !word.ends_with("er")
}

/// Whether a word is a number, in digits or letters.
pub(super) fn is_numeral(word: &str) -> bool {
    word.trim_start_matches(['$', '€', '£'])
        .starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            word.to_lowercase().as_str(),
            "one"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "most"
                | "each"
        )
}

/// Whether a word is a given name.
pub(super) fn is_given(word: &str) -> bool {
    let flags = Gazetteer::built_in().word(word_key(word));
    word.starts_with(char::is_uppercase) && flags.has(Flags::GIVEN)
}

/// Things that happen, by a word that alone says so: `the 1906 earthquake`.
static HAPPENINGS: Words = words!(
    "accident attack attacks battle bombing bombings collapse coup crash crisis cyclone deal debate drought
     earthquake eruption fire fires flood floods game hearing hurricane invasion killings landing landslide
     launch meeting murder protests raid referendum report revolt riots shooting storm strike study summit
     trial trip war death deaths birth wedding funeral arrest visit speech vote veto ruling verdict interview
     conference talks campaign race season tour show forum event ceremony rally march uprising protest
     massacre killing famine pandemic recession championship tournament draft budget murders trials"
);
/// Nouns that end as acts do and are things: `information`.
static THINGS: Words = words!(
    "information conversation version section position station collection option population generation location nation
     station association corporation foundation organization documentation apartment department government equipment
     document investment element environment treatment earnings savings holdings things"
);

/// Words that a clause may begin with in small letters.
const OPENERS: [&str; 16] = [
    "the", "a", "an", "he", "she", "we", "i", "his", "her", "their", "its", "our", "my", "some",
    "all", "no",
];
/// Words behind a verb that say who did or suffered it, and so nothing of what it was.
const DOERS: [&str; 6] = ["by", "me", "it", "them", "him", "us"];

/// Whether words say what happened: a clause, a name, a noun of things that happen. A quality (`small, that made a
/// splash`), a verb whose thing is elsewhere (`followed by steel`) and a noun of things (`candidate`) do not.
pub(super) fn happens(words: &str) -> bool {
    let lists = Gazetteer::built_in();
    let mut all = words.split(' ');
    let (first, second) = (
        all.next().unwrap_or_default(),
        all.next().unwrap_or_default(),
    );
    let last = words.rsplit(' ').next().unwrap_or_default();
    let occurs = occurs(last);
    let flags = lists.word(word_key(first));
    let large = first.starts_with(char::is_uppercase);
    if second.is_empty() {
        let name = large && words.chars().any(char::is_lowercase);
        return occurs || name && !flags.has(Flags::NOUN);
    }
    let named = |w: &str| w.starts_with(char::is_uppercase);
    let told = || has_verb(words) || words.split(' ').any(|w| is_past(w) || named(w));
    let noun = flags.has(Flags::MOSTLY_NOUN) && !flags.has(Flags::ADJECTIVE) && told();
    let led = DETERMINERS.has(Key::of_word(second));
    let doing = first.ends_with("ing") && (led || !flags.has(Flags::MOSTLY_NOUN));
    let verb = flags.has(Flags::MOSTLY_VERB) || first.ends_with("ed") || doing;
    let does = verb && !DOERS.contains(&second);
    let compared = words.rsplit(' ').nth(1) == Some("as");
    // "are already sure of their choice": what is so before
    let before = words.split(' ').any(|w| w == "already");
    !compared
        && !before
        && (occurs || large || noun || does || OPENERS.contains(&first) || flags.names() != 0)
}

/// What is made in a year and called by it.
static LAWS: Words = words!(
    "act bill law treaty constitution report assessment census resolution accord plan code charter award awards prize
     medal cup expo open agreement declaration"
);

/// Whether a noun is of what happens, or is called by its year: `earthquake`, `Olympics`, `treaty`.
pub(super) fn occurs(noun: &str) -> bool {
    if LAWS.has(Key::of_word(noun)) {
        return true;
    }
    let flags = Gazetteer::built_in().word(word_key(noun));
    let thing = THINGS.has(Key::of_word(noun));
    let act = !thing
        && ["tion", "tions", "sion", "ment", "ments", "ings"]
            .iter()
            .any(|end| noun.ends_with(end));
    act || HAPPENINGS.has(Key::of_word(noun)) || flags.has(Flags::EVENT_HEAD)
}

/// Whether words are a pronoun, perhaps with its verb: `You'll`.
pub(super) fn is_pronoun(words: &str) -> bool {
    let first = words.split(['\'', '’', ' ']).next().unwrap_or_default();
    matches!(
        first.to_lowercase().as_str(),
        "you" | "i" | "we" | "they" | "he" | "she" | "it" | "there"
    )
}

/// Whether the last of some words is of a people or land: `Polish American`.
pub(super) fn is_people(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    let flags = Gazetteer::built_in().word(word_key(last));
    last.starts_with(char::is_uppercase) && flags.has(Flags::DEMONYM) && !last.ends_with('s')
}

/// Plurals without an `s`.
const PLURALS: [&str; 20] = [
    "people",
    "men",
    "women",
    "children",
    "police",
    "staff",
    "aircraft",
    "personnel",
    "fish",
    "sheep",
    "cattle",
    "teeth",
    "feet",
    "mice",
    "geese",
    "crew",
    "data",
    "media",
    "bacteria",
    "dead",
];

/// Whether some words may be of several things: no noun in the singular (`milestone`) and no verb (`under 30 engage`) ends
/// them.
pub(super) fn is_plural(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let flags = Gazetteer::built_in().word(word_key(last));
    // "a 180 page publication comes", "100 ad serving"
    let verb =
        flags.has(Flags::MOSTLY_VERB) || last.ends_with("ing") && !flags.has(Flags::MOSTLY_NOUN);
    let single = last.starts_with(char::is_lowercase)
        && (!last.ends_with('s') && flags.has(Flags::NOUN) || verb);
    let mut all = words.split_whitespace();
    !single || all.any(|w| PLURALS.contains(&w) || w.ends_with("men") || w.ends_with("people"))
}

/// Whether some words begin with what is done: `doing readings`.
pub(super) fn is_act(words: &str) -> bool {
    let mut all = words
        .split_whitespace()
        .skip_while(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    let first = all.next().unwrap_or_default();
    let flags = Gazetteer::built_in().word(word_key(first));
    first.ends_with("ing") && flags.has(Flags::MOSTLY_VERB) || first == "doing"
}

/// Whether a word in small letters is mostly a noun.
pub(super) fn is_noun(word: &str) -> bool {
    let flags = Gazetteer::built_in().word(word_key(word));
    let key = Key::of_word(word);
    let small = PREPOSITIONS.has(key) || CONJUNCTIONS.has(key);
    word.starts_with(char::is_lowercase) && flags.has(Flags::MOSTLY_NOUN) && !small
}

/// Whether a clause may begin behind a word in small letters: a conjunction, a verb of saying, an adverb.
pub(super) fn may_open(word: &str) -> bool {
    let flags = Gazetteer::built_in().word(word_key(word));
    let verb = flags.has(Flags::MOSTLY_VERB) || word.ends_with("ed");
    let noun = flags.has(Flags::MOSTLY_NOUN);
    let key = Key::of_word(word);
    CONJUNCTIONS.has(key) && !matches!(word, "than" | "how" | "why")
        || verb && !noun
        || flags.has(Flags::ADVERB) && !noun && !flags.has(Flags::ADJECTIVE)
        || matches!(
            word,
            "said" | "says" | "since" | "after" | "before" | "until" | "then" | "like"
        )
}

/// Whether a word in small letters may be a noun: no verb and no small word.
pub(super) fn is_plain(word: &str) -> bool {
    let key = Key::of_word(word);
    let small = PREPOSITIONS.has(key)
        || CONJUNCTIONS.has(key)
        || DETERMINERS.has(key)
        || AUXILIARIES.has(key);
    word.starts_with(char::is_lowercase)
        && !small
        && !is_verb(word)
        && !VERBS.has(key)
        && !word.ends_with("ss")
}

/// Whether a noun in the singular may end before a word in small letters: a preposition, a conjunction, an auxiliary, a
/// verb that is no participle.
pub(super) fn may_close(word: &str) -> bool {
    let key = Key::of_word(word);
    let small = PREPOSITIONS.has(key)
        || CONJUNCTIONS.has(key)
        || AUXILIARIES.has(key)
        || DETERMINERS.has(key)
        || PRONOUNS.has(key)
        || ADVERBS.has(key)
        || is_past(word);
    let participle = word.ends_with("ed") || word.ends_with("ing");
    small || word.ends_with("ly") || !participle && may_be_verb(word)
}

/// Whether a word may be a verb, as it stands or with an `s`.
pub(super) fn may_be_verb(word: &str) -> bool {
    let lists = Gazetteer::built_in();
    let verb = |w: &str| lists.word(word_key(w)).has(Flags::VERB);
    word.starts_with(char::is_lowercase)
        && (verb(word) || word.strip_suffix('s').is_some_and(verb) || VERBS.has(Key::of_word(word)))
}

/// Whether a word is the past of an irregular verb.
pub(super) fn is_past(word: &str) -> bool {
    PASTS.has(Key::of_word(word))
}

/// Whether a word is mostly a verb.
pub(super) fn is_verb(word: &str) -> bool {
    Gazetteer::built_in()
        .word(word_key(word))
        .has(Flags::MOSTLY_VERB)
}

/// Whether a word is of an organization or place, or names a place: `University`, `Oslo`.
pub(super) fn is_site(word: &str) -> bool {
    let flags = Gazetteer::built_in().word(word_key(word));
    let head = flags.has(Flags::ORGANIZATION_HEAD.with(Flags::PLACE_HEAD));
    word.starts_with(char::is_uppercase)
        && (head || flags.has(Flags::PLACE.with(Flags::CITY).with(Flags::COUNTRY)))
}

/// Words of what can say something beside people: `the report`.
const SPEAKERS: [&str; 34] = [
    "report",
    "study",
    "survey",
    "poll",
    "review",
    "police",
    "officials",
    "authorities",
    "analysts",
    "experts",
    "researchers",
    "scientists",
    "authors",
    "government",
    "company",
    "firm",
    "court",
    "ministry",
    "agency",
    "council",
    "committee",
    "union",
    "party",
    "group",
    "statement",
    "critics",
    "witnesses",
    "residents",
    "lawyers",
    "doctors",
    "sources",
    "investigators",
    "prosecutors",
    "military",
];

/// Whether a source is somebody or something that speaks: a name, an office, a report; not `the survey weight`.
pub(super) fn can_speak(who: &str) -> bool {
    let lists = Gazetteer::built_in();
    let named = who
        .split_whitespace()
        .skip(1)
        .chain([who])
        .any(|w| w.starts_with(char::is_uppercase));
    let head = who.split(" of ").next().unwrap_or_default();
    let head = head.split_whitespace().next_back().unwrap_or_default();
    let one = head.strip_suffix('s').unwrap_or(head);
    let office = [head, one]
        .iter()
        .any(|w| lists.word(word_key(w)).has(Flags::ROLE));
    let figure = who.starts_with(|c: char| c.is_ascii_digit());
    // "Take her word for it, he says": a verb in capitals for its place
    let said = lists.word(word_key(who));
    if said.has(Flags::VERB) && said.names() == 0 {
        return false;
    }
    !figure && (named || office || SPEAKERS.contains(&head))
}

/// Whether a finite verb stands among some words.
pub(super) fn has_verb(words: &str) -> bool {
    let lists = Gazetteer::built_in();
    words.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        let helps = matches!(
            word,
            "is" | "are"
                | "was"
                | "were"
                | "be"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "can"
                | "could"
                | "should"
                | "may"
                | "might"
                | "must"
                | "do"
                | "does"
                | "did"
        );
        let flags = lists.word(word_key(word));
        helps
            || word.ends_with("n't")
            || word.ends_with("n’t")
            || word.ends_with("ed") && word.len() > 4
            || flags.has(Flags::VERB)
                && !flags.has(Flags::NOUN.with(Flags::ADVERB).with(Flags::ADJECTIVE))
    })
}

/// Whether a name is half of an adjective: `ISIL-held`, `UK-France`.
pub(super) fn is_adjective(name: &str) -> bool {
    let Some((first, last)) = name
        .split_once(['-', '‐', '‑'])
        .filter(|_| !name.contains(' '))
    else {
        return false;
    };
    let lists = Gazetteer::built_in();
    let country = |word: &str| lists.word(word_key(word)).has(Flags::COUNTRY);
    let made = last.starts_with(char::is_lowercase) && first.starts_with(char::is_uppercase);
    made && !lists
        .word(word_key(name))
        .has(Flags::PLACE.with(Flags::CITY))
        || country(first) && country(last)
}
