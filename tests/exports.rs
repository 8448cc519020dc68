//! The forms of output on an article whose facts are made by hand: every kind of fact in every form.

use std::sync::Arc;

use nutgraf::article::{Article, Lines, State};
use nutgraf::document::{BlockKind, Builder, Document, Meta};
use nutgraf::export::{self, Choice, Colour, Explain, Sheet, TableStyle, json};
use nutgraf::facts::{
    Approx, Change, Fact, FactId, Findings, Kind, Number, Period, Reason, Stance, Unit, Value,
};
use nutgraf::text::Span;

use crate::program::{LIBRARY, snapshot};

/// The small article with a heading and a list, every byte with its origin.
fn document() -> Document {
    let mut builder = Builder::default();
    builder.meta = Meta {
        title: "Lindow Library Counts More Visitors Than Ever".into(),
        byline: Some("Nora Finch".into()),
        published: "2025-03-04".parse().ok(),
        source: "library.txt".into(),
        ..Meta::default()
    };
    let mut at = 0;
    for (number, line) in LIBRARY.split_inclusive('\n').enumerate() {
        let kind = match line {
            _ if number == 0 => BlockKind::Heading { level: 1 },
            "Where the Money Comes From\n" => BlockKind::Heading { level: 2 },
            _ if line.starts_with("- ") => BlockKind::ListItem {
                depth: 0,
                marker: "-".into(),
            },
            _ => BlockKind::Paragraph,
        };
        let skip = if line.starts_with("- ") { 2 } else { 0 };
        builder.open(kind, None);
        builder.push(&line[skip..], Some(at + skip));
        at += line.len();
    }
    builder.finish()
}

/// Facts marked by their words.
struct Marker<'a> {
    document: &'a Document,
    facts: Vec<Fact>,
}

impl Marker<'_> {
    /// The first place of some words.
    fn span(&self, words: &str) -> Span {
        let start = self.document.text().find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// Notes a fact; its sentence is the line that it stands on.
    fn mark(&mut self, kind: Kind, words: &str, subject: Option<&str>, value: Value) -> &mut Fact {
        let text = self.document.text();
        let span = self.span(words);
        let from = text[..span.start.get()]
            .rfind(['\n'])
            .map_or(0, |at| at + 1);
        let to = text[span.end.get()..]
            .find('\n')
            .map_or(text.len(), |at| at + span.end.get());
        let mentions = text
            .match_indices(words)
            .map(|(at, _)| Span::new(at, at + words.len()))
            .collect();
        let rank = u32::try_from(self.facts.len()).unwrap() + 1;
        self.facts.push(Fact {
            kind,
            span,
            sentence: Span::new(from, to),
            subject: subject.map(|s| self.span(s)),
            place: None,
            when: None,
            value,
            mentions,
            section: self.document.section_at(span.start),
            conflicts: Vec::new(),
            sure: 0.9,
            score: 0.75,
            rank,
            reasons: Vec::new(),
        });
        self.facts.last_mut().unwrap()
    }
}

fn number(number: f64, unit: Unit) -> Number {
    Number {
        number,
        to: None,
        approx: Approx::Exact,
        change: None,
        unit: Some(unit),
    }
}

/// The small article with a fact of every kind.
fn article() -> Article {
    let document = document();
    let mut m = Marker {
        document: &document,
        facts: Vec::new(),
    };
    let visitors = Unit::Words(m.span("visitors"));
    let count = m.mark(
        Kind::Quantity,
        "1,250 visitors",
        Some("visitors"),
        Value::Number(number(1250.0, visitors)),
    );
    count.reasons = vec![Reason::Title, Reason::Repeated];
    let day = Value::Time(Some(Period::Date("2025-03-03".into())));
    m.mark(Kind::Time, "March 3, 2025", None, day);
    let more = Number {
        approx: Approx::Below,
        change: Some(Change::Up),
        ..number(40.0, Unit::Name("%"))
    };
    m.mark(
        Kind::Percent,
        "nearly 40 percent",
        None,
        Value::Number(more),
    );
    let quote = Value::Quote {
        speaker: Some(m.span("Ada Brook")),
        cue: Some(m.span("said")),
    };
    m.mark(Kind::Quote, "We ran out of chairs by noon,", None, quote);
    let person = Value::Name {
        canonical: m.span("Ada Brook"),
        role: Some(m.span("librarian")),
        acronym: None,
    };
    m.mark(Kind::Person, "Ada Brook", None, person);
    let name = Value::Name {
        canonical: m.span("Lindow Reading Society"),
        role: None,
        acronym: Some(m.span("LRS")),
    };
    m.mark(Kind::Organization, "Lindow Reading Society", None, name);
    let definition = Value::Definition {
        short: m.span("LRS"),
        long: m.span("Lindow Reading Society"),
    };
    m.mark(
        Kind::Definition,
        "Lindow Reading Society (LRS)",
        None,
        definition,
    );
    m.mark(
        Kind::Money,
        "$300",
        Some("new ones"),
        Value::Number(number(300.0, Unit::Name("USD"))),
    );
    let gift = m.mark(
        Kind::Money,
        "$48,000",
        Some("The town"),
        Value::Number(number(48000.0, Unit::Name("USD"))),
    );
    gift.conflicts = vec![FactId(7)];
    let claim = Value::Claim {
        speaker: Some(m.span("Brook")),
        cue: m.span("denied"),
        stance: Stance::Denied,
        more: Vec::new(),
    };
    m.mark(Kind::Claim, "the library will ask for more", None, claim);
    let list = Value::List {
        count: 3,
        items: ["40 chairs", "a lamp for the reading room", "two shelves"]
            .map(|i| m.span(i))
            .into(),
    };
    m.mark(Kind::List, "Three things are to be bought:", None, list);
    let facts = m.facts;
    let findings = Findings {
        facts,
        ..Findings::default()
    };
    let lines = Arc::new(Lines::new(LIBRARY.as_bytes()));
    Article::new(Arc::new(document), findings, lines, State::Complete)
}

