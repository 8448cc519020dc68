//! What the taggers see of a token: hashes of its letters, its shape, and what the word lists say of it.
//!
//! Takes a token and its word, gives a [`Form`]. Small letters, straight apostrophes and zeros for digits stand for
//! their kin, so that `Don’t` and `don't`, `1987` and `2024` are one word.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::facts::analysis::{Case, Shape, Token};
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::lexicon::{Words, words};

/// The multiplier of the hash (Firefox and rustc use it).
const MIX: u64 = 0x517c_c1b7_2722_0a95;

/// A token as features see it. 40 bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::facts) struct Form {
    /// The word in small letters.
    pub word: u32,
    /// Its first three letters.
    pub prefix: u32,
    /// Its last one to four letters.
    pub suffix: [u32; 4],
    /// The run of kinds of letters: `Xx`, `X.X.`, `0,0`.
    pub shape: u32,
    /// What the lists say of it.
    pub flags: Flags,
    /// What the lists say of the word without its ending, and which ending: 1 `s`, 2 `d`, 3 `ing`, 4 `ly`, times 64.
    pub stem: u16,
    /// Small, title, capitals, mixed; numbers and signs apart.
    pub case: u8,
    /// Whether it may join capitalised words to one name.
    pub joint: bool,
    /// Whether it can be nothing but a verb.
    pub verb: bool,
}

/// Words that are verbs wherever they stand. The corpus is too small to show it of all of them.
/// Source: ours, the past forms of common verbs that spell no noun and no adjective.
static VERBS: Words = words!(
    "said says wrote told went gave knew grew took became began threw chose sought taught brought bought kept meant sent \
     spent paid sold understood forgot shook"
);

/// Puts one value to a hash.
#[inline]
pub(in crate::facts) const fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(MIX)
}

