//! The state machine of the reader: what each key does to the view. No terminal, no clock, no files.

mod copy;
mod explain;
mod facts;
mod fresh;
mod keys;
mod library;
mod links;
mod look;
mod motion;
mod mouse;
mod moved;
mod notes;
mod overlays;
mod palette;
mod recall;
mod search;
mod selection;
mod themes;
mod typography;

use std::sync::Arc;

use ratatui::buffer::Buffer;

pub use recall::Eye;

use super::Effect;
use crate::article::Article;
use crate::command::{Key, Keymap, Mode, Pending, Resolution, Waits, is_number};
use crate::facts::FactId;
use crate::index::Query;
use crate::layout::Galley;
use crate::text::{Pos, Span};
use crate::ui::{Finder, Listing, Pane, Rolled, Screen, Size, Theme, View, compose, draw, listing};

/// A reader of one article at a size.
#[derive(Debug)]
pub struct Reader {
    article: Arc<Article>,
    galley: Galley,
    listing: Listing,
    view: View,
    keymap: Keymap,
    size: Size,
    /// The measure that it began with, in columns.
    first_measure: u16,
    /// The text on the screen, as of the last change.
    shown: Span,
    /// What the palette finds.
    finder: Finder,
    /// What was drawn last: what the mouse points at.
    drawn: Option<Arc<Screen>>,
    /// What a drag of the mouse moves.
    drag: Option<mouse::Drag>,
    /// The fact that was selected at the last change.
    last_selected: Option<FactId>,
    /// Changes of notes that can be taken back, the last one last.
    note_changes: Vec<notes::Change>,
    /// A note that was typed and not kept.
    given_up: Option<crate::ui::Draft>,
}

impl Reader {
    /// A reader at the beginning of an article, or where `view` says.
    pub fn new(article: Arc<Article>, view: View, size: Size) -> Self {
        let galley = Galley::new(crate::ui::setting(&view, size));
        let mut reader = Self {
            article,
            galley,
            listing: Listing::default(),
            first_measure: view.measure,
            view,
            keymap: Keymap::default(),
            size,
            shown: Span::default(),
            finder: Finder::default(),
            drawn: None,
            drag: None,
            last_selected: None,
            note_changes: Vec::new(),
            given_up: None,
        };
        reader.settle();
        reader.say_warning();
        reader
    }

    /// The same reader with keys of its own.
    #[must_use]
    pub fn with_keymap(self, keymap: Keymap) -> Self {
        Self { keymap, ..self }
    }

    /// The view.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The size of the screen.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The article, to be kept.
    pub(super) fn shared(&self) -> &Arc<Article> {
        &self.article
    }

    /// Goes to a line of the file, from 1, and to a column in it (in bytes, from 1).
    pub fn go_to_line(&mut self, line: usize, column: Option<usize>) {
        if let Some(pos) = self.article.pos_of_column(line, column.unwrap_or(1)) {
            self.view.top = pos;
            self.settle();
        }
    }

    /// Takes one key.
    pub fn key(&mut self, key: Key) -> Option<Effect> {
        self.view.notice = None;
        self.view.awaited = None;
        self.view.rolled = Rolled::default();
        let effect = if self.view.overlay.is_some() {
            self.overlay_key(key)
        } else {
            let lone = self.view.pending.lone;
            if !lone {
                self.view.before_digit = None;
            }
            let mode = self.mode();
            let resolution = self.keymap.resolve_in(mode, &mut self.view.pending, key);
            self.undo_lone_digit(lone, resolution);
            match resolution {
                Resolution::Waiting => None,
                Resolution::Run(command, count, letter) if mode == Mode::Selecting => {
                    self.run_selecting(command, count, letter)
                }
                Resolution::Run(command, count, letter) => self.run(command, count, letter),
                Resolution::Unbound => {
                    let help = self.keymap.way_to(crate::command::Command::Help);
                    self.view
                        .say(format!("{key} is not bound: {help} lists the keys"));
                    None
                }
            }
        };
        self.settle();
        effect
    }

    /// What is still to come of the command that is being typed.
    pub fn waits(&self) -> Option<Waits> {
        // A digit that went to a pane may begin a number, but not for ever.
        let lone = self.view.pending.lone.then_some(Waits::Key);
        self.keymap.waits(&self.view.pending).or(lone)
    }

    /// Drops what was typed of a command, because nothing came after it for long, and says so.
    pub fn drop_typed(&mut self) {
        let typed = self.view.pending.shown();
        self.forget_typed();
        if !typed.is_empty() {
            self.view
                .say(format!("{typed}: nothing came after it, so it was dropped"));
        }
    }

    /// Takes pasted text: typed into what is open, otherwise left alone.
    pub fn paste(&mut self, text: &str) -> Option<Effect> {
        let effect = self.overlay_paste(text);
        self.settle();
        effect
    }

