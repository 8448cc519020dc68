//! The beginning of the loop, up to the first frame and what is started behind it; and its end.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;

use super::remembering::Recalling;
use super::{Options, Session};
use crate::app::Reader;
use crate::app::chord::Chord;
use crate::app::clipboard::Clipboard;
use crate::app::dress::Dress;
use crate::app::event::Reading;
use crate::app::fetch::{self, Fetching};
use crate::app::ground::Question;
use crate::app::input::Keyboard;
use crate::app::load::Loader;
use crate::app::memory::Memory;
use crate::app::opening::give_room;
use crate::app::picture::Pictures;
use crate::app::pointer::Clicks;
use crate::app::queue::{self, Queue};
use crate::app::reload::Reload;
use crate::app::terminal::Tty;
use crate::app::trail::Trail;
use crate::article::{Article, State};
use crate::import::source::{Given, Input};
use crate::ui::Depth;

impl Session {
    /// Reads the first part of the input, draws it, and starts whatever can wait until that is seen.
    ///
    /// # Errors
    /// When the input cannot be read or the terminal cannot be used.
    pub(super) fn begin(
        options: Options,
        events: queue::Sender,
        queue: &mut Queue,
    ) -> anyhow::Result<Self> {
        let Options {
            input,
            given,
            mut view,
            depth,
            themes,
            line,
            seek,
            habits,
            links,
            memory: database,
            library,
        } = options;
        let mut recalling = Recalling::begin(database.as_deref(), &input, library, &events);
        let (loader, first) = if let Input::Url(address) = &input {
            (None, Arc::new(fetch::placeholder(address)))
        } else {
            let (mut loader, first) = load(&input, &given)?;
            let first = recalling.far_enough(&mut loader, first, line);
            (Some(loader), first)
        };
        queue
            .watch_signals(events.clone())
            .context("signals cannot be watched")?;
        let mut tty =
            Tty::take(view.mouse, view.bidi, links).context("the terminal cannot be used")?;
        give_room(&mut view, &first.document);
        let mut reader =
            Reader::new(Arc::clone(&first), view, Tty::size()).with_keymap(habits.keymap);
        if let Some(seek) = &seek {
            reader.seek(seek);
        }
        if let Some(complaint) = habits.complaint {
            reader.say(complaint, true);
        }
        if let Some((line, column)) = line {
            reader.go_to_line(line, column);
        }
        recalling.show(&mut reader, &events);
        if let Input::Url(address) = &input {
            reader.fetching(fetch::host(address));
        }
        // The text is on the screen before the thread that finds facts is started.
        let mut dress = Dress::new(themes, depth, habits.keeping);
        let theme = dress.theme(&mut reader);
        tty.draw(&mut reader, &theme)
            .context("the terminal cannot be written to")?;
        let question = Question::new().filter(|_| depth != Depth::None);
        let asked = question.is_some().then(Instant::now);
        if let Some(question) = question {
            tty.ask(question)?;
        }
        queue.listen(Keyboard::new().context("the keyboard cannot be read")?);
        let memory = recalling.finish(database, &events);
        let is_more_to_come = loader.is_none() || first.state == State::Beginning;
        let (of_file, of_page) = match loader {
            Some(_) => (Some(input), None),
            None => (None, Some(input)),
        };
        let mut session = Self {
            input: of_file,
            given,
            reading: Reading::default(),
            dress,
            readings: 0,
            trail: Trail::default(),
            place_to_come: None,
            pictures: Pictures::default(),
            reader,
            tty,
            editor: habits.editor,
            browser: habits.browser,
            chord: Chord::new(habits.chord),
            seek: seek.filter(|_| is_more_to_come),
            clicks: Clicks::default(),
            clipboard: Clipboard::default(),
            suspended: false,
            events,
            asked,
            to_count: None,
            reload: Reload::default(),
            memory,
            fetching: Fetching::default(),
            line: line.filter(|_| of_page.is_some()),
            deadly: None,
        };
        if let Some(loader) = loader {
            session.load_rest(loader, first);
            session.watch();
        }
        if let Some(input) = of_page {
            session.fetch(input);
        }
        Ok(session)
    }

    /// Gives the terminal back and writes what is not written yet; then obeys the signal that ended the program.
    ///
    /// # Errors
    /// What ended the loop, or what of the reader's could not be written.
    pub(super) fn end(
        mut self,
        queue: &mut Queue,
        result: anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        self.hear_out(queue);
        self.remember_all(queue);
        let (deadly, memory) = (self.deadly, self.memory.take());
        drop(self);
        // The terminal is given back; what is not written yet is written now.
        let unwritten = memory.and_then(Memory::close);
        if let Some(signal) = deadly {
            if let Some(sentence) = &unwritten {
                let _ = writeln!(io::stderr(), "nutgraf: {sentence}");
            }
            // Obey the signal as a program without a handler would.
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
        result.and_then(|()| unwritten.map_or(Ok(()), |sentence| Err(anyhow::anyhow!(sentence))))
    }
}

/// Reads an input as far as its first part.
pub(super) fn load(input: &Input, given: &Given) -> anyhow::Result<(Loader, Arc<Article>)> {
    let mut loader = Loader::begin(input, given)?;
    let first = Arc::new(loader.first()?);
    Ok((loader, first))
}
