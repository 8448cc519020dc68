//! What was typed, as clap reads it; `meant` turns it into a [`super::request::Request`].

mod meant;
pub(super) mod place;
mod value;

use std::path::PathBuf;

use clap::{CommandFactory, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use crate::import::InputKind;
use crate::ui::ThemeName;
use value::{
    Kinds, TypedBidi, TypedDate, TypedFactsFormat, TypedHistoryFormat, TypedNotesFormat,
    TypedTextFormat, input_kinds, kinds, themes,
};

/// A terminal reader that finds the facts.
///
/// Opens an article and shows it in three panes: its sections, its text, and the facts found in the text. Every fact
/// is a slice of the article that you can jump to; nothing is made up, and nothing leaves your machine. The commands
/// print the same for other programs.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_long_help = MANUAL)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Option<Command>,

    /// The article: a file, a file with `:LINE`, the URL of a page, or - for standard input [default: piped input, or
    /// else the library of what was read before, or the built-in article]
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    input: Option<PathBuf>,

    /// Open the article that explains this program
    #[arg(long, conflicts_with = "input")]
    tutorial: bool,

    /// Remember nothing of this reading, and nothing of earlier ones
    #[arg(long)]
    no_store: bool,

    #[command(flatten)]
    origin: Origin,

    #[command(flatten)]
    looks: Looks,
}

impl Args {
    /// The arguments of the process; wrong ones end it.
    pub(super) fn typed() -> Self {
        let is_command = |word: &str| Self::command().find_subcommand(word).is_some();
        Self::parse_from(place::plus(std::env::args_os(), is_command))
    }
}

/// How the reader looks at first.
#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are independent switches, as they are typed"
)]
struct Looks {
    /// Read settings and keys from this file [default: nutgraf/config.toml in ~/.config]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    config: Option<PathBuf>,

    /// Read no settings and keys: the defaults hold
    #[arg(long, conflicts_with = "config")]
    no_config: bool,

    /// The colours: auto, dark, light, night, paper, neutral, contrast, ansi, mono, or a theme of your own
    /// [default: auto, which is dark or light as the terminal is]
    #[arg(long, value_name = "THEME", value_parser = themes(), hide_possible_values = true)]
    theme: Option<ThemeName>,

    /// Draw with ASCII signs only
    #[arg(long)]
    ascii: bool,

    /// The widest that a row of text may be, in columns
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=200))]
    width: Option<u16>,

    /// Rows of running text full at the right edge
    #[arg(long)]
    justify: bool,

    /// Break English words at the end of rows
    #[arg(long)]
    hyphenate: bool,

    /// Paragraphs set in instead of a blank row between them
    #[arg(long)]
    indent: bool,

    /// Two columns of text where there is room for them
    #[arg(long)]
    two_columns: bool,

    /// Dim all but the sentences of the listed facts
    #[arg(long)]
    skim: bool,

    /// Who puts right-to-left text (Hebrew, Arabic) in order: the reader, the terminal, or nobody [default: reader]
    #[arg(long, value_name = "WHO", value_enum)]
    bidi: Option<TypedBidi>,

    /// Begin at this line of the file
    #[arg(long, value_name = "N")]
    line: Option<usize>,

    /// Begin at the first of these words; +/WORDS does the same, as +N and +G begin at a line and at the end
    #[arg(long, value_name = "WORDS", conflicts_with = "line")]
    search: Option<String>,

    /// Begin at the end
    #[arg(long, conflicts_with_all = ["line", "search"])]
    end: bool,

    /// Read in plain lines, without a cursor: for screen readers, and by itself where TERM is dumb
    #[arg(long)]
    linear: bool,
}

/// The sections of `--help` after the options.
pub(super) const MANUAL: &str = "\
Reading:
  Without a command the article opens in the reader. Press ? there for all keys, q to leave. When
  standard output is not a terminal, the article is printed as by `nutgraf text`. A file that has
  the name of a command is opened as ./facts.

Examples:
  nutgraf                                   what you read before, or else the built-in article
  nutgraf --tutorial                        learn the keys by using them
  nutgraf article.txt                       read a file
  nutgraf article.md:40                     begin at line 40, as does nutgraf +40 article.md
  nutgraf https://example.org/page          read a page from the network
  man printf | col -b | nutgraf             read what a command gives
  nutgraf facts --top 10 article.txt        the ten facts that tell most
  nutgraf facts --kind number --format csv *.txt > numbers.csv
  vim -q <(nutgraf facts --format grep article.txt)
  export PAGER=nutgraf                      read what git, man and others print

Exit status:
  0  done, also when a pipe was closed early
  1  an input could not be read: one line on standard error says which and why
  2  wrong usage

