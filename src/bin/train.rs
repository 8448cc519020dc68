//! Makes the tables in `assets/models` from annotated corpora and the word lists.
//!
//! `cargo run --release --features train --bin train -- DATA` reads `DATA/train`, writes `assets/models`; with
//! `--cross-validate` it writes nothing and prints scores on held-out parts. `assets/models/README.md` says what the
//! data are. The same data give the same bytes.

#[path = "train/treebank.rs"]
mod treebank;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use nutgraf::facts::train;

#[derive(Debug, Parser)]
struct Args {
    /// The folder of the corpora.
    data: PathBuf,
    /// Score on held-out parts and write nothing.
    #[arg(long)]
    cross_validate: bool,
    /// The project's assets.
    #[arg(long, default_value = "assets")]
    assets: PathBuf,
}

/// Parts for cross-validation.
const FOLDS: usize = 5;

/// Slots of the part-of-speech table, as a power of two.
const SPEECH_LOG: u8 = 16;

#[expect(clippy::print_stderr, reason = "it is a program for the terminal")]
fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "it is a program for the terminal")]
fn run(args: &Args) -> Result<()> {
    let lists = train::compile_lists(&word_lists(&args.assets.join("lists"))?);
    let bank = |part: &str| {
        let path = args
            .data
            .join(format!("train/ud-ewt/en_ewt-ud-{part}.conllu"));
        read(&path).map(|text| treebank::documents(&text))
    };
    let mut bank_documents = bank("dev")?;
    bank_documents.extend(bank("test")?);
    if args.cross_validate {
        println!(
            "parts of speech: {:.4}",
            held_out_speech(&bank_documents, &lists)
        );
        return Ok(());
    }
    let speech = train::train_speech(
        &bank_documents.iter().collect::<Vec<_>>(),
        &lists,
        SPEECH_LOG,
    );
    for (name, bytes) in [("lists.bin", &lists), ("speech.bin", &speech)] {
        let path = args.assets.join("models").join(name);
        std::fs::write(&path, bytes).with_context(|| path.display().to_string())?;
        println!("{} {} bytes", path.display(), bytes.len());
    }
    Ok(())
}

/// The share of words tagged right, each by a model that has not seen its document.
fn held_out_speech(documents: &[train::SpeechDocument], lists: &[u8]) -> f64 {
    let (mut right, mut all) = (0.0, 0);
    for fold in 0..FOLDS {
        let part = |own: bool| -> Vec<_> {
            let all = documents.iter().enumerate();
            all.filter(|(i, _)| (i % FOLDS == fold) == own)
                .map(|(_, d)| d)
                .collect()
        };
        let model = train::train_speech(&part(false), lists, SPEECH_LOG);
        let (share, words) = train::score_speech(&part(true), lists, &model);
        all += words;
        right += share * f64::from(u32::try_from(words).unwrap_or(0));
    }
    right / f64::from(u32::try_from(all).unwrap_or(1))
}

/// The word lists, by file name.
fn word_lists(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        out.push((name, read(&path)?));
    }
    out.sort();
    Ok(out)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}
