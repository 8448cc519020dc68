//! nutgraf: a terminal reader that finds the facts.
//!
//! This page is the plan of the house. An input becomes one [`document::Document`]; [`facts::find`] finds in it what a
//! careful reader would mark; both together are an [`article::Article`], the one value that every pane and every
//! output reads.
//!
//! ```text
//! bytes -> import -> Document -> facts -> index  =>  Article                       (immutable, behind an Arc)
//! key   -> Keymap::resolve -> Command -> Reader (changes the View)  ->  Option<Effect>
//!          compose(&Article, &mut Galley, &mut Listing, &View, &Keymap, Size) -> Screen -> draw(&Screen, Theme, &mut Buffer)
//! ```
//!
//! # One ruler
//!
//! A document owns one `String`, the readable text. Blocks, headings, marks, links, sentences, facts, hits and the
//! reading position are byte offsets into it ([`text::Pos`], [`text::Span`]). Panes point at it; none copies it. Rows
//! and columns are never stored: they follow from a position and the width, so that a resize needs no repair. The way
//! back to the input file is the document's [`document::Origin`].
//!
//! # The floors
//!
//! A module imports strictly lower floors only; siblings on one floor never meet. `tests/floors.rs` checks it.
//!
//! | floor | modules | what lives there |
//! |---|---|---|
//! | 0 | [`text`] | places and ranges, slicing on character boundaries |
//! | 1 | [`document`], [`command`] | the model and the one door into it; the command table and the keymap |
//! | 2 | [`import`], [`facts`], [`layout`] | bytes to document; document to facts; document and width to rows |
//! | 3 | [`index`] | facts by place and order; search over the logical text |
//! | 4 | [`article`], [`store`] | the one value that is read, and a fact as a person would note it; what is remembered between sessions |
//! | 5 | [`export`], [`ui`] | article to JSON, CSV, Markdown, lines; article and view to screen to buffer |
//! | 6 | [`app`], [`config`] | the state machine of the reader, the loop, the terminal, the workers; what the reader wants |
//! | 7 | [`cli`] | what was typed, what was meant, exit codes |
//!
//! Only [`ui`] and [`layout::measure`] know ratatui (and [`app`], which owns the terminal); `facts`, `index` and
//! `layout` do no I/O and read no clock or environment. An importer never fails on a bad article: it gives a document
//! with warnings. Errors are for what cannot be read at all.

pub mod app;
pub mod article;
pub mod cli;
pub mod command;
pub mod config;
pub mod document;
pub mod export;
pub mod facts;
pub mod import;
pub mod index;
pub mod layout;
pub mod store;
pub mod text;
pub mod ui;
