//! Copying, as the loop does it: what is written to the terminal at once, and what the reader is told.

use anyhow::Context;
use crossterm::style::Print;

use super::Session;
use crate::app::Clipping;
use crate::app::clipboard::{Copied, Told};

impl Session {
    /// Copies by every way there is.
    pub(super) fn copy(&mut self, clipping: &Clipping) -> anyhow::Result<()> {
        let told = self.clipboard.copy(clipping, &self.events);
        self.tell(told)
    }

    /// Takes what came of the ways that take time.
    pub(super) fn copied(&mut self, copied: &Copied) -> anyhow::Result<()> {
        self.tell(copied.told())
    }

    fn tell(&mut self, told: Told) -> anyhow::Result<()> {
        if !told.sequence.is_empty() {
            self.tty
                .write(Print(told.sequence))
                .context("the terminal cannot be written to")?;
        }
        if let Some((notice, error)) = told.notice {
            self.reader.say(notice, error);
        }
        Ok(())
    }
}
