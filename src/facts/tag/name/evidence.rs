//! What a document as a whole says of its words: written small elsewhere, seen in sure contexts.

use rustc_hash::FxHashMap;

use super::Sight;
use crate::facts::gazetteer::Flags;
use crate::facts::tag::Tag;
use crate::facts::tag::form::{Form, word_key};

/// Counts for one word, each up to 255.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::facts) struct Seen {
    /// Written small.
    pub small: u8,
    /// Written large where a small word could stand.
    pub large: u8,
    /// After a title or given name, before a surname.
    pub person: u8,
    /// In a chunk that ends like an organisation.
    pub organization: u8,
    /// Alone after `in`, `at`, `from`, `near`.
    pub place: u8,
    /// As the subject of a verb.
    pub subject: u8,
}

/// Counts for all words of a document.
#[derive(Debug)]
pub(in crate::facts) struct Evidence {
    words: FxHashMap<u32, Seen>,
    inside: [u32; 6],
}

impl Default for Evidence {
    fn default() -> Self {
        Self {
            words: FxHashMap::default(),
            inside: ["in", "at", "from", "near", "across", "outside"].map(word_key),
        }
    }
}

impl Evidence {
    /// What is known of a word.
    pub(in crate::facts) fn of(&self, word: u32) -> Seen {
        self.words.get(&word).copied().unwrap_or_default()
    }

    /// Takes one sentence into account. Headings only count for chunks.
    pub(in crate::facts) fn add(&mut self, sight: Sight<'_>) {
        let mut i = 0;
        while let Some(form) = sight.forms.get(i) {
            if form.is_capital() {
                let end = chunk(sight.forms, i);
                self.chunk(sight, i, end);
                i = end;
                continue;
            }
            if form.case == 0 {
                let seen = self.words.entry(form.word).or_default();
                seen.small = seen.small.saturating_add(1);
            }
            i += 1;
        }
    }

    /// Takes one chunk of capitalised words into account.
    fn chunk(&mut self, sight: Sight<'_>, from: usize, end: usize) {
        let forms = sight.forms.get(from..end).unwrap_or_default();
        let (Some(first), Some(last)) = (forms.first(), forms.last()) else {
            return;
        };
        let before = from.checked_sub(1).and_then(|i| sight.forms.get(i));
        let initial = before.is_none_or(|b| b.case == 6);
        let titled = first.flags.has(Flags::TITLE) && forms.len() > 1;
        let named = first.flags.has(Flags::GIVEN) && (2..=3).contains(&forms.len());
        let body = last
            .flags
            .has(Flags::COMPANY.with(Flags::ORGANIZATION_HEAD))
            && forms.len() > 1;
        let spot = before.is_some_and(|b| self.inside.contains(&b.word));
        let acts = sight
            .tags
            .get(end)
            .is_some_and(|t| matches!(t, Tag::Verb | Tag::Aux));
        for (i, form) in forms.iter().enumerate() {
            let seen = self.words.entry(form.word).or_default();
            let mut count = |field: fn(&mut Seen) -> &mut u8, holds: bool| {
                if holds {
                    let field = field(seen);
                    *field = field.saturating_add(1);
                }
            };
            count(|s| &mut s.large, !sight.heading && (i > 0 || !initial));
            count(|s| &mut s.person, (titled && i > 0) || (named && !body));
            count(|s| &mut s.organization, body);
            count(|s| &mut s.place, spot && forms.len() == 1);
            count(|s| &mut s.subject, acts && !sight.heading);
        }
    }
}

/// Where the chunk of capitalised words that begins at `from` ends.
pub(super) fn chunk(forms: &[Form], from: usize) -> usize {
    let mut end = from;
    while forms.get(end).is_some_and(Form::is_capital) {
        end += 1;
    }
    end
}
