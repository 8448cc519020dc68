//! One setting changed in the text of a configuration: everything else stays as it was written, comments and all.

use toml::de::{DeTable, DeValue};

use super::print::quoted;
use super::problem::Lines;
use super::{Config, Problem};
use crate::ui::ThemeName;

/// The text of a configuration with another theme: the value is exchanged where it stands, or the setting is added
/// above all others. What it comes to is read again and compared, so that nothing else ever changes.
///
/// # Errors
/// A sentence, when the text cannot be read as a configuration, with the line, or cannot be edited without doubt.
pub fn with_theme(text: &str, theme: &ThemeName) -> Result<String, String> {
    let lines = Lines::new(text);
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        format!("line {} is not TOML ({})", lines.line(at), error.message())
    })?;
    let value = quoted(theme.as_str());
    let mut entries = table.get_ref().iter();
    let old = entries.find(|(name, _)| name.get_ref() == "theme");
    let edited = match old {
        Some((_, old)) => {
            let parts = text.get(..old.span().start).zip(text.get(old.span().end..));
            let is_text = matches!(old.get_ref(), DeValue::String(_));
            let Some((before, after)) = parts.filter(|_| is_text) else {
                let line = lines.line(old.span().start);
                return Err(format!("line {line}: theme must stand in quotation marks"));
            };
            format!("{before}{value}{after}")
        }
        None => added(text, &format!("theme = {value}")),
    };
    let (mut expected, problems) = Config::read(text);
    expected.theme = theme.clone();
    let (config, remaining) = Config::read(&edited);
    let sentences = |all: &[Problem]| all.iter().map(|p| p.sentence.clone()).collect::<Vec<_>>();
    if config == expected && sentences(&remaining) == sentences(&problems) {
        Ok(edited)
    } else {
        Err(format!(
            "it cannot be edited without doubt; write theme = {value} into it yourself"
        ))
    }
}

/// The text with a line more: below the words at its head, if it begins with a comment that stands by itself, or else
/// first.
fn added(text: &str, line: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let head: usize = body
        .split_inclusive('\n')
        .take_while(|line| line.starts_with('#'))
        .map(str::len)
        .sum();
    let (above, below) = body.split_at_checked(head).unwrap_or(("", body));
    let stands_alone = above.ends_with('\n')
        && (below.is_empty() || below.trim_start_matches('\r').starts_with('\n'));
    if head > 0 && stands_alone {
        format!("{mark}{above}{end}{line}{end}{below}")
    } else {
        format!("{mark}{line}{end}{body}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Result<&str, &str>) {
        let edited = with_theme(text, &ThemeName::NIGHT);
        match expect {
            Ok(expect) => assert_eq!(edited.as_deref(), Ok(expect)),
            Err(part) => assert!(
                edited.as_ref().is_err_and(|e| e.contains(part)),
                "{edited:?}"
            ),
        }
    }

    #[test]
    fn the_value_is_exchanged_and_all_else_stays() {
        check(
            "# mine\nwidth = 60 # narrow\ntheme  =  'auto'   # as it is\r\n\n[keys]\ndown = \"x\"\n",
            Ok(
                "# mine\nwidth = 60 # narrow\ntheme  =  \"night\"   # as it is\r\n\n[keys]\ndown = \"x\"\n",
            ),
        );
        check("\"theme\" = \"\"\"\nx\"\"\"", Ok("\"theme\" = \"night\""));
        // What is wrong elsewhere stays as it is.
        check(
            "widht = 60\ntheme = \"dark\"",
            Ok("widht = 60\ntheme = \"night\""),
        );
    }

    #[test]
    fn what_is_not_there_is_added_above_the_settings() {
        check("", Ok("theme = \"night\"\n"));
        check(
            "[keys]\ntheme = \"A-x\"\n",
            Ok("theme = \"night\"\n[keys]\ntheme = \"A-x\"\n"),
        );
        check(
            "# head\n\nwidth = 60\n",
            Ok("# head\n\ntheme = \"night\"\n\nwidth = 60\n"),
        );
        check(
            "# of width\nwidth = 60\n",
            Ok("theme = \"night\"\n# of width\nwidth = 60\n"),
        );
        check("width = 60\r\n", Ok("theme = \"night\"\r\nwidth = 60\r\n"));
        check(
            "\u{feff}width = 60",
            Ok("\u{feff}theme = \"night\"\nwidth = 60"),
        );
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        check("width = 60\ntheme = dark\n", Err("line 2 is not TOML"));
        check("theme = 3", Err("line 1: theme must stand"));
        check("theme.dark = \"x\"", Err("line 1"));
        check("theme = \"a\"\ntheme = \"b\"", Err("line 2"));
    }
}
