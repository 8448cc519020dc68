//! What the word lists say of a word or a phrase: a table in the program, made from `assets/lists` by `train`.
//!
//! Takes the key of a word or phrase ([`form::word_key`](super::tag::form::word_key)), gives [`Flags`]. The file: the
//! magic, the numbers of slots and of mixtures (u32 each); each mixture of flags that occurs (u64); then the slots (u32):
//! the lower [`CHECK`] bits of the key, and the number of its mixture, 0 for an empty slot. All little-endian. A key lies
//! in the slot that its upper bits tell or one behind it (linear probing), so that nearly all of its bits are known and a
//! strange word has flags by chance about once in fifty thousand; nothing hangs on one word alone. Nothing is read
//! before the first look-up but the head.

/// The first bytes of the table.
pub(crate) const MAGIC: [u8; 4] = *b"NGL2";

/// Bytes before the mixtures.
pub(crate) const HEAD: usize = 12;

/// How many bits of a key a slot holds; the others are the number of its mixture.
pub(crate) const CHECK: u32 = 18;

/// What is known of a word or phrase: a set of classes, and the number of the country that it names or belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(pub(crate) u64);

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
    /// A company, a shop, a team.
    pub(crate) const BRAND: Self = Self(1 << 24);
    /// Software, a service, a file format, a programming language.
    pub(crate) const SOFTWARE: Self = Self(1 << 25);

    /// The group of words that it belongs to: the eight bits from here on.
    pub(crate) const GROUP_BIT: u32 = 32;

    /// The flags that say whose country it is: the bits from here on.
    pub(crate) const COUNTRY_BIT: u32 = 56;

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
        (self.0 >> Self::COUNTRY_BIT) as u8
    }

    /// The group of the words that stand among the same words as it does; 0 for none.
    pub(crate) const fn group(self) -> u8 {
        let [_, _, _, _, group, ..] = self.0.to_le_bytes();
        group
    }

    /// The parts of speech alone.
    pub(crate) const fn class(self) -> u32 {
        low(self.0) & 0x3f
    }

    /// The classes of names alone.
    pub(crate) const fn names(self) -> u32 {
        low(self.0 >> 6) & 0xf_ffdf
    }

    /// The classes of names that the part-of-speech tagger has learnt.
    pub(crate) const fn common_names(self) -> u32 {
        low(self.0 >> 6) & 0x3_ffdf
    }
}

/// The table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gazetteer<'m> {
    mixtures: &'m [[u8; 8]],
    slots: &'m [[u8; 4]],
}

/// The slot of a key among so many, without a division (Lemire 2019). Keys that meet at the end have slots behind it.
pub(crate) const fn slot(key: u32, slots: usize) -> usize {
    ((key as u64 * slots.saturating_sub(BEHIND) as u64) >> 32) as usize
}

/// Slots that no key has for its own, for those of the last ones.
pub(crate) const BEHIND: usize = 256;

impl Gazetteer<'static> {
    /// The table in the program.
    pub(crate) fn built_in() -> Self {
        Gazetteer::read(include_bytes!("../../assets/models/lists.bin"))
    }
}

impl<'m> Gazetteer<'m> {
    /// Reads a table; one that does not fit its head answers as an empty one. O(1).
    pub(crate) fn read(bytes: &'m [u8]) -> Self {
        Self::parse(bytes).unwrap_or_default()
    }

    fn parse(bytes: &'m [u8]) -> Option<Self> {
        let (head, rest) = bytes.split_first_chunk::<HEAD>()?;
        let number = |at: usize| {
            let bytes = head.get(at..)?.first_chunk::<4>()?;
            usize::try_from(u32::from_le_bytes(*bytes)).ok()
        };
        let (slots, mixtures) = (number(4)?, number(8)?);
        let (mixtures, rest) = rest.split_at_checked(mixtures.checked_mul(8)?)?;
        let slots = rest.get(..slots.checked_mul(4)?)?;
        head.starts_with(&MAGIC).then_some(Self {
            mixtures: mixtures.as_chunks().0,
            slots: slots.as_chunks().0,
        })
    }

    /// What is known of the word or phrase of this key. About one look into memory for a word that is not there.
    #[inline]
    pub(crate) fn word(&self, key: u32) -> Flags {
        let behind = self.slots.get(slot(key, self.slots.len())..);
        for cell in behind.unwrap_or_default() {
            let cell = u32::from_le_bytes(*cell);
            if cell == 0 {
                break;
            }
            if (cell ^ key) & ((1 << CHECK) - 1) == 0 {
                let flags = self.mixtures.get((cell >> CHECK) as usize);
                return flags.map_or_else(Flags::default, |f| Flags(u64::from_le_bytes(*f)));
            }
        }
        Flags::default()
    }
}

/// The lower half.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the lower half is what is wanted"
)]
const fn low(flags: u64) -> u32 {
    flags as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::tag::form::{phrase_key, word_key};

    /// What the built-in lists say of a phrase.
    fn flags(phrase: &str) -> Flags {
        let mut keys = phrase.split(' ').map(word_key);
        let first = keys.next().unwrap_or_default();
        Gazetteer::built_in().word(keys.fold(first, phrase_key))
    }

    #[track_caller]
    fn check(phrase: &str, class: Flags) {
        assert!(flags(phrase).has(class), "{phrase}: {:?}", flags(phrase));
    }

    #[test]
    fn the_lists_know_the_world() {
        check("Trondheim", Flags::CITY);
        check("Buenos Aires", Flags::PLACE);
        check("Abdelkader", Flags::GIVEN);
        check("Kovács", Flags::SURNAME);
        check("Small Business Administration", Flags::ORGANIZATION);
        check("Lufthansa", Flags::BRAND.with(Flags::ORGANIZATION));
        check("Kubernetes", Flags::SOFTWARE);
        check("Norwegian", Flags::DEMONYM);
        assert_eq!(flags("Norway").country(), flags("Norwegian").country());
    }

    #[test]
    fn words_that_stand_among_the_same_words_have_one_group() {
        let group = |word| flags(word).group();
        assert_ne!(group("scored"), 0);
        assert_eq!(group("monday"), group("tuesday"));
        assert_ne!(group("monday"), group("goalkeeper"));
    }

    #[test]
    fn a_strange_word_and_a_broken_table_say_nothing() {
        assert_eq!(flags("zqxvkjw"), Flags::default());
        for bytes in [
            &b""[..],
            b"NGL2",
            b"NGL2\xff\xff\xff\xff\xff\xff\xff\xff",
            b"NGL1\x01\0\0\0\x01\0\0\0",
        ] {
            assert_eq!(Gazetteer::read(bytes).word(7), Flags::default());
        }
    }
}
