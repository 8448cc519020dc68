//! The configuration file: where it is, what is in it, and the command about it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::output::{Output, complain};
use super::perform::Outcome;
use super::request::{ConfigTask, Configured};
use super::surroundings::themes_folder;
use crate::app::{Keeping, Themes};
use crate::config::{Config, Problem, Weight, commented, with_theme};

/// The longest configuration that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Where the configuration is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    path: PathBuf,
    /// Whether somebody named it: then it must be there.
    named: bool,
}

/// The file that the person named, or that `NUTGRAF_CONFIG` names, or the usual place
/// (<https://specifications.freedesktop.org/basedir-spec>). None without a home folder.
fn place(named: Option<PathBuf>) -> Option<Place> {
    let var = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(path) = named.or_else(|| var("NUTGRAF_CONFIG").map(PathBuf::from)) {
        return Some(Place { path, named: true });
    }
    let folder = var("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| var("HOME").map(|home| Path::new(&home).join(".config")))?;
    let path = folder.join("nutgraf").join("config.toml");
    Some(Place { path, named: false })
}

/// The text of a configuration; none where there is no file.
fn text(path: &Path) -> Result<Option<String>, String> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_string(&mut text));
    match read {
        Ok(length) if length as u64 > LONGEST => {
            Err("is longer than 1 MiB: no configuration".to_owned())
        }
        Ok(_) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err("is not text in UTF-8".to_owned())
        }
        Err(error) => Err(format!("cannot be read: {error}")),
    }
}

/// A configuration that was read.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// What it says.
    pub(super) config: Config,
    /// One sentence about what is wrong with it.
    pub(super) complaint: Option<String>,
    /// How a choice is written into it; none where it has no place.
    pub(super) keeping: Option<Keeping>,
}

/// The configuration for the reader.
///
/// # Errors
/// When the person named a file that cannot be read.
pub(super) fn load(of: Configured) -> anyhow::Result<Loaded> {
    let is_typed = matches!(of, Configured::By(_));
    let place = match of {
        Configured::Usual => place(None),
        Configured::By(path) => place(Some(path)),
        Configured::Not => None,
    };
    let Some(place) = place else {
        return Ok(Loaded::default());
    };
    let loaded = |config, complaint| Loaded {
        config,
        complaint,
        keeping: Some(Keeping {
            path: place.path.clone(),
            theme: with_theme,
        }),
    };
    let shown = place.path.display();
    let why = match text(&place.path) {
        Ok(Some(text)) => {
            let (config, problems) = Config::read(&text);
            return Ok(loaded(config, notice(&place.path, &problems)));
        }
        Ok(None) if !place.named => return Ok(loaded(Config::default(), None)),
        Ok(None) => "there is no such file".to_owned(),
        Err(why) => why,
    };
    let sentence = format!("{shown}: {why}");
    if is_typed {
        anyhow::bail!(sentence);
    }
    Ok(loaded(Config::default(), Some(sentence)))
}

/// The first error, and how many there are besides.
fn notice(path: &Path, problems: &[Problem]) -> Option<String> {
    let mut errors = problems.iter().filter(|p| p.weight == Weight::Error);
    let first = errors.next()?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let more = match errors.count() {
        0 => String::new(),
        n => format!(" ({n} more: nutgraf config)"),
    };
    Some(format!("{}:{first}{more}", name.display()))
}

/// Does what is asked about the configuration.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn perform(
    task: ConfigTask,
    named: Option<PathBuf>,
    output: &mut Output,
) -> io::Result<Outcome> {
    if task == ConfigTask::PrintDefault {
        output.write(&commented())?;
        return Ok(Outcome::Done);
    }
    let Some(place) = place(named) else {
        complain("no place for a configuration: set HOME, XDG_CONFIG_HOME or NUTGRAF_CONFIG");
        return Ok(Outcome::Failed);
    };
    match task {
        ConfigTask::Check => check(&place, output),
        ConfigTask::Path | ConfigTask::PrintDefault => {
            output.write(&format!("{}\n", place.path.display()))?;
            Ok(Outcome::Done)
        }
    }
}

/// Says what is wrong with a configuration, a line each.
fn check(place: &Place, output: &mut Output) -> io::Result<Outcome> {
    let shown = place.path.display();
    let text = match text(&place.path) {
        Ok(Some(text)) => text,
        Ok(None) if !place.named => {
            output.write(&format!(
                "{shown}: there is no such file, so the defaults hold; `nutgraf config --print-default` \
                 prints one to begin with\n"
            ))?;
            return Ok(Outcome::Done);
        }
        Ok(None) => {
            complain(&format!("{shown}: there is no such file"));
            return Ok(Outcome::Failed);
        }
        Err(why) => {
            complain(&format!("{shown}: {why}"));
            return Ok(Outcome::Failed);
        }
    };
    let (config, problems) = Config::read(&text);
    for problem in &problems {
        complain(&format!("{shown}:{problem}"));
    }
    let themes = Themes::new(themes_folder());
    let named = [
        ("theme", &config.theme),
        ("theme-light", &config.theme_light),
        ("theme-dark", &config.theme_dark),
    ];
    let mut is_right = problems.iter().all(|p| p.weight != Weight::Error);
    for (setting, theme) in named.into_iter().filter(|(_, theme)| !themes.has(theme)) {
        is_right = false;
        let (name, offered) = (theme.as_str(), themes.offered());
        let line = Config::line_of(&text, setting).map_or(" ".to_owned(), |n| format!("{n}: "));
        complain(&format!(
            "{shown}:{line}{setting}: there is no theme `{name}`: {offered}"
        ));
    }
    if !is_right {
        return Ok(Outcome::Failed);
    }
    output.write(&format!("{shown}: no mistakes\n"))?;
    Ok(Outcome::Done)
}