    /// Takes another size. The first visible word stays.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.settle();
        self.follow_head();
        self.settle();
    }

    /// Takes a fuller version of the article, or the article after it was edited. The place is kept, and the selected
    /// fact where it is still there.
    pub fn replace(&mut self, article: Arc<Article>) {
        let selected = self
            .view
            .selected
            .and_then(|id| self.article.fact(id))
            .map(|f| (f.span, f.kind));
        let same_text = article
            .document
            .text()
            .starts_with(self.article.document.text());
        let old = std::mem::replace(&mut self.article, article);
        self.galley.clear();
        self.listing.forget();
        self.view.selected = selected.and_then(|(span, kind)| {
            let facts = &self.article.findings.facts;
            let first = facts.partition_point(|f| f.span.start < span.start);
            let same = facts
                .iter()
                .enumerate()
                .skip(first)
                .take_while(|(_, f)| f.span.start == span.start);
            same.into_iter()
                .find(|(_, f)| f.span == span && f.kind == kind)
                .map(|(i, _)| FactId::new(i))
        });
        self.find_notes_again(same_text);
        if !same_text {
            self.find_again(&old);
            self.view.search = None;
            self.view.selection = None;
            self.drag = None;
        }
        self.search_typed_again();
        self.finder.forget();
        self.find();
        self.settle();
    }

    /// Takes another article in place of this one, from its beginning. Looks, panes and orders stay as they are.
    pub fn open(&mut self, article: Arc<Article>) {
        self.view = self.view.elsewhere();
        self.note_changes.clear();
        self.article = article;
        self.galley.clear();
        self.listing.forget();
        self.settle();
        self.say_warning();
    }

    /// Takes an article up again as it was left, in the looks of now.
    pub(super) fn return_to(&mut self, article: Arc<Article>, left: View) {
        self.view = self.view.with_looks_here(left);
        self.article = article;
        self.galley.clear();
        self.listing.forget();
        self.settle();
    }

    /// The article and the view of it, as they are left for another one.
    pub(super) fn leaving(&self) -> (Arc<Article>, View) {
        let mut view = View {
            overlay: None,
            notice: None,
            pending: Pending::default(),
            ..self.view.clone()
        };
        view.jumps.forget_ahead();
        (Arc::clone(&self.article), view)
    }

    /// Takes the hits of a query that were counted, if the query is still on.
    pub fn counted(&mut self, query: &Query, hits: Arc<[Pos]>) {
        let hits = self.only_shown(hits);
        if let Some(search) = self.view.search.as_mut().filter(|s| s.query == *query) {
            search.hits = Some(hits);
        }
    }

    /// So many bytes of the page have come.
    pub fn coming(&mut self, bytes: u64) {
        if let Some(fetching) = &mut self.view.fetching {
            fetching.bytes = bytes;
        }
    }

    /// No page is on its way any more.
    pub fn fetched(&mut self) {
        self.view.fetching = None;
    }

    /// Tells the reader something.
    pub fn say(&mut self, text: impl Into<String>, error: bool) {
        self.view.notice = Some(crate::ui::Notice {
            text: crate::document::clean_line(&text.into()),
            error,
        });
    }

    /// The screen as it is now.
    pub fn screen(&mut self) -> Screen {
        compose(
            &self.article,
            &mut self.galley,
            &mut self.listing,
            &self.view,
            &self.keymap,
            self.size,
        )
    }

    /// Draws the screen into a buffer.
    pub fn draw(&mut self, theme: &Theme, buffer: &mut Buffer) -> Arc<Screen> {
        let screen = self.next_screen();
        draw(&screen, theme, buffer);
        screen
    }

    /// The screen as it is now, which is drawn: what the mouse points at from here on.
    pub(super) fn next_screen(&mut self) -> Arc<Screen> {
        let screen = Arc::new(self.screen());
        self.drawn = Some(Arc::clone(&screen));
        screen
    }

    /// How many rows the text has.
    fn rows(&self) -> usize {
        crate::ui::Frame::of(&self.view, self.size).rows()
    }

    /// The query that is on and not counted, to be counted.
    fn count_effect(&self) -> Option<Effect> {
        let search = self.view.search.as_ref().filter(|s| s.hits.is_none())?;
        Some(Effect::Count(search.query.clone()))
    }

    /// Brings what depends on the view up to date: the galley's setting, what is shown, how far was read, and whether
    /// the selected fact is still in sight.
    fn settle(&mut self) {
        self.galley.set(crate::ui::setting(&self.view, self.size));
        self.galley.shift(self.view.shift);
        let frame = crate::ui::Frame::of(&self.view, self.size);
        let document = &self.article.document;
        let before = self.shown;
        self.shown = crate::ui::shown_span(&frame, document, &mut self.galley, self.view.top);
        self.view.furthest = self.view.furthest.max(self.shown.end);
        self.see_fresh(before);
        if self.view.focus == Pane::Text
            && let Some(fact) = self.view.selected.and_then(|id| self.article.fact(id))
        {
            let mention = fact.mention(self.view.mention);
            let sentence = if fact.sentence.covers(mention) {
                fact.sentence
            } else {
                mention
            };
            if !sentence.overlaps(self.shown) && !mention.overlaps(self.shown) {
                self.view.selected = None;
            }
        }
        self.close_lost_why();
        let note = self.view.note.and_then(|id| self.view.notes.get(id));
        let is_out_of_sight = note.is_none_or(|n| n.span.is_none_or(|s| !s.overlaps(self.shown)));
        if is_out_of_sight && (note.is_none() || self.view.focus == Pane::Text) {
            self.view.note = None;
        }
    }

    /// The facts of the panel, in its order.
    fn listed(&self) -> Vec<FactId> {
        listing(&self.article, &self.view)
            .into_iter()
            .filter_map(|entry| match entry {
                crate::ui::Entry::Fact(id) => Some(id),
                _ => None,
            })
            .collect()
    }

    /// Takes back the focus that digits gave, when they turn out to begin a number.
    fn undo_lone_digit(&mut self, lone: bool, resolution: Resolution) {
        let number = match resolution {
            Resolution::Waiting => !self.view.pending.lone && self.view.pending.count.is_some(),
            Resolution::Run(command, count, _) => {
                count.is_some_and(|count| command.takes_number() || is_number(count))
            }
            Resolution::Unbound => false,
        };
        if lone
            && number
            && let Some((focus, panes)) = self.view.before_digit.take()
        {
            (self.view.focus, self.view.panes) = (focus, panes);
        }
    }

    /// Forgets what was typed of a command.
    fn forget_typed(&mut self) {
        self.view.pending = Pending::default();
    }
}
