//! Reading in plain lines: lines are typed, lines come back, and nothing that was printed is ever changed.
//!
//! For screen readers and for terminals that cannot move a cursor. [`Linear`] is the state machine: what is typed goes
//! in, [`Turn`]s come out; it knows no terminal and no clock. [`read_aloud`] puts it between an input and an output.
//! The commands are those of the table, by key or by name; the words are those of [`crate::ui::linear`].
//!
//! Deliberately absent: escape sequences, the alternate screen, the width of anything but rows.

mod around;
mod going;
mod links;
mod notes;
mod remembering;
mod run;
mod seeking;
mod typed;

pub use run::{Manner, read_aloud};

use std::path::PathBuf;
use std::sync::Arc;

use super::Seek;
use crate::article::{Article, Uri};
use crate::command::{Command, Keymap};
use crate::document::{BlockId, clean_line};
use crate::store::Id;
use crate::text::{Pos, Span};
use crate::ui::linear::{self, Saying};
use crate::ui::{Note, Notes, View};
use typed::{Typed, typed};

/// A reader in plain lines.
#[derive(Debug)]
pub struct Linear {
    article: Arc<Article>,
    keymap: Keymap,
    /// What is selected, searched, marked, filtered. Its `top` is where the reader is: the start of a block.
    view: View,
    /// The address that was told last, for the browser.
    told: Option<Uri>,
    /// Changes of notes that can be taken back, the last one at the end: as the note was, or that there was none.
    changes: Vec<(Id, Option<Note>)>,
}

/// What comes of a typed line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// What is said, a line each.
    pub said: Vec<Saying>,
    /// What is to be done besides.
    pub then: Then,
}

/// What is to be done after a turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// Wait for the next line.
    #[default]
    Wait,
    /// Open the file in an editor at a line (from 1), where there is a file.
    Edit(Option<usize>),
    /// Read the article again.
    Reload,
    /// Open an address in the browser.
    Browse(Uri),
    /// Open a file that a link leads to, at the place of that name.
    Open(PathBuf, Option<String>),
    /// Go back to the article before this one.
    Back,
    /// List what was read before.
    Library,
    /// Open what was listed there under a number, from 1.
    Continue(usize),
    /// Leave.
    Quit,
}

impl Turn {
    fn say(&mut self, text: impl Into<String>) {
        self.said.push(text.into().into());
    }
}

impl Linear {
    /// A reader at the beginning of an article, or where `view` says.
    pub fn new(article: Arc<Article>, view: View, keymap: Keymap) -> Self {
        Self {
            article,
            keymap,
            view,
            told: None,
            changes: Vec::new(),
        }
    }

    /// A reader of another article with the looks and keys of this one.
    fn elsewhere(&self, article: Arc<Article>) -> Self {
        Self::new(article, self.view.elsewhere(), self.keymap.clone())
    }

    /// What is said first: title, size, the first paragraph, and how to go on.
    pub fn greeting(&mut self) -> Vec<Saying> {
        let mut lines = linear::greeting(&self.article);
        let help = self.keymap.way_to(Command::Help);
        let quit = self.keymap.way_to(Command::Quit);
        let hint =
            format!("Enter reads the next paragraph; {help} lists the commands, {quit} leaves.");
        lines.push(hint.into());
        if let Some(id) = self.block_at(self.view.top) {
            self.view.top = self.start(id);
        }
        if self.view.top > Pos(0) {
            lines.extend(self.here());
        }
        lines
    }

    /// Takes a fuller version of the article.
    pub fn replace(&mut self, article: Arc<Article>) {
        let text = article.document.text();
        let same_text = text.starts_with(self.article.document.text());
        self.article = article;
        if !same_text {
            let mut again = Notes::default();
            for note in &self.view.notes {
                let span = note.anchor.find(&self.article.document).span();
                again.put(Note {
                    span,
                    ..note.clone()
                });
            }
            self.view.notes = again;
        }
    }

    /// What was said last of the article: the block where the reader is.
    fn heard(&self) -> Span {
        let block = self.block_at(self.view.top);
        let block = block.and_then(|id| self.article.document.block(id));
        block.map_or(Span::at(self.view.top), |block| block.span)
    }

    /// Goes to a line of the file, from 1.
    pub fn go_to_line(&mut self, line: usize) {
        if let Some(pos) = self.article.pos_of_line(line) {
            self.view.top = pos;
        }
    }

    /// Goes to what is sought.
    pub fn seek(&mut self, seek: &Seek) {
        let line = match seek {
            Seek::End => "end".to_owned(),
            Seek::Words(words) => format!("/{words}"),
        };
        self.hear(&line);
    }

    /// What stands before the place where lines are typed.
    pub fn prompt(&self) -> String {
        format!(
            "{} percent> ",
            linear::percent(&self.article, self.view.top)
        )
    }

    /// Takes a typed line.
    pub fn hear(&mut self, line: &str) -> Turn {
        let mut turn = Turn::default();
        // What is said may repeat what was typed.
        match typed(&clean_line(line), &self.keymap) {
            Typed::Run(command, count, letter) => self.run(command, count, letter, &mut turn),
            Typed::Again => turn.said = self.here(),
            Typed::Where => turn.said = vec![linear::position(&self.article, self.view.top)],
            Typed::Facts(filter) => {
                self.view.filter = filter;
                turn.said = linear::facts(&self.article, &self.view);
            }
            Typed::Fact(number) => self.go_to_fact(number, &mut turn),
            Typed::Section(number) => self.go_to_section(number, &mut turn),
            Typed::Search(words) => self.search(words, &mut turn),
            Typed::Note(words) => self.note(Some(&words), &mut turn),
            Typed::Notes => self.list_notes(&mut turn),
            Typed::Open => self.open_told(&mut turn),
            Typed::Continue(number) => turn.then = Then::Continue(number),
            Typed::Unknown(sentence) => turn.say(sentence),
        }
        self.leave_fact();
        turn
    }

