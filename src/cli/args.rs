//! What was typed, as clap reads it; `meant` turns it into a [`super::request::Request`].

mod meant;
pub(super) mod place;
mod value;

use std::path::PathBuf;

use clap::{CommandFactory, Parser, Subcommand};

use crate::import::InputKind;
use crate::ui::ThemeName;
use value::{
    Kinds, TypedBidi, TypedDate, TypedFactsFormat, TypedTextFormat, input_kinds, kinds, themes,
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

    /// The article: a file, a file with `:LINE`, the URL of a page, or - for standard input [default: piped input, or else the built-in article]
    #[arg(value_name = "INPUT")]
    input: Option<PathBuf>,

    /// Open the article that explains this program
    #[arg(long, conflicts_with = "input")]
    tutorial: bool,

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
    /// The colours: auto, dark, light, night, paper, neutral, contrast, ansi, mono, or a theme of your own
    /// [default: auto, which is dark or light as the terminal is]
    #[arg(long, value_name = "THEME", value_parser = themes())]
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

    /// Who puts right-to-left text (Hebrew, Arabic) in order: the reader, the terminal, or nobody
    #[arg(long, value_name = "WHO", value_enum, default_value_t)]
    bidi: TypedBidi,

    /// Begin at this line of the file
    #[arg(long, value_name = "N")]
    line: Option<usize>,
}

/// The sections of `--help` after the options.
const MANUAL: &str = "\
Reading:
  Without a command the article opens in the reader. Press ? there for all keys, q to leave. When
  standard output is not a terminal, the article is printed as by `nutgraf text`. A file that has
  the name of a command is opened as ./facts.

Examples:
  nutgraf                                   read the built-in article
  nutgraf --tutorial                        learn the keys by using them
  nutgraf article.txt                       read a file
  nutgraf article.md:40                     begin at line 40, as does nutgraf +40 article.md
  nutgraf https://example.org/page          read a page from the network
  man printf | col -b | nutgraf             read what a command gives
  nutgraf facts --top 10 article.txt        the ten facts that tell most
  nutgraf facts --kind number --format csv *.txt > numbers.csv
  vim -q <(nutgraf facts --format grep article.txt)

Exit status:
  0  done, also when a pipe was closed early
  1  an input could not be read: one line on standard error says which and why
  2  wrong usage

Environment:
  NO_COLOR        when set and not empty, no colours
  COLORTERM       truecolor or 24bit: the themes in all their colours
  COLORFGBG       whether the terminal is dark or light, where it does not tell when it is asked
  XDG_CONFIG_HOME where nutgraf/themes/NAME.toml are themes of your own [default: ~/.config]
  VISUAL, EDITOR  what the key e opens
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
    /// Print all that is known of an article as one JSON object
    ///
    /// Offsets count bytes: `span` in `text`, `source` in the input. Fields are only added within a `schema` number.
    Dump {
        /// The article: a file, the URL of a page, or - for standard input
        input: PathBuf,
        #[command(flatten)]
        origin: Origin,
    },
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

    /// Only facts of this section and those under it: its number in the outline, or words of its heading
    #[arg(long, value_name = "SECTION")]
    section: Option<String>,

    /// Only facts that another fact of the article contradicts
    #[arg(long)]
    conflicts: bool,

    /// In the table, say why each fact ranks where it does
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

    /// The encoding of the input, as windows-1252 [default: found from its content]
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,
}
