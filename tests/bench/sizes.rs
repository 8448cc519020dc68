//! What sizes cost, seen from outside: the program in a pty, with texts of 4 KB to 100 MB.
//!
//! `cargo bench --bench sizes` prints the table; `NUTGRAF_PICTURE=1` before it writes `assets/speed.svg`, too. Times are
//! from the write of a key to the end of the frame that answers it, medians; memory is the peak of the resident set.
//! Without `--bench` it runs once with the smallest text, so that it cannot rot.

#![allow(
    clippy::expect_used,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a benchmark that cannot go on shall fail loudly; figures are for eyes"
)]

mod chart;

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use chart::{Line, chart};

/// The program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_nutgraf");

/// The sizes, in bytes.
const SIZES: [usize; 5] = [4_000, 100_000, 3_000_000, 30_000_000, 100_000_000];

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// How a frame ends.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// What was measured of one size.
struct Figures {
    bytes: usize,
    /// Milliseconds to the first words, for a key, a page, a new size.
    first: f64,
    key: f64,
    page: f64,
    resize: f64,
    /// Milliseconds for the whole text with its facts, without a terminal.
    whole: f64,
    /// The peak of memory, in MB of a million bytes.
    memory: f64,
}

fn main() {
    let whole = std::env::args().any(|arg| arg == "--bench");
    let folder = tempfile::tempdir().expect("a folder");
    println!(
        "{:>11} {:>9} {:>9} {:>9} {:>9} {:>10} {:>9}",
        "bytes", "first ms", "key ms", "page ms", "resize ms", "facts ms", "peak MB"
    );
    let mut all = Vec::new();
    for size in SIZES.into_iter().take(if whole { SIZES.len() } else { 1 }) {
        let file = folder.path().join(format!("{size}.txt"));
        std::fs::write(&file, text(size)).expect("a file");
        let figures = measure(&file, size, folder.path(), if whole { 60 } else { 3 });
        println!(
            "{:>11} {:>9.2} {:>9.2} {:>9.2} {:>9.2} {:>10.1} {:>9.1}",
            figures.bytes,
            figures.first,
            figures.key,
            figures.page,
            figures.resize,
            figures.whole,
            figures.memory
        );
        all.push(figures);
    }
    if whole && std::env::var_os("NUTGRAF_PICTURE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/speed.svg");
        std::fs::write(path, picture(&all)).expect("a picture");
    }
}

/// Paragraphs with figures, names and quotations, in wrapped lines.
fn text(bytes: usize) -> String {
    let mut text = String::from("A TOWN COUNTS ITS TREES\n\nBeginning: a report on trees.\n\n");
    for n in 1_u32.. {
        if text.len() >= bytes {
            break;
        }
        let _ = write!(
            text,
            "The council of Elmford said on March {}, 2021 that {} trees stand in ward {n}.\n“We will plant {} more \
             before winter comes,” said Ann Brook, the head\ngardener. About {} percent of them are oaks, and the \
             work is expected to\ncost ${}.5 million.\n\n",
            n % 28 + 1,
            1000 + n * 7 % 9000,
            n % 90 + 3,
            n % 60 + 2,
            n % 40 + 1,
        );
    }
    text
}

fn measure(file: &Path, bytes: usize, folder: &Path, times: usize) -> Figures {
    let whole = Instant::now();
    let status = Command::new(PROGRAM)
        .arg("facts")
        .args(["--top", "1"])
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program runs");
    assert!(status.success(), "facts: {status}");
    let whole = whole.elapsed();
    let firsts = (0..times.div_ceil(8)).map(|_| Reading::begin(file, folder).first);
    let first = median(firsts.collect());
    let mut reading = Reading::begin(file, folder);
    reading.settle();
    // There and back, so that each key has something to do in the smallest text, too.
    let key = median(
        (0..times)
            .map(|i| reading.key(if i % 2 == 0 { b"j" } else { b"k" }))
            .collect(),
    );
    let page = median(
        (0..times)
            .map(|i| reading.key(if i % 2 == 0 { b" " } else { b"b" }))
            .collect(),
    );
    let resize = median(
        (0..times.div_ceil(4))
            .map(|i| reading.resize(if i % 2 == 0 { 100 } else { 120 }))
            .collect(),
    );
    let memory = reading.memory();
    Figures {
        bytes,
        first,
        key,
        page,
        resize,
        whole: milliseconds(whole),
        memory,
    }
}

