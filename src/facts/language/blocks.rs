//! The language of each block: a text in one language may hold paragraphs in another.
//!
//! Takes the analysis, gives [`Tongues`]. A block counts as foreign, or as English in a foreign text, when it has enough
//! words and they are surely so; one that tells nothing has the language of the blocks on both sides of it, if they
//! agree, or else of the text. English is recognised by the first dozen words of a block, so that an English text costs
//! next to nothing.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{ENOUGH, Hits, Language, SHARE, Scripts, detect, small_words};
use crate::facts::{Analysis, Key, Shape};
use crate::text::{Pos, Span};

/// The languages of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::facts) struct Tongues {
    /// That of the whole; none when there is too little text to tell.
    pub(in crate::facts) main: Option<Language>,
    /// The stretches that are not English, in order.
    foreign: Vec<(Span, Language)>,
    /// Whether some part is read as English.
    english: bool,
}

impl Tongues {
    /// Whether some part is read as English.
    pub(in crate::facts) const fn has_english(&self) -> bool {
        self.english
    }

    /// The stretches that are not English, in order.
    pub(in crate::facts) fn foreign(&self) -> &[(Span, Language)] {
        &self.foreign
    }

    /// Whether a place is in a stretch that is not English. O(log stretches).
    pub(in crate::facts) fn is_foreign(&self, pos: Pos) -> bool {
        let after = self.foreign.partition_point(|(s, _)| s.start <= pos);
        let before = after.checked_sub(1).and_then(|i| self.foreign.get(i));
        before.is_some_and(|(span, _)| pos < span.end)
    }

    /// Whether some of a span is in a stretch that is not English. O(log stretches).
    pub(in crate::facts) fn touches(&self, span: Span) -> bool {
        let after = self.foreign.partition_point(|(s, _)| s.start < span.end);
        let before = after.checked_sub(1).and_then(|i| self.foreign.get(i));
        before.is_some_and(|(s, _)| span.start < s.end)
    }

    /// The language of the first stretch that is in another one than the text, where the text is English.
    pub(in crate::facts) fn other(&self) -> Option<Language> {
        let english = self.main.is_none_or(Language::is_english);
        let first = self.foreign.first().map(|&(_, language)| language);
        first.filter(|_| english)
    }
}

/// Words of a block that are looked at.
const WINDOW: u32 = 200;
/// As many words are looked at before it is asked whether the block is English.
const STEP: u32 = 12;

/// The languages of an analysed text. `given`: what the document says of itself, for a text too short to tell. Linear
/// in the tokens, of which it reads the first dozen of an English block.
pub(in crate::facts) fn read(analysis: &Analysis<'_>, given: Option<&str>) -> Tongues {
    let small = small_words();
    let main = detect(analysis, &small).or_else(|| Language::of_tag(given?));
    let fallback = main.unwrap_or(Language::ENGLISH);
    let blocks = analysis
        .sentences
        .chunk_by(|a, b| a.block == b.block)
        .filter_map(|sentences| {
            let (first, last) = (sentences.first()?, sentences.last()?);
            let tokens = first.tokens.start..last.tokens.end;
            // A heading is of one piece with what stands below it.
            let language = first.prose.then(|| of_block(analysis, tokens, &small));
            let language = language.flatten();
            Some((first.span.to(last.span), language))
        });
    let mut tongues = Tongues {
        main,
        ..Tongues::default()
    };
    // Blocks that tell nothing, until one does.
    let mut open: Vec<Span> = Vec::new();
    let mut before = fallback;
    for (span, language) in blocks {
        let Some(language) = language else {
            open.push(span);
            continue;
        };
        let between = if before == language {
            language
        } else {
            fallback
        };
        for span in open.drain(..) {
            tongues.add(span, between);
        }
        tongues.add(span, language);
        before = language;
    }
    for span in open {
        tongues.add(span, fallback);
    }
    tongues
}

impl Tongues {
    /// Adds a stretch behind all others.
    fn add(&mut self, span: Span, language: Language) {
        if language.is_english() {
            self.english = true;
        } else {
            self.foreign.push((span, language));
        }
    }
}

/// The language that a block is surely in.
fn of_block(
    analysis: &Analysis<'_>,
    tokens: Range<u32>,
    small: &FxHashMap<Key, u16>,
) -> Option<Language> {
    let tokens = analysis
        .tokens
        .get(tokens.start as usize..tokens.end as usize)?;
    let mut hits = Hits::default();
    let mut seen = 0;
    for token in tokens.iter().filter(|t| t.shape == Shape::Word) {
        seen += 1;
        if let Some(&set) = small.get(&token.key) {
            hits.add(set);
        }
        if seen % STEP == 0 {
            let (best, code) = hits.best();
            if code == Language::ENGLISH.code() && best * 100 >= SHARE * seen {
                return Some(Language::ENGLISH);
            }
            if seen >= WINDOW {
                break;
            }
        }
    }
    let mut scripts = Scripts::default();
    for token in tokens.iter().take(WINDOW as usize) {
        if token.shape == Shape::Word {
            scripts.count(analysis.word(token));
        }
    }
    if let Some(language) = scripts.language() {
        return Some(language);
    }
    let (best, code) = hits.best();
    let english = hits.english();
    let running = seen >= ENOUGH && best >= 3 && best * 100 >= SHARE * seen;
    let sure = code == Language::ENGLISH.code() || best > 3 * english;
    (running && sure).then_some(Language(code))
}
