//! How paragraphs are set, in how many columns, and what recedes.

use super::Reader;
use crate::layout::{Alignment, Hyphens, Paragraphs};
use crate::ui::{Columns, Frame};

impl Reader {
    /// Full rows, or ragged ones again.
    pub(super) fn justify(&mut self) {
        let (to, says) = match self.view.typography.alignment {
            Alignment::Ragged => (Alignment::Justified, "full rows of text"),
            Alignment::Justified => (Alignment::Ragged, "ragged rows of text"),
        };
        self.view.typography.alignment = to;
        self.view.say(says);
    }

    /// Broken words, or whole ones again.
    pub(super) fn hyphenate(&mut self) {
        let language = self.article.document.meta().language.as_deref();
        let is_english = language.is_none_or(|tag| tag.to_ascii_lowercase().starts_with("en"));
        let (to, says) = match self.view.typography.hyphens {
            Hyphens::AsWritten if is_english => (Hyphens::English, "long words may be broken"),
            Hyphens::AsWritten => (
                Hyphens::English,
                "English words may be broken; this article is in another language",
            ),
            Hyphens::English => (Hyphens::AsWritten, "words stay whole"),
        };
        self.view.typography.hyphens = to;
        self.view.say(says);
    }

    /// Paragraphs set in, or with a blank row between them again.
    pub(super) fn set_paragraphs(&mut self) {
        let (to, says) = match self.view.typography.paragraphs {
            Paragraphs::Spaced => (Paragraphs::Indented, "paragraphs are set in"),
            Paragraphs::Indented => (Paragraphs::Spaced, "a blank row between paragraphs"),
        };
        self.view.typography.paragraphs = to;
        self.view.say(says);
    }

    /// Two columns of text where there is room for them, or one again.
    pub(super) fn set_columns(&mut self) {
        if self.view.columns == Columns::Two {
            self.view.columns = Columns::One;
            self.view.say("one column of text");
            return;
        }
        self.view.columns = Columns::Two;
        if Frame::of(&self.view, self.size).second.is_some() {
            self.view.say("two columns of text");
        } else if self.size.columns < Frame::TWO_COLUMNS_FROM {
            let least = Frame::TWO_COLUMNS_FROM;
            self.view.say(format!(
                "two columns of text, once the terminal is {least} columns wide"
            ));
        } else {
            let alone = self.keymap.key_of(crate::command::Command::Zen);
            self.view.say(format!(
                "two columns of text, once there is room: {alone} shows the text alone"
            ));
        }
    }

    /// Lets all but the sentences of the listed facts recede, or brings it back.
    pub(super) fn skim(&mut self) {
        self.view.skim = !self.view.skim;
        let walk = [
            crate::command::Command::NextFact,
            crate::command::Command::PreviousFact,
        ]
        .map(|command| self.keymap.key_of(command))
        .join("/");
        self.view.say(if self.view.skim {
            format!("skimming: {walk} goes from fact to fact")
        } else {
            "all of the text again".to_owned()
        });
    }
}
