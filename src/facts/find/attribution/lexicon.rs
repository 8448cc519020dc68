//! The words that tell who says what: reporting verbs with what may follow them, and the closed classes around them.
//!
//! Takes the two lists in `assets/speech`, gives one table from the key of a word to its classes and its uses
//! as a reporting verb. Regular forms are made here; the lists hold only what is irregular. Knows nothing of texts.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::facts::Key;

const CUES: &str = include_str!("../../../../assets/speech/cues.txt");
const WORDS: &str = include_str!("../../../../assets/speech/words.txt");

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Classes(u64);

macro_rules! classes {
    ($($name:ident $section:literal $bit:literal;)*) => {
        impl Classes {
            $(pub(super) const $name: Self = Self(1 << $bit);)*

            /// The class that a section of the list names.
            fn named(section: &str) -> Self {
                match section {
                    $($section => Self::$name,)*
                    _ => Self(0),
                }
            }
        }
    };
}

classes! {
    DET "det" 0; POSS "poss" 1; SUBJECT "subject" 2; OBJECT "object" 3; FIRST "first" 4; DEMO "demonstrative" 5;
    PREP "prep" 6; CONJ "conj" 7; SUB "sub" 8; WH "wh" 9; RELATIVE "relative" 10; AUX "aux" 11; BE "be" 12;
    HAVE "have" 13; MODAL "modal" 14; MAYBE "maybe" 15; NOT "negation" 16; ADVERB "adverb" 17; NOT_ADVERB "notadverb" 18;
    TIME "time" 19; FINITE "finite" 20; REDUCED "reduced" 21; PERSON "person" 22; BODY "body" 23; TEXT "text" 24;
    HE "he" 25; SHE "she" 26; TITLE "title" 27; NOISE "noise" 28; SPEECH_NOUN "speechnoun" 29; CLAIM_NOUN "claimnoun" 30;
    // Classes of tokens rather than words, set while reading.
    NAME "-" 40; COMMA "-," 41; STOP "-." 42; COLON "-:" 43; DASH "--" 44; OPEN "-(" 45; CLOSE "-)" 46; MARK "-\"" 47;
    QUOTED "-q" 48; NUMBER "-n" 49; POSSESSIVE "-'s" 50; SIGN "-s" 51; ED "-ed" 52;
}

impl Classes {
    /// Whether it shares a class with `other`.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This without the classes of `other`.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// What may follow a reporting verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u32);

const FRAMES: [(&str, u32); 27] = [
    ("that", 0),
    ("bare", 1),
    ("quote", 2),
    ("wh", 3),
    ("np", 4),
    ("inf", 5),
    ("ing", 6),
    ("addr", 7),
    ("weak", 8),
    ("for", 9),
    ("of", 10),
    ("on", 11),
    ("about", 12),
    ("against", 13),
    ("to", 14),
    ("with", 15),
    ("in", 16),
    ("by", 17),
    ("over", 18),
    ("into", 19),
    ("at", 20),
    ("from", 21),
    ("as", 22),
    ("out", 23),
    ("upon", 24),
    ("if", 25),
    ("down", 26),
];

impl Frames {
    pub(super) const THAT: Self = Self(1);
    pub(super) const BARE: Self = Self(1 << 1);
    pub(super) const QUOTE: Self = Self(1 << 2);
    pub(super) const WH: Self = Self(1 << 3);
    pub(super) const NP: Self = Self(1 << 4);
    pub(super) const INF: Self = Self(1 << 5);
    pub(super) const ING: Self = Self(1 << 6);
    pub(super) const ADDR: Self = Self(1 << 7);
    pub(super) const WEAK: Self = Self(1 << 8);
    pub(super) const AS: Self = Self(1 << 22);

    /// Both together.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it shares a frame with `other`.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The frame of a preposition, or none.
    pub(super) fn preposition(word: &str) -> Self {
        FRAMES
            .iter()
            .find(|(name, bit)| *bit >= 9 && *bit != 22 && *name == word)
            .map_or(Self(0), |(_, bit)| Self(1 << bit))
    }
}

/// What kind of act a cue reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
    /// Saying, writing, naming.
    #[default]
    Say,
    /// Praise and support.
    Praise,
    /// Blame and opposition.
    Blame,
    /// Denial, refusal.
    Deny,
    /// Asking, urging, proposing.
    Demand,
    /// Promises, plans, wishes.
    Plan,
    /// Belief, expectation, doubt.
    Believe,
    /// Finding, showing, learning.
    Find,
}

impl Class {
    fn named(section: &str) -> Self {
        match section {
            "praise" => Self::Praise,
            "blame" => Self::Blame,
            "deny" => Self::Deny,
            "demand" => Self::Demand,
            "plan" => Self::Plan,
            "believe" => Self::Believe,
            "find" => Self::Find,
            _ => Self::Say,
        }
    }
}

/// The form of a verb. One spelling may stand for several; the past also stands for the participle where they agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `say`.
    Base,
    /// `says`.
    Present,
    /// `said`, as a past or a participle.
    Past,
    /// `written`, only a participle.
    Participle,
    /// `saying`.
    Ing,
}

/// A reporting verb.
#[derive(Clone, Debug, Default)]
pub(super) struct Verb {
    /// What kind of act it reports.
    pub(super) class: Class,
    /// What may follow it.
    pub(super) frames: Frames,
    /// The particle that makes it: `out` in `point out`; empty without one.
    pub(super) particle: &'static str,
}

/// One word as a form of a reporting verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    /// The index into the verbs.
    pub(super) verb: u16,
    /// The form that the word has.
    pub(super) form: Form,
}

/// What is known of one word.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its classes.
    pub(super) classes: Classes,
    /// Its uses as a reporting verb, those with a particle first.
    pub(super) uses: Vec<Use>,
}

