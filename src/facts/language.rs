//! Which language a text is in, as far as needed to know which rules may be trusted.
//!
//! Takes the tokens of an analysis, gives a [`Language`] or none when there is too little text to tell. Decides by the
//! script of the letters, and among languages in Latin letters by the share of their commonest small words (lists
//! written for this program). Reads only the first some thousand words. Deliberately absent: fine distinctions between
//! near languages; all that matters is whether the rules for English hold.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::{Analysis, Key, Shape};

/// A language by its two-letter code (ISO 639-1); `und` (undetermined, BCP 47) for one that is not known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(&'static str);

impl Language {
    /// English, the language that all rules know.
    pub const ENGLISH: Self = Self("en");
    /// Some language that is none of those known here.
    pub const OTHER: Self = Self("und");

    /// The code: `en`, `de`, …, `und`.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Whether the rules for English hold.
    pub fn is_english(self) -> bool {
        self == Self::ENGLISH
    }

    /// The name in English, for people.
    pub fn name(self) -> &'static str {
        match self.0 {
            "en" => "English",
            "de" => "German",
            "fr" => "French",
            "es" => "Spanish",
            "it" => "Italian",
            "pt" => "Portuguese",
            "nl" => "Dutch",
            "pl" => "Polish",
            "sv" => "Swedish",
            "tr" => "Turkish",
            "ru" => "Russian",
            "uk" => "Ukrainian",
            "el" => "Greek",
            "zh" => "Chinese",
            "ja" => "Japanese",
            "ko" => "Korean",
            "ar" => "Arabic",
            "he" => "Hebrew",
            "hi" => "Hindi",
            _ => "a language that is not known here",
        }
    }
}

