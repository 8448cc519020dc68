//! What one unit looks like, read once and asked by its neighbours too.

use std::hash::Hasher;

use super::super::front::is_credit;
use super::super::mark;
use super::super::unit::{Label, Page, Shape, Unit};
use super::super::wrap::ends_sentence;

/// The longest line, in characters, that may be a heading.
const LONGEST: u32 = 170;

/// The looks of a unit.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are features, each its own"
)]
pub(in crate::import::plain) struct Look {
    /// Whether it may be a heading at all.
    pub(super) candidate: bool,
    /// Whether it is running text of some length.
    pub(super) prose: bool,
    /// Whether it is an item of a list.
    pub(super) item: bool,
    /// Whether it is a heading already, by a mark.
    pub(super) marked: bool,
    /// Whether it is code, a quotation, verse or a rule.
    pub(super) other: bool,
    pub(super) chars: f32,
    pub(super) words: f32,
    /// What it ends with: see [`ending`].
    pub(super) end: f32,
    /// What it begins with: see [`beginning`].
    pub(super) begin: f32,
    /// The share of its longer words that begin with a capital, the first word left out.
    pub(super) title_case: f32,
    /// The share of its words that are English function words.
    pub(super) function: f32,
    pub(super) all_caps: bool,
    /// Whether it begins with a question word or `how`.
    pub(super) question: bool,
    /// Whether it has a personal pronoun.
    pub(super) pronoun: bool,
    /// Whether it says `you` or `your`.
    pub(super) you: bool,
    /// Whether it begins as an answer does: `I`, `We`, `Yes`, `Well`.
    pub(super) answer: bool,
    /// Whether it says what a picture or a table shows.
    pub(super) caption: bool,
    /// Whether it has a form of `be`, `have`, `do` or a modal verb.
    pub(super) verb: bool,
    /// The share of digits among its characters.
    pub(super) digits: f32,
    pub(super) commas: f32,
    pub(super) colon_inside: bool,
    pub(super) numbered: bool,
    /// Whether it holds a character of addresses, prices or menus.
    pub(super) symbol: bool,
    pub(super) gap: f32,
    /// How it is written: lines of one style are often headings together.
    pub(super) style: u16,
    pub(super) words_hash: u64,
}

