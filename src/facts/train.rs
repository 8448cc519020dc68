//! Training: from annotated documents to the tables in `assets/models`. Only built with the feature `train`.
//!
//! Takes documents with gold and the word lists, gives the bytes of model files. The order of the examples and of
//! every table follows from the input alone, so that the same data give the same bytes. Does no I/O: the program
//! `train` reads and writes.

mod gold;
mod lists;
mod names;
mod perceptron;
mod speech;

pub use gold::{Corpus, GoldName, NameDocument};
pub use lists::compile as compile_lists;
pub use names::train as train_names;
pub use speech::{SpeechDocument, score as score_speech, train as train_speech};
