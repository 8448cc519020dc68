//! Completions of command lines, from their definition; what `clap_complete` gets wrong here is mended.

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Args;

/// The script that completes command lines in a shell.
pub(super) fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "nutgraf", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    match shell {
        Shell::Fish => script.replacen(FISH, FISH_MENDED, 1),
        Shell::Zsh => zsh(&script).unwrap_or(script),
        _ => script,
    }
}

/// How the script for fish begins to look for a command in what was typed. An option that waits for its value makes it
/// give up (`argparse` fails), so that no value is ever offered.
const FISH: &str = "    set -e cmd[1]\n    argparse";
/// The same without such an option.
const FISH_MENDED: &str = "    set -e cmd[1]\n    string match -qr -- '^-' \"$cmd[-1]\"; and set -e cmd[-1]\n    argparse";

/// The script for zsh: the first word is an article or a command. As it comes, it takes the first word for the article in
/// any case and the second for the command, so that nothing is completed behind a command. None when it is of another
/// form.
fn zsh(script: &str) -> Option<String> {
    let (before, rest) = script.split_once("'::input -- ")?;
    let (_, after) = rest.split_once("\":: :_nutgraf_commands\"")?;
    let (options, commands) = after.split_once("(( $+functions[_nutgraf_commands] )) ||")?;
    // The first of them is the place where a command is looked for.
    let options = options
        .replace("words=($line[2] ", "words=($line[1] ")
        .replace("nutgraf-command-$line[2]:", "nutgraf-command-$line[1]:")
        .replace("case $line[2] in", "case $line[1] in");
    let first = "(( $+functions[_nutgraf_first] )) ||\n_nutgraf_first() {\n    \
        _alternative 'commands: :_nutgraf_commands' 'files:article:_files'\n}\n\n";
    Some(format!(
        "{before}\":: :_nutgraf_first\"{options}{first}(( $+functions[_nutgraf_commands] )) ||{commands}"
    ))
}
