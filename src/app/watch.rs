//! Changes of the file that is read: the system tells, nobody polls.
//!
//! The folder is watched, not the file: editors write a new file and rename it into place, and the file may go and come
//! back. What happens within [`QUIET`] of each other is one change, so that a file is not read while it is written.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{EventKind, RecursiveMode, Watcher, recommended_watcher};

use super::event::Event;
use super::queue;

/// A file that was not touched for so long is written.
const QUIET: Duration = Duration::from_millis(80);
/// A file that is touched all the time is read this often.
const LONGEST: Duration = Duration::from_secs(1);

/// A file that is watched. Dropping it ends the watch.
#[derive(Debug)]
pub(super) struct Watch {
    news: Sender<News>,
}

/// What the thread hears.
enum News {
    Touched,
    Stop,
}

impl Watch {
    /// Watches a file from a thread of its own and says [`Event::Changed`] when it changed. Where the system cannot
    /// watch it, nothing is ever said.
    ///
    /// # Errors
    /// When there is no thread.
    pub(super) fn start(path: &Path, events: queue::Sender) -> std::io::Result<Self> {
        let (news, heard) = mpsc::channel();
        let (path, own) = (path.to_owned(), news.clone());
        thread::Builder::new()
            .name("watch".into())
            .spawn(move || watch(&path, own, &heard, &events))?;
        Ok(Self { news })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Nobody hears it when the thread has ended by itself.
        let _ = self.news.send(News::Stop);
    }
}

fn watch(path: &Path, news: Sender<News>, heard: &Receiver<News>, events: &queue::Sender) {
    let places = places(path);
    let names: Vec<OsString> = places.iter().map(|(_, name)| name.clone()).collect();
    let watcher = recommended_watcher(move |event: notify::Result<notify::Event>| {
        let concerns = event.is_ok_and(|event| concerns(&event, &names));
        if concerns {
            let _ = news.send(News::Touched);
        }
    });
    let Ok(mut watcher) = watcher else { return };
    for (folder, _) in &places {
        let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
    }
    while let Ok(News::Touched) = heard.recv() {
        let begun = Instant::now();
        while begun.elapsed() < LONGEST {
            match heard.recv_timeout(QUIET) {
                Ok(News::Touched) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Ok(News::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if events.send(Event::Changed(path.to_owned())).is_err() {
            return;
        }
    }
}

/// The folders to watch and the name to look for in each: where the file is, and where it is in truth when it is a link.
fn places(path: &Path) -> Vec<(PathBuf, OsString)> {
    let place = |path: &Path| {
        let name = path.file_name()?.to_owned();
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
        Some((folder.unwrap_or(Path::new(".")).to_owned(), name))
    };
    let mut places: Vec<_> = place(path).into_iter().collect();
    if let Some(real) = path.canonicalize().ok().and_then(|real| place(&real)) {
        let known = places.iter().any(|(folder, name)| {
            *name == real.1 && folder.canonicalize().is_ok_and(|f| f == real.0)
        });
        if !known {
            places.push(real);
        }
    }
    places
}

/// Whether an event may have changed what a file of these names holds. Reading it does not.
fn concerns(event: &notify::Event, names: &[OsString]) -> bool {
    let changes = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(_)) => false,
        _ => true,
    };
    let is_meant = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| names.iter().any(|n| n == name))
    };
    changes && event.paths.iter().any(is_meant)
}