/// The commonest small words of languages in Latin letters, those left out that several of them share in the same
/// spelling and that say little (`a`, `en`, `de` stay where they are frequent enough to help).
const SMALL_WORDS: [(&str, &[&str]); 10] = [
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

/// How many words are looked at.
const WINDOW: usize = 4000;
/// Fewer words than this tell nothing, unless the script does.
const ENOUGH: usize = 8;
/// From this many words on, a text without small words known here is taken for another language.
const PLENTY: usize = 60;
/// The least share of small words in running text of a language; English prose has .35 to .50, a bare list .05.
const SHARE: f32 = 0.14;

/// The language of an analysed text. O(1) in long texts: it reads the first 4,000 words.
pub(super) fn detect(analysis: &Analysis<'_>) -> Option<Language> {
    let words = analysis
        .tokens
        .iter()
        .filter(|t| t.shape == Shape::Word)
        .take(WINDOW)
        .map(|t| (analysis.word(t), t.key));
    of_words(words)
}

/// For each small word the languages that have it, as a set of bits in the order of [`SMALL_WORDS`].
fn small_words() -> FxHashMap<Key, u16> {
    let mut sets = FxHashMap::default();
    for (number, (_, list)) in SMALL_WORDS.iter().enumerate() {
        for word in *list {
            *sets.entry(Key::of(word)).or_default() |= 1 << number;
        }
    }
    sets
}

/// The language of a sequence of words.
fn of_words<'a>(words: impl Iterator<Item = (&'a str, Key)>) -> Option<Language> {
    let small = small_words();
    let mut scripts = Scripts::default();
    let mut hits = [0_u32; SMALL_WORDS.len()];
    let mut seen = 0_usize;
    for (word, key) in words {
        seen += 1;
        scripts.count(word);
        if let Some(set) = small.get(&key) {
            for (number, hits) in hits.iter_mut().enumerate() {
                *hits += u32::from(set >> number & 1);
            }
        }
    }
    if let Some(language) = scripts.language() {
        return Some(language);
    }
    if seen < ENOUGH {
        return None;
    }
    // Of equals the first one counts, so English wins a draw.
    let mut best = (0, "und");
    for (&(code, _), &hits) in SMALL_WORDS.iter().zip(&hits) {
        if hits > best.0 {
            best = (hits, code);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of at most 4,000")]
    let share = best.0 as f32 / seen as f32;
    if share >= SHARE {
        return Some(Language(best.1));
    }
    // A text of names and headings has few small words in any language.
    let english = hits.first().copied().unwrap_or_default();
    (seen >= PLENTY && english < best.0.max(1)).then_some(Language::OTHER)
}

/// Letters by script.
#[derive(Debug, Default)]
struct Scripts {
    all: u32,
    han: u32,
    kana: u32,
    hangul: u32,
    cyrillic: u32,
    ukrainian: u32,
    greek: u32,
    arabic: u32,
    hebrew: u32,
    devanagari: u32,
    latin: u32,
}

impl Scripts {
    /// Counts the letters of a word. A Han or kana sign stands for about two letters of an alphabet.
    fn count(&mut self, word: &str) {
        if word.is_ascii() {
            let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
            let letters = u32::try_from(letters).unwrap_or(u32::MAX);
            self.all = self.all.saturating_add(letters);
            self.latin = self.latin.saturating_add(letters);
            return;
        }
        for c in word.chars().filter(|c| c.is_alphabetic()) {
            self.all += 1;
            match u32::from(c) {
                0x41..=0x24f | 0x1e00..=0x1eff => self.latin += 1,
                0x370..=0x3ff | 0x1f00..=0x1fff => self.greek += 1,
                0x400..=0x52f => {
                    self.cyrillic += 1;
                    self.ukrainian += u32::from(matches!(c, 'і' | 'ї' | 'є' | 'ґ'));
                }
                0x590..=0x5ff => self.hebrew += 1,
                0x600..=0x6ff | 0x750..=0x77f => self.arabic += 1,
                0x900..=0x97f => self.devanagari += 1,
                0x3040..=0x30ff => self.kana += 1,
                0x3400..=0x4dbf | 0x4e00..=0x9fff | 0x20000..=0x2ffff => self.han += 1,
                0x1100..=0x11ff | 0xac00..=0xd7af => self.hangul += 1,
                _ => {}
            }
        }
    }

    /// The language that the script tells; none for Latin letters and for too little text.
    fn language(&self) -> Option<Language> {
        if self.all < 6 {
            return None;
        }
        let most = |letters: u32| letters * 2 > self.all;
        let code = if most(self.han + self.kana) {
            if self.kana * 10 > self.han + self.kana {
                "ja"
            } else {
                "zh"
            }
        } else if most(self.hangul) {
            "ko"
        } else if most(self.cyrillic) {
            if self.ukrainian * 50 > self.cyrillic {
                "uk"
            } else {
                "ru"
            }
        } else if most(self.greek) {
            "el"
        } else if most(self.arabic) {
            "ar"
        } else if most(self.hebrew) {
            "he"
        } else if most(self.devanagari) {
            "hi"
        } else if most(self.latin) {
            return None;
        } else {
            "und"
        };
        Some(Language(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|w| !w.is_empty());
        let got = of_words(words.map(|w| (w, Key::of_word(w))));
        assert_eq!(got.map(Language::code), expect, "{text}");
    }

    #[test]
    fn small_words_tell_the_language() {
        check(
            "The harbour was closed for two days, and the ferries that run to the islands stayed in port.",
            Some("en"),
        );
        check(
            "Der Hafen war zwei Tage lang gesperrt, und die Fähren zu den Inseln blieben im Dock.",
            Some("de"),
        );
        check(
            "Le port est resté fermé pendant deux jours et les bateaux qui vont dans les îles sont au quai.",
            Some("fr"),
        );
        check(
            "El puerto estuvo cerrado dos días y los barcos que van a las islas no salieron por la tormenta.",
            Some("es"),
        );
        check(
            "Il porto è rimasto chiuso per due giorni e i traghetti che vanno alle isole non sono partiti.",
            Some("it"),
        );
        check(
            "O porto ficou fechado por dois dias e os barcos que vão para as ilhas não saíram do cais.",
            Some("pt"),
        );
        check(
            "De haven was twee dagen dicht en de boten naar de eilanden zijn niet met het tij uitgevaren.",
            Some("nl"),
        );
        check(
            "Port był zamknięty przez dwa dni, a promy na wyspy nie wypłynęły, bo to jest zbyt groźne.",
            Some("pl"),
        );
        check(
            "Hamnen var stängd i två dagar och färjorna till öarna låg kvar för att det är storm på havet.",
            Some("sv"),
        );
    }

    #[test]
    fn scripts_tell_the_language() {
        check("Порт был закрыт два дня", Some("ru"));
        check(
            "Порт був закритий, і пороми стояли біля причалу її",
            Some("uk"),
        );
        check("港口关闭了两天渡轮停航", Some("zh"));
        check("港は二日間閉鎖されフェリーは欠航した", Some("ja"));
        check("항구는 이틀 동안 폐쇄되었다", Some("ko"));
        check("أغلق الميناء لمدة يومين", Some("ar"));
        check("Το λιμάνι έκλεισε για δύο μέρες", Some("el"));
    }

    #[test]
    fn too_little_text_tells_nothing() {
        check("", None);
        check("Harbour closed", None);
        check("Ada Lovelace", None);
    }

    #[test]
    fn a_language_not_known_here_is_not_taken_for_english() {
        let finnish = "Satama suljettiin kahdeksi päiväksi myrskyn vuoksi, saarten lautat pysyivät laiturissa. ";
        check(&finnish.repeat(8), Some("und"));
    }

    #[test]
    fn english_with_foreign_names_stays_english() {
        check(
            "Jean-Claude Dupont of the Banque de la Réunion told the paper El País that it was too early to say.",
            Some("en"),
        );
    }
}
