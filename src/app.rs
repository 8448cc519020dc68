//! The reader at work: keys to commands to a changed view, effects, the terminal, the workers.
//!
//! [`Reader`] is the state machine, without a terminal: keys and sizes in, screens and [`Effect`]s out. [`read`] puts it
//! at a terminal: one thread reads the keys, one loads the article and finds the facts, one waits for signals; all send
//! events over one channel to a loop that blocks, drains what is queued and draws once. An idle reader uses no time.
//! [`read_aloud`] reads in plain lines instead, with [`Linear`] as its state machine.

mod chord;
mod clipboard;
mod dress;
mod editor;
mod effect;
mod event;
mod fetch;
mod ground;
mod habits;
mod input;
mod keeping;
mod linear;
mod load;
mod memory;
mod open;
mod opening;
mod pace;
mod pen;
mod picture;
mod pointer;
mod queue;
mod reader;
mod reload;
mod run;
mod steady;
mod terminal;
mod themes;
mod trail;
mod watch;

pub use clipboard::Clipping;
pub(crate) use clipboard::keeper::{ARGUMENT as KEEPER, keep as keep_clipboard};
pub use effect::Effect;
pub use habits::Habits;
pub use input::{Decoder, Typed};
pub use keeping::Keeping;
pub use linear::{Linear, Manner, Then, Turn, read_aloud};
pub use memory::Placed;
pub(crate) use memory::{open_store, place};
pub use opening::Seek;
pub use pen::Pen;
pub use pointer::{Act, Pointer};
pub use reader::{Eye, Reader};
pub use run::{Options, read};
pub use terminal::Links;
pub use themes::Themes;
