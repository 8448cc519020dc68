//! nutgraf: a terminal reader that finds the facts.
//!
//! An article is parsed into one [`document::Document`]; [`facts::find`] finds what a careful reader would mark.

pub mod app;
pub mod article;
pub mod cli;
pub mod command;
pub mod document;
pub mod export;
pub mod facts;
pub mod import;
pub mod index;
pub mod layout;
pub mod text;
pub mod ui;
