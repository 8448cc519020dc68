//! Values of settings: each read as what it must be, or refused with a sentence that says what it must be.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::command::nearest;

/// A value with its place in the text.
pub(super) struct Value<'a> {
    value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    pub(super) fn new(value: &'a Spanned<DeValue<'a>>) -> Self {
        Self { value }
    }

    /// Where it begins, in bytes.
    pub(super) fn start(&self) -> usize {
        self.value.span().start
    }

    /// A table.
    pub(super) fn table(&self) -> Result<&'a DeTable<'a>, String> {
        match self.value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err("must be a table: write a line [keys] and the bindings under it".to_owned()),
        }
    }

    /// `true` or `false`.
    pub(super) fn switch(&self) -> Result<bool, String> {
        match self.value.get_ref() {
            DeValue::Boolean(on) => Ok(*on),
            _ => Err("must be true or false, without quotation marks".to_owned()),
        }
    }

    /// A whole number in a range.
    pub(super) fn number(&self, range: std::ops::RangeInclusive<u16>) -> Result<u16, String> {
        let number = match self.value.get_ref() {
            DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).ok(),
            _ => None,
        };
        number
            .and_then(|n| u16::try_from(n).ok())
            .filter(|n| range.contains(n))
            .ok_or_else(|| format!("must be a number from {} to {}", range.start(), range.end()))
    }

    /// Words in quotation marks.
    pub(super) fn text(&self) -> Result<&'a str, String> {
        match self.value.get_ref() {
            DeValue::String(text) => Ok(text.as_ref()),
            _ => Err("must stand in quotation marks".to_owned()),
        }
    }

    /// One of some words.
    pub(super) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Result<T, String> {
        let typed = self.text()?;
        if let Some(&(_, meant)) = words.iter().find(|(word, _)| *word == typed) {
            return Ok(meant);
        }
        let list: Vec<_> = words.iter().map(|(word, _)| format!("{word:?}")).collect();
        let hint = nearest(typed, words.iter().map(|(word, _)| *word))
            .map(|meant| format!("; did you mean {meant:?}?"));
        Err(format!(
            "must be one of {}{}",
            list.join(", "),
            hint.unwrap_or_default()
        ))
    }

    /// One value or a list of them.
    pub(super) fn each(&self) -> impl Iterator<Item = Value<'a>> {
        let many = match self.value.get_ref() {
            DeValue::Array(values) => Some(values),
            _ => None,
        };
        let one = many.is_none().then_some(self.value);
        many.into_iter()
            .flat_map(|values| values.iter())
            .chain(one)
            .map(Value::new)
    }
}