/// The upper half of a hash, which is the better mixed one.
#[inline]
pub(in crate::facts) const fn high(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// The character that stands for `c` and its kin.
fn fold(c: char) -> char {
    match c {
        '’' => '\'',
        '0'..='9' => '0',
        '\u{2010}' | '\u{2011}' => '-',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The key of a word in lists and features. O(length).
pub(in crate::facts) fn word_key(word: &str) -> u32 {
    high(word.chars().fold(0, |h, c| mix(h, u64::from(fold(c)))))
}

/// The key of a phrase, from that of its beginning and that of its next word.
pub(in crate::facts) const fn phrase_key(before: u32, word: u32) -> u32 {
    high(mix(mix(1, before as u64), word as u64))
}

impl Form {
    /// Reads a token.
    pub(in crate::facts) fn of(word: &str, token: &Token, lists: &Gazetteer<'_>) -> Self {
        let (mut hash, mut prefix, mut shape) = (0_u64, 0_u64, 0_u64);
        let (mut last, mut before) = ([0_u64; 4], [0_u64; 4]);
        let (mut kind_before, mut kinds) = (0_u8, 0);
        for (i, raw) in word.chars().enumerate() {
            let c = fold(raw);
            before = [hash, before[0], before[1], before[2]];
            hash = mix(hash, u64::from(c));
            if i < 3 {
                prefix = mix(prefix, u64::from(c));
            }
            last = [u64::from(c), last[0], last[1], last[2]];
            let kind = kind(raw, c);
            if kind != kind_before && kinds < 8 {
                shape = mix(shape, u64::from(kind));
                kinds += 1;
                kind_before = kind;
            }
        }
        let key = high(hash);
        let mut tail = 7;
        let suffix = last.map(|c| {
            tail = mix(tail, c);
            high(tail)
        });
        let case = match token.shape {
            Shape::Word => token.case as u8,
            Shape::Number => 4,
            Shape::Possessive => 5,
            Shape::Sign => 6,
            Shape::Link => 7,
        };
        let known = token.shape == Shape::Word;
        Self {
            word: key,
            prefix: high(prefix),
            suffix,
            shape: high(mix(shape, u64::from(case))),
            flags: if known {
                lists.word(key)
            } else {
                Flags::default()
            },
            stem: if known { stem(last, before, lists) } else { 0 },
            case,
            joint: super::name::is_joint(token.key),
            verb: known && token.case == Case::Lower && VERBS.has(token.key),
        }
    }

    /// Whether it begins with a capital or holds one.
    #[inline]
    pub(in crate::facts) const fn is_capital(&self) -> bool {
        matches!(self.case, c if c == Case::Title as u8 || c == Case::Upper as u8 || c == Case::Mixed as u8)
    }
}

/// The forms of all tokens of a document: each word is read once.
#[derive(Debug, Default)]
pub(in crate::facts) struct Forms {
    table: Vec<Form>,
    ids: Vec<u32>,
}

impl Forms {
    /// Reads all tokens. Linear in the text.
    pub(in crate::facts) fn read(text: &str, tokens: &[Token], lists: &Gazetteer<'_>) -> Self {
        let mut forms = Self {
            table: Vec::new(),
            ids: Vec::with_capacity(tokens.len()),
        };
        let mut known: FxHashMap<u64, u32> = FxHashMap::default();
        for token in tokens {
            let next = u32::try_from(forms.table.len()).unwrap_or(u32::MAX);
            // Words of one key, length and case are written alike, but for mixed cases and digits.
            let looks = (token.shape as u64) << 8 | token.case as u64;
            let key = u64::from(token.key.get()) << 32 | (token.span().len() as u64) << 16 | looks;
            let alike = token.case != Case::Mixed && token.span().len() < 1 << 16;
            let id = if alike {
                *known.entry(key).or_insert(next)
            } else {
                next
            };
            if id == next {
                let word = token.span().slice(text);
                forms.table.push(Form::of(word, token, lists));
            }
            forms.ids.push(id);
        }
        forms
    }

    /// How many different forms there are.
    pub(in crate::facts) fn count(&self) -> usize {
        self.table.len()
    }

    /// The numbers of the forms of some tokens, below [`count`](Self::count).
    pub(in crate::facts) fn ids(&self, tokens: Range<usize>) -> &[u32] {
        self.ids.get(tokens).unwrap_or_default()
    }

    /// Puts the forms of some tokens into `out`, and nothing else.
    pub(in crate::facts) fn copy(&self, tokens: Range<usize>, out: &mut Vec<Form>) {
        out.clear();
        let form = |&id: &u32| self.table.get(id as usize).copied().unwrap_or_default();
        out.extend(self.ids(tokens).iter().map(form));
    }
}

/// What the lists say of the word without its ending. `last` are its last four letters, the last one first; `before`
/// the hashes of the word without its last one, two, three and four letters.
fn stem(last: [u64; 4], before: [u64; 4], lists: &Gazetteer<'_>) -> u16 {
    let letter = |c: char| u64::from(c);
    let class = |hash: u64| u16::try_from(lists.word(high(hash)).class()).unwrap_or(0);
    let is = |back: usize, c: char| last.get(back).copied() == Some(letter(c));
    let [one, two, three, four] = before;
    // `-ies`, `-ied`: the word had a `y`.
    let y = if is(2, 'i') {
        mix(three, letter('y'))
    } else {
        two
    };
    let (ending, tries) = if is(0, 's') {
        (1, [one, if is(1, 'e') { y } else { two }, one])
    } else if is(0, 'd') && is(1, 'e') {
        let doubled = last.get(2) == last.get(3);
        (2, [one, y, if doubled { three } else { two }])
    } else if is(0, 'g') && is(1, 'n') && is(2, 'i') {
        (3, [three, mix(three, letter('e')), four])
    } else if is(0, 'y') && is(1, 'l') {
        (4, [two, mix(two, letter('e')), two])
    } else {
        return 0;
    };
    let found = tries.into_iter().map(class).find(|&c| c != 0);
    ending << 6 | found.unwrap_or(0)
}

/// The kind of a letter: 1 capital, 2 small, 3 digit, else the sign itself.
fn kind(raw: char, folded: char) -> u8 {
    if folded == '0' {
        3
    } else if raw.is_uppercase() {
        1
    } else if raw.is_alphabetic() {
        2
    } else {
        u8::try_from(u32::from(raw)).unwrap_or(255)
    }
}
