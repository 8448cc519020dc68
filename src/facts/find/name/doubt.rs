//! Marks that a reader would call wrong at a glance: words that the tagger takes for names because of their capitals.
//!
//! Adjectives made of names (`US-led`, `non-ASCII`), capitals in the plural (`TUIs`), capitals that no list has as a
//! person or place (`AI`), the short forms of months and days beside figures (`Sun, 06 Nov`), words that people call
//! out (`Hullo`, `By Jove`), and the long forms of short ones that were taken for persons. Rules of language only.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::mention::Reader;
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Case, Key, NameKind, Shape, Tag};

/// What the last part of an adjective can be, beside participles: `Iraqi-style`.
static LAST: Words = words!(
    "led born made built run style like wide only free era aware specific language level class type size friendly \
     compliant compatible dependent independent native heavy rich bound"
);

/// What the first part of an adjective can be: `non-ASCII`.
static FIRST: Words = words!(
    "non anti pro pre post ex mid trans pan un sub inter intra neo quasi pseudo semi super counter"
);

/// Those of them that make an adjective of any name even with a capital: `Anti-Brook protests`.
static AGAINST: Words = words!("non anti pro counter");

/// What people call out, or call somebody whom they know or honour; degrees.
static CALLED: Words = words!(
    "hullo hello hallo halloa hurrah hooray alas amen mister ma'am madam sir sire mum aunty auntie laddie lassie god \
     ho heaven heavens goodness gracious jove lord providence devil majesty highness excellency lordship ladyship \
     holiness d.d d.d. m.d m.d. ph.d ph.d. b.a b.a. m.a m.a. ll.d ll.d. esq esq."
);

/// Things that are written in capitals and are nobody's name.
static THINGS: Words = words!(
    "ai api atm bbq bpm cd ceo cfo coo cto cpu ctrl cv db dna dvd emi eta etf faq gdp gps gpu hdmi hiv hr html http id ide \
     iot ip ipo iq it ivf json kpi led llm lng mba mp3 mri msrv ngo ok pac pc pdf pin pr qr ram rna roi rom rss sdk seo sim \
     sms sql ssd stem suv tcp tui tv ufo ui url usb utf uv ux vat vpn vr xml"
);

/// What stands behind the name of a language or its people.
static SPOKEN: Words = words!("language languages dialect dialects speaker speakers");

/// Short forms of months and days that are also names.
static DATES: Words = words!(
    "sun mon tue tues wed thu thur thurs fri sat jan feb mar apr may jun jul aug sep sept oct nov dec"
);

/// Capitals up to here are initials of anything, though a list may have a person of these letters.
const INITIALS: usize = 3;

/// The longest word in capitals that is doubted.
const LONGEST: usize = 5;

/// Whether these words are no name for a reason that lies in the words.
pub(super) fn is_none(reader: &Reader<'_>, tokens: &Range<usize>, kind: NameKind) -> bool {
    // A surname may end like a people: `Jobs`.
    let person = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
    let surname =
        kind == NameKind::Person && (tokens.len() > 1 || reader.flags(tokens.start).has(person));
    if !surname && is_people(reader, tokens) {
        return true;
    }
    if tokens.len() != 1 {
        let day = |i: usize| {
            reader
                .token(i)
                .is_some_and(|t| DATES.has(t.key) || t.shape == Shape::Sign)
        };
        if tokens.clone().all(day) {
            return true; // "Tue – Sat"
        }
        return kind == NameKind::Person && is_long_form(reader, tokens);
    }
    let Some(token) = reader.token(tokens.start) else {
        return true;
    };
    let word = reader.word(tokens.start);
    let capitals = token.case == Case::Upper;
    let behind = reader.token(tokens.end);
    if behind.is_some_and(|t| SPOKEN.has(t.key)) && !reader.is_large(tokens.end) {
        return true;
    }
    CALLED.has(token.key)
        || word.starts_with("then-")
        || capitals && (THINGS.has(token.key) || is_suffix(reader, tokens.start))
        || DATES.has(token.key) && is_of_date(reader, tokens.start)
        || is_adjective(word)
        || is_numbered(word) && reader.flags(tokens.start).names() == 0
        || is_doubtful_capitals(reader, tokens.start, kind)
}

/// Whether a word is a figure with a letter: `221B`, `L2`.
fn is_numbered(word: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let tail = word.strip_prefix(|c: char| c.is_ascii_uppercase());
    word.starts_with(digit)
        || tail.is_some_and(|t| !t.is_empty() && t.len() < 3 && t.chars().all(digit))
}

/// Words before a thing of which there are more.
static ONE_OF: Words = words!("a an another every each per");

/// Whether capitals at `i` are spoken of as one of several things: `an SLO for each team`, not `an FBI agent`.
fn is_one_of(reader: &Reader<'_>, i: usize) -> bool {
    let led = i.checked_sub(1).and_then(|b| reader.token(b));
    let alone = matches!(
        reader.tag(i + 1),
        Tag::Verb | Tag::Aux | Tag::Adp | Tag::Cconj | Tag::Sconj | Tag::Pron | Tag::Punct
    ) && !reader.is_large(i + 1)
        && !matches!(reader.word(i + 1), "-" | "/" | "&" | "(");
    led.is_some_and(|t| ONE_OF.has(t.key))
        && alone
        && !reader.flags(i).has(Flags::ORGANIZATION.with(Flags::PLACE))
}

