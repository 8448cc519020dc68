//! The loop: waits for events, drains what is queued, draws once.

mod answer;
mod begin;
mod copying;
mod editor;
mod links;
mod pages;
mod remembering;
mod typed;

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use signal_hook::consts::signal::{SIGCONT, SIGTSTP, SIGWINCH};

use super::chord::Chord;
use super::clipboard::Clipboard;
use super::dress::Dress;
use super::event::{Event, Reading};
use super::fetch::Fetching;
use super::load::Loader;
use super::memory::Memory;
use super::picture::Pictures;
use super::pointer::Clicks;
use super::queue::{self, Queue};
use super::reload::{Reload, Why};
use super::terminal::{Links, Tty};
use super::trail::{Trail, Way};
use super::{Effect, Habits, Reader, Seek, Themes};
use crate::import::source::{Given, Input};
use crate::index::Query;
use crate::ui::{Depth, View};

/// How the reader is to be run.
#[derive(Clone, Debug)]
pub struct Options {
    /// What is to be read.
    pub input: Input,
    /// What is said of it besides itself.
    pub given: Given,
    /// The view at the beginning: theme, signs, measure.
    pub view: View,
    /// How many colours there are.
    pub depth: Depth,
    /// The reader's own themes.
    pub themes: Themes,
    /// The line to begin at, from 1, and the column in it.
    pub line: Option<(usize, Option<usize>)>,
    /// Whether the terminal is told where links go (OSC 8).
    pub links: Links,
    /// The database of what is remembered; none to remember nothing.
    pub memory: Option<PathBuf>,
    /// Whether to begin with the library, when anything was read before.
    pub library: bool,
    /// What to begin at besides.
    pub seek: Option<Seek>,
    /// What the reader wants besides.
    pub habits: Habits,
}

/// What the loop does after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Go,
    Stop,
}

/// How long events are taken without a look at the screen: a flood of them is seen to do something.
const BLIND: Duration = Duration::from_millis(100);

/// The loop and all that it holds.
pub(super) struct Session {
    /// What is open; nothing while the first page is on its way.
    pub(super) input: Option<Input>,
    pub(super) given: Given,
    /// The reading whose workers are listened to.
    pub(super) reading: Reading,
    dress: Dress,
    /// How many readings there were.
    pub(super) readings: u64,
    /// The articles read before and after this one.
    trail: Trail,
    /// A place that a link named and that was not there yet.
    place_to_come: Option<String>,
    pictures: Pictures,
    pub(super) reader: Reader,
    tty: Tty,
    /// The editor that the configuration names.
    editor: Option<String>,
    /// The browser that the configuration names.
    browser: Option<String>,
    chord: Chord,
    /// What is sought in the whole article, as long as only its beginning is there and no key was typed.
    seek: Option<Seek>,
    clicks: Clicks,
    clipboard: Clipboard,
    /// Whether the program suspended itself, so that the next SIGCONT is no news.
    suspended: bool,
    pub(super) events: queue::Sender,
    pub(super) reload: Reload,
    /// What is to be counted after the next frame.
    to_count: Option<Query>,
    /// When the terminal was asked for its ground, until it answers.
    asked: Option<Instant>,
    memory: Option<Memory>,
    /// The page that is on its way.
    fetching: Fetching,
    /// The line to begin at, while the first page is on its way.
    line: Option<(usize, Option<usize>)>,
    /// Set by a signal that ends the program, to be obeyed once the terminal is given back.
    deadly: Option<i32>,
}

/// Opens the reader at the terminal and returns when the reader leaves.
///
/// # Errors
/// When the input cannot be read or the terminal cannot be used.
pub fn read(options: Options) -> anyhow::Result<()> {
    let (events, mut queue) = queue::queue().context("the terminal cannot be listened to")?;
    let mut session = Session::begin(options, events, &mut queue)?;
    session.remember();
    let result = session.run(&mut queue);
    session.end(&mut queue, result)
}

impl Session {
    fn run(&mut self, queue: &mut Queue) -> anyhow::Result<()> {
        loop {
            let event = self.chord.next(queue);
            let mut is_news = !event.is_status();
            if self.hear(event)? == Next::Stop {
                return Ok(());
            }
            let begun = Instant::now();
            while let Some(event) = queue.ready() {
                is_news |= !event.is_status();
                if self.hear(event)? == Next::Stop {
                    return Ok(());
                }
                if begun.elapsed() > BLIND {
                    break;
                }
            }
            // That the terminal is ready changes nothing on it, but lets a frame go that was put off.
            if !is_news && !self.chord.is_held() {
                continue;
            }
            self.draw()?;
            // After the frame: the reader waits for that, and for no database and no count. Of what is typed letter by
            // letter only the last is counted: each count goes through all of the text, and they would hold each other up.
            if let Some(query) = self.to_count.take() {
                self.count(query);
            }
            self.remember();
        }
    }

    /// Draws, or puts it off while the terminal is busy; one that is gone ends the program without a word.
    fn draw(&mut self) -> anyhow::Result<()> {
        let held = self.tty.holds();
        self.chord.held(held);
        if held.is_some() {
            return Ok(());
        }
        let theme = self.dress.theme(&mut self.reader);
        self.tty
            .draw(&mut self.reader, &theme)
            .context("the terminal cannot be written to")?;
        Ok(())
    }

