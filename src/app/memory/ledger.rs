//! The database of one reader, and what is not written to it yet.
//!
//! What cannot be written is kept and tried again with what comes next, and at the end; until then it also lies in a file
//! of its own ([`crate::store::set_aside`]), which the next start takes up: neither a full disk nor a signal takes what a
//! person wrote. The database is opened when it is first needed, and made only when there is something to write.

mod words;

use std::path::{Path, PathBuf};

use self::words::in_words;
use super::Recalled;
use crate::document::Document;
use crate::store::{
    About, Change, DocumentId, Entry, Opened, Remembered, Sketch, Store, StoreError, Unsaved,
    clear, now, set_aside, text_name, waiting,
};

/// The database and what is not written yet.
#[derive(Debug)]
pub(in crate::app) struct Ledger {
    path: PathBuf,
    store: Option<Store>,
    /// The document that changes belong to.
    document: Option<DocumentId>,
    /// What it was opened as.
    opened: Option<(Vec<String>, About)>,
    pending: Vec<Change>,
    /// What could not be written of articles that were left.
    left: Vec<Unsaved>,
    /// The file with what could not be written, and the number that tells it from those of other windows.
    aside: Option<PathBuf>,
    mark: u64,
    /// Why the last attempt to write failed.
    failed: Option<String>,
    /// Whether the database is of no use: the person has been told.
    given_up: bool,
    /// Whether files of earlier sessions were looked for.
    taken_up: bool,
    /// What is to be said to the person.
    said: Vec<String>,
}

impl Ledger {
    /// The database at `path`, which is opened later.
    pub(in crate::app) fn new(path: PathBuf) -> Self {
        Self {
            path,
            store: None,
            document: None,
            opened: None,
            pending: Vec::new(),
            left: Vec::new(),
            aside: None,
            mark: now().cast_unsigned() << 20 ^ u64::from(std::process::id()),
            failed: None,
            given_up: false,
            taken_up: false,
            said: Vec::new(),
        }
    }

    /// What is to be said to the person since this was last asked.
    pub(in crate::app) fn said(&mut self) -> Vec<String> {
        std::mem::take(&mut self.said)
    }

    /// Whether something waits to be written.
    pub(super) fn has_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Another article begins, read from this place: what is known of it, as far as the place tells.
    pub(super) fn begin(&mut self, place: &str) -> Recalled {
        self.leave();
        let recalled = self.recall(|store| store.find(place));
        self.document = recalled.document;
        recalled
    }

    /// Writes what belongs to the article that is left; keeps what cannot be written.
    pub(in crate::app) fn leave(&mut self) {
        self.write();
        let opened = self.opened.take();
        self.document = None;
        let changes = std::mem::take(&mut self.pending);
        if let Some((names, about)) = opened.filter(|_| is_dear(&changes)) {
            self.left.push(Unsaved {
                names,
                about,
                changes,
            });
        }
    }

    /// Finds out which document a whole text is, notes that it was opened, and says what is remembered of it.
    pub(in crate::app) fn know(&mut self, document: &Document, place: Option<&str>) -> Recalled {
        self.write();
        let anew = self.take_up();
        let (text, meta) = (document.text(), document.meta());
        let name = text_name(text);
        let about = About {
            title: meta.title.clone(),
            source: meta.source.clone(),
            words: u32::try_from(text.split_ascii_whitespace().count()).unwrap_or(u32::MAX),
            sketch: Sketch::of(text),
        };
        let names = [name.clone()].into_iter().chain(place.map(str::to_owned));
        let names: Vec<String> = names.collect();
        let known = self.recall(|store| store.recognise(&name, place, &about.title, &about.sketch));
        self.document = known.document;
        self.opened = Some((names, about));
        self.keep();
        Recalled {
            document: self.document,
            sure: true,
            anew,
            ..known
        }
    }

