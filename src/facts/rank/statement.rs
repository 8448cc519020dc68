//! Statements: whole sentences that say what a text is about, where nothing else in them can be noted.
//!
//! A thesis, a finding, a rule, a definition of the subject often holds no number, no name and no quotation: `Water is
//! the main killer in these storms.` Of the few sentences that together say most of the text those without another fact
//! become facts themselves. Only what stands alone may: a sentence with a verb and its end, of a length to be read at a
//! glance, that does not begin with a word for something said before. In a text of few sentences nothing is picked out.
//! O(sentences log sentences); the sentences read closely are at most [`POOL`] and those that do not stand alone.

use rustc_hash::FxHashSet;

use super::salience::{STUDIES, Salience};
use super::spread::{few, is_thin};
use crate::facts::lexicon::{Words, words};
use crate::facts::{Fact, FactId, Findings, Kind, SentenceId, Sentences, Shape, Tag, Token, Value};
use crate::text::Span;

/// The fewest sentences of a text of which some are picked out.
const FEW: u32 = 8;
/// How many words a statement has.
const LENGTH: std::ops::RangeInclusive<u16> = 6..=40;
/// From how many sentences the few are chosen.
const POOL: usize = 160;
/// How sure it is that a statement is worth noting.
const SURE: f32 = 0.6;

/// Adds the statements of a text to its facts, in their places.
pub(super) fn add(analysis: &Sentences<'_>, salience: &Salience, findings: &mut Findings) {
    let english = findings.language.is_none_or(|l| l.is_english());
    if !english || salience.places() < FEW {
        return;
    }
    let told = told(analysis, &findings.facts);
    let pool = pool(analysis, salience, findings, &told);
    let gist = salience.summary(&pool, few(salience));
    let mut added: Vec<Fact> = gist
        .into_iter()
        .filter(|id| !told.contains(id))
        .filter_map(|id| {
            Some(statement(
                analysis,
                analysis.sentences.get(id.get())?.span,
                findings,
            ))
        })
        .collect();
    added.sort_by_key(|f| f.span);
    insert(&mut findings.facts, added);
}

/// The sentences that hold a fact beside names.
fn told(analysis: &Sentences<'_>, facts: &[Fact]) -> FxHashSet<SentenceId> {
    let telling = facts.iter().filter(|f| !f.kind.is_name() && !is_thin(f));
    telling
        .filter_map(|f| analysis.sentence_at(f.span.start))
        .collect()
}

/// The sentences that are worth most, and are told or stand alone.
fn pool(
    analysis: &Sentences<'_>,
    salience: &Salience,
    findings: &Findings,
    told: &FxHashSet<SentenceId>,
) -> Vec<SentenceId> {
    let mut all: Vec<(f32, SentenceId)> = (0..analysis.sentences.len())
        .map(SentenceId::new)
        .map(|id| (salience.worth(id), id))
        .filter(|(worth, _)| *worth > 0.0)
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let again: FxHashSet<Span> = findings.repeats.iter().map(|r| r.span).collect();
    let quotes: Vec<Span> = (findings.facts.iter())
        .filter(|f| f.kind == Kind::Quote)
        .map(|f| f.span)
        .collect();
    let mut tokens = Vec::new();
    let mut alone = |id: SentenceId| {
        let Some(sentence) = analysis.sentences.get(id.get()) else {
            return false;
        };
        if !LENGTH.contains(&salience.length(id)) || again.contains(&sentence.span) {
            return false;
        }
        // Quotations do not lie in each other: the last that begins before may reach here.
        let before = quotes.partition_point(|q| q.start <= sentence.span.start);
        let quote = before.checked_sub(1).and_then(|i| quotes.get(i));
        if quote.is_some_and(|q| q.end > sentence.span.start) {
            return false;
        }
        analysis.read_tokens(sentence.span, &mut tokens);
        stands_alone(analysis.text(), &tokens, analysis.tags_of(sentence))
    };
    let fit = all
        .into_iter()
        .map(|(_, id)| id)
        .filter(|&id| told.contains(&id) || alone(id));
    fit.take(POOL).collect()
}

/// Words at the start of a sentence that lean on the one before or open a question without its mark.
static LEANING: Words = words!(
    "here there thus so hence therefore then instead otherwise likewise similarly also because how what why who whose \
     which where such another both neither"
);
/// Words after a preposition at the start that lean on the sentence before: `from there`, `of course`, `in addition`.
static ASIDE: Words =
    words!("example instance course fact addition contrast way there here this that these those");
/// Ends of a verb that opens a sentence and is no order: `Founded in 1801, …`.
const PARTICIPLES: [&str; 4] = ["ing", "ed", "en", "rn"];
/// Words that open a clause inside a sentence.
static RELATIVES: Words = words!("that which who whom whose");
/// Words that point at something said before.
static DEMONSTRATIVES: Words = words!("this that these those");
/// Words that stand for somebody or something.
static POINTING: Words = words!("he she it they him them his its their her");
/// Sounds of somebody who thinks while he speaks.
static SOUNDS: Words = words!("um uh er erm hmm");

