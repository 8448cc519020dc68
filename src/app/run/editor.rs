//! Editing the article: the terminal and the keys are the editor's until it ends.

use super::Session;
use crate::app::editor::Editor;
use crate::app::reload::Why;
use crate::app::terminal::Tty;

impl Session {
    /// Opens the file in the editor, and reads it again after that.
    pub(super) fn edit(&mut self, line: Option<usize>) -> anyhow::Result<()> {
        let editor = match Editor::new(self.input.as_ref(), self.editor.as_ref()) {
            Ok(editor) => editor,
            Err(sentence) => {
                self.reader.say(sentence, true);
                return Ok(());
            }
        };
        self.tty.release();
        let edited = editor.run(line);
        self.tty.retake()?;
        self.reader.resize(Tty::size());
        match edited {
            Ok(()) => self.read_again(Why::Changed),
            Err(sentence) => self.reader.say(sentence, true),
        }
        Ok(())
    }
}