    /// Takes something that the reader did.
    pub(in crate::app) fn change(&mut self, change: Change) {
        if matches!(change, Change::Read(_)) {
            self.pending.retain(|c| !matches!(c, Change::Read(_)));
        }
        self.pending.push(change);
    }

    /// What was read, the last first.
    pub(in crate::app) fn history(&mut self) -> Vec<Entry> {
        self.write();
        match self.existing().map(|store| store.history()) {
            Some(Ok(entries)) => entries,
            Some(Err(error)) => {
                self.complain(&error);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Forgets a document, also what is not written yet.
    pub(super) fn forget(&mut self, document: DocumentId) {
        if self.document == Some(document) {
            (self.document, self.opened) = (None, None);
            self.pending.clear();
        }
        if let Some(Err(error)) = self.existing().map(|store| store.forget(document)) {
            let file = self.path.file_name().unwrap_or_default().display();
            self.said.push(format!("not forgotten: {file} {error}"));
            if matches!(error, StoreError::Damaged) {
                self.complain(&error);
            }
        }
    }

    /// Writes what is pending; keeps what cannot be written.
    pub(in crate::app) fn write(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        if self.document.is_none() {
            // The disk may have room again.
            self.keep();
        }
        if let Some(document) = self.document {
            let pending = std::mem::take(&mut self.pending);
            let written = self.open().map(|store| store.apply(document, &pending));
            match written {
                Some(Ok(())) => self.failed = None,
                Some(Err(error)) => {
                    self.pending = pending;
                    self.complain(&error);
                }
                None => self.pending = pending,
            }
        }
        self.set_aside();
    }

    /// Writes all that is left, at last. Gives a sentence about what could not be written and where it is now.
    pub(in crate::app) fn finish(mut self) -> Option<String> {
        self.leave();
        let unwritten = self.write_left();
        if let Some(store) = self.store.take() {
            store.leave();
        }
        unwritten
    }

    /// Writes what could not be written before, once more; says what is left of it and where it is.
    fn write_left(&mut self) -> Option<String> {
        if self.left.is_empty() {
            return None;
        }
        // Once more: another window may have ended, or the disk have room again.
        self.given_up = false;
        let left = std::mem::take(&mut self.left);
        for unsaved in left {
            let written = self.open().map(|store| store.add(&unsaved));
            match written {
                Some(Ok(())) => continue,
                Some(Err(error)) => self.complain(&error),
                None => {}
            }
            self.left.push(unsaved);
        }
        self.set_aside();
        if self.left.is_empty() {
            return None;
        }
        let why = self.failed.as_deref().unwrap_or("not remembered");
        Some(match &self.aside {
            Some(path) => format!(
                "{why}; what you noted is kept in {}, and is taken up by itself when the history can be written again",
                path.display()
            ),
            None => format!("{why}; this could not be saved:{}", in_words(&self.left)),
        })
    }

    /// Keeps what could not be written in a file of its own, or takes that away when all is written.
    fn set_aside(&mut self) {
        let mut unsaved = self.left.clone();
        if let Some((names, about)) = self.opened.clone().filter(|_| is_dear(&self.pending)) {
            unsaved.push(Unsaved {
                names,
                about,
                changes: self.pending.clone(),
            });
        }
        if unsaved.is_empty() {
            if let Some(path) = self.aside.take() {
                clear(&path);
            }
        } else {
            self.aside = set_aside(&folders(&self.path), self.mark, &unsaved).ok();
        }
    }

    /// Takes up what earlier sessions could not write, once; tells whether there was something.
    fn take_up(&mut self) -> bool {
        if std::mem::replace(&mut self.taken_up, true) {
            return false;
        }
        let files = waiting(&folders(&self.path));
        if files.is_empty() {
            return false;
        }
        match self.open().map(|store| store.take_up(&files)) {
            Some(Ok(articles @ 1..)) => {
                let of = if articles == 1 {
                    "an article"
                } else {
                    "some articles"
                };
                self.said.push(format!(
                    "what could not be saved last time is saved now: what you noted, marked or deleted in {of}"
                ));
                true
            }
            Some(Err(error)) => {
                self.complain(&error);
                false
            }
            Some(Ok(_)) | None => false,
        }
    }

    /// Notes that the document was opened, and under which names.
    fn keep(&mut self) {
        let Some((names, about)) = self.opened.clone() else {
            return;
        };
        let document = self.document;
        let kept = self
            .open()
            .map(|store| store.keep(document, &names, &about));
        match kept {
            Some(Ok(id)) => self.document = Some(id),
            Some(Err(error)) => self.complain(&error),
            None => {}
        }
    }

    /// What is remembered of the document that `find` finds, if there is a database.
    fn recall(
        &mut self,
        find: impl FnOnce(&Store) -> Result<Option<DocumentId>, StoreError>,
    ) -> Recalled {
        let found = match self.existing() {
            None => Ok(None),
            Some(store) => find(store)
                .and_then(|found| found.map(|id| Ok((id, store.remembered(id)?))).transpose()),
        };
        let found = found.unwrap_or_else(|error| {
            self.complain(&error);
            None
        });
        let (document, remembered) =
            found.map_or((None, Remembered::default()), |(id, all)| (Some(id), all));
        Recalled {
            document,
            remembered,
            ..Recalled::default()
        }
    }

    /// The database, if there is one, or something to be put into one.
    fn existing(&mut self) -> Option<&mut Store> {
        if self.store.is_none() && !self.path.exists() {
            return None;
        }
        self.open()
    }

    /// The database, made when there is none; none when it is of no use.
    fn open(&mut self) -> Option<&mut Store> {
        if self.store.is_none() && !self.given_up {
            match Store::open(&self.path) {
                Ok(opened) => {
                    self.store = Some(opened.store);
                    if let Some(aside) = opened.put_aside {
                        self.say_put_aside(&aside);
                    }
                }
                Err(error) => {
                    self.given_up = true;
                    self.complain(&error);
                }
            }
        }
        self.store.as_mut()
    }

    /// Says what is wrong, once; a damaged database is put aside and a new one begun.
    fn complain(&mut self, error: &StoreError) {
        if matches!(error, StoreError::Damaged)
            && let Some(store) = self.store.take()
        {
            match store.put_aside() {
                Ok(aside) => self.say_put_aside(&aside),
                Err(error) => self.complain(&error),
            }
            // What is pending is written to the new one, in which the document has another number.
            self.document = None;
            self.keep();
            return;
        }
        let file = self.path.file_name().unwrap_or_default().display();
        let sentence = format!("not remembered: {file} {error}");
        if self.failed.replace(sentence.clone()).is_none() {
            self.said.push(sentence);
        }
    }

    fn say_put_aside(&mut self, aside: &Path) {
        self.said.push(format!(
            "the history was damaged: it was put aside as {}, and a new one begun",
            aside.display()
        ));
    }
}

/// Opens the database for a command that prints, when there is one, with what earlier sessions could not write to it.
///
/// # Errors
/// When it cannot be used.
pub(crate) fn open_store(path: &Path) -> Result<Option<Opened>, StoreError> {
    let files = waiting(&folders(path));
    if files.is_empty() && !path.exists() {
        return Ok(None);
    }
    let mut opened = Store::open(path)?;
    // Where it cannot be written, it can be read.
    let _ = opened.store.take_up(&files);
    Ok(Some(opened))
}

/// Where files with what could not be written may lie: beside the database, or where every program may write.
fn folders(database: &Path) -> Vec<PathBuf> {
    let beside = database.parent().map(Path::to_owned);
    beside.into_iter().chain([std::env::temp_dir()]).collect()
}

/// Whether there is something among the changes that a person made on purpose.
fn is_dear(changes: &[Change]) -> bool {
    let is_place = |c: &Change| matches!(c, Change::Read(_) | Change::Fold(_) | Change::Unfold(_));
    !changes.iter().all(is_place)
}