/// Whether a sentence can be read without those before it: it says who or what, says something of it, and is whole.
fn stands_alone(text: &str, tokens: &[Token], tags: &[Tag]) -> bool {
    let word = |t: &Token| t.span().slice(text);
    let (Some(first), Some(tag)) = (tokens.first(), tags.first()) else {
        return false;
    };
    let opens = first.is_capital() || first.shape == Shape::Number;
    let leans = match tag {
        Tag::Cconj | Tag::Intj | Tag::Sconj => LEANING.has(first.key) || *tag != Tag::Sconj,
        Tag::Pron => !matches!(word(first), "We" | "Our"),
        // "Is that so", "Look, …", "Read more below": a question, a call, an order
        Tag::Aux => true,
        Tag::Verb => !PARTICIPLES.iter().any(|end| word(first).ends_with(end)),
        _ => false,
    };
    let aside = || {
        let next = tokens.iter().take(4).skip(1);
        matches!(tag, Tag::Adp) && next.clone().take(3).any(|t| ASIDE.has(t.key))
    };
    let points = points_back(text, tokens, tags);
    let label = tokens.iter().take(6).any(|t| word(t) == ":");
    let spoken = tags.contains(&Tag::Intj) || tokens.iter().any(|t| SOUNDS.has(t.key));
    let last = tokens
        .iter()
        .rfind(|t| !matches!(word(t), "”" | ")" | "]" | "’"));
    let ends = last.is_some_and(|t| matches!(word(t), "." | "!"));
    opens
        && ends
        && !(leans || LEANING.has(first.key) || aside() || points || label || spoken)
        && has_main_verb(text, tokens, tags)
        && is_paired(text, tokens)
}

/// Whether its opening, up to the first verb, points at something said before: `At the time he was a student`, `Once
/// again, this plan failed`. A name before a pronoun is what it stands for.
fn points_back(text: &str, tokens: &[Token], tags: &[Tag]) -> bool {
    let (mut named, mut comma) = (false, true);
    for (at, (token, tag)) in tokens.iter().zip(tags).enumerate() {
        match tag {
            Tag::Verb | Tag::Aux => return false,
            Tag::Propn => named = true,
            Tag::Pron if !named && POINTING.has(token.key) => return true,
            Tag::Det if comma && DEMONSTRATIVES.has(token.key) => {
                return !is_study(tokens.get(at..).unwrap_or_default());
            }
            _ => {}
        }
        comma = token.span().slice(text) == ",";
    }
    false
}

/// Whether a demonstrative has a word for the study itself behind it: `this study`, `these new results`.
fn is_study(tokens: &[Token]) -> bool {
    let mut next = tokens.iter().skip(1).take(2);
    next.any(|t| STUDIES.has(t.key))
}

/// Whether a sentence has a verb that is not of a clause inside it: a caption (`A street that was rebuilt`) has none.
fn has_main_verb(text: &str, tokens: &[Token], tags: &[Tag]) -> bool {
    let (mut inside, mut group, mut to) = (false, false, false);
    for (token, tag) in tokens.iter().zip(tags) {
        let word = token.span().slice(text);
        match tag {
            Tag::Verb | Tag::Aux if !to && !(*tag == Tag::Verb && word.ends_with("ing")) => {
                if !inside {
                    return true;
                }
                group = true;
            }
            Tag::Sconj => inside = true,
            Tag::Pron if RELATIVES.has(token.key) => inside = true,
            Tag::Adv | Tag::Part | Tag::Verb | Tag::Aux => {}
            _ => {
                // One verb, with its helpers, is that of the clause inside.
                inside &= !group && word != ",";
                group = false;
            }
        }
        to = word.eq_ignore_ascii_case("to");
    }
    false
}

/// Whether what opens in a sentence ends in it, and no words are given as somebody's.
fn is_paired(text: &str, tokens: &[Token]) -> bool {
    let mut open = 0_i32;
    for token in tokens.iter().filter(|t| t.shape == Shape::Sign) {
        match token.span().slice(text) {
            "--" | "..." | "…" => return false,
            "(" | "[" => open += 1,
            ")" | "]" => open -= 1,
            "\"" | "“" | "”" | "«" | "»" => return false,
            _ => {}
        }
    }
    open == 0
}

/// A sentence as a fact, its later repeats as mentions.
fn statement(analysis: &Sentences<'_>, sentence: Span, findings: &Findings) -> Fact {
    let again = findings.repeats.iter().filter(|r| r.first == sentence);
    let mut mentions = vec![sentence];
    mentions.extend(again.map(|r| r.span));
    Fact {
        kind: Kind::Statement,
        span: sentence,
        sentence,
        subject: None,
        place: None,
        when: None,
        value: Value::Statement,
        mentions,
        section: analysis
            .document
            .outline()
            .headed(analysis.document.section_at(sentence.start)),
        conflicts: Vec::new(),
        sure: SURE,
        score: SURE,
        rank: 0,
        reasons: Vec::new(),
    }
}

/// Puts facts among others, all in the order of their spans, and mends what points at those. Linear.
fn insert(facts: &mut Vec<Fact>, added: Vec<Fact>) {
    if added.is_empty() {
        return;
    }
    let places: Vec<usize> = added
        .iter()
        .map(|new| facts.partition_point(|f| f.span <= new.span))
        .collect();
    for fact in facts.iter_mut() {
        for id in &mut fact.conflicts {
            let before = places.partition_point(|&at| at <= id.get());
            *id = FactId::new(id.get() + before);
        }
    }
    for (before, (at, new)) in places.into_iter().zip(added).enumerate() {
        facts.insert(at + before, new);
    }
}