fn with(choice: &Choice, then: impl FnOnce(&Sheet<'_>, &[FactId]) -> String) -> String {
    let article = article();
    let sheet = Sheet::new(&article, LIBRARY.as_bytes());
    let chosen = choice.select(&sheet).unwrap();
    then(&sheet, &chosen)
}

fn style(width: usize, explain: Explain) -> TableStyle {
    TableStyle {
        width,
        colour: Colour::Never,
        explain,
    }
}

#[test]
fn every_kind_of_fact_in_a_table() {
    let all = Choice::default();
    snapshot!(
        "table_100",
        with(&all, |s, f| export::table(s, f, style(100, Explain::No)))
    );
    snapshot!(
        "table_60",
        with(&all, |s, f| export::table(s, f, style(60, Explain::No)))
    );
    let top = Choice {
        top: Some(2),
        ..Choice::default()
    };
    snapshot!(
        "table_explained",
        with(&top, |s, f| export::table(
            s,
            f,
            style(80, Explain::Reasons)
        ))
    );
}

#[test]
fn colours_change_no_word_of_the_table() {
    let coloured = TableStyle {
        colour: Colour::Always,
        ..style(100, Explain::Reasons)
    };
    let painted = with(&Choice::default(), |s, f| export::table(s, f, coloured));
    let mut plain = String::new();
    for part in painted.split('\u{1b}') {
        plain += match part.split_once('m') {
            Some((code, words)) if code.starts_with('[') => words,
            _ => part,
        };
    }
    let expect = with(&Choice::default(), |s, f| {
        export::table(s, f, style(100, Explain::Reasons))
    });
    assert_eq!(plain, expect);
}

#[test]
fn every_kind_of_fact_in_the_other_forms() {
    let all = Choice::default();
    snapshot!("facts_grep", with(&all, export::grep));
    snapshot!("facts_markdown", with(&all, export::citations));
    snapshot!(
        "facts_csv",
        with(&all, |s, f| (export::csv_head() + &export::csv(s, f))
            .replace("\r\n", "\n"))
    );
    let pretty =
        |s: &Sheet<'_>, f: &[FactId]| serde_json::to_string_pretty(&json::report(s, f)).unwrap();
    let few = Choice {
        kinds: vec![Kind::Claim, Kind::List],
        ..Choice::default()
    };
    snapshot!("facts_json", with(&few, pretty));
}

#[test]
fn the_article_in_its_forms() {
    let nothing = Choice::default();
    snapshot!("outline", with(&nothing, |s, _| export::outline(s)));
    snapshot!(
        "text",
        with(&nothing, |s, _| export::text(s, export::Hidden::LeaveOut))
    );
    snapshot!(
        "markdown",
        with(&nothing, |s, _| export::markdown(
            s,
            export::Hidden::LeaveOut
        ))
    );
}

#[test]
fn facts_are_chosen_and_kept_in_the_order_of_the_text() {
    let chosen = |choice: Choice| {
        with(&choice, |s, f| {
            let words = f
                .iter()
                .map(|&id| s.words(s.article.fact(id).unwrap().span));
            words.collect::<Vec<_>>().join("|")
        })
    };
    let all = Choice::default;
    assert_eq!(
        chosen(Choice {
            top: Some(2),
            ..all()
        }),
        "1,250 visitors|March 3, 2025"
    );
    assert_eq!(
        chosen(Choice {
            conflicts: true,
            ..all()
        }),
        "$48,000"
    );
    let money = Choice {
        section: Some("money COMES".into()),
        ..all()
    };
    assert_eq!(
        chosen(money),
        "$48,000|the library will ask for more|Three things are to be bought:"
    );
    let the_same = Choice {
        section: Some("library  counts".into()),
        ..all()
    };
    assert!(chosen(the_same).starts_with("1,250 visitors|"));
    let by_number = Choice {
        section: Some("1".into()),
        kinds: vec![Kind::Claim],
        ..all()
    };
    assert_eq!(chosen(by_number), "the library will ask for more");
}
