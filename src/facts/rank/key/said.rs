//! Whether a claim or a quotation surely has a source, and says a whole thing.
//!
//! What nobody has said yet (`if they say`), what is cut in the middle of its clause, what a thing cannot say and what
//! an unnamed `they` said a paragraph before is not marked where marks are few.

use super::tells::{around, reads_whole};
use super::word;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Fact, Key};
use crate::text::{Span, floor_boundary};

/// The least that a finder must be sure of a claim.
const SURE: f32 = 0.55;
/// The fewest words of a claim and of a quotation.
const CLAUSE: usize = 5;
const QUOTED: usize = 4;

/// Whether a quotation is a sentence of a known somebody: a piece in small letters (`“based only on that”`) says little
/// by itself, or the opposite.
pub(super) fn quote_tells(fact: &Fact, who: Span, text: &str) -> bool {
    let words = fact.span.slice(text);
    let opens = words.trim_start_matches(['[', '(', '…', '.', ' ']);
    let ends = words.ends_with(['.', ',', '!', '?', '…']);
    // `the slogan “Wool, we weave it”`: nobody says it there
    let before = around(fact.span, text)
        .0
        .trim_end_matches(['“', '"', '\'', ' ']);
    let called = before
        .rsplit(' ')
        .next()
        .is_some_and(|w| CALLED.has(Key::of_word(w)));
    // “Nights by the River”: a title
    let title = words
        .split_whitespace()
        .all(|w| w.starts_with(char::is_uppercase) || w.len() < 5);
    let whole = !title
        && !called
        && !opens.starts_with(char::is_lowercase)
        && (ends || word::has_verb(words));
    // “If you look back,” she said, “you see it”: the rest stands elsewhere
    let head = words.strip_suffix(',').unwrap_or_default();
    let half = has(head.split(' ').next().unwrap_or_default(), HALVES) && !head.contains(',');
    // “REED: If I may”: a line of a transcript
    let line = words.split(' ').next().is_some_and(|w| w.ends_with(':'));
    let long = whole && !half && !line && words.split_whitespace().count() >= QUOTED;
    let first = who.slice(text).split(' ').next().unwrap_or_default();
    // "the piece": it may quote anybody
    let last = who.slice(text).rsplit(' ').next().unwrap_or_default();
    if PAPERS.has(Key::of_word(last)) {
        return false;
    }
    let loose = NOT_SPEAKERS.has(Key::of_word(first));
    long && !loose && is_somebody(fact, who, text) && !has(before_in(fact, who, text), UNSAID)
}

/// Words that begin a clause which does not stand alone.
static HALVES: Words =
    words!("if when while although though because since unless until as after before once by");

/// Words behind which a name or motto stands in marks.
static CALLED: Words =
    words!("slogan motto titled entitled called named phrase headline hashtag tagline");

/// What is written of others, whose words stand in it.
static PAPERS: Words = words!("piece article story headline profile post book");

/// Words that no speaker begins with: what stands before the cue was read wrongly.
static NOT_SPEAKERS: Words = words!(
    "through of in on by with for from at to as and but if what that which how why when where because although"
);

/// The words that report what somebody says; a claim of another verb (`knew`, `found`, `showed`) is no statement.
static REPORTS: Words = words!(
    "according say says said tell tells told state states stated claim claims claimed announce announces \
     announced warn warns warned argue argues argued add adds added insist insists insisted deny denies \
     denied assert asserts asserted suggest suggests suggested report reports reported acknowledge \
     acknowledges acknowledged admit admits admitted conclude concludes concluded predict predicts predicted \
     estimate estimates estimated believe believes believed explain explains explained note notes noted \
     confirm confirms confirmed maintain maintains maintained contend contends contended allege alleges \
     alleged declare declares declared testified recalled replied remarked conceded complained wrote writes \
     tweeted stressed"
);
/// Of these the ones that a clause may follow without `that`; behind the others a mere thing may follow (`she wrote a
/// large number of papers`).
static TELLING: Words = words!("according say says said believe believes believed add added");
/// Words that make a claim one that nobody has made yet: `if they say`, `he could say`.
static UNSAID: Words =
    words!("hope hopes wish imagine suppose if when whenever unless whether would could should");
/// Likewise between the source and what it says: `they may say`, `he was to say`.
static OPEN: Words = words!("might may cannot can't let to want");

