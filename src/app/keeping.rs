//! What was chosen in the reader, written into the configuration when that is asked for.
//!
//! The file is read anew, so that what an editor has put there meanwhile stays; it is replaced whole, by a new file
//! beside it, so that a full disk or a crash leaves the old one. A link is followed, not replaced: many keep their
//! configurations elsewhere. A file that is protected against writing, or that cannot be read, is left alone.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::ui::ThemeName;

/// The longest configuration that is edited, in bytes.
const LONGEST: u64 = 1 << 20;

/// Where choices are kept, and how the text of a configuration is edited.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// The configuration, which need not be there yet.
    pub path: PathBuf,
    /// Gives the text with another theme, or a sentence why it cannot.
    pub theme: fn(&str, &ThemeName) -> Result<String, String>,
}

impl Keeping {
    /// Writes the theme into the configuration: what was done, as a sentence.
    ///
    /// # Errors
    /// A sentence; then nothing was written.
    pub(super) fn keep_theme(&self, theme: &ThemeName) -> Result<String, String> {
        let shown = self.path.display();
        let failed = |why: String| format!("not kept: {why} ({shown})");
        let text = read(&self.path).map_err(failed)?;
        let edited = (self.theme)(&text, theme).map_err(failed)?;
        if edited != text {
            write(&self.path, &edited).map_err(|error| failed(error.to_string()))?;
        }
        Ok(format!("theme = \"{}\" is in {shown}", theme.as_str()))
    }
}

/// The text of a file; empty where there is none.
fn read(path: &Path) -> Result<String, String> {
    match fs::metadata(path) {
        Ok(meta) if meta.len() > LONGEST => return Err("is longer than 1 MiB".to_owned()),
        Ok(meta) if meta.permissions().readonly() => {
            return Err("is protected against writing".to_owned());
        }
        _ => {}
    }
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        // A link to nothing is no place for a file.
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => {
            Ok(String::new())
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Replaces a file, or makes it with the folders above it.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let path = match fs::canonicalize(path) {
        Ok(real) => real,
        Err(_) => path.to_owned(),
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let new = folder.join(name);
    let written = File::create_new(&new).and_then(|mut file| {
        if let Ok(old) = fs::metadata(&path) {
            file.set_permissions(old.permissions())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, &path)
    });
    written.inspect_err(|_| drop(fs::remove_file(&new)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(text: &str, theme: &ThemeName) -> Result<String, String> {
        if text.contains("broken") {
            return Err("line 1 is not TOML".to_owned());
        }
        Ok(format!("{text}theme = {}\n", theme.as_str()))
    }

    fn keep(path: PathBuf) -> Result<String, String> {
        Keeping { path, theme: edit }.keep_theme(&ThemeName::NIGHT)
    }

    #[test]
    fn a_file_is_made_and_edited_and_a_link_stays_one() {
        let desk = tempfile::tempdir().unwrap();
        let path = desk.path().join("a/b/config.toml");
        assert!(
            keep(path.clone())
                .unwrap()
                .starts_with("theme = \"night\" is in ")
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "theme = night\n");
        #[cfg(unix)]
        {
            let link = desk.path().join("link.toml");
            std::os::unix::fs::symlink(&path, &link).unwrap();
            keep(link.clone()).unwrap();
            assert!(link.is_symlink());
            assert_eq!(
                fs::read_to_string(&path).unwrap(),
                "theme = night\ntheme = night\n"
            );
        }
        let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "no other file is left");
    }

    #[test]
    fn what_cannot_be_read_or_is_protected_stays_as_it_is() {
        let desk = tempfile::tempdir().unwrap();
        let path = desk.path().join("config.toml");
        fs::write(&path, "broken").unwrap();
        let said = keep(path.clone()).unwrap_err();
        assert!(said.starts_with("not kept: line 1 is not TOML ("), "{said}");
        fs::write(&path, "fine").unwrap();
        let mut protected = fs::metadata(&path).unwrap().permissions();
        protected.set_readonly(true);
        fs::set_permissions(&path, protected).unwrap();
        let said = keep(path.clone()).unwrap_err();
        assert!(said.contains("protected"), "{said}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "fine");
        fs::write(desk.path().join("other"), [0xff]).unwrap();
        assert!(keep(desk.path().join("other")).is_err());
    }
}
