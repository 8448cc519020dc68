//! Other programs that open what is no article: the browser that the environment names, the system's opener.
//!
//! Never by a shell: a program is started with its words. Apart from this one: with no input, silenced, in a process
//! group of its own, so that keys that interrupt the reader do not reach it. One that ends soon with an error is told
//! about.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::event::Event;
use super::queue;

/// The words of a command: the program first.
pub(super) type Words = Vec<OsString>;

/// Why nothing was opened, as a sentence.
#[derive(Debug)]
pub(super) struct Failed(pub(super) String);

/// How an address is opened.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// By a browser that needs the terminal.
    Here(Words),
    /// By the first of these programs that there is.
    Apart(Vec<Words>),
}

/// Browsers that draw on the terminal.
const IN_TERMINAL: &[&str] = &[
    "w3m",
    "lynx",
    "links",
    "links2",
    "elinks",
    "browsh",
    "carbonyl",
    "cha",
    "www-browser",
];

/// A program that ends with an error after that time was used, not missing.
const SOON: Duration = Duration::from_secs(8);

/// How `uri` is opened: by the browser that is configured or else by `BROWSER`, as it is usually read (alternatives with `:` between them, `%s` for the address),
/// else by the system.
pub(super) fn browser(configured: Option<&str>, uri: &str) -> Opener {
    let named = configured.map_or_else(
        || std::env::var("BROWSER").unwrap_or_default(),
        str::to_owned,
    );
    opener(&named, uri)
}

/// What opens a file.
pub(super) fn viewer(path: &Path) -> Vec<Words> {
    system(path.as_os_str())
}

fn opener(named: &str, uri: &str) -> Opener {
    let mut commands: Vec<Words> = named
        .split(':')
        .filter_map(|words| with(words, uri))
        .collect();
    if let [first, ..] = commands.as_slice()
        && first.first().is_some_and(needs_terminal)
    {
        return Opener::Here(commands.swap_remove(0));
    }
    commands.retain(|words| !words.first().is_some_and(needs_terminal));
    commands.extend(system(OsStr::new(uri)));
    Opener::Apart(commands)
}

/// A command with the address in the place of `%s`, or at its end.
fn with(words: &str, uri: &str) -> Option<Words> {
    let mut words: Words = words.split_whitespace().map(OsString::from).collect();
    words.first()?;
    let mut placed = false;
    for word in words.iter_mut().skip(1) {
        if let Some(text) = word.to_str().filter(|text| text.contains("%s")) {
            *word = text.replace("%s", uri).into();
            placed = true;
        }
    }
    if !placed {
        words.push(uri.into());
    }
    Some(words)
}

fn needs_terminal(program: &OsString) -> bool {
    let name = Path::new(program)
        .file_name()
        .and_then(|name| name.to_str());
    name.is_some_and(|name| IN_TERMINAL.contains(&name))
}

/// What the system opens addresses and files with.
fn system(what: &OsStr) -> Vec<Words> {
    let programs: &[&[&str]] = if cfg!(target_os = "macos") {
        &[&["open"]]
    } else if cfg!(windows) {
        &[&["rundll32", "url.dll,FileProtocolHandler"]]
    } else {
        &[&["xdg-open"], &["gio", "open"], &["wslview"]]
    };
    let words = programs.iter().map(|words| {
        let words = words.iter().map(OsString::from);
        words.chain([what.to_owned()]).collect()
    });
    words.collect()
}

/// Runs a command at the terminal and waits for its end.
///
/// # Errors
/// When it cannot be run, or says that it failed.
pub(super) fn run(words: &Words) -> Result<(), Failed> {
    let Some((program, rest)) = words.split_first() else {
        return Ok(());
    };
    let name = program.to_string_lossy();
    match Command::new(program).args(rest).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failed(format!("{name}: it ended with {status}"))),
        Err(error) => Err(Failed(format!("{name}: {error}"))),
    }
}

/// Starts the first of these commands that there is. One that ends soon with an error is told by an event.
///
/// # Errors
/// When none can be started.
pub(super) fn launch(commands: &[Words], events: queue::Sender) -> Result<(), Failed> {
    let mut why = None;
    for words in commands {
        match start(words) {
            Ok(child) => {
                watch(child, words, events);
                return Ok(());
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                let name = words
                    .first()
                    .map(|w| w.to_string_lossy())
                    .unwrap_or_default();
                why.get_or_insert(format!("{name}: {error}"));
            }
        }
    }
    let missing = || "nothing here opens this: set BROWSER to your browser".to_owned();
    Err(Failed(why.unwrap_or_else(missing)))
}

fn start(words: &Words) -> std::io::Result<Child> {
    let (program, rest) = words
        .split_first()
        .ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))?;
    let mut command = Command::new(program);
    command
        .args(rest)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// Waits for the end of a program in a thread of its own, so that it leaves no zombie.
fn watch(mut child: Child, words: &Words, events: queue::Sender) {
    let name = words
        .first()
        .map(|w| w.to_string_lossy().into_owned())
        .unwrap_or_default();
    let begun = Instant::now();
    // Without a thread the program runs all the same; only its failure is not told.
    let _ = std::thread::Builder::new()
        .name("opener".into())
        .spawn(move || {
            if let Ok(status) = child.wait()
                && !status.success()
                && begun.elapsed() < SOON
            {
                let _ = events.send(Event::Told(format!(
                    "{name} could not open it: it ended with {status}"
                )));
            }
        });
}

#[cfg(test)]
mod tests {
    use super::*;

    const URI: &str = "https://example.org/?a=$(touch x)&b=;reboot";

    #[track_caller]
    fn check(named: &str, expect: &[&[&str]]) {
        let Opener::Apart(commands) = opener(named, URI) else {
            panic!("{named} would use the terminal");
        };
        let system = system(OsStr::new(URI)).len();
        let own = commands.iter().take(commands.len() - system);
        let own: Vec<Vec<_>> = own
            .map(|words| words.iter().map(|w| w.to_str().unwrap()).collect())
            .collect();
        assert_eq!(own, expect, "{named}");
    }

    #[test]
    fn the_browser_of_the_environment_gets_the_address_as_one_word() {
        check("", &[]);
        check("  ", &[]);
        check("firefox", &[&["firefox", URI]]);
        check(
            "firefox --new-window %s",
            &[&["firefox", "--new-window", URI]],
        );
        check("a:b -x", &[&["a", URI], &["b", "-x", URI]]);
        check(
            "open --url=%s;",
            &[&["open", "--url=https://example.org/?a=$(touch x)&b=;reboot;"]],
        );
    }

    #[test]
    fn browsers_of_the_terminal_get_the_terminal() {
        assert!(matches!(opener("w3m", URI), Opener::Here(words) if words.len() == 2));
        assert!(matches!(
            opener("/usr/bin/lynx:firefox", URI),
            Opener::Here(_)
        ));
        check("firefox:w3m", &[&["firefox", URI]]);
    }
}
