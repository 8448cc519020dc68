//! What stands around a reading in plain lines: the file, the database, the editor, the browser, the articles before.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use anyhow::Context;

use super::remembering::Remembering;
use super::{Linear, Then};
use crate::app::Habits;
use crate::app::editor::Editor;
use crate::app::event::Event;
use crate::app::load::Loader;
use crate::app::memory::input_of;
use crate::app::open::{self, Failed, Opener};
use crate::app::picture;
use crate::app::queue::{self, Queue};
use crate::article::{Article, Uri};
use crate::document::clean_line;
use crate::import::source::{Given, Input};
use crate::store::Entry;
use crate::ui::linear::Saying;

/// What comes of the worker that reads the rest of the article and finds the facts.
type Rest = Receiver<Result<Article, String>>;

/// What stands around a reading.
pub(super) struct Around {
    input: Input,
    given: Given,
    habits: Habits,
    remembering: Option<Remembering>,
    rest: Rest,
    /// The articles before this one.
    trail: Vec<(Input, Linear)>,
    /// What was listed of the history, in its order.
    listed: Vec<Entry>,
    /// What the browser's watcher has to say.
    events: (queue::Sender, Queue),
}

impl Around {
    /// Reads the first part of an article, and starts a worker that reads the rest and finds the facts.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn begin(
        input: Input,
        given: Given,
        habits: Habits,
        memory: Option<PathBuf>,
    ) -> anyhow::Result<(Self, Arc<Article>)> {
        let (first, rest) = load(&input, &given)?;
        let around = Self {
            remembering: memory.map(|database| Remembering::new(database, &input)),
            input,
            given,
            habits,
            rest,
            trail: Vec::new(),
            listed: Vec::new(),
            events: queue::queue()?,
        };
        Ok((around, first))
    }

    /// Recalls what is remembered of the article, when its whole text is there.
    pub(super) fn recall(&mut self, reader: &mut Linear) -> Vec<Saying> {
        let remembering = self.remembering.as_mut();
        remembering.map_or(Vec::new(), |r| r.begin(reader))
    }

    /// A line was heard, and nothing was done about it yet: takes what the worker has made of the article, waiting for its
    /// end, so that the facts are there before anything is done that may ask for them.
    pub(super) fn heard(&mut self, reader: &mut Linear) -> Vec<Saying> {
        let mut said: Vec<Saying> = Vec::new();
        while let Some(event) = self.events.1.ready() {
            if let Event::Told(sentence) = event {
                said.push(sentence.into());
            }
        }
        said.extend(self.take(reader));
        said.extend(self.recall(reader));
        said
    }

    /// What a line says was done: writes what is to be remembered of it.
    pub(super) fn done(&mut self, reader: &Linear) -> Vec<Saying> {
        let remembering = self.remembering.as_mut();
        remembering.map_or(Vec::new(), |r| r.follow(reader))
    }

    /// Does what is to be done besides; gives what is to be said of that.
    pub(super) fn perform(&mut self, reader: &mut Linear, then: Then) -> Vec<Saying> {
        let done = match then {
            Then::Wait | Then::Quit => Ok(Vec::new()),
            Then::Edit(line) => {
                let editor = Editor::new(Some(&self.input), self.habits.editor.as_ref());
                let edited = editor.and_then(|editor| editor.run(line));
                edited.and_then(|()| self.reload(reader))
            }
            Then::Reload => self.reload(reader).map(|mut said| {
                said.push("The article was read again.".to_owned().into());
                said
            }),
            Then::Browse(uri) => self.browse(&uri).map(|said| vec![said.into()]),
            Then::Open(path, name) => self.open_link(reader, &path, name.as_deref()),
            Then::Back => Ok(self.back(reader)),
            Then::Library => Ok(self.library()),
            Then::Continue(number) => self.continue_with(reader, number),
        };
        done.unwrap_or_else(|sentence| vec![sentence.into()])
    }

    /// Writes what is left. Gives a sentence about what could not be written.
    pub(super) fn end(self) -> Option<String> {
        self.remembering.and_then(Remembering::end)
    }

    fn reload(&mut self, reader: &mut Linear) -> Result<Vec<Saying>, String> {
        let (first, rest) = load(&self.input, &self.given).map_err(|error| error.to_string())?;
        self.rest = rest;
        reader.replace(first);
        Ok(self.take(reader))
    }

    fn browse(&self, uri: &Uri) -> Result<String, String> {
        let opened = match open::browser(self.habits.browser.as_deref(), uri.as_str()) {
            Opener::Here(command) => open::run(&command),
            Opener::Apart(commands) => open::launch(&commands, self.events.0.clone()),
        };
        let said = format!("Opening {} in the browser.", uri.host());
        opened.map(|()| said).map_err(|Failed(why)| why)
    }

    fn open_link(
        &mut self,
        reader: &mut Linear,
        path: &Path,
        name: Option<&str>,
    ) -> Result<Vec<Saying>, String> {
        let shown = clean_line(&path.display().to_string());
        // Only files: a pipe or a device that a link names would be waited for.
        match std::fs::metadata(path) {
            Ok(about) if !about.is_file() => return Err(format!("{shown} is no article.")),
            Err(error) => return Err(format!("{shown}: {error}")),
            Ok(_) if picture::is_picture(path) => {
                return Err(format!("{shown} is a picture; it is not shown in lines."));
            }
            Ok(_) => {}
        }
        let mut said = self.open(reader, Input::File(path.to_owned()))?;
        if let Some(name) = name {
            said.extend(self.heard(reader));
            said.extend(reader.go_to_name(name));
        }
        Ok(said)
    }

    /// Opens another article; the one that is open waits on the trail.
    fn open(&mut self, reader: &mut Linear, input: Input) -> Result<Vec<Saying>, String> {
        let (first, rest) = load(&input, &self.given).map_err(|error| error.to_string())?;
        self.rest = rest;
        if let Some(remembering) = &mut self.remembering {
            remembering.turn_to(&input);
        }
        let before = std::mem::replace(&mut self.input, input);
        let other = reader.elsewhere(first);
        let left = std::mem::replace(reader, other);
        self.trail.push((before, left));
        let mut said = self.recall(reader);
        said.extend(reader.greeting());
        Ok(said)
    }

    /// Goes back to the article before.
    fn back(&mut self, reader: &mut Linear) -> Vec<Saying> {
        let Some((input, left)) = self.trail.pop() else {
            return vec!["No jump further back.".to_owned().into()];
        };
        // What the worker finds in the article that is left is of no use now.
        self.rest = mpsc::channel().1;
        if let Some(remembering) = &mut self.remembering {
            remembering.turn_to(&input);
        }
        (self.input, *reader) = (input, left);
        reader.greeting()
    }

    /// Lists what was read before.
    fn library(&mut self) -> Vec<Saying> {
        let Some(remembering) = &mut self.remembering else {
            return vec![
                "Nothing is remembered: --no-store was given."
                    .to_owned()
                    .into(),
            ];
        };
        self.listed = remembering.history();
        let mut said: Vec<Saying> = Vec::new();
        for (entry, number) in self.listed.iter().zip(1..) {
            let read = (entry.share.clamp(0.0, 1.0) * 100.0).round();
            let minutes = match entry.minutes_left {
                0 => String::new(),
                left => format!(", {left} min left"),
            };
            let (title, source) = (clean_line(&entry.title), clean_line(&entry.source));
            said.push(format!("{number}: {title}, {read} percent read{minutes}, {source}.").into());
        }
        said.push(match said.len() {
            0 => "Nothing was read before.".to_owned().into(),
            _ => "continue NUMBER opens one.".to_owned().into(),
        });
        said
    }

    fn continue_with(&mut self, reader: &mut Linear, number: usize) -> Result<Vec<Saying>, String> {
        if self.listed.is_empty() {
            self.library();
        }
        let entry = number.checked_sub(1).and_then(|at| self.listed.get(at));
        let entry = entry.ok_or("There is no such article; library lists those that there are.")?;
        let input = entry.place.as_deref().and_then(input_of);
        let input = input.ok_or("It came through a pipe, and cannot be opened again.")?;
        self.open(reader, input)
    }

    fn take(&mut self, reader: &mut Linear) -> Vec<Saying> {
        let mut said = Vec::new();
        for fuller in &self.rest {
            match fuller {
                Ok(article) => reader.replace(Arc::new(article)),
                Err(sentence) => said.push(sentence.into()),
            }
        }
        said
    }
}

/// Reads the first part of an input, and starts a worker that reads the rest and finds the facts.
fn load(input: &Input, given: &Given) -> anyhow::Result<(Arc<Article>, Rest)> {
    let mut loader = Loader::new(input.read(given)?, given.date);
    let first = Arc::new(loader.first()?);
    let (done, rest) = mpsc::channel();
    let known = Arc::clone(&first);
    thread::Builder::new()
        .name("loader".into())
        .spawn(move || {
            let ready = |article| drop(done.send(Ok(article)));
            if let Err(error) = loader.rest(&known, ready) {
                let _ = done.send(Err(error.to_string()));
            }
        })
        .context("facts cannot be looked for")?;
    Ok((first, rest))
}
