//! Output for other programs and for files: the article as text or Markdown, its outline, its facts in six formats.
//!
//! Each exporter takes a [`Sheet`] and gives strings. None of them writes, knows a terminal or reads the environment:
//! what depends on those (a width, colours) is handed in. Every string of the article is clean already (see
//! [`crate::document`]), so that no output can hold a control character that the article brought along.

mod choice;
mod citations;
mod comma;
mod grep;
pub mod json;
mod markdown;
mod markup;
mod notes;
mod outline;
mod sheet;
mod table;
mod text;

pub use choice::{Choice, NoSuchSection};
pub use citations::citations;
pub use comma::{csv, csv_head};
pub use grep::grep;
pub use markdown::markdown;
pub use notes::{Notebook, notes, notes_json};
pub use outline::outline;
pub use sheet::{Place, Sheet};
pub use table::{Colour, Explain, TableStyle, table};
pub use text::{Hidden, text};
