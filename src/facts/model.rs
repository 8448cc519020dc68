//! What a fact is.

use serde::Serialize;

use super::Language;
use crate::document::SectionId;
use crate::text::{Pos, Span};

/// The number of a fact in its findings, from 0 in the order of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FactId(pub u32);

impl FactId {
    /// The fact of this index.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index into [`Findings::facts`].
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// The kinds of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A number of things, a measure, a length of time.
    Quantity,
    /// A share or rate in percent or percentage points.
    Percent,
    /// An amount of money.
    Money,
    /// A date, a period, a time of day.
    Time,
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// A place.
    Place,
    /// A named event.
    Event,
    /// Words in quotation marks that somebody said.
    Quote,
    /// Something that somebody asserts, denies, expects.
    Claim,
    /// A short form or a term with what it stands for.
    Definition,
    /// Several things counted off.
    List,
    /// A whole sentence that says what the text is about, where nothing else in it is a fact but names.
    Statement,
}

impl Kind {
    /// All kinds, in the order in which they are listed to people.
    pub const ALL: [Self; 13] = [
        Self::Quantity,
        Self::Percent,
        Self::Money,
        Self::Time,
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Event,
        Self::Quote,
        Self::Claim,
        Self::Definition,
        Self::List,
        Self::Statement,
    ];

    /// The name in output and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Time => "time",
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Event => "event",
            Self::Quote => "quote",
            Self::Claim => "claim",
            Self::Definition => "definition",
            Self::List => "list",
            Self::Statement => "statement",
        }
    }

    /// Whether it is a name: a person, an organisation, a place, an event.
    pub const fn is_name(self) -> bool {
        matches!(
            self,
            Self::Person | Self::Organization | Self::Place | Self::Event
        )
    }

    /// Whether it is a number: a quantity, a percentage, an amount of money.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Quantity | Self::Percent | Self::Money)
    }
}

/// One fact: a slice of the text, what it means, and where else it is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What kind of fact.
    pub kind: Kind,
    /// The words to mark: the first mention.
    pub span: Span,
    /// The sentence that says it: the evidence.
    pub sentence: Span,
    /// What it is about: the thing counted, what happened at that time, what is defined. Of quotations and claims: the
    /// words that stand for the speaker in their sentence (`he`), when they are not the speaker's name.
    pub subject: Option<Span>,
    /// Where a number holds, when its clause says so: `Iraq` of `2,500 troops in Iraq`.
    pub place: Option<Span>,
    /// When a number holds, when its clause says so.
    pub when: Option<Span>,
    /// What it says, normalised.
    pub value: Value,
    /// All places where the same is said, in order, the first one included.
    pub mentions: Vec<Span>,
    /// The section of the first mention.
    pub section: SectionId,
    /// Facts that give another value for the same thing.
    pub conflicts: Vec<FactId>,
    /// How sure the finder is, 0 to 1.
    pub sure: f32,
    /// Importance, 0 to 1.
    pub score: f32,
    /// Place in the order of importance, from 1.
    pub rank: u32,
    /// Why it ranks there, the strongest first.
    pub reasons: Vec<Reason>,
}

impl Fact {
    /// The mention of this number, from 0; the first one where there is none of that number.
    pub fn mention(&self, number: usize) -> Span {
        self.mentions.get(number).copied().unwrap_or(self.span)
    }
}

/// What a finder proposes: a fact before merging and ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What kind of fact.
    pub kind: Kind,
    /// The words to mark.
    pub span: Span,
    /// What it is about.
    pub subject: Option<Span>,
    /// What it says.
    pub value: Value,
    /// For names: candidates with the same number are the same one. The finder decides who is who.
    pub entity: Option<u32>,
    /// How sure the finder is, 0 to 1.
    pub confidence: f32,
}

