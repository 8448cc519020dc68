//! From what was typed to what was meant.

use std::path::Path;

use super::place;
use super::value::{
    TypedBidi, TypedFactsFormat, TypedHistoryFormat, TypedNotesFormat, TypedTextFormat,
};
use super::{Args, Command, FactsArgs, Looks, Origin};
use crate::app::Seek;
use crate::cli::request::{
    ConfigTask, Configured, FactsFormat, FactsTask, HistoryFormat, HistoryTask, NotesFormat,
    NotesTask, Reading, Request, Task, TextFormat,
};
use crate::cli::surroundings::Stream;
use crate::export::{Choice, Explain, Hidden};
use crate::import::Cleaning;
use crate::import::source::{BuiltIn, Given, Input};
use crate::layout::{Alignment, Glyphs, Hyphens, Paragraphs, Typography};
use crate::ui::{Bidi, Columns};

impl Args {
    /// What was meant. Without an input it depends on whether something is piped in.
    #[expect(clippy::too_many_lines, reason = "an arm for every command")]
    pub(in crate::cli) fn meant(self, stdin: Stream) -> Request {
        let Some(command) = self.command else {
            let mut looks = self.looks.meant();
            // The library stands before the article that opens when nothing is asked for.
            let library = self.input.is_none() && !self.tutorial && stdin == Stream::Terminal;
            let input = match (self.input, stdin) {
                _ if self.tutorial => Input::BuiltIn(BuiltIn::Tutorial),
                (Some(typed), _) => {
                    let (path, place) = place::split(typed, Path::exists);
                    looks.line = looks.line.or(place);
                    Input::typed(path)
                }
                (None, Stream::Terminal) => Input::BuiltIn(BuiltIn::Article),
                (None, Stream::Other) => Input::Stdin,
            };
            let reading = Reading {
                no_store: self.no_store,
                library,
                ..looks
            };
            return Request {
                task: Task::Read(input, reading),
                given: self.origin.meant(),
            };
        };
        let of_the_program = |task| Request {
            task,
            given: Given::default(),
        };
        let (task, origin) = match command {
            Command::Config {
                print_default,
                path,
                file,
                ..
            } => {
                let task = match (print_default, path) {
                    (true, _) => ConfigTask::PrintDefault,
                    (_, true) => ConfigTask::Path,
                    _ => ConfigTask::Check,
                };
                return of_the_program(Task::Config(task, file));
            }
            Command::Completions { shell } => return of_the_program(Task::Completions(shell)),
            Command::Man => return of_the_program(Task::Manual),
            Command::Facts(args) => {
                let (task, origin) = args.meant();
                (Task::Facts(task), origin)
            }
            Command::Outline {
                input: path,
                origin,
            } => (Task::Outline(Input::typed(path)), origin),
            Command::History {
                format,
                forget,
                forget_all,
                yes,
            } => {
                let format = match format {
                    TypedHistoryFormat::Table => HistoryFormat::Table,
                    TypedHistoryFormat::Json => HistoryFormat::Json,
                };
                let task = match forget {
                    Some(input) => HistoryTask::Forget(input),
                    None if forget_all => HistoryTask::ForgetAll { sure: yes },
                    None => HistoryTask::List(format),
                };
                return Request {
                    task: Task::History(task),
                    given: Given::default(),
                };
            }
            Command::Notes {
                inputs,
                format,
                origin,
            } => {
                let format = match format {
                    TypedNotesFormat::Markdown => NotesFormat::Markdown,
                    TypedNotesFormat::Json => NotesFormat::Json,
                };
                let inputs = inputs.into_iter().map(Input::typed).collect();
                (Task::Notes(NotesTask { inputs, format }), origin)
            }
            Command::Dump {
                input: path,
                origin,
            } => (Task::Dump(Input::typed(path)), origin),
            Command::Text {
                input: path,
                format,
                all,
                origin,
            } => {
                let format = match format {
                    TypedTextFormat::Text => TextFormat::Text,
                    TypedTextFormat::Markdown => TextFormat::Markdown,
                };
                let hidden = if all { Hidden::Print } else { Hidden::LeaveOut };
                (Task::Text(Input::typed(path), format, hidden), origin)
            }
        };
        Request {
            task,
            given: origin.meant(),
        }
    }
}

impl Looks {
    fn meant(self) -> Reading {
        Reading {
            config: match self.config {
                _ if self.no_config => Configured::Not,
                Some(path) => Configured::By(path),
                None => Configured::Usual,
            },
            theme: self.theme,
            glyphs: self.ascii.then_some(Glyphs::Ascii),
            width: self.width,
            typography: Typography {
                paragraphs: if self.indent {
                    Paragraphs::Indented
                } else {
                    Paragraphs::Spaced
                },
                alignment: if self.justify {
                    Alignment::Justified
                } else {
                    Alignment::Ragged
                },
                hyphens: if self.hyphenate {
                    Hyphens::English
                } else {
                    Hyphens::AsWritten
                },
            },
            columns: self.two_columns.then_some(Columns::Two),
            skim: self.skim,
            bidi: self.bidi.map(|who| match who {
                TypedBidi::Reader => Bidi::Reader,
                TypedBidi::Terminal => Bidi::Terminal,
                TypedBidi::Off => Bidi::Off,
            }),
            line: self.line.map(|line| (line, None)),
            seek: match self.search {
                Some(words) => Some(Seek::Words(words)),
                None => self.end.then_some(Seek::End),
            },
            linear: self.linear,
            ..Reading::default()
        }
    }
}

impl FactsArgs {
    fn meant(self) -> (FactsTask, Origin) {
        let task = FactsTask {
            inputs: self.inputs.into_iter().map(Input::typed).collect(),
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
        };
        (task, self.origin)
    }
}

impl Origin {
    fn meant(self) -> Given {
        Given {
            date: self.date.and_then(|typed| typed.0),
            kind: self.kind,
            encoding: self.encoding,
            cleaning: match (self.raw, self.extracted) {
                (true, _) => Cleaning::Whole,
                (_, true) => Cleaning::Extracted,
                _ => Cleaning::Clean,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Kind;
    use clap::{CommandFactory, Parser};

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
            &Task::Read(
                Input::BuiltIn(BuiltIn::Article),
                Reading {
                    library: true,
                    ..Reading::default()
                },
            ),
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
        assert_eq!(parse("").unwrap().meant(Stream::Other).given.date, None);
        assert!(
            parse("2024-01-25")
                .unwrap()
                .meant(Stream::Other)
                .given
                .date
                .is_some()
        );
        assert!(parse("2024-02-30").is_err());
    }
}
