//! One line being typed, with a cursor.

use unicode_segmentation::UnicodeSegmentation;

use crate::command::{Code, Key};

/// The longest line, in bytes.
const LONGEST: usize = 4096;

/// One line being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// The cursor, in bytes.
    cursor: usize,
}

impl Input {
    /// A line that already holds some text, with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            cursor: text.len(),
            text,
        }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// Adds text at the cursor; what a terminal would obey is left out.
    /// No more than `LONGEST` bytes are held: what was pasted by mistake does not become a search.
    pub fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text.len());
        let text = text
            .get(..text.floor_char_boundary(room))
            .unwrap_or_default();
        let text = crate::document::clean_line(text);
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
    }

    /// Takes an editing key. Tells whether the text changed; None for a key that edits nothing.
    pub fn key(&mut self, key: Key) -> Option<bool> {
        match (key.ctrl, key.code) {
            (false, Code::Char(c)) if !key.alt => {
                if c == ' ' {
                    self.text.insert(self.cursor, ' ');
                    self.cursor += 1;
                } else {
                    self.insert(c.encode_utf8(&mut [0; 4]));
                }
                Some(true)
            }
            (false, Code::Backspace) if key.alt => Some(self.delete(self.word_left())),
            (true, Code::Char('w')) => Some(self.delete(self.word_left())),
            (false, Code::Backspace) | (true, Code::Char('h')) => Some(self.delete(self.left())),
            (true, Code::Char('u')) => Some(self.delete(0)),
            (false, Code::Delete) | (true, Code::Char('d')) => {
                let right = self.right();
                let changed = right > self.cursor;
                self.text.replace_range(self.cursor..right, "");
                Some(changed)
            }
            (false, Code::Left) | (true, Code::Char('b')) => Some(self.place(self.left())),
            (false, Code::Right) | (true, Code::Char('f')) => Some(self.place(self.right())),
            (false, Code::Home) | (true, Code::Char('a')) => Some(self.place(0)),
            (false, Code::End) | (true, Code::Char('e')) => Some(self.place(self.text.len())),
            _ => None,
        }
    }

    /// Takes away what stands between `from` and the cursor.
    fn delete(&mut self, from: usize) -> bool {
        let changed = from < self.cursor;
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
        changed
    }

    /// Puts the cursor somewhere; the text stays.
    fn place(&mut self, at: usize) -> bool {
        self.cursor = at;
        false
    }

    fn left(&self) -> usize {
        self.before()
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(i, _)| i)
    }

    fn right(&self) -> usize {
        let after = self.text.get(self.cursor..).unwrap_or_default();
        self.cursor + after.graphemes(true).next().map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        let before = self.before().trim_end();
        before.rfind(char::is_whitespace).map_or(0, |i| i + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_moving_and_deleting() {
        let mut input = Input::default();
        for key in [
            "n",
            "é",
            "t",
            "Left",
            "Backspace",
            "e",
            "End",
            "Space",
            "x",
            "C-w",
        ] {
            let key = key.parse().unwrap();
            assert!(input.key(key).is_some());
        }
        assert_eq!((input.text(), input.before()), ("net ", "net "));
        assert_eq!(input.key("Enter".parse().unwrap()), None);
    }

    #[test]
    fn alt_edits_only_with_backspace_and_an_empty_paste_nothing() {
        let mut input = Input::new("two words");
        assert_eq!(input.key("A-x".parse().unwrap()), None);
        input.insert("");
        assert_eq!(input.text(), "two words");
        input.key("A-Backspace".parse().unwrap());
        assert_eq!(input.text(), "two ");
    }

    #[test]
    fn pasted_controls_do_not_get_in() {
        let mut input = Input::default();
        input.insert("a\u{1b}[2Jb\n");
        assert_eq!(input.text(), "a␛[2Jb");
    }
}