    /// A fact is selected only as long as the reader is at the paragraph that says it.
    fn leave_fact(&mut self) {
        let block = |pos| self.article.document.block_at(pos);
        let fact = self.view.selected.and_then(|id| self.article.fact(id));
        let at = fact.map(|fact| fact.mention(self.view.mention).start);
        if at.is_some_and(|at| block(at) != block(self.view.top)) {
            self.view.selected = None;
        }
        let note = self.view.note.and_then(|id| self.view.notes.get(id));
        let at = note.and_then(|note| note.span).map(|span| span.start);
        if at.is_some_and(|at| block(at) != block(self.view.top)) {
            self.view.note = None;
        }
    }

    /// Does what a command says.
    fn run(&mut self, command: Command, count: Option<u32>, letter: Option<char>, turn: &mut Turn) {
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        match command {
            Command::Down | Command::NextParagraph => self.walk(times, turn),
            Command::Up | Command::PreviousParagraph => self.walk(-times, turn),
            Command::PageDown => self.read_section(turn),
            Command::PageUp => self.back_section(turn),
            Command::Top => self.go_to_end(count, false, turn),
            Command::Bottom => self.go_to_end(count, true, turn),
            Command::Percent => self.go_to_percent(count, turn),
            Command::NextSection => self.walk_sections(times, turn),
            Command::PreviousSection => self.walk_sections(-times, turn),
            Command::NextFact => self.walk_facts(times, turn),
            Command::PreviousFact => self.walk_facts(-times, turn),
            Command::NextMention => self.next_mention(times, turn),
            Command::Explain => self.explain(turn),
            Command::Density => self.next_density(turn),
            Command::Order => self.next_order(turn),
            Command::Filter => {
                self.view.filter.clear();
                turn.say("No filter is on. filter-facts WORDS lists the facts with these words.");
            }
            Command::Dismiss => {
                if self.view.selected.is_some() || !self.delete_note(turn) {
                    self.dismiss(turn);
                }
            }
            Command::Follow => self.follow(count, turn),
            Command::Browse => self.own_page(turn),
            Command::Highlight => self.note(None, turn),
            Command::Note => turn.say("Type note and the words: note WORDS."),
            Command::NextNote => self.walk_notes(times, turn),
            Command::PreviousNote => self.walk_notes(-times, turn),
            Command::UndoNote => self.undo_note(turn),
            Command::Restore => {
                let back = self.view.dismissed.len();
                self.view.dismissed.clear();
                turn.say(match back {
                    0 => "No fact was dismissed.".to_owned(),
                    1 => "One fact is back.".to_owned(),
                    many => format!("{many} facts are back."),
                });
            }
            Command::FocusSections => turn.said = linear::outline(&self.article),
            Command::FocusFacts => turn.said = linear::facts(&self.article, &self.view),
            Command::Enter | Command::Redraw => turn.said = self.here(),
            Command::Search => turn.say("Type / and the words to look for."),
            Command::NextHit => self.walk_hits(times, turn),
            Command::PreviousHit => self.walk_hits(-times, turn),
            Command::Mark => self.set_mark(letter, turn),
            Command::GoToMark => self.go_to_mark(letter, turn),
            Command::JumpBack => self.jump_back(turn),
            Command::JumpForward => self.jump_forward(turn),
            Command::ShowHidden => {
                self.view.hidden_shown = !self.view.hidden_shown;
                turn.say(if self.view.hidden_shown {
                    "What is no part of the article is read, too."
                } else {
                    "What is no part of the article is left out."
                });
            }
            Command::Copy => self.quote(turn),
            Command::CopySection => self.quote_section(turn),
            Command::Reload => turn.then = Then::Reload,
            Command::Library => turn.then = Then::Library,
            Command::Edit => turn.then = Then::Edit(self.article.line(self.view.top)),
            Command::Details => turn.said = linear::details(&self.article),
            Command::Help => turn.said = linear::help(&self.keymap),
            Command::Escape => {
                self.view.selected = None;
                self.view.search = None;
                self.view.filter.clear();
                turn.say("Fact, search and filter are put away.");
            }
            Command::Quit => turn.then = Then::Quit,
            _ => {
                let name = crate::command::entry(command).map_or("", |entry| entry.name);
                turn.say(format!(
                    "{name} is for the screen; here there are only lines."
                ));
            }
        }
    }

    /// The paragraph where the reader is.
    fn here(&self) -> Vec<Saying> {
        self.block_at(self.view.top)
            .map(|id| linear::block(&self.article, &self.view, id))
            .unwrap_or_default()
    }

    /// The block that a place stands in or before, if it is read at all; else the next one that is.
    fn block_at(&self, pos: Pos) -> Option<BlockId> {
        let document = &self.article.document;
        let at = document.block_at(pos)?;
        self.read_from(at.get(), 1)
            .or_else(|| self.read_from(at.get(), -1))
    }

    /// The first block from `index` on, in steps of `by`, that is read.
    fn read_from(&self, index: usize, by: isize) -> Option<BlockId> {
        self.view.block_from(&self.article.document, index, by)
    }

    /// Where a block begins.
    fn start(&self, id: BlockId) -> Pos {
        let block = self.article.document.block(id);
        block.map_or(self.view.top, |block| block.span.start)
    }
}