/// The table of words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: FxHashMap<Key, u16>,
    entries: Vec<Entry>,
    verbs: Vec<Verb>,
}

impl Lexicon {
    /// The built-in lists, read when they are first asked for.
    pub(super) fn shared() -> &'static Self {
        static SHARED: OnceLock<Lexicon> = OnceLock::new();
        SHARED.get_or_init(Self::new)
    }

    /// Reads the built-in lists. Takes a fraction of a millisecond.
    fn new() -> Self {
        let mut lexicon = Self {
            entries: vec![Entry::default()],
            ..Self::default()
        };
        // Words and forms come to some 2,700.
        lexicon.words.reserve(3000);
        lexicon.entries.reserve(3000);
        lexicon.read_words();
        lexicon.read_cues();
        let verb = |of: &Use| lexicon.verbs.get(usize::from(of.verb));
        let alone = |of: &Use| verb(of).is_none_or(|v| v.particle.is_empty());
        for entry in &mut lexicon.entries {
            entry.uses.sort_by_key(alone);
        }
        lexicon
    }

    /// The number of a word; 0 for one that is not known.
    pub(super) fn number(&self, word: Key) -> u16 {
        self.words.get(&word).copied().unwrap_or_default()
    }

    /// What is known of the word of this number.
    pub(super) fn entry(&self, number: u16) -> Option<&Entry> {
        self.entries.get(usize::from(number))
    }

    /// One verb.
    pub(super) fn verb(&self, of: Use) -> Option<&Verb> {
        self.verbs.get(usize::from(of.verb))
    }

    fn read_words(&mut self) {
        let mut class = Classes::default();
        for line in WORDS.lines() {
            if let Some(name) = section(line) {
                class = Classes::named(name);
            } else if !line.starts_with('#') {
                for word in line.split_whitespace() {
                    self.change(word, |e| e.classes = e.classes.or(class));
                }
            }
        }
    }

    fn read_cues(&mut self) {
        let mut class = Class::Say;
        for line in CUES.lines() {
            if let Some(name) = section(line) {
                class = Class::named(name);
            } else if !line.starts_with('#')
                && let Some((forms, frames)) = line.split_once(':')
            {
                self.read_verb(class, forms, frames);
            }
        }
    }

    fn read_verb(&mut self, class: Class, forms: &'static str, frames: &str) {
        let mut frame = 0;
        for word in frames.split_whitespace() {
            if let Some((_, bit)) = FRAMES.iter().find(|(name, _)| *name == word) {
                frame |= 1 << bit;
            }
        }
        let mut stems = forms
            .split('/')
            .map(|f| f.split_once('+').unwrap_or((f, "")));
        let (lemma, particle) = stems.next().unwrap_or_default();
        let number = u16::try_from(self.verbs.len()).unwrap_or(u16::MAX);
        self.verbs.push(Verb {
            class,
            frames: Frames(frame),
            particle,
        });
        let past = stems.next().map(|s| s.0.to_owned());
        let participle = stems.next().map(|s| s.0);
        let mut add = |word: String, form| {
            self.change(&word, |e| e.uses.push(Use { verb: number, form }));
        };
        add(lemma.to_owned(), Form::Base);
        add(third_person(lemma), Form::Present);
        add(gerund(lemma, past.as_deref()), Form::Ing);
        add(past.unwrap_or_else(|| regular_past(lemma)), Form::Past);
        if let Some(word) = participle {
            add(word.to_owned(), Form::Participle);
        }
    }

    /// Changes the entry of a word, which is made when it is new.
    fn change(&mut self, word: &str, change: impl FnOnce(&mut Entry)) {
        let next = u16::try_from(self.entries.len()).unwrap_or(u16::MAX);
        let number = *self.words.entry(Key::of_word(word)).or_insert(next);
        if number == next {
            self.entries.push(Entry::default());
        }
        if let Some(entry) = self.entries.get_mut(usize::from(number)) {
            change(entry);
        }
    }
}

/// The name in a line `[name]`.
fn section(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

fn third_person(lemma: &str) -> String {
    match consonant_y(lemma) {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'o'])
            || lemma.ends_with("sh")
            || lemma.ends_with("ch") =>
        {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    }
}

fn regular_past(lemma: &str) -> String {
    match consonant_y(lemma) {
        Some(stem) => format!("{stem}ied"),
        None if lemma.ends_with('e') => format!("{lemma}d"),
        None => format!("{lemma}ed"),
    }
}

/// `saying`; a consonant that the past doubles is doubled here too.
fn gerund(lemma: &str, past: Option<&str>) -> String {
    let doubled = past
        .and_then(|p| p.strip_suffix("ed"))
        .filter(|stem| stem.len() == lemma.len() + 1 && stem.starts_with(lemma));
    if let Some(stem) = doubled {
        return format!("{stem}ing");
    }
    match lemma.strip_suffix('e') {
        Some(stem) if !lemma.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

/// What stands before a final `y` after a consonant.
fn consonant_y(lemma: &str) -> Option<&str> {
    let stem = lemma.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'o', 'u'])).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, form: Form) {
        let lexicon = Lexicon::shared();
        let entry = lexicon.entry(lexicon.number(Key::of_word(word))).unwrap();
        assert!(
            entry.uses.iter().any(|u| u.form == form),
            "{word}: {entry:?}"
        );
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        check("says", Form::Present);
        check("denies", Form::Present);
        check("denied", Form::Past);
        check("admitting", Form::Ing);
        check("agreeing", Form::Ing);
        check("arguing", Form::Ing);
        check("written", Form::Participle);
        check("stresses", Form::Present);
        check("pointed", Form::Past);
    }
}
