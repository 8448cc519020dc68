//! Words in quotation marks in a language whose rules are not known: nobody is named as speaking.
//!
//! Four words are enough; two or three, where they are surely said: behind a colon, beside one of the commonest words for
//! saying, or as an utterance by their punctuation. In scripts without spaces two signs count as a word.

use super::marks::Pair;
use super::{WORDS, each};
use crate::facts::analysis::is_unspaced;
use crate::facts::language::Tongues;
use crate::facts::{Analysis, Candidate, Kind, Value};
use crate::text::Span;

/// The commonest words for saying, in small letters. Source: ours.
const SAYING: [&str; 60] = [
    "sagte",
    "sagt",
    "sagten",
    "erklärte",
    "betonte",
    "rief",
    "meinte",
    "dit",
    "déclaré",
    "déclare",
    "affirme",
    "affirmé",
    "expliqué",
    "explique",
    "lance",
    "dijo",
    "dice",
    "dijeron",
    "afirmó",
    "declaró",
    "aseguró",
    "explicó",
    "señaló",
    "disse",
    "detto",
    "dichiarato",
    "dice",
    "spiegato",
    "spiega",
    "afirmou",
    "declarou",
    "explicou",
    "zei",
    "zegt",
    "verklaarde",
    "aldus",
    "сказал",
    "сказала",
    "сказали",
    "заявил",
    "заявила",
    "говорит",
    "рассказал",
    "рассказала",
    "сообщил",
    "пояснил",
    "сказав",
    "сказала",
    "заявив",
    "powiedział",
    "powiedziała",
    "säger",
    "sade",
    "dedi",
    "说",
    "表示",
    "称",
    "說",
    "と話",
    "と語",
];

/// Proposes what stands in quotation marks in the stretches that are not English. Linear in the text.
pub(in crate::facts::find) fn find_marks(
    analysis: &Analysis<'_>,
    tongues: &Tongues,
    out: &mut Vec<Candidate>,
) {
    let mut last = Span::default();
    each(
        analysis,
        |block| tongues.touches(block),
        |index, pair| {
            let block = analysis.document.blocks().get(index).map(|b| b.span);
            let Some(words) = said(analysis.text(), block.unwrap_or_default(), &pair) else {
                return;
            };
            // What stands in another quotation is part of it.
            if last.covers(pair.outer) {
                return;
            }
            last = pair.outer;
            out.push(Candidate {
                kind: Kind::Quote,
                span: pair.inner.trim(analysis.text()),
                subject: None,
                value: Value::Quote {
                    speaker: None,
                    cue: None,
                },
                entity: None,
                confidence: if words < WORDS { 0.4 } else { 0.6 },
            });
        },
    );
}

/// How many words a stretch has, if it was said by somebody rather than being a title or a term.
fn said(text: &str, block: Span, pair: &Pair) -> Option<usize> {
    let inner = pair.inner.trim(text).slice(text);
    let signs = inner.chars().filter(|&c| is_unspaced(c)).count();
    let (mut words, mut content, mut capitals) = (0, 0, 0);
    for word in inner.split_whitespace() {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
            continue;
        };
        words += 1;
        if word.chars().filter(|c| c.is_alphanumeric()).count() > 3 || first.is_uppercase() {
            content += 1;
            capitals += usize::from(first.is_uppercase() || first.is_numeric());
        }
    }
    let words = words.max(signs / 2);
    let stop = inner.ends_with(['.', '?', '!', '…', '。', '？', '！']);
    let comma = inner.ends_with([',', '，']);
    if !stop && content > 1 && capitals == content && words < 12 {
        return None;
    }
    // A sign of Han is half a word, and seldom does a term have six.
    let enough = if signs > 0 { WORDS - 1 } else { WORDS };
    if words >= enough {
        return Some(words);
    }
    let around = |start, end| Span::new(start, end).slice(text);
    let before = around(block.start.get(), pair.outer.start.get()).trim_end();
    let after = around(pair.outer.end.get(), block.end.get()).trim_start();
    let opens = inner.starts_with(|c: char| c.is_uppercase() || !c.is_lowercase());
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '—', '–', '。', '！', '？']);
    let led = before.ends_with([':', '：']);
    let goes_on = after.starts_with([',', '，']) || comma || stop;
    let told = led || begins && goes_on || beside(before, after);
    (words > 1 && opens && told).then_some(words)
}

/// Whether a word for saying stands right before or right behind.
fn beside(before: &str, after: &str) -> bool {
    let says = |word: &str| {
        let word = word.to_lowercase();
        let unspaced = word.starts_with(is_unspaced);
        SAYING.iter().any(|s| {
            *s == word || unspaced && !s.is_ascii() && (word.ends_with(s) || word.starts_with(s))
        })
    };
    let letters = |c: char| !c.is_alphabetic();
    let last = before
        .trim_end_matches([',', '，', ' '])
        .rsplit(letters)
        .next();
    let first = after
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .split(letters)
        .next();
    let near = |word: Option<&str>| word.is_some_and(|w| !w.is_empty() && says(w));
    let close = after.starts_with([',', ' ', '，', '—', '–']) || after.starts_with(is_unspaced);
    near(last) || close && near(first)
}