/// The program with a text in a pty.
struct Reading {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn std::io::Write + Send>,
    heard: Receiver<(Instant, Vec<u8>)>,
    /// Milliseconds to the first words.
    first: f64,
}

impl Reading {
    fn begin(file: &Path, folder: &Path) -> Self {
        let pair = native_pty_system().openpty(size(120)).expect("a pty");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--no-store", "--no-config"]);
        command.arg(file);
        command.env("TERM", "xterm-256color");
        command.env("NUTGRAF_DATA", folder);
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program runs");
        let mut output = pair.master.try_clone_reader().expect("the pty can be read");
        let keys = pair
            .master
            .take_writer()
            .expect("the pty can be written to");
        let (tell, heard) = channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(len @ 1..) = output.read(&mut bytes) {
                let now = Instant::now();
                if tell
                    .send((now, bytes.get(..len).unwrap_or_default().to_vec()))
                    .is_err()
                {
                    return;
                }
            }
        });
        let mut reading = Self {
            child,
            master: pair.master,
            keys,
            heard,
            first: 0.0,
        };
        reading.first = reading.until(b"Beginning", begun);
        reading
    }

    /// Milliseconds until the output holds these bytes.
    fn until(&mut self, end: &[u8], since: Instant) -> f64 {
        let mut all = Vec::new();
        loop {
            let (when, bytes) = self
                .heard
                .recv_timeout(PATIENCE)
                .expect("an answer in time");
            all.extend(bytes);
            if all.windows(end.len()).any(|part| part == end) {
                return milliseconds(when - since);
            }
        }
    }

    /// Waits until nothing is written and nothing is computed any more: the facts are there.
    fn settle(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        let mut before = None;
        while Instant::now() < deadline {
            let silent = self.heard.recv_timeout(Duration::from_millis(400)).is_err();
            let now = self.ticks();
            if silent && now == before {
                return;
            }
            before = now;
        }
    }

    fn key(&mut self, key: &[u8]) -> f64 {
        while self.heard.recv_timeout(Duration::from_millis(15)).is_ok() {}
        let since = Instant::now();
        self.keys
            .write_all(key)
            .and_then(|()| self.keys.flush())
            .expect("a key");
        self.until(FRAME_END, since)
    }

    fn resize(&mut self, columns: u16) -> f64 {
        while self.heard.recv_timeout(Duration::from_millis(15)).is_ok() {}
        let since = Instant::now();
        self.master.resize(size(columns)).expect("a size");
        self.until(FRAME_END, since)
    }

    /// What the program has computed so far, in ticks of the system; none where the system does not say.
    fn ticks(&self) -> Option<String> {
        let stat =
            std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        Some(stat.split(' ').skip(13).take(2).collect())
    }

    fn memory(&self) -> f64 {
        let status = self
            .child
            .process_id()
            .and_then(|id| std::fs::read_to_string(format!("/proc/{id}/status")).ok());
        let status = status.unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = peak.and_then(|rest| rest.trim().strip_suffix(" kB")?.parse::<f64>().ok());
        kib.unwrap_or(0.0) * 1024.0 / 1e6
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn size(columns: u16) -> PtySize {
    PtySize {
        rows: 40,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}

fn picture(all: &[Figures]) -> String {
    let line = |name, unit, of: fn(&Figures) -> f64| Line {
        name,
        unit,
        points: all.iter().map(|f| (f.bytes as f64, of(f))).collect(),
    };
    chart(&[
        line("first words", "ms", |f| f.first),
        line("a key", "ms", |f| f.key),
        line("a page", "ms", |f| f.page),
        line("a new size", "ms", |f| f.resize),
        line("all its facts", "ms", |f| f.whole),
        line("memory", "MB", |f| f.memory),
    ])
}
