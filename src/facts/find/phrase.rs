//! Noun phrases and clauses without a tagger: where one begins and ends, by closed classes, endings and shape.
//!
//! Good enough to say what a number counts and who a clause is about; it does not parse. A phrase is a run of words that
//! are no function words; its head is its last noun, which after a number above one is the first plural.

use super::row::{Row, key};
use crate::facts::analysis::{Case, Shape};
use crate::facts::lexicon::grammar::{
    ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PASTS, PLURALS, PREPOSITIONS, PRONOUNS,
    SINGULARS, VERBS, is_ly,
};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::Tag;

/// A noun phrase: the tokens `from..to`, of which the last is the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Whether the word at `i` looks like a plural noun.
pub(super) fn is_plural(row: &Row<'_>, i: usize) -> bool {
    let Some(token) = row.get(i) else {
        return false;
    };
    if token.shape != Shape::Word {
        return false;
    }
    if PLURALS.has(token.key) {
        return true;
    }
    let word = row.word(i);
    let bytes = word.as_bytes();
    let s = bytes.last() == Some(&b's');
    s && word.len() > 2
        && token.case != Case::Upper
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("'s")
        && !SINGULARS.has(token.key)
}

/// Whether the token at `i` cannot stand in a noun phrase behind a number or determiner.
pub(super) fn stops(row: &Row<'_>, i: usize) -> bool {
    let Some(token) = row.get(i) else {
        return true;
    };
    if token.shape != Shape::Word {
        return true;
    }
    let key = token.key;
    if token.case == Case::Upper && token.span().len() > 1 {
        return false; // US, IT
    }
    PREPOSITIONS.has(key)
        || CONJUNCTIONS.has(key)
        || PRONOUNS.has(key)
        || AUXILIARIES.has(key)
        || ADVERBS.has(key)
        || DETERMINERS.has(key)
}

/// Whether the word at `i` is a common verb in a finite form, by list or by ending.
pub(super) fn is_verb(row: &Row<'_>, i: usize) -> bool {
    if row.is_lower(i) {
        match row.tag(i) {
            Some(Tag::Verb | Tag::Aux) => return true,
            Some(Tag::Noun) => {
                let weighs = row.shape(i + 1) == Some(Shape::Number)
                    || matches!(row.tag(i + 1), Some(Tag::Num | Tag::Sym | Tag::Det));
                return row.any(i, PASTS) || weighs && row.any(i, VERBS);
            }
            Some(Tag::Adp) => return false,
            // "on live television"
            Some(Tag::Adj) if row.any(i.wrapping_sub(1), PREPOSITIONS) => {
                return row.word(i).ends_with("ed");
            }
            _ => {}
        }
    }
    row.is_lower(i)
        && row.get(i).is_some_and(|t| {
            AUXILIARIES.has(t.key)
                || VERBS.has(t.key)
                || row.word(i).ends_with("ed") && t.span().len() > 4
        })
}

/// The noun phrase at `at`, behind a number; `many` when the number is not one.
pub(super) fn counted(row: &Row<'_>, at: usize, many: bool) -> Option<Phrase> {
    let mut i = at;
    while row.any(
        i,
        words!("other more such additional further different separate straight new"),
    ) {
        i += 1;
    }
    let (mut plural, mut last, mut content) = (None, None, 0);
    while i < at + 9 {
        if row.is_dash(i)
            && !row.spaced(i)
            && !row.spaced(i + 1)
            && row.shape(i + 1) == Some(Shape::Word)
        {
            i += 2;
            continue;
        }
        if row.sign(i, "&") && row.is_capital(i + 1) {
            i += 1;
            continue;
        }
        if row.sign(i, ",")
            && content == 1
            && plural.is_none()
            && row.is_lower(i + 1)
            && adjective(row, i - 1)
        {
            i += 1;
            continue;
        }
        if i > at && row.word(i).len() == 3 && row.digits(i).is_some() {
            i += 1; // a model: "five new 737 aircraft"
            continue;
        }
        if stops(row, i) {
            break;
        }
        let word = row.word(i);
        if is_ly(word) && row.is_lower(i) {
            if content > 0 {
                break;
            }
            i += 1;
            continue;
        }
        let noun_like = is_plural(row, i);
        if content > 0 && !noun_like && is_verb(row, i) && (plural.is_some() || !many) {
            break;
        }
        if content > 0 && noun_like && is_verb(row, i) && (plural.is_some() || !many) {
            break;
        }
        if let Some(p) = plural {
            let again = noun_like && p + 1 == i && row.is_lower(i);
            let name = row.is_capital(p) && !row.any(i, words!("said"));
            if !(again || name) {
                break;
            }
            if word.ends_with("ing") && row.is_lower(i) && !row.is_capital(p) {
                break;
            }
        }
        if noun_like && many {
            plural = Some(i);
        }
        let part = row.is_lower(i) && (word.ends_with("ed") || VERBS.has(row.key(i))) && !noun_like;
        let ends = stops(row, i + 1) && content > 0 && !word.ends_with("ed");
        if !part || ends {
            last = Some(i);
        }
        content += 1;
        i += 1;
    }
    let head = plural.or(last.filter(|&l| l < at + 5))?;
    Some(Phrase {
        from: at,
        to: head + 1,
    })
}

