//! The man page, from the definition of the command line and the table of commands.

use std::io;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::args::{Args, MANUAL};
use crate::command::{Group, TABLE};
use crate::config::SETTINGS;

/// The man page, in roff.
///
/// # Errors
/// Never on this side: the page is written to memory.
pub(super) fn page() -> io::Result<String> {
    let command = Args::command().disable_help_subcommand(true);
    let man = Man::new(command.clone()).manual("User Commands");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    roff.to_writer(&mut page)?;
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        subcommand(sub, &command, &mut page)?;
    }
    let mut roff = Roff::new();
    keys(&mut roff);
    configuration(&mut roff);
    sections(&mut roff);
    roff.to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// One command of the command line: what it does, and its options. Those that the reader has, too, are only named.
fn subcommand(command: &Command, reader: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SS", [format!("nutgraf {}", command.get_name()).as_str()]);
    let about = command.get_long_about().or(command.get_about());
    let about = about.map(ToString::to_string).unwrap_or_default();
    for (number, paragraph) in about.split("\n\n").enumerate() {
        if number > 0 {
            roff.control("PP", []);
        }
        roff.text([roman(paragraph)]);
    }
    let of_reader = |arg: &&clap::Arg| {
        !arg.is_positional()
            && reader
                .get_arguments()
                .any(|other| other.get_id() == arg.get_id())
    };
    let shared: Vec<_> = command
        .get_arguments()
        .filter(of_reader)
        .filter_map(|arg| Some(format!("--{}", arg.get_long()?)))
        .collect();
    roff.to_writer(page)?;
    let own = command.clone().disable_help_flag(true).mut_args(|arg| {
        let hidden = of_reader(&&arg);
        arg.hide(hidden)
    });
    let mut options = Vec::new();
    Man::new(own).render_options_section(&mut options)?;
    // They stand under the heading of the command.
    let options = String::from_utf8_lossy(&options);
    for line in options.lines().filter(|line| *line != ".SH OPTIONS") {
        page.extend_from_slice(line.as_bytes());
        page.push(b'\n');
    }
    if !shared.is_empty() {
        let mut roff = Roff::new();
        let names: Vec<_> = shared.iter().map(String::as_str).collect();
        roff.control("PP", []);
        let mut text = separated(&names);
        text.push(roman(": as above."));
        roff.text(text);
        roff.to_writer(page)?;
    }
    Ok(())
}

/// The keys of the reader.
fn keys(roff: &mut Roff) {
    roff.control("SH", ["KEYS"]);
    roff.text([roman(
        "The keys of the reader, before a configuration binds others. C-x is x with Ctrl held, A-x with Alt, S-Tab is \
         Tab with Shift. A number typed before a key is a count. The words in parentheses are the names of the \
         commands in the configuration and the palette.",
    )]);
    for group in Group::ALL {
        roff.control("SS", [group.title()]);
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            entry_of(
                roff,
                separated(entry.keys),
                [
                    roman(format!("{} (", entry.sentence)),
                    italic(entry.name),
                    roman(")"),
                ],
            );
        }
    }
}

/// Words in bold, with commas between them.
fn separated(words: &[&str]) -> Vec<Inline> {
    let mut inline = Vec::new();
    for word in words {
        if !inline.is_empty() {
            inline.push(roman(", "));
        }
        inline.push(bold(*word));
    }
    inline
}

/// A tagged paragraph.
fn entry_of(roff: &mut Roff, tag: Vec<Inline>, text: impl Into<Vec<Inline>>) {
    roff.control("TP", []);
    roff.text(tag);
    roff.text(text.into());
}

/// The settings.
fn configuration(roff: &mut Roff) {
    roff.control("SH", ["CONFIGURATION"]);
    roff.text([
        roman("Settings and keys are read from "),
        italic("nutgraf/config.toml"),
        roman(" in "),
        italic("$XDG_CONFIG_HOME"),
        roman(" or "),
        italic("~/.config"),
        roman(
            ". What is typed on the command line counts more. A file with mistakes does not keep the reader from \
             opening; ",
        ),
        bold("nutgraf config"),
        roman(" says what is wrong, by line, and "),
        bold("nutgraf config --print-default"),
        roman(" prints a file to begin with. A line "),
        bold("[keys]"),
        roman(" begins the keys: the name of a command, and its key or a list of keys."),
    ]);
    for setting in SETTINGS {
        let tag = vec![bold(format!("{} = {}", setting.name, setting.default))];
        entry_of(roff, tag, [roman(setting.about.join(" "))]);
    }
}

/// The sections of the long help, each under its own heading.
fn sections(roff: &mut Roff) {
    for line in MANUAL.lines() {
        match line.strip_suffix(':') {
            Some(title) if !line.starts_with(' ') => {
                roff.control("SH", [title.to_uppercase().as_str()]);
                roff.control("nf", []);
            }
            _ if line.is_empty() => {
                roff.control("fi", []);
            }
            _ => {
                roff.text([roman(line.strip_prefix("  ").unwrap_or(line))]);
            }
        }
    }
    roff.control("fi", []);
}
