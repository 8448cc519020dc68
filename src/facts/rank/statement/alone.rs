//! Whether a sentence can be read without those before it.
//!
//! Takes the tokens of a sentence with their parts of speech. A sentence stands alone when it begins with no word that
//! leans on what was said (`Thus`, `For example`, `This`, a pronoun for somebody named elsewhere), is no question, order or
//! line of a caption, has its end, and leaves nothing open. Rules over closed classes of words; linear in the sentence.

use crate::facts::lexicon::{Words, words};
use crate::facts::rank::salience::STUDIES;
use crate::facts::{Shape, Tag, Token};

/// Words at the start of a sentence that lean on the one before or open a question without its mark.
static LEANING: Words = words!(
    "again here there thus so hence therefore then instead otherwise likewise similarly also because how what why who whose \
     which where such another other both neither"
);
/// Words after a preposition at the start that lean on the sentence before: `from there`, `of course`, `in addition`.
static ASIDE: Words =
    words!("example instance course fact addition contrast way there here this that these those");
/// Verbs in the form that needs a helper to say something.
static GIVEN: Words = words!(
    "given taken seen known shown written drawn grown worn born done gone broken chosen driven eaten fallen forgotten \
     frozen hidden spoken stolen sworn thrown torn woken proven"
);
/// Words that open a clause inside a sentence.
static RELATIVES: Words = words!("that which who whom whose");
/// Words that point at something said before.
static DEMONSTRATIVES: Words = words!("this that these those");
/// Words that stand for somebody or something.
static POINTING: Words = words!("he she it they him them his its their her");
/// Sounds of somebody who thinks while he speaks.
static SOUNDS: Words = words!("um uh er erm hmm");

/// Whether a sentence can be read without those before it: it says who or what, says something of it, and is whole.
pub(super) fn stands_alone(text: &str, tokens: &[Token], tags: &[Tag]) -> bool {
    let word = |t: &Token| t.span().slice(text);
    let (Some(first), Some(tag)) = (tokens.first(), tags.first()) else {
        return false;
    };
    let leans = match tag {
        // "And so it was", "Is that so", "Read more below": joined on, a question, an order
        Tag::Cconj | Tag::Intj | Tag::Aux => true,
        Tag::Pron => !matches!(word(first), "We" | "Our") && !is_study(tokens),
        Tag::Verb => !is_participle(first, word(first), true),
        Tag::Adp => tokens.iter().skip(1).take(3).any(|t| ASIDE.has(t.key)),
        _ => LEANING.has(first.key),
    };
    let points = points_back(text, tokens, tags);
    let spoken = tags.contains(&Tag::Intj) || tokens.iter().any(|t| SOUNDS.has(t.key));
    let last = tokens.iter().rfind(|t| !matches!(word(t), ")" | "]"));
    let ends = last.is_some_and(|t| matches!(word(t), "." | "!"));
    first.is_capital()
        && ends
        && !(leans || points || spoken)
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
                return !tokens.get(at..).is_some_and(is_study);
            }
            _ => {}
        }
        comma = token.span().slice(text) == ",";
    }
    false
}

/// Whether these words begin with the study itself: `this study`, `these new results`.
fn is_study(tokens: &[Token]) -> bool {
    let mut next = tokens.iter().skip(1).take(2);
    tokens.first().is_some_and(|t| DEMONSTRATIVES.has(t.key)) && next.any(|t| STUDIES.has(t.key))
}

