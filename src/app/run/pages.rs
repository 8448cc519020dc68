//! Pages from the network in the loop: sent for, taken when they have come.

use std::sync::Arc;

use super::Session;
use crate::app::fetch::{self, Brought};
use crate::import::source::Input;

impl Session {
    /// Sends for a page. The article that is open stays until it has come.
    pub(super) fn fetch(&mut self, input: Input) {
        let host = match &input {
            Input::Url(address) => fetch::host(address).to_owned(),
            _ => return,
        };
        let sent = self
            .fetching
            .send(input, self.given.clone(), self.events.clone());
        match sent {
            Ok(()) => self.reader.fetching(&host),
            Err(error) => self
                .reader
                .say(format!("the page cannot be fetched: {error}"), true),
        }
    }

    /// Takes a page that has come. One that did not is told about, or ends the program when nothing else is open.
    pub(super) fn take(&mut self, brought: Brought) -> anyhow::Result<()> {
        let input = self.fetching.end();
        self.reader.fetched();
        match brought {
            Ok((loader, first)) => {
                self.leave();
                self.input = input;
                self.reader.open(Arc::clone(&first));
                if let Some((line, column)) = self.line.take() {
                    self.reader.go_to_line(line, column);
                }
                self.load_rest(loader, first);
                self.watch();
            }
            Err(error) if self.input.is_none() => anyhow::bail!(error),
            Err(error) => self.reader.say(error, true),
        }
        Ok(())
    }
}
