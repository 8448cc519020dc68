//! The reader at work: keys to commands to a changed view, effects, the terminal, the workers.
//!
//! [`Reader`] is the state machine, without a terminal: keys and sizes in, screens and [`Effect`]s out. [`read`] puts it
//! at a terminal: one thread reads the keys, one loads the article and finds the facts, one waits for signals; all send
//! events over one channel to a loop that blocks, drains what is queued and draws once. An idle reader uses no time.

mod dress;
mod effect;
mod event;
mod fetch;
mod ground;
mod input;
mod load;
mod open;
mod pen;
mod picture;
mod pointer;
mod reader;
mod reload;
mod run;
mod steady;
mod terminal;
mod themes;
mod trail;
mod watch;

pub use effect::Effect;
pub use pointer::{Act, Pointer};
pub use reader::Reader;
pub use run::{Options, read};
pub use terminal::Links;
pub use themes::Themes;
