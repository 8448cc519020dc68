//! Reading the article again: because its file changed, because the reader asked, or after the editor.
//!
//! A worker reads and finds everything before the new article takes the place of the old one, so that nothing flickers.
//! While one is at it, further changes wait; what cannot be read leaves the article as it is.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use super::event::{Event, Reading};
use super::load::Loader;
use super::run::Session;
use super::watch::Watch;
use crate::article::{Article, State};
use crate::import::source::{Given, Input};

/// Why the article is read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// The system said that its file changed.
    #[default]
    Changed,
    /// The reader asked.
    Asked,
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Again {
    /// It is not what it was.
    New(Arc<Article>),
    /// It is what it was.
    Same,
    /// Its file is gone.
    Gone,
    /// It cannot be read: a sentence.
    Failed(String),
}

/// Where the reading again is at.
#[derive(Debug, Default)]
pub(super) struct Reload {
    /// The file that is watched.
    watch: Option<Watch>,
    /// Whether a worker is at it, and why.
    at_work: Option<Why>,
    /// Whether it changed meanwhile.
    once_more: Option<Why>,
    /// Whether the file was gone the last time.
    gone: bool,
}

impl Session {
    /// Watches the file of the article, if there is one.
    pub(super) fn watch(&mut self) {
        self.reload = Reload::default();
        if let Some(path) = self.input.as_ref().and_then(Input::path) {
            // Without a watch the command reads it again.
            self.reload.watch = Watch::start(path, self.events.clone()).ok();
        }
    }

    /// A file was changed.
    pub(super) fn changed(&mut self, path: &Path) {
        if self.input.as_ref().and_then(Input::path) == Some(path) {
            self.read_again(Why::Changed);
        }
    }

    /// Reads the article again and keeps the place.
    pub(super) fn read_again(&mut self, why: Why) {
        let Some(input) = self.input.clone() else {
            return;
        };
        if input == Input::Stdin {
            self.reader
                .say("this was piped in: it cannot be read again", true);
            return;
        }
        if self.reload.at_work.is_some() {
            self.reload.once_more = self.reload.once_more.max(Some(why));
            return;
        }
        let old = Arc::clone(self.reader.shared());
        if why == Why::Changed && old.state != State::Complete {
            // Changed while it is read for the first time: that is gone through with first, or a file that grows all
            // the time would never be read.
            self.reload.once_more = Some(why);
            return;
        }
        self.readings += 1;
        self.reading = Reading(self.readings);
        let (events, reading) = (self.events.clone(), self.reading);
        let given = self.given.clone();
        let spawned = thread::Builder::new().name("reload".into()).spawn(move || {
            let _ = events.send(Event::Again(reading, again(&input, &given, &old)));
        });
        match spawned {
            Ok(_) => self.reload.at_work = Some(why),
            Err(error) => self
                .reader
                .say(format!("it cannot be read again: {error}"), true),
        }
    }

    /// Takes what came of it.
    pub(super) fn take_again(&mut self, reading: Reading, again: Again) {
        if reading != self.reading {
            return;
        }
        let why = self.reload.at_work.take().unwrap_or_default();
        let was_gone = std::mem::take(&mut self.reload.gone);
        let name = self.reader.article().document.meta().source.clone();
        match again {
            Again::New(article) => {
                let what = match (was_gone, why) {
                    (true, _) => format!("{name} is back"),
                    (false, Why::Changed) => format!("{name} has changed and was read again"),
                    (false, Why::Asked) => format!("{name} was read again"),
                };
                self.reader.reload(article, &what);
            }
            Again::Same if was_gone => self.reader.say(format!("{name} is back, unchanged"), false),
            Again::Same if why == Why::Asked => {
                self.reader.say(format!("{name} is what it was"), false);
            }
            Again::Same => {}
            Again::Gone => {
                self.reload.gone = true;
                if !was_gone || why == Why::Asked {
                    self.reader.say(
                        format!("{name} is gone; what was read stays, and it is read again when it is back"),
                        true,
                    );
                }
            }
            Again::Failed(sentence) => self
                .reader
                .say(format!("what was read before stays: {sentence}"), true),
        }
        self.catch_up();
    }

    /// Reads again what changed meanwhile.
    pub(super) fn catch_up(&mut self) {
        if self.reload.at_work.is_none()
            && self.reader.article().state == State::Complete
            && let Some(why) = self.reload.once_more.take()
        {
            self.read_again(why);
        }
    }
}

/// Reads an input, and finds out whether it is another article now.
fn again(input: &Input, given: &Given, old: &Article) -> Again {
    if input
        .path()
        .is_some_and(|path| matches!(path.try_exists(), Ok(false)))
    {
        return Again::Gone;
    }
    let read =
        || -> anyhow::Result<Article> { Ok(Loader::new(input.read(given)?, given.date).whole()?) };
    match read() {
        Ok(new) => {
            let (was, is) = (&old.document, &new.document);
            let same = was.text() == is.text()
                && was.blocks() == is.blocks()
                && was.meta() == is.meta()
                && old.state == State::Complete;
            if same {
                Again::Same
            } else {
                Again::New(Arc::new(new))
            }
        }
        Err(error) => Again::Failed(error.to_string()),
    }
}
