//! What the words around a mention say of its kind: `the village of Banjal`, `Rockridge is a neighbourhood`.

use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::{Words, words};
use crate::facts::{NameKind, Tag};

/// What a place can be.
static PLACES: Words = words!(
    "airport archipelago bay beach borough bridge canal canyon cape capital cemetery city commune continent country \
     county dam desert district forest harbor harbour hamlet highway hill island islet lagoon lake locality mountain \
     municipality neighborhood neighbourhood nation oasis park peninsula plateau port prefecture province reef region \
     resort river road sea settlement stadium state strait street suburb town township tributary valley village volcano \
     waterfall cities towns villages islands neighborhoods neighbourhoods districts provinces regions suburbs"
);

/// What an organisation can be.
static BODIES: Words = words!(
    "agency airline association band bank brand broadcaster brewery bureau cartel chain charity club college commission \
     company conglomerate consortium cooperative corporation federation firm foundation group insurer institute label \
     league magazine maker manufacturer militia ministry museum network newspaper nonprofit organisation organization \
     orchestra party publisher regulator retailer school startup subsidiary supplier team theatre trade-union union \
     university website wiki"
);

/// Sides of which something lies.
static SIDES: Words = words!(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west northwards \
     outskirts suburbs streets inhabitants population coast shores shore"
);

/// Prepositions before places, seldom before persons.
static INSIDE: Words = words!("in near outside across throughout inside around");

/// Who is in office in a place.
static RULERS: Words = words!("mayor mayors governor sheriff mayoress burgomaster alderman");

/// How many tokens a description is read for its noun.
const REACH: usize = 7;

/// The kind that the words around a mention speak for, and how much they count beside the mention itself.
pub(super) fn told(reader: &Reader<'_>, mention: &Mention) -> Option<(NameKind, f32)> {
    described(reader, mention)
        .or_else(|| placed(reader, mention))
        .or_else(|| followed(reader, mention))
}

/// `X is a city`, `X, a city`.
fn described(reader: &Reader<'_>, mention: &Mention) -> Option<(NameKind, f32)> {
    let next = mention.tokens.end;
    let link = matches!(reader.word(next), "is" | "was" | ",") || reader.word(next) == "are";
    if !link || reader.tag(next + 1) != Tag::Det {
        return None;
    }
    let ends = |i: usize| {
        !matches!(
            reader.tag(i),
            Tag::Noun | Tag::Adj | Tag::Adv | Tag::Num | Tag::Propn | Tag::Verb
        ) && !matches!(reader.word(i), "-" | "–")
    };
    let from = next + 2;
    let end = (from..from + REACH).find(|&i| ends(i))?;
    let head = end.checked_sub(1).filter(|&h| h >= from)?;
    // A role may be followed by what it is for, but ends the phrase here.
    let key = reader.token(head)?.key;
    if PLACES.has(key) {
        Some((NameKind::Place, 1.5))
    } else if BODIES.has(key) {
        Some((NameKind::Organization, 1.5))
    } else if reader.flags(head).has(Flags::ROLE) {
        Some((NameKind::Person, 1.5))
    } else {
        None
    }
}

/// Bodies and places that are named before what they are: `the Tarhuda party`, `the Swale river`.
static BODIES_BEHIND: Words = words!(
    "party tribe group movement faction newspaper magazine airline militia coalition brand charity"
);
static PLACES_BEHIND: Words = words!(
    "river village island valley county province district peninsula region neighbourhood neighborhood suburb"
);

/// `the X party`, `the X river`, of what was taken for a person; `the busy X neighbourhood`.
fn followed(reader: &Reader<'_>, mention: &Mention) -> Option<(NameKind, f32)> {
    let before = mention.tokens.start.checked_sub(1)?;
    let key = reader.token(mention.tokens.end)?.key;
    let spot = mention.flags.has(Flags::PLACE.with(Flags::CITY));
    if spot && mention.kind == NameKind::Organization && PLACES_BEHIND.has(key) {
        return Some((NameKind::Place, 1.2));
    }
    let article = matches!(reader.word(before), "the" | "The");
    if !article || mention.kind != NameKind::Person || !mention.title.is_empty() {
        return None;
    }
    if BODIES_BEHIND.has(key) {
        Some((NameKind::Organization, 1.2))
    } else if PLACES_BEHIND.has(key) {
        Some((NameKind::Place, 1.2))
    } else {
        None
    }
}

/// `the village of X`, `north of X`, `in X`.
fn placed(reader: &Reader<'_>, mention: &Mention) -> Option<(NameKind, f32)> {
    let before = mention.tokens.start.checked_sub(1)?;
    let key = |i: usize| reader.token(i).map(|t| t.key);
    let has = |list: Words, i: usize| key(i).is_some_and(|k| list.has(k));
    if reader.word(before) == "of" {
        let noun = before.checked_sub(1)?;
        let spot =
            has(RULERS, noun) || !reader.is_large(noun) && (has(PLACES, noun) || has(SIDES, noun));
        return spot.then_some((NameKind::Place, 1.0));
    }
    if has(PLACES, before) && !reader.is_large(before) && mention.kind == NameKind::Person {
        return Some((NameKind::Place, 0.8));
    }
    let person = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
    let unknown = mention.tokens.len() == 1 && !mention.flags.has(person);
    if !has(INSIDE, before) {
        return None;
    }
    let listed = mention.flags.has(Flags::PLACE.with(Flags::CITY));
    match mention.kind {
        NameKind::Person if unknown => Some((NameKind::Place, 1.2)),
        // A town that has a team of its name.
        NameKind::Organization if listed => Some((NameKind::Place, 0.7)),
        _ => None,
    }
}
