//! Links and pictures that lead out of the article: files, the browser, the viewer, and the way back.

use std::path::{Path, PathBuf};

use super::Session;
use crate::app::open::{self, Failed, Opener};
use crate::app::picture;
use crate::app::terminal::Tty;
use crate::app::trail::{Left, Way};
use crate::article::{Address, Uri};
use crate::document::{BlockId, BlockKind, clean_line};
use crate::import::source::Input;

impl Session {
    /// Opens a file that a link of this article leads to.
    pub(super) fn follow(&mut self, path: PathBuf, name: Option<String>) {
        let shown = clean_line(&path.display().to_string());
        if self.is_book() {
            let said = format!("{shown}: the book has no such part, or it is damaged");
            return self.reader.say(said, true);
        }
        // Only files: a pipe or a device that a link names would be waited for.
        match std::fs::metadata(&path) {
            Ok(about) if about.is_file() => {}
            Ok(about) if about.is_dir() => {
                return self
                    .reader
                    .say(format!("{shown}: is a folder, not an article"), true);
            }
            Ok(_) => return self.reader.say(format!("{shown}: is not a file"), true),
            Err(error) => {
                return self
                    .reader
                    .say(format!("{shown}: {}", plainly(&error)), true);
            }
        }
        if picture::is_picture(&path) {
            return self.view(&path);
        }
        let before = self.reading;
        self.open(Input::File(path));
        if self.reading != before
            && let Some(name) = name
        {
            if self.reader.go_to_name(&name) {
                return;
            }
            // It may stand in the part that is still being read.
            self.reader.start_over();
            self.place_to_come = Some(name);
        }
    }

    /// Notes the article that is left for another one.
    pub(super) fn leave(&mut self) {
        self.place_to_come = None;
        if self.input.is_some() {
            let left = self.left();
            self.trail.leave(left);
        }
    }

    fn left(&self) -> Left {
        let (article, view) = self.reader.leaving();
        Left {
            input: self.input.clone(),
            reading: self.reading,
            article,
            fuller: None,
            view,
        }
    }

    /// Goes back or forward to another article, as it was left.
    pub(super) fn go(&mut self, way: Way) {
        if !self.trail.leads(way) {
            return;
        }
        // What was done in the article before belongs to that.
        self.remember();
        let here = self.left();
        let Some(left) = self.trail.go(way, here) else {
            return;
        };
        self.place_to_come = None;
        self.input = left.input;
        self.reading = left.reading;
        self.reader.return_to(left.article, left.view);
        if let Some(fuller) = left.fuller {
            self.reader.replace(fuller);
        }
        self.watch();
    }

    /// Goes to the place that a link named, once it is there and if the reader did not move in the meantime.
    pub(super) fn arrive(&mut self) {
        if self.reader.view().top.get() > 0 {
            self.place_to_come = None;
        }
        if let Some(name) = &self.place_to_come
            && self.reader.go_to_name(name)
        {
            self.place_to_come = None;
        }
    }

    /// Opens an address in the browser.
    pub(super) fn browse(&mut self, uri: &Uri) -> anyhow::Result<()> {
        let said = format!("opening {} in the browser", uri.host());
        match open::browser(self.browser.as_deref(), uri.as_str()) {
            Opener::Here(command) => {
                self.tty.release();
                let ended = open::run(&command);
                self.tty.retake()?;
                self.reader.resize(Tty::size());
                if let Err(Failed(why)) = ended {
                    self.reader.say(why, true);
                }
            }
            Opener::Apart(commands) => self.launch(&commands, said),
        }
        Ok(())
    }

    /// Shows the picture of a block.
    pub(super) fn picture(&mut self, id: BlockId) {
        let block = self.reader.article().document.block(id);
        let Some(BlockKind::Image { target, .. }) = block.map(|b| &b.kind) else {
            return;
        };
        let target = target.clone();
        if self.is_book() {
            let Some(book) = self
                .input
                .as_ref()
                .and_then(Input::path)
                .map(Path::to_owned)
            else {
                let said = "pictures of a book need its file: open it by its name";
                return self.reader.say(said, true);
            };
            match self.pictures.unpack(&book, &target) {
                Ok(path) => self.view(&path),
                Err(why) => self.reader.say(why, true),
            }
            return;
        }
        if let Address::File(path, _) = Address::of(&target, &self.reader.article().document) {
            self.view(&path);
        }
    }

    /// Opens a picture file in the system's viewer; nothing that is no picture is opened.
    fn view(&mut self, path: &Path) {
        match picture::check(path) {
            Ok(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let said = format!("opening {}", clean_line(&name));
                self.launch(&open::viewer(&path), said);
            }
            Err(why) => self.reader.say(why, true),
        }
    }

    /// Starts a program apart from this one.
    fn launch(&mut self, commands: &[open::Words], said: String) {
        match open::launch(commands, self.events.clone()) {
            Ok(()) => self.reader.say(said, false),
            Err(Failed(why)) => self.reader.say(why, true),
        }
    }

    /// Whether the article is a book, whose links lead to files inside of it.
    fn is_book(&self) -> bool {
        let file = self
            .input
            .as_ref()
            .and_then(Input::path)
            .map(Path::to_owned);
        match file {
            Some(path) => picture::begins_with(&path, b"PK\x03\x04"),
            // What was piped in and has no text of its own in the file is a book or a page; pages name no files.
            None => self.reader.article().document.origin().is_empty(),
        }
    }
}

/// What went wrong with a file, as a person says it.
fn plainly(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "may not be read".to_owned(),
        _ => error.to_string(),
    }
}
