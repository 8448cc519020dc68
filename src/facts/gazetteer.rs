//! What the word lists say of a word or a phrase: a table in the program, made from `assets/lists` by `train`.
//!
//! Takes the key of a word or phrase ([`form::word_key`](super::tag::form::word_key)), gives [`Flags`]. The file: the
//! magic, the logarithm of the number of slots (u8), three bytes of nothing; then for each slot a key (u32,
//! little-endian, 0: empty) and flags (u32). Keys are hashes of 32 bits, so that a strange word has flags by chance
//! about once in a hundred thousand; nothing hangs on one word alone.

/// The first bytes of the table.
pub(crate) const MAGIC: [u8; 4] = *b"NGL1";

/// Bytes before the slots.
pub(crate) const HEAD: usize = 8;

/// What is known of a word or phrase: a set of classes, and the number of the country that it names or belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(pub(crate) u32);

impl Flags {
    /// Can be a noun.
    pub(crate) const NOUN: Self = Self(1);
    /// Can be a verb.
    pub(crate) const VERB: Self = Self(1 << 1);
    /// Can be an adjective.
    pub(crate) const ADJECTIVE: Self = Self(1 << 2);
    /// Can be an adverb.
    pub(crate) const ADVERB: Self = Self(1 << 3);
    /// Is nearly always a noun.
    pub(crate) const MOSTLY_NOUN: Self = Self(1 << 4);
    /// Is nearly always a verb; with the noun's mark, an adjective.
    pub(crate) const MOSTLY_VERB: Self = Self(1 << 5);
    /// A given name.
    pub(crate) const GIVEN: Self = Self(1 << 6);
    /// A surname.
    pub(crate) const SURNAME: Self = Self(1 << 7);
    /// A known person.
    pub(crate) const PERSON: Self = Self(1 << 8);
    /// A region, river, mountain, building.
    pub(crate) const PLACE: Self = Self(1 << 9);
    /// A city.
    pub(crate) const CITY: Self = Self(1 << 10);
    /// A phrase in the lists begins so.
    pub(crate) const PREFIX: Self = Self(1 << 11);
    /// A country, or its short form.
    pub(crate) const COUNTRY: Self = Self(1 << 12);
    /// A state of the United States, a province.
    pub(crate) const STATE: Self = Self(1 << 13);
    /// Written with a capital and no name of one thing: `Iraqi`, `Catholic`.
    pub(crate) const DEMONYM: Self = Self(1 << 14);
    /// An organisation.
    pub(crate) const ORGANIZATION: Self = Self(1 << 15);
    /// An event, a holiday.
    pub(crate) const EVENT: Self = Self(1 << 16);
    /// Stands before the name of a person: `Mr`, `President`, `Prime Minister`.
    pub(crate) const TITLE: Self = Self(1 << 17);
    /// What a person can be: `director`, `spokeswoman`.
    pub(crate) const ROLE: Self = Self(1 << 18);
    /// Ends the name of a company: `Inc`, `Ltd`.
    pub(crate) const COMPANY: Self = Self(1 << 19);
    /// Heads the name of an organisation: `Ministry`, `Party`.
    pub(crate) const ORGANIZATION_HEAD: Self = Self(1 << 20);
    /// Heads the name of a place: `River`, `Street`.
    pub(crate) const PLACE_HEAD: Self = Self(1 << 21);
    /// Heads the name of an event: `War`, `Festival`.
    pub(crate) const EVENT_HEAD: Self = Self(1 << 22);
    /// A month, a day, a season.
    pub(crate) const CALENDAR: Self = Self(1 << 23);

    /// Whether it has one of the classes of `other`.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    #[must_use]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The number of the country that it names or belongs to; 0 for none.
    pub(crate) const fn country(self) -> u8 {
        (self.0 >> 24) as u8
    }

    /// The parts of speech alone.
    pub(crate) const fn class(self) -> u32 {
        self.0 & 0x3f
    }

    /// The classes of names alone.
    pub(crate) const fn names(self) -> u32 {
        (self.0 >> 6) & 0x3_ffdf
    }
}

/// The table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gazetteer<'m> {
    slots: &'m [u8],
    mask: usize,
}

impl Gazetteer<'static> {
    /// The table in the program.
    pub(crate) fn built_in() -> Self {
        Gazetteer::read(include_bytes!("../../assets/models/lists.bin"))
    }
}

impl<'m> Gazetteer<'m> {
    /// Reads a table; one that does not fit its head answers as an empty one. O(1).
    pub(crate) fn read(bytes: &'m [u8]) -> Self {
        let slots = 1_usize << bytes.get(4).copied().unwrap_or(0).min(24);
        match bytes.get(HEAD..HEAD + slots * 8) {
            Some(rest) if bytes.starts_with(&MAGIC) => Self {
                slots: rest,
                mask: slots - 1,
            },
            _ => Self::default(),
        }
    }

    /// What is known of the word or phrase of this key.
    pub(crate) fn word(&self, key: u32) -> Flags {
        let mut slot = key as usize;
        for _ in 0..=self.mask.min(64) {
            slot &= self.mask;
            let cell = self.slots.get(slot * 8..).and_then(<[u8]>::first_chunk);
            let Some(cell) = cell.map(|c: &[u8; 8]| u64::from_le_bytes(*c)) else {
                break;
            };
            let (found, flags) = (low(cell), low(cell >> 32));
            if found == key {
                return Flags(flags);
            }
            if found == 0 {
                break;
            }
            slot += 1;
        }
        Flags::default()
    }
}

/// The lower half.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the lower half is what is wanted"
)]
const fn low(cell: u64) -> u32 {
    cell as u32
}
