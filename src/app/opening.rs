//! How an article is opened: at which place, and with how much room.

use super::Reader;
use crate::command::Command;
use crate::document::{BlockKind, Document};
use crate::index::Query;
use crate::ui::{Search, View};

/// Where the reader begins, when that is said by what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seek {
    /// At the end.
    End,
    /// At the first of these words.
    Words(String),
}

/// The widest column of text, in columns: for text whose lines must not be wrapped.
const WIDE: u16 = 200;

impl Reader {
    /// Goes to what is sought, as far as it is there.
    pub fn seek(&mut self, seek: &Seek) {
        match seek {
            Seek::End => {
                self.run(Command::Bottom, None, None);
            }
            Seek::Words(words) => self.search_for(Search {
                query: Query {
                    pattern: words.clone(),
                    regex: false,
                },
                current: None,
                hits: None,
            }),
        }
    }
}

/// Gives a text that is mostly lines which must stay as they are (a diff, a program) all the room: its rows are not
/// wrapped, and there are no facts in it.
pub(super) fn give_room(view: &mut View, document: &Document) {
    let bytes = |is_counted: fn(&BlockKind) -> bool| -> usize {
        let blocks = document.blocks().iter();
        blocks
            .filter(|b| is_counted(&b.kind))
            .map(|b| b.span.len())
            .sum()
    };
    let code = bytes(|kind| matches!(kind, BlockKind::Code { .. }));
    if code > bytes(BlockKind::is_prose) {
        view.measure = view.measure.max(WIDE);
        view.panes.facts = false;
    }
}