/// What a fact says, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A quantity, a percentage, an amount.
    Number(Number),
    /// A date or period, as far as it can be known.
    Time(Option<Period>),
    /// A name.
    Name {
        /// The fullest form of the name in the text.
        canonical: Span,
        /// The role or title that stands with it: `Defense Secretary`.
        role: Option<Span>,
        /// The short form given for it: `ISIS`.
        acronym: Option<Span>,
    },
    /// A quotation.
    Quote {
        /// Who said it.
        speaker: Option<Span>,
        /// The word that tells so: `said`, `according to`.
        cue: Option<Span>,
    },
    /// An attributed claim. The span of the fact is the content.
    Claim {
        /// Who claims it; none when the text does not say.
        speaker: Option<Span>,
        /// The word that tells so.
        cue: Span,
        /// How it is put.
        stance: Stance,
        /// Further pieces of the content, around the source and cue.
        more: Vec<Span>,
    },
    /// A definition.
    Definition {
        /// The short form or the term.
        short: Span,
        /// What it stands for.
        long: Span,
    },
    /// A list.
    List {
        /// The number of items that the text announces, or else that it gives.
        count: u32,
        /// The items.
        items: Vec<Span>,
    },
    /// A statement: its words are all that it says.
    Statement,
}

/// A number with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The number, or the lower end of a range; scale words multiplied out; 5 % is 5.
    pub number: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// How exact the text makes it.
    pub approx: Approx,
    /// Whether the text says that it rises or falls.
    pub change: Option<Change>,
    /// What it is counted or measured in.
    pub unit: Option<Unit>,
}

/// The unit of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Words of the text: `American troops`, `miles per hour`.
    Words(Span),
    /// A fixed name for a sign or an abbreviation: `USD`, `%`, `km`.
    Name(&'static str),
}

/// How exact a number is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Approx {
    /// As it stands.
    #[default]
    #[serde(rename = "=")]
    Exact,
    /// About.
    #[serde(rename = "~")]
    About,
    /// Less than, up to.
    #[serde(rename = "<")]
    Below,
    /// More than, at least.
    #[serde(rename = ">")]
    Above,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Rises.
    Up,
    /// Falls.
    Down,
}

/// A date or a period in TIMEX3 style: `2013`, `2013-03`, `2013-03-22`, `2013-W12`, `2013-Q1`, `2013-SU`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Period {
    /// One date of some grain.
    Date(String),
    /// From the first to the second; either may be open.
    Range(Option<String>, Option<String>),
}

/// How a claim is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// Asserted.
    #[default]
    Asserted,
    /// Denied, rejected, or declined to say.
    Denied,
    /// Put as possible: suggested, may, believed.
    Hedged,
}

/// Why a fact ranks where it does. Each has a sentence for people in the user interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It stands in one of the few sentences that together say most of what the text is about.
    Gist,
    /// It shares its names or words with the title.
    Title,
    /// It stands in the first sentences.
    Lede,
    /// It is about what the article names most.
    Salient,
    /// It is said more than once.
    Repeated,
    /// It gives a definite figure, date or name.
    Specific,
    /// Somebody is named as its source.
    Attributed,
}

/// A sentence that says again what an earlier one said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The later sentence.
    pub span: Span,
    /// The earlier one.
    pub first: Span,
    /// Whether the words are the same, and not only nearly so.
    pub verbatim: bool,
}

/// All that was found in a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The sentences of the prose, in order.
    pub sentences: Vec<Span>,
    /// The facts, in the order of their first mentions.
    pub facts: Vec<Fact>,
    /// Sentences that repeat earlier ones.
    pub repeats: Vec<Repeat>,
    /// The language that was recognised; none when there is too little text to tell. In a language other than English
    /// only kinds that are safe there are found.
    pub language: Option<Language>,
    /// Where the search for facts ended, when the text or its facts were more than are looked for: see [`REACH`] and
    /// [`MOST`].
    ///
    /// [`REACH`]: super::REACH
    /// [`MOST`]: super::MOST
    pub end: Option<Pos>,
}
