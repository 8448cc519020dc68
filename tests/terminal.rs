//! The real program in a real terminal: what a person sees, and how the terminal is left.

mod configured;
mod lines;
mod pager;
mod printing;
mod pty;
mod reading;

pub(crate) use pty::Terminal;
