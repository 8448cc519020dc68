//! Keys in the library.

use super::Reader;
use crate::app::Effect;
use crate::app::memory::input_of;
use crate::command::{Code, Key};
use crate::ui::{Library, Overlay};

impl Reader {
    /// Shows the library over everything else.
    pub fn open_library(&mut self, library: Library) {
        self.view.overlay = Some(Overlay::Library(library));
    }

    /// Gives a key to the library.
    pub(super) fn library_key(&mut self, key: Key) -> Option<Effect> {
        let page = (isize::from(i16::try_from(self.size.rows).unwrap_or(i16::MAX)) / 3).max(1);
        let Some(Overlay::Library(library)) = &mut self.view.overlay else {
            return None;
        };
        let asked = std::mem::take(&mut library.asking);
        match (key.ctrl, key.code) {
            (true, Code::Char('x')) => {
                let book = library.choice()?;
                let Some(document) = book.document else {
                    self.view
                        .say("this article comes with nutgraf and was not read yet");
                    return None;
                };
                if asked {
                    library.remove(document);
                    self.view.say("forgotten");
                    return Some(Effect::Forget(document));
                }
                library.asking = true;
            }
            // Any other key is the answer no.
            _ if asked => {}
            (false, Code::Enter) => return self.open_book(),
            (false, Code::Esc) | (true, Code::Char('g')) => {
                if library.input.text().is_empty() {
                    self.view.overlay = None;
                } else {
                    (library.input, library.chosen) = (crate::ui::Input::default(), 0);
                }
            }
            (false, Code::Down | Code::Tab) | (true, Code::Char('n' | 'j')) => library.step(1),
            (false, Code::Up | Code::BackTab) | (true, Code::Char('p' | 'k')) => library.step(-1),
            (false, Code::PageDown) => library.step(page),
            (false, Code::PageUp) => library.step(-page),
            _ => {
                if library.input.key(key) == Some(true) {
                    library.chosen = 0;
                }
            }
        }
        None
    }

    /// Opens the chosen article.
    fn open_book(&mut self) -> Option<Effect> {
        let Some(Overlay::Library(library)) = &self.view.overlay else {
            return None;
        };
        let book = library.choice()?;
        let place = book.place.as_deref();
        let input = place.and_then(input_of);
        if input.is_none() {
            self.view.complain(
                "it came through a pipe: pipe it in again, and it continues where you stopped",
            );
        }
        input.map(Effect::Open)
    }
}
