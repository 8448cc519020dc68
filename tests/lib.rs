//! All tests of the program as its users and its builders see it: one binary, a module a subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on shall fail loudly"
)]

mod command_line;
mod commonmark;
mod configuration;
mod exports;
mod floors;
mod formats;
mod import;
mod input;
mod network;
mod notebook;
mod program;
mod reader;
mod readme;
mod shell;
mod terminal;
