//! What was left out of a page for its limits, and how that is said.

use super::PAGE;
use super::attributes::{ATTRIBUTES, VALUE};

/// What was left out. The text of a page stays but where it is too long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Loss {
    /// What comes after the longest page.
    pub(in crate::import) length: bool,
    /// Elements that are nested too deeply, or too many.
    pub(in crate::import) elements: bool,
    /// Attributes that are too many or too long, of those that are looked at.
    pub(in crate::import) attributes: bool,
}

impl Loss {
    /// Whether nothing was left out.
    pub(in crate::import) fn is_none(self) -> bool {
        self == Self::default()
    }

    /// What was left out of either.
    pub(in crate::import) fn and(self, other: Self) -> Self {
        Self {
            length: self.length || other.length,
            elements: self.elements || other.elements,
            attributes: self.attributes || other.attributes,
        }
    }

    /// A sentence for the reader; none when nothing was left out.
    pub(in crate::import) fn sentence(self) -> Option<String> {
        let parts = [
            (self.length, format!("what comes after {} MiB", PAGE >> 20)),
            (
                self.elements,
                "elements that are too many or nested too deeply (their text is kept)".to_owned(),
            ),
            (
                self.attributes,
                format!(
                    "attributes past {ATTRIBUTES} in a tag or longer than {} KiB",
                    VALUE >> 10
                ),
            ),
        ];
        let said: Vec<String> = parts
            .into_iter()
            .filter_map(|(is_lost, what)| is_lost.then_some(what))
            .collect();
        (!said.is_empty())
            .then(|| format!("Left out, for the limits of a page: {}.", said.join("; ")))
    }
}
