//! What real pages cost, from bytes to facts: a table over the files of a folder.
//!
//! `NUTGRAF_PAGES=FOLDER cargo bench --bench pages` reads every file in the folder (packed with gzip or not), as often as
//! `NUTGRAF_ROUNDS` says (5), and prints the median and the largest time of each stage and the slowest pages. In test
//! mode every file is read once. Without the variable it measures the pages that the tests have.

#![allow(
    clippy::print_stdout,
    reason = "the table is what the benchmark is for"
)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use nutgraf::document::BlockKind;
use nutgraf::facts;
use nutgraf::import::import;
use nutgraf::import::source::{Given, Input};

/// How many of the slowest pages are named.
const SLOWEST: usize = 10;

/// One page.
struct Page {
    name: String,
    bytes: usize,
    words: usize,
    hidden: usize,
    facts: usize,
    import: Duration,
    find: Duration,
}

fn main() {
    let folder = std::env::var_os("NUTGRAF_PAGES").unwrap_or_else(|| {
        println!("pages: our own small pages; NUTGRAF_PAGES=FOLDER measures those of a folder");
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/data/html")
            .into_os_string()
    });
    let is_test = !std::env::args().any(|arg| arg == "--bench");
    let rounds = std::env::var("NUTGRAF_ROUNDS")
        .ok()
        .and_then(|n| n.parse().ok());
    let rounds = if is_test { 1 } else { rounds.unwrap_or(5) };
    let mut pages: Vec<Page> = files(Path::new(&folder))
        .into_iter()
        .filter_map(|path| measure(&path, rounds))
        .collect();
    if pages.is_empty() {
        println!(
            "pages: no file in {} can be read",
            Path::new(&folder).display()
        );
        return;
    }
    print(&mut pages);
}

/// All files of a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|p| p.is_file() && p.extension().is_none_or(|end| end != "outline"))
        .collect();
    paths.sort();
    paths
}

/// The shortest time of each stage in so many rounds; none when the file is no article.
fn measure(path: &Path, rounds: usize) -> Option<Page> {
    let source = Input::File(path.to_owned()).read(&Given::default()).ok()?;
    let mut page: Option<Page> = None;
    for _ in 0..rounds.max(1) {
        let begun = Instant::now();
        let document = import(&source.bytes, &source.request()).ok()?;
        let imported = begun.elapsed();
        let findings = facts::find(&document, None);
        let found = begun.elapsed().saturating_sub(imported);
        let (hidden, shown): (Vec<_>, Vec<_>) = document
            .blocks()
            .iter()
            .partition(|block| block.kind == BlockKind::Boilerplate);
        let now = Page {
            name: path.file_name()?.to_string_lossy().into_owned(),
            bytes: source.bytes.len(),
            words: shown
                .iter()
                .map(|block| document.slice(block.span).split_whitespace().count())
                .sum(),
            hidden: hidden.len(),
            facts: findings.facts.len(),
            import: page.as_ref().map_or(imported, |p| p.import.min(imported)),
            find: page.as_ref().map_or(found, |p| p.find.min(found)),
        };
        page = Some(now);
    }
    page
}

fn print(pages: &mut [Page]) {
    let megabytes = pages.iter().map(|p| p.bytes).sum::<usize>() / 1_000_000;
    println!("{} pages, {megabytes} MB", pages.len());
    println!(
        "{:<8} {:>10} {:>10} {:>10}",
        "", "median ms", "mean ms", "most ms"
    );
    for (stage, time) in [
        ("import", (|p| p.import) as fn(&Page) -> Duration),
        ("facts", |p| p.find),
        ("both", |p| p.import + p.find),
    ] {
        let mut times: Vec<f64> = pages.iter().map(|p| ms(time(p))).collect();
        times.sort_by(f64::total_cmp);
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let most = times.last().copied().unwrap_or_default();
        let count = u32::try_from(times.len()).unwrap_or(u32::MAX);
        let mean = times.iter().sum::<f64>() / f64::from(count);
        println!("{stage:<8} {median:>10.2} {mean:>10.2} {most:>10.2}");
    }
    pages.sort_by_key(|p| std::cmp::Reverse(p.import + p.find));
    println!(
        "\n{:>9} {:>9} {:>7} {:>7} {:>6} {:>6}  slowest",
        "import ms", "facts ms", "kB", "words", "hidden", "facts"
    );
    for page in pages.iter().take(SLOWEST) {
        println!(
            "{:>9.2} {:>9.2} {:>7} {:>7} {:>6} {:>6}  {}",
            ms(page.import),
            ms(page.find),
            page.bytes / 1000,
            page.words,
            page.hidden,
            page.facts,
            page.name
        );
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