Environment:
  NUTGRAF_DATA    the folder of what is remembered [default: nutgraf in XDG_DATA_HOME or ~/.local/share]
  NO_COLOR        when set and not empty, no colours
  COLORTERM       truecolor or 24bit: the themes in all their colours
  COLORFGBG       whether the terminal is dark or light, where it does not tell when it is asked
  XDG_CONFIG_HOME where nutgraf/themes/NAME.toml are themes of your own [default: ~/.config]
  VISUAL, EDITOR  what the key e opens
  TERM            dumb: read in plain lines, as with --linear
  NUTGRAF_CONFIG  the configuration, in place of nutgraf/config.toml in XDG_CONFIG_HOME or ~/.config
  BROWSER         what opens addresses of the web
  HTTPS_PROXY ...  the way to the network (also HTTP_PROXY, ALL_PROXY, NO_PROXY)";

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the facts of articles
    ///
    /// Several files are read at the same time and printed in the order given; one that cannot be read does not stop
    /// the others. The table and Markdown begin with the most important fact, the other forms keep the order of the
    /// text.
    Facts(FactsArgs),
    /// Print the sections as a tree, with line numbers and counts of facts
    Outline {
        /// The article: a file, the URL of a page, or - for standard input
        input: PathBuf,
        #[command(flatten)]
        origin: Origin,
    },
    /// Print the article without what does not belong to it
    ///
    /// A paragraph is one line; to wrap lines, pipe them through `fold -s`.
    Text {
        /// The article: a file, the URL of a page, or - for standard input
        input: PathBuf,
        /// In what form
        #[arg(long, value_enum, default_value_t)]
        format: TypedTextFormat,
        /// Also print what was taken for something else than the article (comment forms, share lines, notices)
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        origin: Origin,
    },
    /// Print your highlights and notes
    ///
    /// For each the quotation, what you wrote, and where it stands. Words that are no longer in the article come last.
    Notes {
        /// The articles [default: all that have notes]
        #[arg(value_name = "INPUT")]
        inputs: Vec<PathBuf>,
        /// In what form
        #[arg(long, value_enum, default_value_t)]
        format: TypedNotesFormat,
        #[command(flatten)]
        origin: Origin,
    },
    /// Print what was read, the last first, or forget it
    ///
    /// The reader remembers where you stopped in which article, your marks, folded sections, dismissed facts and notes.
    /// All of it stays on this machine, in one file in your data folder.
    History {
        /// In what form
        #[arg(long, value_enum, default_value_t)]
        format: TypedHistoryFormat,
        /// Forget an article with all that was noted in it: its file, its address or its title
        #[arg(long, value_name = "INPUT")]
        forget: Option<String>,
        /// Forget everything; asks first
        #[arg(long, conflicts_with = "forget")]
        forget_all: bool,
        /// Do not ask
        #[arg(long, requires = "forget_all")]
        yes: bool,
    },
    /// Print all that is known of an article as one JSON object
    ///
    /// Offsets count bytes: `span` in `text`, `source` in the input. Fields are only added within a `schema` number.
    Dump {
        /// The article: a file, the URL of a page, or - for standard input
        input: PathBuf,
        #[command(flatten)]
        origin: Origin,
    },
    /// Check the configuration, or print one with all defaults
    ///
    /// Settings and keys are read from `nutgraf/config.toml` in `$XDG_CONFIG_HOME` or `~/.config`, or from the file that
    /// `$NUTGRAF_CONFIG` names. What is wrong with it is printed by line.
    Config {
        /// Print a configuration with every setting and every key, with its defaults and what they mean
        #[arg(long, conflicts_with_all = ["path", "check"])]
        print_default: bool,
        /// Print where the configuration is looked for
        #[arg(long, conflicts_with = "check")]
        path: bool,
        /// Say what is wrong with it; done also without an option
        #[arg(long)]
        check: bool,
        /// The configuration [default: the one that the reader would read]
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: Option<PathBuf>,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the man page
    Man,
}

/// Which facts of which articles, and how.
#[derive(Debug, clap::Args)]
struct FactsArgs {
    /// The articles: files, URLs of pages, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,

    /// In what form
    #[arg(long, value_enum, default_value_t)]
    format: TypedFactsFormat,

    /// Only facts of this kind; may be given several times. `number` and `name` stand for several kinds
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',', value_parser = kinds())]
    kinds: Vec<Kinds>,

    /// Only the N most important facts of each article
    #[arg(long, value_name = "N")]
    top: Option<usize>,

    /// Only facts of this section and those under it: its number in the outline, its heading, or words of that
    #[arg(long, value_name = "SECTION", value_parser = value::section)]
    section: Option<String>,

    /// Only facts that another fact of the article contradicts
    #[arg(long)]
    conflicts: bool,

    /// In the table, say why each fact ranks where it does: its score, its reasons, what put it lower or higher than that
    #[arg(long)]
    explain: bool,

    #[command(flatten)]
    origin: Origin,
}

/// What the person says of the input.
#[derive(Debug, clap::Args)]
struct Origin {
    /// The day of publication, when the article gives none: relative dates ("last fall") count from it. Empty: unknown
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<TypedDate>,

    /// What the input is [default: found from its content and name]
    #[arg(long = "as", alias = "from", value_name = "FORMAT", value_parser = input_kinds())]
    kind: Option<InputKind>,

    /// Show a page whole, without looking for the article in it
    #[arg(long)]
    raw: bool,

    /// Show what extraction alone takes for the article of a page: for measuring it
    #[arg(long, hide = true, conflicts_with = "raw")]
    extracted: bool,

    /// The encoding of the input, as windows-1252 [default: found from its content]
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,
}
