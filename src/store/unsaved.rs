//! What could not be written to the database, kept in a small one of its own until it can be.
//!
//! Such a file lies in the folder of the database, or in another one that can be written. It is made under another name
//! first, so that what has the name is whole. Taking it up twice does no harm: every note has its number for ever. What
//! was deleted stands in a table of its own ([`taken_back`]).

mod taken_back;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::params;

use self::taken_back::TakenBack;
use super::names::Sketch;
use super::open::connect;
use super::{About, Change, DocumentId, Store, StoreError};

/// How the names of the files begin and end.
const PREFIX: &str = "nutgraf-unsaved-";
const SUFFIX: &str = ".db";

/// What was done in an article and could not be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unsaved {
    /// What the article is known by.
    pub names: Vec<String>,
    /// What is known of it.
    pub about: About,
    /// What was done, the oldest first.
    pub changes: Vec<Change>,
}

/// Writes what could not be written into a file of its own, named after `mark` (a number that no other window has), in
/// the first of the folders that takes it; one of that name is replaced. Gives its path.
///
/// # Errors
/// When none of the folders takes it: why the last one did not.
pub fn set_aside(
    folders: &[PathBuf],
    mark: u64,
    unsaved: &[Unsaved],
) -> Result<PathBuf, StoreError> {
    let mut why = StoreError::Denied;
    for folder in folders {
        let path = folder.join(format!("{PREFIX}{mark:016x}{SUFFIX}"));
        match write(&path, unsaved) {
            Ok(()) => return Ok(path),
            Err(error) => why = error,
        }
    }
    Err(why)
}

/// Takes away a file that [`set_aside`] made, when there is one.
pub fn clear(path: &Path) {
    // What is left of it is taken up, which changes nothing.
    let _ = fs::remove_file(path);
}

/// Makes the file under another name, then gives it its own. What fails leaves nothing.
fn write(path: &Path, unsaved: &[Unsaved]) -> Result<(), StoreError> {
    let part = path.with_extension("part");
    clear(&part);
    let written = fill(&part, unsaved).and_then(|()| Ok(fs::rename(&part, path)?));
    if written.is_err() {
        for end in ["part", "part-wal", "part-shm", "part-journal"] {
            clear(&path.with_extension(end));
        }
    }
    written
}

fn fill(path: &Path, unsaved: &[Unsaved]) -> Result<(), StoreError> {
    let mut store = connect(path)?;
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    for of in unsaved {
        let document = store.keep(None, &of.names, &of.about)?;
        store.apply(document, &of.changes)?;
        taken_back::write(&mut store.connection, document, &of.changes)?;
    }
    // The last connection takes the journal away.
    let closed = store.connection.close();
    closed.map_err(|(_, error)| StoreError::from(error))
}

/// The files in these folders with what earlier sessions could not write.
pub fn waiting(folders: &[PathBuf]) -> Vec<PathBuf> {
    let entries = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok());
    let entries = entries.flat_map(Iterator::flatten);
    let named = entries.filter(|entry| {
        let name = entry.file_name();
        let is_one = |name: &str| name.starts_with(PREFIX) && name.ends_with(SUFFIX);
        name.to_str().is_some_and(is_one)
    });
    named.map(|entry| entry.path()).collect()
}

impl Store {
    /// Takes up what could not be written before and lies in these files, and takes the files away. Gives the number of
    /// articles. Only files of the one who owns the database count; one that cannot be read is left where it is.
    ///
    /// # Errors
    /// When this database cannot be written; the file that was not taken up stays.
    pub fn take_up(&mut self, files: &[PathBuf]) -> Result<usize, StoreError> {
        let mut articles = 0;
        for path in files {
            if !self.is_of_the_same_owner(path) {
                continue;
            }
            let Ok(all) = read(path) else {
                continue;
            };
            for (unsaved, taken_back) in &all {
                if let Some(document) = self.document_of(unsaved)? {
                    self.apply(document, &unsaved.changes)?;
                    taken_back::take_back(&mut self.connection, document, taken_back)?;
                }
            }
            articles += all.len();
            clear(path);
        }
        Ok(articles)
    }

    /// Writes what was done in an article that may be known by any of its names.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add(&mut self, unsaved: &Unsaved) -> Result<(), StoreError> {
        match self.document_of(unsaved)? {
            Some(document) => self.apply(document, &unsaved.changes),
            None => Ok(()),
        }
    }

    /// The document that it was done in, noted as opened; none where it has no name.
    fn document_of(&mut self, unsaved: &Unsaved) -> Result<Option<DocumentId>, StoreError> {
        let Unsaved { names, about, .. } = unsaved;
        let Some((text, places)) = names.split_first() else {
            return Ok(None);
        };
        let place = places.first().map(String::as_str);
        let known = self.recognise(text, place, &about.title, &about.sketch)?;
        self.keep(known, names, about).map(Some)
    }

    /// Whether a file belongs to the one who has this database: in a folder for all, anybody can put a file.
    fn is_of_the_same_owner(&self, path: &Path) -> bool {
        let (Ok(one), Ok(other)) = (fs::symlink_metadata(path), fs::metadata(&self.path)) else {
            return false;
        };
        #[cfg(unix)]
        let same = {
            use std::os::unix::fs::MetadataExt;
            one.uid() == other.uid()
        };
        #[cfg(not(unix))]
        let same = !other.is_dir();
        same && one.is_file()
    }
}

/// What lies in a file.
fn read(path: &Path) -> Result<Vec<(Unsaved, Vec<TakenBack>)>, StoreError> {
    let store = connect(path)?;
    let mut documents = store
        .connection
        .prepare("SELECT id, title, source, words, sketch FROM documents ORDER BY id")?;
    let rows = documents.query_map([], |row| {
        let about = About {
            title: row.get(1)?,
            source: row.get(2)?,
            words: row.get(3)?,
            sketch: Sketch::from_bytes(&row.get::<_, Vec<u8>>(4)?),
        };
        Ok((row.get::<_, i64>(0)?, about))
    })?;
    let mut all = Vec::new();
    for row in rows {
        let (id, about) = row?;
        // The name of the text first, then the place.
        let mut names = store.connection.prepare(
            "SELECT name FROM names WHERE document = ? ORDER BY name NOT LIKE 'blake3:%', name",
        )?;
        let names: rusqlite::Result<Vec<String>> =
            names.query_map(params![id], |row| row.get(0))?.collect();
        let kept = store.remembered(DocumentId(id))?;
        let read = kept.progress.map(|(progress, _)| Change::Read(progress));
        let changes = read
            .into_iter()
            .chain(kept.marks.into_iter().map(Change::Mark))
            .chain(kept.folds.into_iter().map(Change::Fold))
            .chain(kept.dismissed.into_iter().map(Change::Dismiss))
            .chain(kept.notes.into_iter().map(Change::Note));
        let unsaved = Unsaved {
            names: names?,
            about,
            changes: changes.collect(),
        };
        all.push((
            unsaved,
            taken_back::read(&store.connection, DocumentId(id))?,
        ));
    }
    Ok(all)
}
