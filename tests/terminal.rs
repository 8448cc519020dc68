//! The real program in a real terminal: what a person sees, and how the terminal is left.

mod faults;
#[cfg(unix)]
mod links;
mod live;
mod mouse;
mod printing;
mod pty;
mod reading;

pub(crate) use pty::Terminal;
