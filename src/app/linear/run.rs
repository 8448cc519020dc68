//! The loop of reading in plain lines: a prompt, a line typed, what it makes the reader say.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use anyhow::Context;

use super::remembering::Remembering;
use super::{Linear, Then};
use crate::app::editor::Editor;
use crate::app::load::Loader;
use crate::app::run::Options;
use crate::article::Article;
use crate::import::source::{Given, Input};
use crate::ui::linear::Saying;

/// How lines go in and out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// The longest that a row may be, in columns; none to leave the wrapping to whoever reads it.
    pub width: Option<usize>,
    /// Whether a person is to be told that a line can be typed.
    pub prompts: bool,
}

/// What comes of the worker that reads the rest of the article and finds the facts.
type Rest = Receiver<Result<Article, String>>;

/// Reads an article in plain lines, from standard input, or from the terminal when the article comes from there; ends
/// with the command to leave, or with the end of what is typed.
///
/// # Errors
/// When the article cannot be read, or lines can be neither read nor written.
pub fn read_aloud(options: Options, manner: Manner) -> anyhow::Result<()> {
    let (first, mut rest) = load(&options.input, &options.given)?;
    let typed: Box<dyn BufRead> = if options.input == Input::Stdin {
        let tty = File::open("/dev/tty").context("there is no terminal to type commands at")?;
        Box::new(BufReader::new(tty))
    } else {
        Box::new(io::stdin().lock())
    };
    let mut out = io::stdout().lock();
    let mut reader = Linear::new(first, options.view, options.habits.keymap);
    if let Some((line, _)) = options.line {
        reader.go_to_line(line);
    }
    if let Some(seek) = &options.seek {
        reader.seek(seek);
    }
    let mut remembering = options
        .memory
        .map(|database| Remembering::new(database, &options.input));
    let recalled = remembering.as_mut().map(|r| r.begin(&mut reader));
    let complaint = options.habits.complaint.map(Saying::from);
    let mut said: Vec<Saying> = complaint.into_iter().collect();
    said.extend(recalled.into_iter().flatten());
    said.extend(reader.greeting());
    let ended = talk(
        &mut reader,
        said,
        typed,
        &mut out,
        manner,
        |reader, step| {
            let remembering = remembering.as_mut();
            match step {
                // The facts are there before anything is done that may ask for them.
                Step::Heard => {
                    let mut said = take(reader, &rest);
                    said.extend(remembering.into_iter().flat_map(|r| r.begin(reader)));
                    said
                }
                Step::Done => remembering.map_or(Vec::new(), |r| r.follow(reader)),
                Step::Edit(line) => {
                    let editor = Editor::new(Some(&options.input), options.habits.editor.as_ref());
                    let done = editor.and_then(|editor| editor.run(line));
                    let reloaded = done.and_then(|()| {
                        load(&options.input, &options.given).map_err(|error| error.to_string())
                    });
                    match reloaded {
                        Ok((first, again)) => {
                            reader.replace(first);
                            rest = again;
                            take(reader, &rest)
                        }
                        Err(sentence) => vec![sentence.into()],
                    }
                }
            }
        },
    );
    match ended {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        ended => ended.context("lines cannot be read or written"),
    }
}

/// What is to be done between lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A line was heard, and nothing was done about it yet.
    Heard,
    /// What it says was done.
    Done,
    /// The file is to be edited at a line.
    Edit(Option<usize>),
}

/// Says things and hears lines until the reader leaves or no line comes any more. `work` does what is to be done between
/// lines, and gives what is to be said of that.
fn talk(
    reader: &mut Linear,
    mut said: Vec<Saying>,
    mut typed: impl BufRead,
    out: &mut impl Write,
    manner: Manner,
    mut work: impl FnMut(&mut Linear, Step) -> Vec<Saying>,
) -> io::Result<()> {
    loop {
        write_all(out, &said, manner.width)?;
        if manner.prompts {
            out.write_all(reader.prompt().as_bytes())?;
        }
        out.flush()?;
        let mut line = Vec::new();
        if typed.read_until(b'\n', &mut line)? == 0 {
            if manner.prompts {
                out.write_all(b"\n")?;
            }
            return out.flush();
        }
        said = work(reader, Step::Heard);
        let turn = reader.hear(&String::from_utf8_lossy(&line));
        said.extend(turn.said);
        said.extend(work(reader, Step::Done));
        match turn.then {
            Then::Wait => {}
            Then::Quit => return write_all(out, &said, manner.width).and_then(|()| out.flush()),
            Then::Edit(line) => said.extend(work(reader, Step::Edit(line))),
        }
    }
}

/// Writes what is said, wrapped.
fn write_all(out: &mut impl Write, said: &[Saying], width: Option<usize>) -> io::Result<()> {
    for saying in said {
        match width.filter(|_| !saying.verbatim) {
            Some(width) => {
                // Numbers and addresses are not cut in the middle of a word.
                let options = textwrap::Options::new(width.max(1))
                    .break_words(false)
                    .word_splitter(textwrap::WordSplitter::NoHyphenation);
                for row in textwrap::wrap(&saying.text, options) {
                    writeln!(out, "{row}")?;
                }
            }
            None => writeln!(out, "{}", saying.text)?,
        }
    }
    Ok(())
}

/// Takes what the worker has made of the article, waiting for its end.
fn take(reader: &mut Linear, rest: &Rest) -> Vec<Saying> {
    let mut said = Vec::new();
    for fuller in rest {
        match fuller {
            Ok(article) => reader.replace(Arc::new(article)),
            Err(sentence) => said.push(sentence.into()),
        }
    }
    said
}

/// Reads the first part of an input, and starts a worker that reads the rest and finds the facts.
fn load(input: &Input, given: &Given) -> anyhow::Result<(Arc<Article>, Rest)> {
    let mut loader = Loader::new(input.read(given)?, given.date);
    let first = Arc::new(loader.first()?);
    let (done, rest) = mpsc::channel();
    let known = Arc::clone(&first);
    thread::Builder::new()
        .name("loader".into())
        .spawn(move || {
            let ready = |article| drop(done.send(Ok(article)));
            if let Err(error) = loader.rest(&known, ready) {
                let _ = done.send(Err(error.to_string()));
            }
        })
        .context("facts cannot be looked for")?;
    Ok((first, rest))
}
