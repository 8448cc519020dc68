//! The reader as people meet it, without a terminal: an article, keys, and what is seen.

mod anything;
mod changed;
mod colours;
mod commands;
mod copying;
mod explaining;
mod facts;
mod filter;
mod geometry;
pub(crate) mod hostile;
mod library;
mod lines;
mod links;
mod looks;
mod modes;
mod mouse;
mod moving;
mod notes;
mod numbers;
mod overlays;
mod palette;
mod panes;
mod picture;
mod places;
mod resizing;
mod screens;
mod search;
mod sections;
mod selecting;
mod stage;
mod sweeping;
mod themes;
mod words;

use stage::{BRIDGE, SCRAPED, Stage, TALKS, article};