/// Whether a claim is a whole clause that a known somebody has made.
pub(super) fn claim_tells(fact: &Fact, who: Span, cue: Span, more: &[Span], text: &str) -> bool {
    let content = fact.span.slice(text);
    let said = cue.slice(text).to_lowercase();
    let reported = has(&said, REPORTS);
    let from = who.start.min(cue.start).max(fact.sentence.start);
    let clause = before_in(
        fact,
        Span {
            end: from,
            start: from,
        },
        text,
    );
    let between = if cue.end <= fact.span.start {
        Span::new(from.get(), cue.end.get()).slice(text)
    } else {
        said.as_str()
    };
    let telling = has(&said, TELLING);
    let that = content.starts_with("that ")
        || text
            .get(..fact.span.start.get())
            .is_some_and(|before| before.ends_with("that "));
    let behind = fact.span.end <= cue.start; // "the bridge was closed, she warned"
    if !(telling || that || behind) || is_relative(clause) {
        return false;
    }
    // "according to": its "to" belongs to the cue
    let open = has(clause, UNSAID)
        || !said.contains("according") && (has(between, UNSAID) || has(between, OPEN));
    let first = content.split_whitespace().next().unwrap_or_default();
    let conditional = matches!(
        first.to_lowercase().as_str(),
        "if" | "when" | "unless" | "what" | "how" | "why" | "whether" | "where" | "who" | "which"
    );
    let whole = content.split_whitespace().count() >= CLAUSE
        && more.is_empty()
        && !conditional
        && !content.contains('?')
        && !is_turned(fact.span, content, text)
        && word::has_verb(content)
        && !around(fact.span, text)
            .1
            .trim_start_matches('.')
            .starts_with(':')
        && !is_cut(fact.span, who, cue, text)
        && reads_whole(content.trim_start_matches("that "));
    fact.sure > SURE
        && reported
        && !open
        && whole
        && word::can_speak(who.slice(text))
        && is_somebody(fact, who, text)
}

/// Whether a clause ends in a word that takes its place in what is said: `the mine, which | she says is closed`.
fn is_relative(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    matches!(
        last,
        "which" | "that" | "who" | "whom" | "where" | "when" | "what"
    )
}

/// Whether what is said is turned by a clause that may be the reporter's, or goes on with its other half behind the
/// claim: `it is safe, although nobody looked`, `it is slow |, but it will do`.
fn is_turned(span: Span, content: &str, text: &str) -> bool {
    let inside = [", although ", ", though ", ", even though ", ", despite "];
    let (_, behind) = around(span, text);
    inside.iter().any(|w| content.contains(w))
        || behind.starts_with(", but ")
        || behind.starts_with(" but ")
}

/// Whether the clause goes on behind a claim, and not with its cue or source.
fn is_cut(content: Span, who: Span, cue: Span, text: &str) -> bool {
    let (_, behind) = around(content, text);
    let next = content.end.get() + 1;
    let told = [who, cue].iter().any(|s| s.start.get() == next);
    let rest = behind.strip_prefix(' ').unwrap_or_default();
    !told && rest.starts_with(|c: char| c.is_alphanumeric())
}

/// The clause before some words in the sentence of a fact; empty where they stand before it.
fn before_in<'a>(fact: &Fact, words: Span, text: &'a str) -> &'a str {
    let before = text.get(fact.sentence.start.get()..words.start.get());
    let clause = before
        .unwrap_or_default()
        .rsplit([';', ':', '"', '”'])
        .next();
    clause.unwrap_or_default()
}

/// Whether one of some words is in a list.
fn has(words: &str, list: Words) -> bool {
    words.split_whitespace().any(|w| list.has(Key::of_word(w)))
}

/// Words for nobody whom a reader knows.
static NOBODY: Words = words!(
    "i you we one it they he she someone somebody anyone anybody everyone everybody nobody people this that \
     which who there me"
);

/// Whether the speaker of a fact is somebody: named in its own sentence, or by a name elsewhere.
fn is_somebody(fact: &Fact, who: Span, text: &str) -> bool {
    let words = who.slice(text);
    let first = words.split_whitespace().next().unwrap_or_default();
    // "the centers The agency said": of two sentences
    if matches!(first.to_lowercase().as_str(), "my" | "your" | "our") || words.contains(" The ") {
        return false;
    }
    // "in a paper interview Hall said": who begins behind it
    let last = words.rsplit(' ').next().unwrap_or_default();
    if matches!(first, "a" | "an") && last.starts_with(char::is_uppercase) {
        return false;
    }
    let known = !NOBODY.has(Key::of_word(words));
    let near = fact.sentence.covers(who);
    let name = words.split_whitespace().all(|w| {
        w.starts_with(char::is_uppercase)
            || matches!(
                w,
                "of" | "the" | "and" | "for" | "de" | "van" | "von" | "al"
            )
    });
    let led = matches!(
        first.to_lowercase().as_str(),
        "her" | "his" | "my" | "their" | "our" | "its"
    );
    known && (near || name && !led && is_last_named(fact, words, text)) && reads_whole(words)
}

/// How far back a pronoun reaches for its name, in bytes.
const BACK: usize = 400;

/// Whether the last person who is named in full before the sentence is the one that a pronoun in it was taken for.
fn is_last_named(fact: &Fact, who: &str, text: &str) -> bool {
    let before = text.get(..fact.sentence.start.get()).unwrap_or_default();
    let from = floor_boundary(before, before.len().saturating_sub(BACK));
    let mut words = before
        .get(from..)
        .unwrap_or_default()
        .split_whitespace()
        .rev();
    let mut last = words.next().unwrap_or_default();
    for word in words {
        let full = word::is_given(word) && last.starts_with(char::is_uppercase);
        if full {
            let surname = last.trim_end_matches(|c: char| !c.is_alphanumeric());
            return who.split_whitespace().any(|w| w == word || w == surname);
        }
        last = word;
    }
    true
}
