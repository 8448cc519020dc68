//! The reader's own themes: files in the folder of the configuration, found and read when they are asked for.

use std::path::{Path, PathBuf};

use crate::ui::{Depth, Ground, Theme, ThemeName};

/// The folder of the reader's own themes; none where there is no home.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes {
    folder: Option<PathBuf>,
    /// What `auto` stands for on a dark and on a light ground, where that is not the built-in theme for it.
    suited: Option<(ThemeName, ThemeName)>,
}

impl Themes {
    /// The themes in a folder.
    pub const fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            suited: None,
        }
    }

    /// The same with the themes that `auto` stands for on a dark and on a light ground.
    #[must_use]
    pub fn for_grounds(self, dark: ThemeName, light: ThemeName) -> Self {
        Self {
            suited: Some((dark, light)),
            ..self
        }
    }

    /// The names of the reader's own themes, in the order of the alphabet; none where the folder cannot be read.
    /// A file that is called as a built-in theme is left out: that theme stands before it.
    pub fn names(&self) -> Vec<ThemeName> {
        let entries = self
            .folder
            .as_deref()
            .and_then(|f| std::fs::read_dir(f).ok());
        let paths = entries.into_iter().flatten().flatten().map(|e| e.path());
        let tomls = paths.filter(|path| path.extension().is_some_and(|e| e == "toml"));
        let mut stems: Vec<String> = tomls
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .collect();
        stems.sort_unstable();
        let names = stems.into_iter().map(ThemeName::from);
        names.filter(|name| !is_built_in(name)).collect()
    }

    /// Whether there is a theme of that name.
    pub fn has(&self, name: &ThemeName) -> bool {
        is_built_in(name) || self.path(name).is_some_and(|path| path.is_file())
    }

    /// A theme for a terminal with a ground and so many colours.
    ///
    /// # Errors
    /// When there is no such theme, or its file cannot be read or says what no theme says: one line that names the
    /// file, the line and the key.
    pub fn theme(&self, name: &ThemeName, ground: Ground, depth: Depth) -> Result<Theme, String> {
        let name = match (&self.suited, ground) {
            (Some((dark, _)), Ground::Dark) if *name == ThemeName::AUTO => dark,
            (Some((_, light)), Ground::Light) if *name == ThemeName::AUTO => light,
            _ => name,
        };
        if let Some(theme) = Theme::built_in(name, ground, depth) {
            return Ok(theme);
        }
        let unknown = || format!("there is no theme `{}`: {}", name.as_str(), self.offered());
        let path = self.path(name).ok_or_else(unknown)?;
        match std::fs::read_to_string(&path) {
            Ok(text) => Theme::from_toml(&text, ground, depth)
                .map_err(|e| format!("{}:{}: {}", path.display(), e.line, e.message)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(unknown()),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }

    /// Which themes there are, and where own ones belong, as the end of a sentence.
    pub fn offered(&self) -> String {
        let all: Vec<ThemeName> = ThemeName::built_in().cloned().chain(self.names()).collect();
        let all: Vec<&str> = all.iter().map(ThemeName::as_str).collect();
        let own = self.folder.as_deref().map(Path::display);
        let own = own.map_or(String::new(), |f| format!("; your own belong in {f}"));
        format!("there are {}{own}", all.join(", "))
    }

    /// The file of a theme; none for a name that no file of the folder can have.
    fn path(&self, name: &ThemeName) -> Option<PathBuf> {
        let is_name = !name.as_str().is_empty() && !name.as_str().contains(['/', '\\', '\0']);
        let folder = self.folder.as_deref().filter(|_| is_name)?;
        Some(folder.join(format!("{}.toml", name.as_str())))
    }
}

/// Whether a name is that of a built-in theme.
fn is_built_in(name: &ThemeName) -> bool {
    Theme::built_in(name, Ground::Unknown, Depth::True).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_themes_are_found_by_their_files() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        put(
            "sea.toml",
            "base = \"night\"\n[colours]\nheading = \"#88ccff\"\n",
        );
        put(
            "bad.toml",
            "base = \"night\"\n[colours]\nheadings = \"#88ccff\"\n",
        );
        put("dark.toml", "");
        put("notes.txt", "");
        let themes = Themes::new(Some(folder.path().to_owned()));
        let name = |name: &str| ThemeName::from(name.to_owned());
        assert_eq!(themes.names(), [name("bad"), name("sea")]);
        let theme = |of: &str| themes.theme(&name(of), Ground::Dark, Depth::True);
        assert!(theme("sea").is_ok_and(|t| t != Theme::new(&ThemeName::NIGHT, Depth::True)));
        assert_eq!(theme("dark"), Ok(Theme::new(&ThemeName::DARK, Depth::True)));
        let bad = theme("bad").unwrap_err();
        let expect = "bad.toml:3: `headings` is no part of a theme; did you mean `heading`?";
        assert!(bad.ends_with(expect), "{bad}");
        for (of, expect) in [
            ("gone", "there is no theme `gone`: there are auto, dark"),
            ("../x", "there is no"),
        ] {
            let error = theme(of).unwrap_err();
            assert!(
                error.starts_with(expect) && error.contains("sea; your own belong in"),
                "{error}"
            );
        }
    }
}
