//! Which language a text is in, as far as needed to know which rules may be trusted.
//!
//! Takes the tokens of an analysis, gives a [`Language`] or none when there is too little text to tell. Decides by the
//! script of the letters, and among languages in Latin letters by the share of their commonest small words (lists
//! written for this program). Reads only the first some thousand words. Deliberately absent: fine distinctions between
//! near languages; all that matters is whether the rules for English hold, and how figures are written.
//!
//! A block of enough words that is surely in another language than the text is told apart: see [`Tongues`].

mod blocks;
mod script;
mod small;

use rustc_hash::FxHashMap;
use serde::Serialize;

pub(super) use blocks::{Tongues, read};
use script::Scripts;
pub(super) use small::is_small;
use small::{Hits, small_words};

use super::{Analysis, Key, Shape};

/// The languages that are told apart, by code, with their names.
const NAMES: [(&str, &str); 19] = [
    ("en", "English"),
    ("de", "German"),
    ("fr", "French"),
    ("es", "Spanish"),
    ("it", "Italian"),
    ("pt", "Portuguese"),
    ("nl", "Dutch"),
    ("pl", "Polish"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("ru", "Russian"),
    ("uk", "Ukrainian"),
    ("el", "Greek"),
    ("zh", "Chinese"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("ar", "Arabic"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
];

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

    /// The language of a tag such as `de` or `pt-BR`, if it is one that is told apart.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let code = tag.get(..2)?;
        let rest = tag.get(2..)?;
        let known = NAMES.iter().find(|(c, _)| c.eq_ignore_ascii_case(code));
        known
            .filter(|_| rest.is_empty() || rest.starts_with(['-', '_']))
            .map(|(code, _)| Self(code))
    }

    /// Whether the rules for English hold.
    pub fn is_english(self) -> bool {
        self == Self::ENGLISH
    }

    /// The name in English, for people.
    pub fn name(self) -> &'static str {
        let named = NAMES.iter().find(|(code, _)| *code == self.0);
        named.map_or("a language that is not known here", |(_, name)| name)
    }
}

/// How many words are looked at.
const WINDOW: usize = 4000;
/// Fewer words than this tell nothing, unless the script does.
const ENOUGH: u32 = 8;
/// From this many words on, a text without small words known here is taken for another language.
const PLENTY: u32 = 60;
/// The same for a text of which one word in six has letters that English does not have.
const STRANGE: u32 = 20;
/// The least share of small words in running text of a language, in hundredths; English prose has 35 to 50, a bare list 5.
const SHARE: u32 = 14;

/// The language of an analysed text. O(1) in long texts: it reads the first 4,000 words.
fn detect(analysis: &Analysis<'_>, small: &FxHashMap<Key, u16>) -> Option<Language> {
    let words = analysis
        .tokens
        .iter()
        .filter(|t| t.shape == Shape::Word)
        .take(WINDOW)
        .map(|t| (analysis.word(t), t.key));
    of_words(words, small)
}

/// The language of a sequence of words.
fn of_words<'a>(
    words: impl Iterator<Item = (&'a str, Key)>,
    small: &FxHashMap<Key, u16>,
) -> Option<Language> {
    let mut scripts = Scripts::default();
    let mut hits = Hits::default();
    let (mut seen, mut strange) = (0, 0);
    for (word, key) in words {
        seen += 1;
        scripts.count(word);
        strange += u32::from(!word.is_ascii() && !word.contains('’'));
        if let Some(&set) = small.get(&key) {
            hits.add(set);
        }
    }
    if let Some(language) = scripts.language() {
        return Some(language);
    }
    if seen < ENOUGH {
        return None;
    }
    let (most, code) = hits.best();
    if most * 100 >= SHARE * seen {
        return Some(Language(code));
    }
    // A text of names and headings has few small words in any language.
    let english = hits.english();
    let other = seen >= PLENTY && english < most.max(1)
        || seen >= STRANGE && english == 0 && strange * 6 >= seen;
    other.then_some(Language::OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|w| !w.is_empty());
        let got = of_words(words.map(|w| (w, Key::of_word(w))), &small_words());
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
