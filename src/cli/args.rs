//! What was typed, as clap reads it; [`Args::meant`] turns it into a [`Request`].

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use super::request::{BuiltIn, FactsFormat, FactsTask, Input, Reading, Request, Task, TextFormat};
use super::surroundings::Stream;
use crate::document::Date;
use crate::export::{Choice, Explain, Hidden};
use crate::facts::Kind;
use crate::layout::Glyphs;
use crate::ui::ThemeName;

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

    /// The article: a file, or - for standard input [default: piped input, or else the built-in article]
    #[arg(value_name = "INPUT")]
    input: Option<PathBuf>,

    /// Open the article that explains this program
    #[arg(long, conflicts_with = "input")]
    tutorial: bool,

    #[command(flatten)]
    day: Day,

    #[command(flatten)]
    looks: Looks,
}

/// How the reader looks at first.
#[derive(Debug, clap::Args)]
struct Looks {
    /// The colours [default: dark or light, as far as COLORFGBG tells]
    #[arg(long, value_name = "THEME", value_parser = themes())]
    theme: Option<ThemeName>,

    /// Draw with ASCII signs only
    #[arg(long)]
    ascii: bool,

    /// The widest that a row of text may be, in columns
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=200))]
    width: Option<u16>,

    /// Begin at this line of the file
    #[arg(long, value_name = "N")]
    line: Option<usize>,
}

/// Reads the name of a theme.
fn themes() -> impl TypedValueParser<Value = ThemeName> {
    PossibleValuesParser::new(ThemeName::ALL.map(ThemeName::name)).map(|word| {
        ThemeName::ALL
            .into_iter()
            .find(|theme| theme.name() == word)
            .unwrap_or_default()
    })
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
  curl -sL https://example.org | nutgraf    read what a command gives
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
  COLORFGBG       tells the reader whether the terminal is dark or light
  VISUAL, EDITOR  what the key e opens";

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
        /// The article: a file, or - for standard input
        input: PathBuf,
        #[command(flatten)]
        day: Day,
    },
    /// Print the article without what does not belong to it
    ///
    /// A paragraph is one line; to wrap lines, pipe them through `fold -s`.
    Text {
        /// The article: a file, or - for standard input
        input: PathBuf,
        /// In what form
        #[arg(long, value_enum, default_value_t)]
        format: TypedTextFormat,
        /// Also print what was taken for something else than the article (comment forms, share lines, notices)
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        day: Day,
    },
    /// Print all that is known of an article as one JSON object
    ///
    /// Offsets count bytes: `span` in `text`, `source` in the input. Fields are only added within a `schema` number.
    Dump {
        /// The article: a file, or - for standard input
        input: PathBuf,
        #[command(flatten)]
        day: Day,
    },
}

/// Which facts of which articles, and how.
#[derive(Debug, clap::Args)]
struct FactsArgs {
    /// The articles: files, or - for standard input
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
    day: Day,
}

#[derive(Debug, clap::Args)]
struct Day {
    /// The day of publication, when the article gives none: relative dates ("last fall") count from it. Empty: unknown
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<TypedDate>,
}

/// A date, or the empty string for none.
#[derive(Clone, Copy, Debug)]
struct TypedDate(Option<Date>);

impl FromStr for TypedDate {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if typed.trim().is_empty() {
            return Ok(Self(None));
        }
        typed.parse().map(|date| Self(Some(date)))
    }
}

impl Day {
    fn meant(&self) -> Option<Date> {
        self.date.and_then(|typed| typed.0)
    }
}

/// The kinds that one word stands for.
#[derive(Clone, Debug)]
struct Kinds(Vec<Kind>);

