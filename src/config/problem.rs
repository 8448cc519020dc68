//! What is wrong with a configuration, and on which line.

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It cannot be done as written.
    Error,
    /// It is done as written; something else follows from it that a person may not expect.
    Note,
}

/// Something about a configuration that a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// How bad it is.
    pub weight: Weight,
    /// What it is and what to do, in one sentence.
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.weight {
            Weight::Error => write!(f, "{}: {}", self.line, self.sentence),
            Weight::Note => write!(f, "{}: note: {}", self.line, self.sentence),
        }
    }
}

/// Where the lines of a text begin.
pub(super) struct Lines {
    /// The byte offsets of line breaks.
    breaks: Vec<usize>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        Self {
            breaks: memchr::memchr_iter(b'\n', text.as_bytes()).collect(),
        }
    }

    /// The line that a byte stands on, from 1. O(log lines).
    pub(super) fn line(&self, at: usize) -> usize {
        self.breaks.partition_point(|&b| b < at) + 1
    }

    /// An error at a byte.
    pub(super) fn error(&self, at: usize, sentence: impl Into<String>) -> Problem {
        Problem {
            line: self.line(at),
            weight: Weight::Error,
            sentence: sentence.into(),
        }
    }
}
