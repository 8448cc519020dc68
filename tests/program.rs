//! The real program, run without a terminal, in a folder of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder with input files that goes when the test ends.
pub(crate) struct Desk {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// Puts a file into the folder.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The program, about to run in the folder, without the person's settings.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
        command
            .args(words(line))
            .current_dir(self.path())
            .env_remove("NO_COLOR")
            .env_remove("COLUMNS")
            .env_remove("XDG_DATA_HOME")
            .env("NUTGRAF_DATA", self.path().join("data"))
            .env_remove("NUTGRAF_CONFIG")
            .env_remove("XDG_CONFIG_HOME")
            .env("HOME", self.path());
        command
    }

    /// Runs the program with the words of `line`; single quotes keep words together. Standard input is empty.
    pub(crate) fn run(&self, line: &str) -> Ran {
        self.run_with(line, "")
    }

    /// The same, with something on standard input.
    pub(crate) fn run_with(&self, line: &str, stdin: impl AsRef<[u8]>) -> Ran {
        let mut child = self
            .command(line)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let bytes = stdin.as_ref().to_vec();
        // A program that does not read its input closes the pipe: no failure of the test.
        let feeding = std::thread::spawn(move || pipe.write_all(&bytes).ok());
        let ended = child.wait_with_output().unwrap();
        feeding.join().unwrap();
        Ran {
            code: ended.status.code(),
            out: String::from_utf8(ended.stdout).unwrap(),
            err: String::from_utf8(ended.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// What a run printed; it must have gone well and said nothing else.
    #[track_caller]
    pub(crate) fn printed(self) -> String {
        assert_eq!(
            (self.code, self.err.as_str()),
            (Some(0), ""),
            "{}",
            self.out
        );
        self.out
    }
}

/// The words of a command line.
pub(crate) fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in line.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// A small article in plain text, of our own.
pub(crate) const LIBRARY: &str = include_str!("data/library.txt");

/// A snapshot in `tests/snapshots`, named after the test.
macro_rules! snapshot {
    ($name:expr, $value:expr) => {{
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!($name, $value));
    }};
}
pub(crate) use snapshot;

/// Whether a program can be run here; says so when a test is left out for want of it.
pub(super) fn there_is(program: &str) -> bool {
    let found = Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .output()
        .is_ok_and(|ran| ran.status.success());
    if !found {
        println!("left out: there is no {program} here");
    }
    found
}