impl Look {
    /// Looks at a unit. O(characters), for long units O(1).
    pub(in crate::import::plain) fn of(page: &Page, unit: &Unit) -> Self {
        let words = page.words(unit);
        let flow = matches!(unit.shape, Shape::Flow);
        let short = unit.chars <= LONGEST && unit.last - unit.first <= 3;
        #[expect(
            clippy::cast_precision_loss,
            reason = "long units are only compared with short ones"
        )]
        let mut look = Self {
            chars: unit.chars as f32,
            gap: f32::from(unit.gap.min(4)),
            item: matches!(unit.shape, Shape::Item { .. } | Shape::More { .. }),
            marked: matches!(unit.shape, Shape::Marked { .. })
                || matches!(unit.label, Label::Heading(_)),
            ..Self::default()
        };
        look.other = !flow && !look.item && !look.marked;
        look.end = ending(words);
        look.begin = beginning(words);
        look.prose = flow && unit.chars > 60 && (unit.chars > LONGEST || ends_sentence(words));
        look.answer = is_answer(words);
        if !short {
            look.words = look.chars / 6.0;
            return look;
        }
        look.read_words(words);
        look.candidate = flow
            && unit.label == Label::Plain
            && words.contains(char::is_alphabetic)
            && !is_credit(words);
        look.caption |= is_caption(words);
        look.numbered =
            mark::numbers(words).next().is_some() || mark::section_number(words).is_some();
        look.colon_inside = words.trim_end_matches(':').contains(": ");
        look.symbol = words
            .contains(['|', '@', '$', '\u{a9}', '/', '\u{20ac}', '=', '_', '#', '%'])
            || words.contains("http");
        look.style = look.style_key();
        look
    }

    /// Whether it ends with a question mark.
    pub(super) fn is_question(&self) -> bool {
        (self.end - 4.0).abs() < 0.5
    }

    /// A number for what it is: prose, candidate, item, marked heading, anything else, or nothing.
    pub(super) fn kind(&self) -> f32 {
        if self.chars == 0.0 {
            0.0
        } else if self.prose {
            1.0
        } else if self.marked {
            5.0
        } else if self.item {
            3.0
        } else if self.other {
            4.0
        } else {
            2.0
        }
    }

    /// Counts what its words are like.
    fn read_words(&mut self, words: &str) {
        let (mut count, mut long, mut capital, mut function) = (0_u16, 0_u16, 0_u16, 0_u16);
        let (mut letters, mut upper, mut digits, mut commas) = (0_u16, 0_u16, 0_u16, 0_u16);
        let mut hash = rustc_hash::FxHasher::default();
        for word in words.split_whitespace() {
            hash.write(word.as_bytes());
            self.caption |= is_credit_word(word);
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let kind = function_word(bare);
            function += u16::from(kind != Function::None);
            self.pronoun |= kind == Function::Pronoun;
            self.you |= bare.eq_ignore_ascii_case("you") || bare.eq_ignore_ascii_case("your");
            self.verb |= kind == Function::Verb;
            self.question |= kind == Function::Question && count == 0;
            if count > 0 && bare.chars().nth(3).is_some() {
                long += 1;
                capital += u16::from(
                    bare.starts_with(char::is_uppercase)
                        || bare.starts_with(|c: char| c.is_ascii_digit()),
                );
            }
            count += 1;
        }
        for c in words.chars() {
            letters += u16::from(c.is_alphabetic());
            upper += u16::from(c.is_uppercase());
            digits += u16::from(c.is_numeric());
            commas += u16::from(c == ',' || c == ';');
        }
        self.words = f32::from(count);
        self.title_case = if long > 0 {
            f32::from(capital) / f32::from(long)
        } else {
            -1.0
        };
        self.function = f32::from(function) / f32::from(count.max(1));
        self.all_caps = letters >= 2 && upper == letters;
        self.digits = f32::from(digits) / f32::from((letters + digits).max(1));
        self.commas = f32::from(commas);
        self.words_hash = hash.finish();
    }

    /// Capitals, ending, beginning, numbering and length, as one number.
    fn style_key(&self) -> u16 {
        let case = if self.all_caps {
            3
        } else if self.title_case > 0.7 {
            2
        } else {
            u16::from(self.title_case >= 0.0)
        };
        let length = u16::from(self.words > 3.0) + u16::from(self.words > 9.0);
        let ends = [0.0, 1.0, 2.0, 3.0, 4.0]
            .iter()
            .position(|e| *e >= self.end)
            .unwrap_or(5);
        let question = u16::from(self.question);
        let ends = u16::try_from(ends).unwrap_or(5);
        ((((case * 8 + ends) * 2 + u16::from(self.numbered)) * 3) + length) * 2 + question
    }
}

/// What a text ends with: 0 a letter, 1 a digit, 2 a closing mark, 3 `:`, 4 `?`, 5 `!`, 6 a comma or the like, 7 a full stop.
fn ending(words: &str) -> f32 {
    match words.chars().next_back() {
        Some('.' | '…' | '。') => 7.0,
        Some(',' | ';' | '-' | '–' | '—') => 6.0,
        Some('!' | '！') => 5.0,
        Some('?' | '？') => 4.0,
        Some(':' | '：') => 3.0,
        Some(c) if c.is_numeric() => 1.0,
        Some(c) if c.is_alphabetic() => 0.0,
        Some('"' | '\u{201d}' | '\'' | '\u{2019}') => {
            let inner = words.trim_end_matches(['"', '\u{201d}', '\'', '\u{2019}']);
            if inner.ends_with(['.', ',', '!', '?']) {
                7.0
            } else {
                2.0
            }
        }
        _ => 2.0,
    }
}

