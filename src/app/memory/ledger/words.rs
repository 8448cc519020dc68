//! What a person did and could not be saved, in words: all that is left of it when nothing can be written anywhere.

use crate::store::{Change, Unsaved};

/// What a person wrote and did, a line each.
pub(super) fn in_words(unsaved: &[Unsaved]) -> String {
    let changes = unsaved.iter().flat_map(|of| &of.changes);
    let said = changes.filter_map(|change| match change {
        Change::Note(note) => Some(format!(
            "\n\u{201c}{}\u{201d} {}",
            note.anchor.exact, note.text
        )),
        Change::Mark(mark) => Some(format!("\nmark {}: {}", mark.letter, mark.anchor.after)),
        Change::DeleteNote(_) => {
            Some("\na note that you deleted: it will be there again".to_owned())
        }
        Change::Dismiss(fact) => Some(format!("\ndismissed: {}", fact.anchor.exact)),
        Change::Restore(fact) => Some(format!("\nbrought back: {}", fact.anchor.exact)),
        _ => None,
    });
    said.collect()
}
