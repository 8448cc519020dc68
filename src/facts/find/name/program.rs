//! Programs, libraries and languages, which texts with code name like people and places: `Serde`, `Rust`.

use crate::document::{BlockKind, Document, MarkKind};
use crate::facts::Kind;
use crate::facts::gazetteer::Flags;

/// Whether a text shows code, so that a name in it may well be a program's. O(blocks + marks).
pub(super) fn is_technical(document: &Document) -> bool {
    let is_code = |kind: &BlockKind| matches!(kind, BlockKind::Code { .. });
    document.blocks().iter().any(|b| is_code(&b.kind))
        || document.marks().iter().any(|m| m.kind == MarkKind::Code)
}

/// Whether a single word that was taken for a person or a place is rather a program, in a text that shows code: the
/// lists of software have it, or no list has a person of that name.
pub(super) fn may_be(kind: Kind, flags: Flags) -> bool {
    let person = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
    let known = Flags::COUNTRY.with(Flags::STATE);
    match kind {
        Kind::Person => !flags.has(person) || flags.has(Flags::SOFTWARE),
        Kind::Place => flags.has(Flags::SOFTWARE) && !flags.has(known),
        _ => false,
    }
}
