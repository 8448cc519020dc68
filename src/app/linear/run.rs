//! The loop of reading in plain lines: a prompt, a line typed, what it makes the reader say.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};

use anyhow::Context;

use super::around::Around;
use super::{Linear, Then};
use crate::app::run::Options;
use crate::import::source::Input;
use crate::ui::linear::Saying;

/// How lines go in and out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// The longest that a row may be, in columns; none to leave the wrapping to whoever reads it.
    pub width: Option<usize>,
    /// Whether a person is to be told that a line can be typed.
    pub prompts: bool,
}

/// Reads an article in plain lines, from standard input, or from the terminal when the article comes from there; ends
/// with the command to leave, or with the end of what is typed.
///
/// # Errors
/// When the article cannot be read, lines can be neither read nor written, or what the reader noted could not be saved.
pub fn read_aloud(options: Options, manner: Manner) -> anyhow::Result<()> {
    let typed: Box<dyn BufRead> = if options.input == Input::Stdin {
        let tty = File::open("/dev/tty").context("there is no terminal to type commands at")?;
        Box::new(BufReader::new(tty))
    } else {
        Box::new(io::stdin().lock())
    };
    let (keymap, complaint) = (
        options.habits.keymap.clone(),
        options.habits.complaint.clone(),
    );
    let (mut around, first) =
        Around::begin(options.input, options.given, options.habits, options.memory)?;
    let mut out = io::stdout().lock();
    let mut reader = Linear::new(first, options.view, keymap);
    if let Some((line, _)) = options.line {
        reader.go_to_line(line);
    }
    if let Some(seek) = &options.seek {
        reader.seek(seek);
    }
    let mut said: Vec<Saying> = complaint.into_iter().map(Saying::from).collect();
    said.extend(around.recall(&mut reader));
    said.extend(reader.greeting());
    let ended = talk(&mut reader, said, typed, &mut out, manner, &mut around);
    let unwritten = around.end();
    match ended {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        ended => ended.context("lines cannot be read or written")?,
    }
    unwritten.map_or(Ok(()), |sentence| Err(anyhow::anyhow!(sentence)))
}

/// Says things and hears lines until the reader leaves or no line comes any more.
fn talk(
    reader: &mut Linear,
    mut said: Vec<Saying>,
    mut typed: impl BufRead,
    out: &mut impl Write,
    manner: Manner,
    around: &mut Around,
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
        said = around.heard(reader);
        let turn = reader.hear(&String::from_utf8_lossy(&line));
        said.extend(turn.said);
        said.extend(around.done(reader));
        if turn.then == Then::Quit {
            return write_all(out, &said, manner.width).and_then(|()| out.flush());
        }
        said.extend(around.perform(reader, turn.then));
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