    fn hear(&mut self, event: Event) -> anyhow::Result<Next> {
        let effect = match event {
            Event::Typed(typed) => return self.typed(typed),
            Event::Unfinished => {
                self.reader.drop_typed();
                None
            }
            Event::Autoscroll => {
                self.reader.autoscroll();
                self.chord.scrolls(self.reader.autoscrolls());
                None
            }
            Event::Late => None,
            Event::Closed => return Ok(Next::Stop),
            Event::Signal(SIGTSTP) => Some(Effect::Suspend),
            Event::Signal(SIGCONT) => {
                if !std::mem::take(&mut self.suspended) {
                    self.tty.renew()?;
                }
                Some(Effect::Redraw)
            }
            Event::Signal(SIGWINCH) => {
                self.reader.resize(Tty::size());
                Some(Effect::Redraw)
            }
            Event::Signal(signal) => {
                self.deadly = Some(signal);
                return Ok(Next::Stop);
            }
            Event::Article(reading, article) => {
                if reading == self.reading {
                    self.reader.replace(article);
                    if let Some(seek) = self.seek.take() {
                        self.reader.seek(&seek);
                    }
                    self.arrive();
                    self.catch_up();
                } else {
                    self.trail.take(reading, article);
                }
                None
            }
            Event::Failed(reading, sentence) => {
                if reading == self.reading {
                    self.reader.say(sentence, true);
                }
                None
            }
            Event::Told(sentence) | Event::Forgetful(sentence) => {
                self.reader.say(sentence, true);
                None
            }
            Event::Changed(path) => {
                self.changed(&path);
                None
            }
            Event::Again(reading, again) => {
                self.take_again(reading, again);
                None
            }
            Event::Copied(copied) => {
                self.copied(&copied)?;
                None
            }
            Event::Recalled(reading, recalled) => {
                if let Some(memory) = &mut self.memory {
                    memory.recall(&mut self.reader, reading, recalled);
                }
                None
            }
            Event::Coming(errand, bytes) => {
                if self.fetching.is_at(errand) {
                    self.reader.coming(bytes);
                }
                None
            }
            Event::Brought(errand, brought) => {
                if self.fetching.is_at(errand) {
                    self.take(*brought)?;
                }
                None
            }
            Event::Counted(reading, query, hits) => {
                if reading != self.reading {
                    return Ok(Next::Go);
                }
                self.reader.counted(&query, hits);
                None
            }
        };
        match effect {
            None => Ok(Next::Go),
            Some(effect) => self.perform(effect),
        }
    }

    fn perform(&mut self, effect: Effect) -> anyhow::Result<Next> {
        match effect {
            Effect::Quit => return Ok(Next::Stop),
            Effect::Redraw => self.tty.forget(),
            Effect::Suspend => self.suspend()?,
            Effect::Copy(clipping) => self.copy(&clipping)?,
            Effect::Edit(line) => self.edit(line)?,
            Effect::KeepTheme => self.dress.keep(&mut self.reader),
            Effect::OwnThemes => self.reader.offer_themes(self.dress.names()),
            Effect::Count(query) => self.to_count = Some(query),
            Effect::Open(input) => self.open(input),
            Effect::Follow(path, name) => self.follow(path, name),
            Effect::Back => self.go(Way::Back),
            Effect::Forward => self.go(Way::Forward),
            Effect::Browse(uri) => self.browse(&uri)?,
            Effect::Picture(id) => self.picture(id),
            Effect::Mouse(on) => self.tty.capture(on)?,
            Effect::Reload => self.read_again(Why::Asked),
            Effect::Library => self.library(),
            Effect::Forget(document) => {
                if let Some(memory) = &self.memory {
                    memory.forget(document);
                }
            }
            Effect::Cancel => {
                self.fetching.cancel();
                self.reader.fetched();
                // Without an article there is nothing to come back to.
                if self.input.is_none() {
                    return Ok(Next::Stop);
                }
                self.reader.say("given up", false);
            }
        }
        Ok(Next::Go)
    }

    /// Stops the program until the shell continues it.
    fn suspend(&mut self) -> anyhow::Result<()> {
        self.remember();
        if let Some(memory) = &self.memory {
            memory.save();
        }
        self.tty.release();
        self.suspended = true;
        signal_hook::low_level::emulate_default_handler(SIGTSTP)
            .context("the program cannot be suspended")?;
        self.tty.retake()?;
        self.reader.resize(Tty::size());
        Ok(())
    }

    /// Opens another article in place of this one; the looks stay. One that cannot be read leaves this one open.
    fn open(&mut self, input: Input) {
        if matches!(input, Input::Url(_)) {
            self.fetch(input);
            return;
        }
        match begin::load(&input, &self.given) {
            Ok((loader, first)) => self.show(input, loader, first),
            Err(error) => self.reader.say(error.to_string(), true),
        }
    }

    /// Starts the worker that reads the rest and finds the facts.
    fn load_rest(&mut self, loader: Loader, first: Arc<crate::article::Article>) {
        self.readings += 1;
        self.reading = Reading(self.readings);
        let (events, reading) = (self.events.clone(), self.reading);
        let spawned = thread::Builder::new().name("loader".into()).spawn(move || {
            let send = |article| {
                let _ = events.send(Event::Article(reading, Arc::new(article)));
            };
            if let Err(error) = loader.rest(&first, send) {
                let _ = events.send(Event::Failed(reading, error.to_string()));
            }
        });
        if let Err(error) = spawned {
            self.reader
                .say(format!("facts cannot be looked for: {error}"), true);
        }
    }

    /// Starts a worker that counts the hits of a query.
    fn count(&self, query: Query) {
        let (events, reading, document) = (
            self.events.clone(),
            self.reading,
            Arc::clone(&self.reader.article().document),
        );
        // Without a thread there is no count; the search itself works.
        let _ = thread::Builder::new().name("count".into()).spawn(move || {
            if let Ok(Some(matcher)) = query.matcher() {
                let hits = matcher.all(document.text()).into();
                let _ = events.send(Event::Counted(reading, query, hits));
            }
        });
    }
}
