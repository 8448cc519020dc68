//! The real program in a real terminal: what a person sees, and how the terminal is left.

#[cfg(unix)]
mod clipboard;
mod configured;
mod faults;
mod lines;
#[cfg(unix)]
mod links;
mod live;
mod mouse;
mod noting;
mod pager;
mod printing;
mod pty;
mod reading;
mod remembering;
mod slow;
#[cfg(unix)]
mod tmux;
mod unsaved;

pub(crate) use pty::Terminal;