/// The short forms in capitals that name a thing: those that a text explains by words in small letters (`ground reaction
/// force (GRF)`), and those of which it has several (`every SRE`).
pub(super) fn explained(reader: &Reader<'_>) -> FxHashSet<Key> {
    let tokens = &reader.analysis.tokens;
    let mut out = FxHashSet::default();
    for (i, token) in tokens.iter().enumerate().skip(1) {
        if token.case == Case::Upper
            && (2..=6).contains(&token.span().len())
            && is_one_of(reader, i)
        {
            out.insert(token.key);
        }
        let letters = token.span().len();
        let short = token.case == Case::Upper && (2..=6).contains(&letters);
        if i < 2 || !short || reader.word(i - 1) != "(" || reader.word(i + 1) != ")" {
            continue;
        }
        let words = (0..i - 1).rev().filter(|&i| reader.word(i) != "-");
        let mut letters = reader.word(i).chars().rev();
        let small = words.zip(letters.by_ref()).all(|(at, letter)| {
            let first = reader.word(at).chars().next();
            !reader.is_large(at) && first.is_some_and(|c| c.to_ascii_uppercase() == letter)
        });
        if small && letters.next().is_none() && !reader.flags(i).has(Flags::ORGANIZATION) {
            out.insert(token.key);
        }
    }
    out
}

/// Whether a word only says what kind of company is meant: `LLC`.
fn is_suffix(reader: &Reader<'_>, at: usize) -> bool {
    let flags = reader.flags(at);
    flags.has(Flags::COMPANY) && !flags.has(Flags::STATE.with(Flags::COUNTRY))
}

/// Whether the words name people by what they are or where they live: `Islamists`, `New Yorkers`, `North African`.
fn is_people(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let known = Flags::ORGANIZATION
        .with(Flags::BRAND)
        .with(Flags::PLACE)
        .with(Flags::CITY)
        .with(Flags::EVENT);
    let Some(last) = tokens.end.checked_sub(1).filter(|&i| reader.is_large(i)) else {
        return false;
    };
    if reader.phrase(tokens).has(known) {
        return false;
    }
    let word = reader.word(last);
    let of_place = |stem: &str| reader.says(stem).has(Flags::PLACE.with(Flags::CITY));
    let many = word.strip_suffix('s').is_some_and(|one| {
        word.ends_with("ists")
            || reader.says(one).has(Flags::DEMONYM) && !reader.flags(last).has(Flags::COUNTRY)
            || one.strip_suffix("er").is_some_and(of_place)
    });
    let side = tokens.len() == 2
        && matches!(
            reader.word(tokens.start),
            "North" | "South" | "East" | "West" | "Central"
        )
        && reader.flags(last).has(Flags::DEMONYM)
        && !reader.flags(last).has(Flags::COUNTRY);
    many && tokens.len() <= 2 || side
}

/// Whether a word with a hyphen is an adjective.
pub(super) fn is_adjective(word: &str) -> bool {
    let (Some((first, _)), Some((_, last))) = (word.split_once('-'), word.rsplit_once('-')) else {
        return false;
    };
    let small = |part: &str| part.starts_with(char::is_lowercase);
    let participle = |part: &str| part.len() > 4 && (part.ends_with("ed") || part.ends_with("ing"));
    small(last) && (participle(last) || LAST.has(Key::of_word(last)))
        || small(first) && FIRST.has(Key::of_word(first))
        || AGAINST.has(Key::of_word(first))
}

/// Whether a word in capitals is likelier a thing than a name of this kind.
fn is_doubtful_capitals(reader: &Reader<'_>, at: usize, kind: NameKind) -> bool {
    let Some(token) = reader.token(at) else {
        return false;
    };
    let word = reader.word(at);
    let flags = reader.flags(at);
    if token.case == Case::Mixed {
        let many = word.strip_suffix('s').is_some_and(|stem| {
            stem.len() > 1
                && stem
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        });
        return many && flags.names() == 0;
    }
    if token.case != Case::Upper || word.len() > LONGEST {
        return false;
    }
    // In a line of capitals they say nothing.
    let upper = |i: Option<usize>| {
        i.and_then(|i| reader.token(i))
            .is_some_and(|t| t.case == Case::Upper && t.span().len() > 1)
    };
    if upper(at.checked_sub(1)) || upper(Some(at + 1)) {
        return false;
    }
    match kind {
        NameKind::Person => {
            let person = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
            word.len() <= INITIALS || !flags.has(person)
        }
        NameKind::Place => {
            let place = Flags::PLACE.with(Flags::CITY);
            !flags.has(place.with(Flags::STATE).with(Flags::COUNTRY))
        }
        _ => false,
    }
}

/// Whether a figure or another day stands beside, as in a date: `Sun, 06 Nov`.
fn is_of_date(reader: &Reader<'_>, at: usize) -> bool {
    let figure = |i: Option<usize>| {
        i.and_then(|i| reader.token(i))
            .is_some_and(|t| t.shape == Shape::Number)
    };
    let behind = if reader.word(at + 1) == "," {
        at + 2
    } else {
        at + 1
    };
    // "closed on Sun & Mon"
    let row = |from: usize, to: usize| {
        matches!(
            reader.word(from),
            "&" | "and" | "-" | "–" | "," | "/" | "to"
        ) && reader.token(to).is_some_and(|t| DATES.has(t.key))
    };
    figure(at.checked_sub(1))
        || figure(Some(behind))
        || row(at + 1, at + 2)
        || at > 1 && row(at - 1, at - 2)
}

/// Whether its first letters follow in brackets: persons have no such short forms.
fn is_long_form(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let (open, short) = (tokens.end, tokens.end + 1);
    if reader.word(open) != "(" || reader.word(short + 1) != ")" {
        return false;
    }
    let initials = tokens
        .clone()
        .filter(|&i| reader.is_large(i))
        .filter_map(|i| reader.word(i).chars().next());
    let letters = reader.word(short).chars();
    reader.word(short).len() > 1 && initials.eq(letters.filter(|&c| c != 's'))
}
