//! Makes the tables in `assets/models` from annotated corpora and the word lists.
//!
//! `cargo run --release --features train --bin train -- DATA` reads `DATA`, writes `assets/models`; with
//! `--cross-validate FOLDER` it writes there what models find that have not seen the document. `assets/models/README.md` says what the
//! data are. The same data give the same bytes.

#[path = "train/corpora.rs"]
mod corpora;
#[path = "train/treebank.rs"]
mod treebank;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::Parser;
use corpora::Named;
use nutgraf::article::{Article, State};
use nutgraf::export;
use nutgraf::facts::train::{self, Corpus, NameDocument};
use nutgraf::facts::{self, Models};

#[derive(Debug, Parser)]
struct Args {
    /// The folder of the corpora.
    data: PathBuf,
    /// Train on parts, score parts of speech on the others, and write to this folder what is found in the others
    /// (SET/NAME.json, for the scorer of the corpora); the models are left alone.
    #[arg(long, value_name = "FOLDER")]
    cross_validate: Option<PathBuf>,
    /// Keep the part-of-speech model that is there: rules and tests of other finders are tuned to its tags.
    #[arg(long)]
    keep_speech: bool,
    /// The project's assets.
    #[arg(long, default_value = "assets")]
    assets: PathBuf,
}

/// Parts for cross-validation.
const FOLDS: usize = 5;

/// Slots of the part-of-speech table, 20.5 bytes each.
const SPEECH_SLOTS: usize = 60_000;

/// Slots of the name table, 14.5 bytes each.
const NAMES_SLOTS: usize = 80_000;

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
    let speech = if args.keep_speech {
        let path = args.assets.join("models/speech.bin");
        std::fs::read(&path).with_context(|| path.display().to_string())?
    } else {
        train::train_speech(
            &bank_documents.iter().collect::<Vec<_>>(),
            &lists,
            SPEECH_SLOTS,
        )
    };
    let names = Names::read(&args.data)?;
    if let Some(folder) = &args.cross_validate {
        if !args.keep_speech {
            let share = held_out_speech(&bank_documents, &lists);
            println!("parts of speech: {share:.4}");
        }
        return names.held_out(&lists, &speech, folder);
    }
    let found = names.train(&lists, &speech, |_| true);
    for (name, bytes) in [
        ("lists.bin", &lists),
        ("speech.bin", &speech),
        ("names.bin", &found),
    ] {
        let path = args.assets.join("models").join(name);
        std::fs::write(&path, bytes).with_context(|| path.display().to_string())?;
        println!("{} {} bytes", path.display(), bytes.len());
    }
    Ok(())
}

/// The corpora with names: those that are only trained on, and those that are scored as well.
struct Names {
    always: Vec<NameDocument>,
    scored: Vec<Named>,
}

impl Names {
    fn read(data: &Path) -> Result<Self> {
        let mut always = Vec::new();
        for part in ["dev", "test"] {
            let bank = read(&data.join(format!("train/ud-ewt/en_ewt-ud-{part}.conllu")))?;
            let names = read(&data.join(format!("train/uner-ewt/en_ewt-ud-{part}.iob2")))?;
            always.extend(corpora::universal(&bank, &names));
            always.extend(corpora::posts(&read(
                &data.join(format!("train/wnut17/{part}.jsonl")),
            )?));
        }
        let mut scored = Vec::new();
        for (set, corpus) in [
            ("gum", Corpus::Gum),
            ("meantime", Corpus::Meantime),
            ("re3d", Corpus::Re3d),
        ] {
            scored.extend(corpora::gold_files(data, set, corpus)?);
        }
        Ok(Self { always, scored })
    }

    /// A model from all that is always trained on, and the scored documents that `take` wants.
    fn train(&self, lists: &[u8], speech: &[u8], take: impl Fn(usize) -> bool) -> Vec<u8> {
        let scored = self
            .scored
            .iter()
            .enumerate()
            .filter(|(i, _)| take(*i))
            .map(|(_, d)| &d.gold);
        let all: Vec<_> = self.always.iter().chain(scored).collect();
        train::train_names(&all, lists, speech, NAMES_SLOTS)
    }

    /// What models find in documents that they have not seen.
    fn held_out(&self, lists: &[u8], speech: &[u8], folder: &Path) -> Result<()> {
        for fold in 0..FOLDS {
            let names = self.train(lists, speech, |i| i % FOLDS != fold);
            let models = Models::from_bytes(lists, speech, &names);
            for named in self.scored.iter().skip(fold).step_by(FOLDS) {
                let document = named.gold.document.clone();
                let date = named.date.as_deref().and_then(|d| d.parse().ok());
                let findings = facts::find_with(&document, date, &models);
                let article = Article::new(
                    Arc::new(document),
                    findings,
                    Arc::default(),
                    State::Complete,
                );
                let json = export::json::Dump(&article);
                let path = folder.join(format!("{}.json", named.name));
                if let Some(parent) = path.parent() {
                    std::fs::create_dir_all(parent)?;
                }
                std::fs::write(&path, json.to_string())?;
            }
        }
        Ok(())
    }
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
        let model = train::train_speech(&part(false), lists, SPEECH_SLOTS);
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
        // What makes the lists lies beside them.
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
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
