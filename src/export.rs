//! Output for other programs and for files: JSON, CSV, Markdown, grep lines.

pub mod json;
