//! A reader without a terminal: keys go in, screens are looked at.

mod noted;

use std::sync::{Arc, LazyLock};

use nutgraf::app::{Act, Effect, Pointer, Reader};
use nutgraf::article::{Article, Lines, State};
use nutgraf::command::Key;
use nutgraf::facts;
use nutgraf::import::{Request, import};
use nutgraf::ui::{
    Depth, Entry, Line, Look, Marked, Notice, Overlay, Role, Screen, Size, Theme, ThemeName, View,
    listing,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A small article of our own with everything in it: nested sections, a table, wide code, a list.
pub(super) static BRIDGE: LazyLock<Arc<Article>> = LazyLock::new(|| {
    let found = article("bridge.md", include_str!("../data/bridge.md"));
    with_notes(&found, noted::BRIDGE)
});

/// The same subject as text from a web page, with parts that are no article.
pub(super) static SCRAPED: LazyLock<Arc<Article>> = LazyLock::new(|| {
    let found = article("scraped.txt", include_str!("../data/scraped.txt"));
    with_notes(&found, noted::BRIDGE)
});

/// The built-in article.
pub(super) static TALKS: LazyLock<Arc<Article>> =
    LazyLock::new(|| article("article.md", include_str!("../../assets/article.md")));

/// The built-in article with facts noted by hand, for what shall not change with the finders.
pub(super) static NOTED: LazyLock<Arc<Article>> =
    LazyLock::new(|| with_notes(&TALKS, noted::TALKS));

/// An article with its facts.
pub(super) fn article(name: &str, bytes: impl AsRef<[u8]>) -> Arc<Article> {
    let request = Request {
        name,
        ..Request::default()
    };
    let document = Arc::new(import(bytes.as_ref(), &request).unwrap());
    let findings = facts::find(&document, None);
    let lines = Arc::new(Lines::new(bytes.as_ref()));
    Arc::new(Article::new(document, findings, lines, State::Complete))
}

/// The same article with facts noted by hand.
fn with_notes(article: &Article, notes: &[noted::Noted]) -> Arc<Article> {
    let document = Arc::clone(&article.document);
    let findings = noted::findings(&document, notes);
    let lines = Arc::clone(&article.lines);
    Arc::new(Article::new(document, findings, lines, State::Complete))
}

/// A reader at a size.
pub(super) struct Stage {
    pub(super) reader: Reader,
    size: Size,
}

impl Stage {
    /// A reader of an article at so many columns and rows.
    pub(super) fn new(article: &Arc<Article>, columns: u16, rows: u16) -> Self {
        Self::with(article, View::default(), columns, rows)
    }

    /// The same with a view to begin with.
    pub(super) fn with(article: &Arc<Article>, view: View, columns: u16, rows: u16) -> Self {
        let size = Size { columns, rows };
        Self {
            reader: Reader::new(Arc::clone(article), view, size),
            size,
        }
    }

    /// The bridge at a size at which all panes are there and the text does not fit.
    pub(super) fn bridge() -> Self {
        Self::new(&BRIDGE, 120, 20)
    }

    /// Types keys: names of keys with spaces between them; what is no name is typed letter by letter, so that `talks`
    /// and `40G` may be written together. Gives the last effect.
    #[track_caller]
    pub(super) fn keys(&mut self, keys: &str) -> Option<Effect> {
        let mut last = None;
        for word in keys.split_whitespace() {
            let typed = match word.parse::<Key>() {
                Ok(key) => vec![key],
                Err(_) => word
                    .chars()
                    .map(|c| c.to_string().parse().unwrap())
                    .collect(),
            };
            for key in typed {
                last = self.reader.key(key).or(last);
            }
        }
        last
    }

    /// Does something with the mouse at a cell of the screen as it is drawn now.
    pub(super) fn mouse(&mut self, column: u16, row: u16, act: Act) -> Option<Effect> {
        self.whole();
        self.reader.pointer(Pointer { column, row, act })
    }

    /// Clicks at a cell.
    pub(super) fn click(&mut self, column: u16, row: u16) -> Option<Effect> {
        let effect = self.mouse(column, row, Act::Press { clicks: 1 });
        self.mouse(column, row, Act::Release).or(effect)
    }

    /// The cell in which words begin on the screen.
    #[track_caller]
    pub(super) fn find(&mut self, words: &str) -> (u16, u16) {
        let whole = self.whole();
        let found = whole.lines().enumerate().find_map(|(row, line)| {
            let before = &line[..line.find(words)?];
            let column = nutgraf::layout::measure::width(before);
            Some((u16::try_from(column).unwrap(), u16::try_from(row).unwrap()))
        });
        found.unwrap_or_else(|| panic!("no {words:?} on\n{whole}"))
    }

    /// The same, for a chain.
    #[track_caller]
    pub(super) fn after(mut self, keys: &str) -> Self {
        self.keys(keys);
        self
    }

    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        self.size = Size { columns, rows };
        self.reader.resize(self.size);
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    pub(super) fn view(&self) -> &View {
        self.reader.view()
    }

    pub(super) fn screen(&mut self) -> Screen {
        self.reader.screen()
    }

    /// The rows of the text pane, as text.
    pub(super) fn text(&mut self) -> Vec<String> {
        rows(&self.screen().text.lines)
    }

    /// The first row of the text pane that says something, without the margin and the gutter.
    pub(super) fn top(&mut self) -> String {
        let screen = self.screen();
        let mut lines = screen.text.lines.iter().map(words);
        lines.find(|line| !line.is_empty()).unwrap_or_default()
    }

    /// The rows of the sections, wherever they stand; empty when they are not there.
    pub(super) fn sections(&mut self) -> Vec<String> {
        let screen = self.screen();
        match (&screen.sections, &screen.overlay) {
            (Some(pane), _) => rows(&pane.lines),
            (None, Some(boxed)) if boxed.title == "Sections" => rows(&boxed.lines),
            _ => Vec::new(),
        }
    }

    /// The rows of the facts, wherever they stand; empty when they are not there.
    pub(super) fn facts(&mut self) -> Vec<String> {
        let screen = self.screen();
        match (&screen.facts, &screen.overlay) {
            (Some(pane), _) => rows(&pane.lines),
            (None, Some(boxed)) if boxed.title == "Facts" => rows(&boxed.lines),
            _ => Vec::new(),
        }
    }

    /// Title and rows of what lies over the panes.
    pub(super) fn overlay(&mut self) -> (String, Vec<String>) {
        let screen = self.screen();
        let boxed = screen.overlay.as_ref();
        boxed.map_or_else(Default::default, |b| (b.title.clone(), rows(&b.lines)))
    }

    /// The status line.
    pub(super) fn folio(&mut self) -> String {
        rows(&self.screen().folio.lines).concat()
    }

    /// The line at the top.
    pub(super) fn header(&mut self) -> String {
        rows(&self.screen().header.lines).concat()
    }

    /// What the reader was told last.
    pub(super) fn notice(&self) -> &str {
        let notice: Option<&Notice> = self.view().notice.as_ref();
        notice.map_or("", |n| n.text.as_str())
    }

    /// The words of the selected fact.
    pub(super) fn selected(&self) -> &str {
        let article = self.reader.article();
        let fact = self.view().selected.and_then(|id| article.fact(id));
        fact.map_or("", |f| article.document.slice(f.span))
    }

    /// The words that are being selected.
    pub(super) fn chosen(&self) -> &str {
        let selection = self.view().selection;
        let span = selection.map(nutgraf::ui::Selection::span);
        span.map_or("", |s| self.reader.article().document.slice(s))
    }

    /// What stands in the cell of the cursor.
    pub(super) fn cursor(&mut self) -> String {
        let at = self.screen().cursor;
        at.map_or_else(String::new, |at| {
            self.buffer(Depth::True)[at].symbol().to_owned()
        })
    }

    /// Highlights and notes in the order of the text: ink, words, and what was written.
    pub(super) fn noted(&self) -> Vec<String> {
        let document = &self.reader.article().document;
        let noted = self.view().notes.iter().map(|note| {
            let lost = if note.span.is_none() { "lost " } else { "" };
            let all = format!(
                "{lost}{}: {} {}",
                note.ink.name(),
                note.words(document),
                note.text
            );
            all.trim_end().to_owned()
        });
        noted.collect()
    }

    /// The words of the note that the reader is at.
    pub(super) fn current_note(&self) -> String {
        let view = self.view();
        let note = view.note.and_then(|id| view.notes.get(id));
        let words = note.map(|n| n.words(&self.reader.article().document));
        words.unwrap_or_default().to_owned()
    }

    /// The words of the facts that the panel lists, in its order.
    pub(super) fn listed(&self) -> Vec<&str> {
        let article = self.reader.article();
        let entries = listing(article, self.view()).into_iter();
        let facts = entries.filter_map(|entry| match entry {
            Entry::Fact(id) => article.fact(id),
            _ => None,
        });
        facts.map(|f| article.document.slice(f.span)).collect()
    }

    /// What is marked so in the text, in order; a mark that runs over a row's end is joined again.
    pub(super) fn marked(&mut self, as_what: Marked) -> Vec<String> {
        self.looking(|piece_look| piece_look.fact.is_some_and(|(_, m)| m == as_what))
    }

    /// The pieces of the text pane with a certain look; neighbours are joined.
    pub(super) fn looking(&mut self, wanted: impl Fn(Look) -> bool) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut going_on = false;
        for line in &self.screen().text.lines {
            let mut row_begins = true;
            let words =
                |p: &&nutgraf::ui::Piece| !matches!(p.look.role, Role::Glyph | Role::Accent);
            for piece in line.pieces.iter().filter(words) {
                let is_wanted = wanted(piece.look);
                match found.last_mut().filter(|_| going_on && is_wanted) {
                    Some(last) => {
                        last.push_str(if row_begins { " " } else { "" });
                        last.push_str(&piece.text);
                    }
                    None if is_wanted => found.push(piece.text.to_string()),
                    None => {}
                }
                (going_on, row_begins) = (is_wanted, false);
            }
        }
        found
    }

    /// Whether something is being typed or lies over the panes.
    pub(super) fn is_open(&self) -> Option<&Overlay> {
        self.view().overlay.as_ref()
    }

    /// The screen as cells.
    pub(super) fn buffer(&mut self, depth: Depth) -> Buffer {
        let (name, ground) = (&self.view().theme, self.view().ground);
        let theme = Theme::built_in(name, ground, depth).unwrap();
        self.buffer_in(&theme)
    }

    /// The screen as cells in a theme.
    pub(super) fn buffer_in(&mut self, theme: &Theme) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.columns, self.size.rows));
        self.reader.draw(theme, &mut buffer);
        buffer
    }

    /// The whole screen as text, a line a row.
    pub(super) fn whole(&mut self) -> String {
        let buffer = self.buffer_in(&Theme::new(&ThemeName::DARK, Depth::True));
        let mut text = String::new();
        for y in 0..self.size.rows {
            let mut row = String::new();
            let mut covered = 0;
            for x in 0..self.size.columns {
                let symbol = buffer[(x, y)].symbol();
                // The cell behind a wide character is no cell of its own.
                if covered == 0 {
                    row.push_str(symbol);
                    covered = nutgraf::layout::measure::width(symbol).max(1);
                }
                covered -= 1;
            }
            text.push_str(row.trim_end());
            text.push('\n');
        }
        text
    }
}

/// What a row of the text says, without the margin and the gutter.
pub(super) fn words(line: &Line) -> String {
    let mut line = line.clone();
    line.pieces
        .retain(|p| !matches!(p.look.role, Role::Glyph | Role::Accent));
    line.text().trim().to_owned()
}

/// Rows as text.
fn rows(lines: &[Line]) -> Vec<String> {
    lines
        .iter()
        .map(|l| l.text().trim_end().to_owned())
        .collect()
}