/// Reads the name of a kind or of a group of kinds.
fn kinds() -> impl TypedValueParser<Value = Kinds> {
    let groups = [
        PossibleValue::new("number").help("quantity, percent and money"),
        PossibleValue::new("name").help("person, organization, place and event"),
    ];
    let names = Kind::ALL.map(|kind| PossibleValue::new(kind.name()));
    PossibleValuesParser::new(names.into_iter().chain(groups)).map(|word| {
        let is_meant = |kind: &Kind| match word.as_str() {
            "number" => kind.is_number(),
            "name" => kind.is_name(),
            name => kind.name() == name,
        };
        Kinds(Kind::ALL.into_iter().filter(is_meant).collect())
    })
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum TypedFactsFormat {
    /// Aligned columns for people, the most important fact first
    #[default]
    Table,
    /// One object with the facts; for several articles an array of them
    Json,
    /// One object a fact, a line each, in the order of the text
    Jsonl,
    /// Comma-separated values (RFC 4180), a fact a row
    Csv,
    /// The sentences as quotations, with their facts and places
    Markdown,
    /// Lines that editors jump to, as of a compiler: `file:line:column: kind: text`; columns count characters, from 1
    Grep,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum TypedTextFormat {
    /// Plain text
    #[default]
    Text,
    /// Markdown, with links and emphasis
    Markdown,
}

impl Args {
    /// What was meant. Without an input it depends on whether something is piped in.
    pub(super) fn meant(self, stdin: Stream) -> Request {
        let Some(command) = self.command else {
            let input = match (self.input, stdin) {
                _ if self.tutorial => Input::BuiltIn(BuiltIn::Tutorial),
                (Some(path), _) => input(path),
                (None, Stream::Terminal) => Input::BuiltIn(BuiltIn::Article),
                (None, Stream::Other) => Input::Stdin,
            };
            return Request {
                task: Task::Read(input, self.looks.meant()),
                date: self.day.meant(),
            };
        };
        let (task, day) = match command {
            Command::Facts(args) => {
                let day = args.day.meant();
                (Task::Facts(args.meant()), day)
            }
            Command::Outline { input: path, day } => (Task::Outline(input(path)), day.meant()),
            Command::Dump { input: path, day } => (Task::Dump(input(path)), day.meant()),
            Command::Text {
                input: path,
                format,
                all,
                day,
            } => {
                let format = match format {
                    TypedTextFormat::Text => TextFormat::Text,
                    TypedTextFormat::Markdown => TextFormat::Markdown,
                };
                let hidden = if all { Hidden::Print } else { Hidden::LeaveOut };
                (Task::Text(input(path), format, hidden), day.meant())
            }
        };
        Request { task, date: day }
    }
}

impl Looks {
    fn meant(&self) -> Reading {
        Reading {
            theme: self.theme,
            glyphs: if self.ascii {
                Glyphs::Ascii
            } else {
                Glyphs::Unicode
            },
            width: self.width,
            line: self.line,
        }
    }
}

impl FactsArgs {
    fn meant(self) -> FactsTask {
        FactsTask {
            inputs: self.inputs.into_iter().map(input).collect(),
            choice: Choice {
                kinds: self.kinds.into_iter().flat_map(|k| k.0).collect(),
                top: self.top,
                section: self.section,
                conflicts: self.conflicts,
            },
            format: match self.format {
                TypedFactsFormat::Table => FactsFormat::Table,
                TypedFactsFormat::Json => FactsFormat::Json,
                TypedFactsFormat::Jsonl => FactsFormat::JsonLines,
                TypedFactsFormat::Csv => FactsFormat::Csv,
                TypedFactsFormat::Markdown => FactsFormat::Markdown,
                TypedFactsFormat::Grep => FactsFormat::Grep,
            },
            explain: if self.explain {
                Explain::Reasons
            } else {
                Explain::No
            },
        }
    }
}

/// A path, or standard input for `-`.
fn input(path: PathBuf) -> Input {
    if path.as_os_str() == "-" {
        Input::Stdin
    } else {
        Input::File(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[track_caller]
    fn check(line: &str, stdin: Stream, expect: &Task) {
        let words = line.split_whitespace();
        let args = Args::try_parse_from(std::iter::once("nutgraf").chain(words)).unwrap();
        assert_eq!(&args.meant(stdin).task, expect);
    }

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn without_an_input_it_is_what_is_piped_in_or_the_built_in_article() {
        check(
            "",
            Stream::Terminal,
            &Task::Read(Input::BuiltIn(BuiltIn::Article), Reading::default()),
        );
        check(
            "",
            Stream::Other,
            &Task::Read(Input::Stdin, Reading::default()),
        );
        check(
            "-",
            Stream::Terminal,
            &Task::Read(Input::Stdin, Reading::default()),
        );
        check(
            "--tutorial",
            Stream::Other,
            &Task::Read(Input::BuiltIn(BuiltIn::Tutorial), Reading::default()),
        );
        check(
            "./facts",
            Stream::Other,
            &Task::Read(Input::File("./facts".into()), Reading::default()),
        );
        check(
            "--date 2024-01-25 x",
            Stream::Other,
            &Task::Read(Input::File("x".into()), Reading::default()),
        );
    }

    #[test]
    fn groups_of_kinds_stand_for_all_of_theirs() {
        let facts = |kinds: &[Kind]| {
            Task::Facts(FactsTask {
                inputs: vec![Input::File("x".into())],
                choice: Choice {
                    kinds: kinds.to_vec(),
                    ..Choice::default()
                },
                format: FactsFormat::Table,
                explain: Explain::No,
            })
        };
        let numbers = [Kind::Quantity, Kind::Percent, Kind::Money];
        check("facts x --kind number", Stream::Other, &facts(&numbers));
        check(
            "facts x --kind time,quote",
            Stream::Other,
            &facts(&[Kind::Time, Kind::Quote]),
        );
    }

    #[test]
    fn an_empty_date_is_an_unknown_one_and_a_wrong_one_is_refused() {
        let parse = |date| Args::try_parse_from(["nutgraf", "dump", "x", "--date", date]);
        assert_eq!(parse("").unwrap().meant(Stream::Other).date, None);
        assert!(
            parse("2024-01-25")
                .unwrap()
                .meant(Stream::Other)
                .date
                .is_some()
        );
        assert!(parse("2024-02-30").is_err());
    }
}