/// Whether a text begins as the answer to a question does.
fn is_answer(words: &str) -> bool {
    let first = words
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .find(|w| !w.is_empty());
    first.is_some_and(|w| {
        [
            "I",
            "We",
            "Yes",
            "No",
            "Well",
            "My",
            "Yeah",
            "Oh",
            "I'm",
            "I've",
            "I\u{2019}m",
            "I\u{2019}ve",
            "Absolutely",
            "Sure",
            "Our",
            "I'd",
            "I\u{2019}d",
            "Definitely",
            "Not",
        ]
        .contains(&w)
    })
}

/// Whether a line says what a picture, a table or a map shows.
fn is_caption(words: &str) -> bool {
    [
        "Figure ",
        "Fig. ",
        "Fig ",
        "FIGURE ",
        "Table ",
        "TABLE ",
        "Photo",
        "Image",
        "Map of ",
        "Source:",
        "Credit:",
        "Pictured",
        "A view of ",
        "View of ",
        "Courtesy",
        "Illustration",
        "Exhibit ",
        "Chart ",
    ]
    .iter()
    .any(|o| words.starts_with(o))
}

/// Whether a word stands in the credit of a picture.
fn is_credit_word(word: &str) -> bool {
    matches!(
        word,
        "Image:"
            | "Photo:"
            | "Credit:"
            | "(photo"
            | "(Photo"
            | "(photo:"
            | "(Photo:"
            | "(image"
            | "(Image"
            | "courtesy"
            | "Courtesy"
            | "Getty"
            | "(left)"
            | "(right)"
            | "Screenshot"
    )
}

/// What a text begins with: 0 a capital, 1 a small letter, 2 a digit, 3 a quotation mark, 4 another sign.
fn beginning(words: &str) -> f32 {
    match words.chars().next() {
        Some(c) if c.is_lowercase() => 1.0,
        Some(c) if c.is_numeric() => 2.0,
        Some(c) if c.is_alphabetic() => 0.0,
        Some('"' | '\u{201c}' | '\'' | '\u{2018}' | '\u{ab}') => 3.0,
        _ => 4.0,
    }
}

/// The kinds of function words that tell sentences from headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Function {
    None,
    Plain,
    Pronoun,
    Verb,
    Question,
}

/// The kind of a word, whatever its case.
fn function_word(word: &str) -> Function {
    let mut lower = [0_u8; 8];
    let Some(slot) = lower.get_mut(..word.len()) else {
        return Function::None;
    };
    slot.copy_from_slice(word.as_bytes());
    slot.make_ascii_lowercase();
    match &*slot {
        b"i" | b"you" | b"he" | b"she" | b"we" | b"they" | b"it" | b"me" | b"him" | b"us"
        | b"them" | b"my" | b"our" | b"i'm" | b"it's" | b"you're" | b"we're" | b"i've" | b"his"
        | b"her" | b"their" => Function::Pronoun,
        b"is" | b"are" | b"was" | b"were" | b"be" | b"been" | b"am" | b"has" | b"have" | b"had"
        | b"do" | b"does" | b"did" | b"will" | b"would" | b"can" | b"could" | b"should"
        | b"may" | b"might" | b"must" | b"isn't" | b"don't" | b"doesn't" | b"can't" | b"said"
        | b"says" => Function::Verb,
        b"what" | b"how" | b"why" | b"when" | b"where" | b"who" | b"which" => Function::Question,
        b"the" | b"a" | b"an" | b"of" | b"in" | b"on" | b"at" | b"to" | b"for" | b"from"
        | b"with" | b"by" | b"and" | b"or" | b"but" | b"as" | b"that" | b"this" | b"these"
        | b"those" | b"not" | b"no" | b"so" | b"if" | b"than" | b"then" | b"there" | b"here"
        | b"into" | b"about" | b"over" | b"after" | b"before" | b"your" | b"its" | b"all"
        | b"more" | b"out" | b"up" => Function::Plain,
        _ => Function::None,
    }
}