/// Whether the word at `i` looks like an adjective by its end.
fn adjective(row: &Row<'_>, i: usize) -> bool {
    let word = row.word(i);
    [
        "ed", "al", "ic", "ous", "ive", "able", "ible", "ful", "less", "ge", "ll", "w", "g", "d",
        "ry",
    ]
    .iter()
    .any(|end| word.ends_with(end))
        && !is_plural(row, i)
}

/// The noun phrase at `at`, behind a preposition: a determiner, the words up to the next stop, and one `of` phrase.
pub(super) fn object(row: &Row<'_>, at: usize) -> Option<Phrase> {
    let mut i = at;
    let mut content = None;
    let mut of = false;
    while i < at + 14 {
        let opening = content.is_none() || of && content == Some(i.wrapping_sub(1));
        if row.any(i, DETERMINERS)
            && (opening || row.shape(i.wrapping_sub(1)) == Some(Shape::Possessive))
        {
            if row.any(i, words!("this that these those which what"))
                && !row.is_lower(i + 1)
                && !row.is_capital(i + 1)
            {
                break;
            }
            i += 1;
            continue;
        }
        match row.shape(i) {
            Some(Shape::Possessive) if content.is_some() => {
                i += 1;
                continue;
            }
            Some(Shape::Number) if row.spaced(i) => {
                i += 1;
                continue;
            }
            Some(Shape::Sign) if row.is_dash(i) && !row.spaced(i) && !row.spaced(i + 1) => {
                i += 1;
                continue;
            }
            Some(Shape::Sign)
                if ["\"", "“", "”", "'", "‘", "’", "`"]
                    .iter()
                    .any(|s| row.sign(i, s)) =>
            {
                i += 1;
                continue;
            }
            _ => {}
        }
        if row.key(i) == key!("of") && content == Some(i.wrapping_sub(1)) && !of {
            of = true;
            i += 1;
            continue;
        }
        // "the group's overall population"
        let whole = row.key(i) == key!("overall") && row.is_lower(i + 1);
        if stops(row, i) && !whole
            || content.is_some()
                && is_verb(row, i)
                && !follows_determiner(row, i)
                && !modifies(row, i, content)
        {
            break;
        }
        if row.is_lower(i) && is_ly(row.word(i)) {
            if content.is_some() {
                break;
            }
            i += 1;
            continue;
        }
        if content.is_some_and(|c| c + 1 == i && row.is_lower(c) && is_plural(row, c))
            && row.is_lower(i)
            && !is_plural(row, i)
            && row.tag(i) != Some(Tag::Noun)
        {
            break;
        }
        content = Some(i);
        i += 1;
    }
    content.map(|head| Phrase {
        from: at,
        to: head + 1,
    })
}

/// Whether the participle at `i` stands between a singular word and a noun, and so belongs to the noun.
fn modifies(row: &Row<'_>, i: usize, content: Option<usize>) -> bool {
    row.word(i).ends_with("ed")
        && !stops(row, i + 1)
        && content.is_some_and(|c| !is_plural(row, c) && row.is_lower(c))
}

/// Whether a determiner or a preposition stands right before `i`, so that a participle there belongs to a noun.
pub(super) fn follows_determiner(row: &Row<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    row.any(before, DETERMINERS) || row.shape(before) == Some(Shape::Possessive)
}

/// The noun phrase that ends right before the token `end`.
pub(super) fn before(row: &Row<'_>, end: usize) -> Option<Phrase> {
    let mut from = end;
    let first = end.saturating_sub(40);
    while from > first
        && !stops(row, from - 1)
        && !(is_verb(row, from - 1) && row.is_lower(from - 1))
    {
        from -= 1;
    }
    (from < end).then_some(Phrase { from, to: end })
}

/// Lengths of time.
static LENGTHS: Words = words!("minutes hours day days nights week weeks month months year years");

/// The phrase without the determiner, approximator and number it begins with.
pub(super) fn bare(row: &Row<'_>, phrase: Phrase) -> Phrase {
    let mut from = phrase.from;
    let spare = words!(
        "the a an this that these those its his her their our my your some about around nearly almost over roughly
         approximately more less fewer than"
    );
    let size = words!("hundred thousand million billion trillion");
    while from + 1 < phrase.to
        && (row.any(from, spare)
            || row.shape(from) == Some(Shape::Number)
            || row.any(from, LENGTHS) && row.shape(from.wrapping_sub(1)) == Some(Shape::Number)
            || row.any(from, size) && from > phrase.from)
    {
        from += 1;
    }
    Phrase { from, ..phrase }
}
