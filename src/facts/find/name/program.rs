//! Programs, libraries, formats and headers, which technical texts name like people, places and companies: `Serde`,
//! `Rust`, `UTF-8`, `Content-Type`.
//!
//! In a text that shows code or speaks of little else, a name that no list and no word of its own confirms is taken
//! for a thing of the trade and left out: such texts name a hundred of those for one company.

use std::ops::Range;

use super::mention::Reader;
use crate::document::{BlockKind, MarkKind};
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::small::SMALL;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Analysis, Case, Kind, Shape};

/// Words of the trade that other texts seldom use.
/// Source: ours.
static TRADE: Words = words!(
    "algorithm algorithms api apis ascii boolean bugfix byte bytes cli compiler compilers config crate css dataset \
     datatype debug decoder encoder encodings github gui hostname html http https inode integer integers iterator \
     javascript json kernel linux localhost lookup malloc metadata middleware mutex namespace octet octets opcode \
     parameters parser parsers parsing payload plaintext plugin plugins pointer proxies proxy refactor regex repo \
     runtime runtimes schema sdk serialization serializer sql stdin stdout string strings struct subclass substring \
     syntax tcp templating toolchain tuple udp unicode unix uri uris url urls utf-8 whitespace xml yaml"
);

/// How many words there are for each word of the trade, at the most, in a text of the trade.
const SPARSE: usize = 80;

/// How many words of the trade such a text has at least.
const LEAST: usize = 8;

/// Whether a text shows code, or is about programs, so that a name in it may well be a program's. O(text).
pub(super) fn is_technical(analysis: &Analysis<'_>) -> bool {
    let document = analysis.document;
    let is_code = |kind: &BlockKind| matches!(kind, BlockKind::Code { .. });
    let trade = || {
        let words = analysis.tokens.iter().filter(|t| t.shape == Shape::Word);
        let (all, trade) = words.fold((0, 0), |(all, trade), token| {
            (all + 1, trade + usize::from(TRADE.has(token.key)))
        });
        trade >= LEAST && trade * SPARSE >= all
    };
    document.blocks().iter().any(|b| is_code(&b.kind))
        || document.marks().iter().any(|m| m.kind == MarkKind::Code)
        || trade()
}

/// Whether what was taken for a fact of this kind is rather a thing of the trade, in a technical text. `flags` are
/// those of the whole name.
pub(super) fn may_be(reader: &Reader<'_>, kind: Kind, tokens: &Range<usize>, flags: Flags) -> bool {
    let one = tokens.len() == 1;
    let last = reader.flags(tokens.end.saturating_sub(1));
    let software = flags.has(Flags::SOFTWARE);
    match kind {
        Kind::Person => {
            !is_person(reader, tokens) || one && (software || is_capitals(reader, tokens))
        }
        Kind::Place => {
            let known = Flags::COUNTRY.with(Flags::STATE);
            let listed = known.with(Flags::CITY).with(Flags::PLACE);
            let headed = !one && last.has(Flags::PLACE_HEAD) && is_proper(reader, tokens);
            let capitals = one && is_capitals(reader, tokens);
            !(flags.has(listed) || headed) || (software || capitals) && !flags.has(known)
        }
        Kind::Organization => {
            // Capitals alone are too often those of a format or a technique that a company shares.
            let company = flags.has(Flags::BRAND) && !is_capitals(reader, tokens);
            let head = Flags::ORGANIZATION_HEAD.with(Flags::COMPANY);
            let headed = !one && last.has(head);
            !(flags.has(Flags::ORGANIZATION) || company || headed) || is_licence(reader, tokens)
        }
        _ => false,
    }
}

/// Whether the words are those of a person: a listed name that is no common word, or an initial among several.
fn is_person(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let person = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
    let named = |i: usize| reader.flags(i).has(person);
    let small = |i: usize| reader.token(i).is_some_and(|t| SMALL.has(t.key));
    let common = |i: usize| reader.flags(i).class() != 0 || small(i);
    let letter = |i: usize| reader.word(i).trim_end_matches('.').chars().count() == 1;
    if tokens.len() == 1 {
        return named(tokens.start) && !common(tokens.start);
    }
    let mut words = tokens.clone();
    words.any(|i| named(i) && !common(i))
        || tokens.clone().any(letter) && tokens.clone().any(named)
        || reader.phrase(tokens).has(Flags::PERSON)
}

/// Whether the words before the last are no common ones, and none is joined by a hyphen.
fn is_proper(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let mut before = tokens.start..tokens.end.saturating_sub(1);
    before.all(|i| reader.flags(i).class() == 0 && !reader.word(i).contains('-'))
}

fn is_capitals(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let upper = |i: usize| reader.token(i).is_some_and(|t| t.case == Case::Upper);
    tokens.clone().all(upper)
}

/// Whether it is rather the licence that is named after a body: `MIT`.
fn is_licence(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() == 1 && matches!(reader.word(tokens.start), "MIT" | "BSD" | "ISC" | "GNU")
}
