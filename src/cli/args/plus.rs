//! Where to begin as pagers and editors are told it: `+40`, `+G`, `+/words`.

use std::ffi::OsString;

use clap::CommandFactory;

use super::Args;

/// The words of a command line with `+…` as the options that they stand for. What follows `--`, and the words of
/// commands, stay as they are. O(words), and no more where no word begins with `+`.
pub(in crate::cli) fn expanded(words: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let words: Vec<OsString> = words.collect();
    let begins = |word: &OsString| word.to_str().is_some_and(|word| word.starts_with('+'));
    if !words.iter().any(begins) {
        return words;
    }
    let commands = Args::command();
    let is_command = |word: &OsString| commands.get_subcommands().any(|c| *c.get_name() == **word);
    if words.get(1).is_some_and(is_command) {
        return words;
    }
    let mut is_over = false;
    let option = |word: OsString| {
        is_over |= word == "--";
        let option = word.to_str().filter(|_| !is_over).and_then(meant);
        option.map_or(word, OsString::from)
    };
    words.into_iter().map(option).collect()
}

/// The option that a word stands for.
fn meant(word: &str) -> Option<String> {
    let place = word.strip_prefix('+')?;
    if place == "G" {
        return Some("--end".to_owned());
    }
    if let Some(words) = place.strip_prefix('/').filter(|words| !words.is_empty()) {
        return Some(format!("--search={words}"));
    }
    let is_line = !place.is_empty() && place.bytes().all(|b| b.is_ascii_digit());
    is_line.then(|| format!("--line={place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: &str) {
        let words = typed.split(' ').map(OsString::from);
        let words: Vec<_> = expanded(words)
            .into_iter()
            .map(|word| word.into_string().unwrap())
            .collect();
        assert_eq!(words.join(" "), expect);
    }

    #[test]
    fn places_are_options() {
        check("nutgraf +40 x.txt", "nutgraf --line=40 x.txt");
        check("nutgraf x.txt +G", "nutgraf x.txt --end");
        check("nutgraf +/word", "nutgraf --search=word");
        check("nutgraf -- +G", "nutgraf -- +G");
        check("nutgraf facts +G", "nutgraf facts +G");
        check("nutgraf + +x ./+40", "nutgraf + +x ./+40");
    }
}
