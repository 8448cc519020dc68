//! A place in a file, as other programs name it: `FILE:LINE`, `FILE:LINE:COLUMN`, and `+LINE` before the file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A line, from 1, and the column in it.
pub(in crate::cli) type Place = (usize, Option<usize>);

/// Splits what was typed into the file and the place in it, where no file has that very name and one has the name
/// without the place. `exists` tells which files there are.
pub(super) fn split(typed: PathBuf, exists: impl Fn(&Path) -> bool) -> (PathBuf, Option<Place>) {
    let Some(text) = typed.to_str().filter(|text| text.contains(':')) else {
        return (typed, None);
    };
    if text.contains("://") || exists(&typed) {
        return (typed, None);
    }
    // A line of `grep -n` ends with a colon.
    let text = text.strip_suffix(':').unwrap_or(text);
    let number = |n: &str| n.parse::<usize>().ok().filter(|&n| n > 0);
    let Some((rest, last)) = text
        .rsplit_once(':')
        .and_then(|(rest, n)| Some((rest, number(n)?)))
    else {
        return (typed, None);
    };
    let longer = rest
        .rsplit_once(':')
        .and_then(|(file, n)| Some((file, number(n)?)));
    let found = [
        longer.map(|(file, line)| (file, (line, Some(last)))),
        Some((rest, (last, None))),
    ];
    let found = found
        .into_iter()
        .flatten()
        .find(|(file, _)| exists(Path::new(file)));
    match found {
        Some((file, place)) => (PathBuf::from(file), Some(place)),
        None => (typed, None),
    }
}

/// Turns `+40`, as pagers and editors take it, into `--line 40`: before the file and without a command.
pub(in crate::cli) fn plus(
    words: impl IntoIterator<Item = OsString>,
    is_command: impl Fn(&str) -> bool,
) -> Vec<OsString> {
    let mut words: Vec<OsString> = words.into_iter().collect();
    let first = words.get(1).and_then(|word| word.to_str());
    if !words.iter().any(|word| line(word).is_some()) || first.is_some_and(is_command) {
        return words;
    }
    let end = words
        .iter()
        .position(|word| word == "--")
        .unwrap_or(words.len());
    for word in words.iter_mut().take(end).skip(1) {
        if let Some(line) = line(word).map(|line| format!("--line={line}")) {
            *word = line.into();
        }
    }
    words
}

/// The number of a word that is one with a plus before it.
fn line(word: &OsString) -> Option<&str> {
    let line = word.to_str()?.strip_prefix('+')?;
    (!line.is_empty() && line.bytes().all(|b| b.is_ascii_digit())).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, files: &[&str], file: &str, place: Option<Place>) {
        let exists = |path: &Path| files.iter().any(|name| Path::new(name) == path);
        assert_eq!(split(typed.into(), exists), (file.into(), place), "{typed}");
    }

    #[test]
    fn the_place_is_split_off_where_there_is_such_a_file() {
        check("a.md:12", &["a.md"], "a.md", Some((12, None)));
        check("a.md:12:", &["a.md"], "a.md", Some((12, None)));
        check("a.md:12:5", &["a.md"], "a.md", Some((12, Some(5))));
        check(
            "a.md:12:5",
            &["a.md", "a.md:12"],
            "a.md",
            Some((12, Some(5))),
        );
        check("a.md:12:5", &["a.md:12"], "a.md:12", Some((5, None)));
    }

    #[test]
    fn a_file_of_the_very_name_is_that_file() {
        check("a.md:12", &["a.md", "a.md:12"], "a.md:12", None);
        check("a.md:12", &[], "a.md:12", None);
        check("a.md:x", &["a.md"], "a.md:x", None);
        check("a.md:0", &["a.md"], "a.md:0", None);
        check(
            "https://example.org:80",
            &["https"],
            "https://example.org:80",
            None,
        );
    }

    #[test]
    fn a_number_with_a_plus_is_a_line() {
        let turned = |line: &str| {
            let words = line.split(' ').map(OsString::from);
            let words = plus(words, |word| word == "facts");
            words.join(std::ffi::OsStr::new(" ")).into_string().unwrap()
        };
        assert_eq!(turned("nutgraf +40 a.md"), "nutgraf --line=40 a.md");
        assert_eq!(
            turned("nutgraf --ascii +7 a.md"),
            "nutgraf --ascii --line=7 a.md"
        );
        assert_eq!(turned("nutgraf -- +40"), "nutgraf -- +40");
        assert_eq!(turned("nutgraf facts +40"), "nutgraf facts +40");
        assert_eq!(turned("nutgraf +x"), "nutgraf +x");
    }
}
