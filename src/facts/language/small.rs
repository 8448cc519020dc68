//! The commonest small words of languages in Latin letters, and which languages a word speaks for.

use rustc_hash::FxHashMap;

use crate::facts::Key;

/// The commonest small words of languages in Latin letters, those left out that several of them share in the same
/// spelling and that say little (`a`, `en`, `de` stay where they are frequent enough to help).
pub(super) const SMALL_WORDS: [(&str, &[&str]); 10] = [
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "is", "that", "for", "it", "was", "on", "with", "as",
            "are", "by", "at", "from", "this", "have", "be", "not", "which", "they", "we", "you",
            "or", "an", "his", "her", "has", "were", "but", "their", "he", "she", "my", "your",
            "what", "when", "there", "would", "can", "will", "if", "so", "had", "been", "its",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "zu", "den", "von", "mit",
            "im", "für", "auf", "dem", "des", "sich", "auch", "es", "sie", "er", "wir", "ich",
            "als", "wird", "sind", "war", "einen", "einer", "bei", "nach", "aus", "wie", "oder",
            "haben", "hat", "dass", "zum", "zur", "über", "noch", "nur", "aber",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "des", "et", "est", "une", "un", "du", "dans", "que", "qui", "pour",
            "pas", "sur", "au", "aux", "avec", "ce", "cette", "ne", "se", "sont", "par", "plus",
            "il", "elle", "nous", "vous", "je", "mais", "ou", "été", "être", "à", "de", "son",
            "ses", "leur", "comme", "ont", "en",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "y", "que", "del", "una", "un", "por", "con", "no", "para", "se",
            "su", "al", "lo", "como", "más", "pero", "sus", "le", "ha", "este", "esta", "son",
            "es", "en", "la", "de", "entre", "cuando", "muy", "sin", "sobre", "también", "fue",
            "desde", "hay", "porque",
        ],
    ),
    (
        "it",
        &[
            "il", "lo", "gli", "di", "che", "è", "e", "un", "una", "per", "non", "con", "sono",
            "del", "della", "dei", "delle", "nel", "nella", "alla", "al", "dal", "dalla", "si",
            "da", "come", "più", "anche", "ma", "questo", "questa", "ha", "hanno", "suo", "sua",
            "le", "la", "i", "stato", "essere", "tra", "ci",
        ],
    ),
    (
        "pt",
        &[
            "o", "os", "as", "do", "da", "dos", "das", "em", "um", "uma", "que", "não", "para",
            "com", "por", "é", "e", "no", "na", "nos", "nas", "ao", "mais", "foi", "como", "mas",
            "se", "seu", "sua", "ou", "são", "pelo", "pela", "também", "já", "está", "eu", "ele",
            "ela", "de", "entre",
        ],
    ),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "is", "dat", "niet", "op", "te", "zijn", "met",
            "voor", "er", "maar", "om", "ook", "aan", "als", "bij", "door", "naar", "uit", "ze",
            "hij", "wij", "ik", "je", "wordt", "heeft", "hebben", "nog", "dan", "wel", "deze",
            "die", "over", "geen", "worden", "werd",
        ],
    ),
    (
        "pl",
        &[
            "i", "w", "na", "z", "się", "nie", "do", "to", "że", "jest", "o", "jak", "za", "od",
            "po", "co", "są", "przez", "dla", "ale", "który", "która", "które", "oraz", "tym",
            "ze", "był", "było", "była", "jego", "jej", "ich", "czy", "tylko", "już", "może",
            "przy", "także",
        ],
    ),
    (
        "sv",
        &[
            "och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den", "har",
            "inte", "om", "ett", "han", "hon", "jag", "men", "var", "från", "de", "så", "kan",
            "när", "också", "eller", "vi", "efter", "ska", "sin", "över", "där",
        ],
    ),
    (
        "tr",
        &[
            "ve", "bir", "bu", "da", "de", "için", "ile", "çok", "olarak", "daha", "gibi", "olan",
            "ne", "ya", "en", "kadar", "sonra", "ama", "var", "değil", "o", "ki", "her", "mi",
            "ben", "onun", "şey", "olduğu",
        ],
    ),
];

/// For each small word the languages that have it, as a set of bits in the order of [`SMALL_WORDS`].
pub(super) fn small_words() -> FxHashMap<Key, u16> {
    let mut sets = FxHashMap::default();
    for (number, (_, list)) in SMALL_WORDS.iter().enumerate() {
        for word in *list {
            *sets.entry(Key::of(word)).or_default() |= 1 << number;
        }
    }
    sets
}

/// Whether a word, in small letters, is one of the commonest of the language with this code.
pub(in crate::facts) fn is_small(code: &str, word: &str) -> bool {
    SMALL_WORDS
        .iter()
        .any(|(language, list)| *language == code && list.contains(&word))
}

/// How many words of each language were met.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hits([u32; SMALL_WORDS.len()]);

impl Hits {
    /// Counts a word of these languages.
    #[inline]
    pub(super) fn add(&mut self, set: u16) {
        for (number, hits) in self.0.iter_mut().enumerate() {
            *hits += u32::from(set >> number & 1);
        }
    }

    /// The words of English.
    pub(super) fn english(&self) -> u32 {
        self.0.first().copied().unwrap_or_default()
    }

    /// The language with the most words, and how many. Of equals the first one counts, so English wins a draw.
    pub(super) fn best(&self) -> (u32, &'static str) {
        let mut best = (0, "und");
        for (&(code, _), &hits) in SMALL_WORDS.iter().zip(&self.0) {
            if hits > best.0 {
                best = (hits, code);
            }
        }
        best
    }
}