/// Whether a sentence has a verb that is not of a clause inside it: a caption (`A street that was rebuilt`) has none. What
/// stands before a colon without one is a label (`Ana Lind: The bridge is safe.`).
fn has_main_verb(text: &str, tokens: &[Token], tags: &[Tag]) -> bool {
    let (mut inside, mut group, mut to, mut comma) = (false, false, false, false);
    for (token, tag) in tokens.iter().zip(tags) {
        let word = token.span().slice(text);
        match tag {
            Tag::Verb | Tag::Aux
                if !to && (*tag == Tag::Aux || !is_participle(token, word, comma)) =>
            {
                if !inside {
                    return true;
                }
                group = true;
            }
            Tag::Punct if word == ":" => return false,
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
        comma = word == ",";
    }
    false
}

/// Whether a verb without a helper is no finite one: `given`, and `renowned` behind a comma.
fn is_participle(token: &Token, word: &str, comma: bool) -> bool {
    word.ends_with("ing") || GIVEN.has(token.key) || comma && word.ends_with("ed")
}

/// Whether what opens in a sentence ends in it, and no words are given as somebody's.
fn is_paired(text: &str, tokens: &[Token]) -> bool {
    let mut open = 0_i32;
    for token in tokens.iter().filter(|t| t.shape == Shape::Sign) {
        match token.span().slice(text) {
            "(" | "[" => open += 1,
            ")" | "]" => open -= 1,
            "--" | "..." | "…" | "\"" | "“" | "”" | "«" | "»" => return false,
            _ => {}
        }
    }
    open == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::analyse;
    use crate::facts::merge::testing::document;

    #[track_caller]
    fn check(sentence: &str, expect: bool) {
        let document = document(sentence);
        let analysis = analyse(&document, None);
        assert_eq!(analysis.sentences.len(), 1, "{sentence}");
        let tags = analysis.tags_of(&analysis.sentences[0]);
        assert_eq!(
            stands_alone(analysis.text(), &analysis.tokens, tags),
            expect,
            "{sentence}"
        );
    }

    #[test]
    fn what_is_said_of_a_thing_that_is_named_stands_alone() {
        for sentence in [
            "Salt is the main enemy of the old bridges.",
            "All swallows leave the valley once the nights grow cold.",
            "Founded by two brothers, the mill fed half of the town.",
            "Visitors should leave their shoes at the door.",
            "The fact that the wells are deep, however, makes the water dear.",
            "When the ferry stopped, the island lost its only doctor.",
            "The mill closed for good.",
            "Lind gave up the post because he wanted to paint.",
            "In the second year Lind lost her seat.",
        ] {
            check(sentence, true);
        }
    }

    #[test]
    fn what_a_text_says_of_itself_stands_alone() {
        for sentence in [
            "We have shown that wet sand carries more weight than dry sand.",
            "This study combines maps and interviews.",
            "These new results cannot be explained by chance.",
            "Our survey was made on the whole coast.",
            "The aim of this paper is to compare both kinds of sails.",
        ] {
            check(sentence, true);
        }
    }

    #[test]
    fn what_leans_on_the_sentence_before_does_not() {
        for sentence in [
            "It closed the old mill.",
            "He was a student of law.",
            "They fear the new road.",
            "At the time he was a student of law.",
            "Early on her interests turned to birds.",
            "This has changed the valley.",
            "Those rights are simple things.",
            "Once again, this plan failed.",
            "Thus the bridge fell.",
            "Here stands the oldest mill of the coast.",
            "And the bridge fell.",
            "For example, the bridge has no rail.",
            "From there the road leads to the coast.",
            "Of course the bridge has no rail.",
            "Other bridges have no rail.",
            "Because the bridge has no rail.",
        ] {
            check(sentence, false);
        }
    }

    #[test]
    fn questions_orders_and_captions_do_not() {
        for sentence in [
            "Why does the bridge have no rail?",
            "How the bridge got its rail is not known to us.",
            "Read more of the story below.",
            "Is the bridge safe to cross.",
            "A street with some houses that have not yet been painted.",
            "Part of the long front, including the mill and the old bridge.",
            "Leeks sliced thin, showing the rings",
            "Ana Lind: The bridge has a rail.",
            "Oh, the bridge has a rail.",
            "The bridge has, um, a rail.",
        ] {
            check(sentence, false);
        }
    }

    #[test]
    fn what_is_cut_off_or_quoted_does_not() {
        for sentence in [
            "The bridge (and the mill has a rail.",
            "The bridge has a rail \u{201c}of sorts\u{201d}.",
            "The bridge has ... a rail.",
            "the bridge has a rail.",
            "The bridge has a rail",
        ] {
            check(sentence, false);
        }
    }
}
