//! Two columns, full rows, broken words, indents, skimming.

use nutgraf::ui::{Depth, Marked, Screen};
use ratatui::style::Modifier;

use super::stage::words;
use super::{BRIDGE, Stage, TALKS, article};

/// The words of the left and the right column.
fn columns(screen: &Screen) -> (Vec<String>, Vec<String>) {
    let rows = |lines: &[nutgraf::ui::Line]| lines.iter().map(words).collect();
    let second = screen
        .second
        .as_ref()
        .map_or(Vec::new(), |p| rows(&p.lines));
    (rows(&screen.text.lines), second)
}

#[test]
fn the_text_flows_down_the_left_column_and_then_the_right_one() {
    let mut stage = Stage::new(&TALKS, 200, 30).after("z |");
    let (left, right) = columns(&stage.screen());
    assert_eq!((left.len(), right.len()), (28, 28));
    assert!(
        !right[0].is_empty(),
        "a column does not begin with a blank row"
    );
    // As one column that is as high as both and as wide as each.
    let measure = stage.view().measure;
    assert_eq!(measure, 72);
    let mut one = Stage::new(&TALKS, 200, 58).after("z");
    let (all, _) = columns(&one.screen());
    let said = |rows: &[String]| -> Vec<String> {
        rows.iter().filter(|r| !r.is_empty()).cloned().collect()
    };
    let both = [said(&left), said(&right)].concat();
    let all = said(&all);
    assert!(
        both.starts_with(&all) || all.starts_with(&both),
        "{both:#?} {all:#?}"
    );
}

#[test]
fn pages_in_two_columns_are_of_both_and_the_place_is_kept() {
    let mut stage = Stage::new(&TALKS, 200, 16).after("z |");
    let (_, right) = columns(&stage.screen());
    let last = right.iter().rev().find(|r| !r.is_empty()).unwrap().clone();
    stage.keys("Space");
    let (left, _) = columns(&stage.screen());
    assert!(
        left[..4].contains(&last),
        "{last:?} is not at the top of {left:?}"
    );
    let first = left.iter().find(|r| !r.is_empty()).unwrap();
    let word = first.split(' ').next().unwrap().to_owned();
    for keys in ["|", "|", "A-j", "A-h", "A-p"] {
        stage.keys(keys);
        assert!(
            stage.top().starts_with(&word),
            "after {keys}: {}",
            stage.top()
        );
    }
    stage.resize(90, 30);
    assert!(stage.top().starts_with(&word));
}

#[test]
fn facts_and_hits_are_marked_in_the_right_column_too() {
    let mut stage = Stage::new(&TALKS, 200, 16).after("z |");
    for _ in 0..12 {
        stage.keys("J");
        let screen = stage.screen();
        let panes = [Some(&screen.text), screen.second.as_ref()];
        let looks = panes
            .into_iter()
            .flatten()
            .flat_map(|p| &p.lines)
            .flat_map(|l| &l.pieces);
        let selected = looks.filter(|p| p.look.fact.is_some_and(|(_, m)| m == Marked::Selected));
        assert!(selected.count() > 0, "{} is not seen", stage.selected());
    }
}

#[test]
fn a_hit_in_a_broken_word_is_marked_on_both_rows() {
    let text = "Testing\n\nThe reinforcement of incomprehensible considerations was extraordinary, and the \
                representatives of manufacturing organizations were disappointed.";
    let found = article("long.txt", text);
    let mut stage = Stage::new(&found, 34, 24).after("A-h");
    let rows = stage.text();
    let broken = rows.iter().position(|r| r.trim_end().ends_with('-'));
    let at = broken.unwrap_or_else(|| panic!("no word is broken: {rows:#?}"));
    let head = rows[at]
        .trim_end()
        .trim_end_matches('-')
        .rsplit(' ')
        .next()
        .unwrap();
    let tail = rows[at + 1].trim().split(' ').next().unwrap();
    let word = format!(
        "{head}{}",
        tail.trim_end_matches(|c: char| !c.is_alphanumeric())
    );
    assert!(text.contains(&word), "{word:?}");
    stage.keys(&format!("/ {word} Enter"));
    let marked = stage.looking(|look| look.hit.is_some()).concat();
    assert_eq!(marked.replace(['-', ' '], ""), word);
}

#[test]
fn full_rows_end_at_the_measure() {
    let mut stage = Stage::new(&BRIDGE, 120, 40).after("z A-j");
    let rows = stage.text();
    let width = |row: &String| nutgraf::layout::measure::width(row.trim_end());
    let widest = rows.iter().map(width).max().unwrap();
    let full = rows.iter().filter(|row| width(row) == widest).count();
    assert!(full > 5, "{rows:#?}");
}

#[test]
fn indented_paragraphs_have_no_blank_row_between_them() {
    let found = article(
        "p.txt",
        "Title\n\nThe first paragraph is here.\n\nThe second one follows it.\n\nAnd the third one.",
    );
    let mut stage = Stage::new(&found, 60, 12).after("A-p");
    let text = stage.text().join("\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let second = lines.iter().position(|l| l.contains("The second")).unwrap();
    let indent = |line: &str| line.len() - line.trim_start().len();
    assert!(lines[second - 1].contains("The first"), "{text}");
    assert_eq!(
        indent(lines[second]),
        indent(lines[second - 1]) + 2,
        "{text}"
    );
}

#[test]
fn a_byline_and_a_date_are_no_running_text_and_stand_apart() {
    let mut stage = Stage::new(&TALKS, 80, 24).after("z A-p");
    let text = stage.text();
    let row = |words: &str| text.iter().position(|l| l.contains(words)).unwrap();
    let (byline, date, first) = (row("By the nutgraf"), row("January 26"), row("Iraq and"));
    assert_eq!((date, first), (byline + 2, date + 2), "{text:#?}");
    let column = |row: usize, words: &str| {
        text[row]
            .find(words)
            .map(|at| text[row][..at].chars().count())
    };
    assert_eq!(
        column(first, "Iraq and"),
        column(date, "January"),
        "{text:#?}"
    );
}

#[test]
fn skimming_lets_all_but_the_listed_facts_sentences_recede() {
    let mut stage = Stage::new(&TALKS, 120, 40);
    assert_eq!(stage.looking(|look| look.receding), Vec::<String>::new());
    stage.keys("S J");
    // A number: its words stand nowhere else.
    while !stage.selected().contains(|c: char| c.is_ascii_digit()) {
        stage.keys("J");
    }
    let receding = stage.looking(|look| look.receding);
    assert!(!receding.is_empty());
    let fact = stage.selected().to_owned();
    assert!(
        receding.iter().all(|words| !words.contains(&fact)),
        "{fact}: {receding:#?}"
    );
    // Nothing that is marked recedes.
    assert_eq!(
        stage.looking(|l| l.receding && l.fact.is_some()),
        Vec::<String>::new()
    );
    let buffer = stage.buffer(Depth::None);
    let dimmed = buffer
        .content()
        .iter()
        .filter(|c| c.modifier.contains(Modifier::DIM));
    assert!(dimmed.count() > 400);
    stage.keys("S");
    assert_eq!(stage.looking(|look| look.receding), Vec::<String>::new());
}

/// An article of short parts, each under a heading.
fn parts() -> String {
    let part = |n: usize| {
        let words = "The bridge was counted again and the council heard of it. ".repeat(1 + n % 4);
        format!("## Part {n} of the story\n\nBegun{n}. {words}\n\n")
    };
    (1..40).map(part).collect::<String>()
}

#[test]
fn a_heading_stands_with_its_text_and_not_at_the_end_of_the_left_column() {
    let article = article("parts.md", format!("# Parts\n\n{}", parts()));
    for rows in 14..46 {
        let mut stage = Stage::new(&article, 200, rows).after("z |");
        let mut seen = std::collections::BTreeSet::new();
        let mut look = |stage: &mut Stage| {
            let (left, right) = columns(&stage.screen());
            let last = left.iter().rev().find(|r| !r.is_empty()).unwrap();
            assert!(
                !last.starts_with("Part ") || right.is_empty(),
                "{rows}: {last}"
            );
            let all = left.iter().chain(&right).flat_map(|row| row.split(' '));
            seen.extend(all.filter(|w| w.starts_with("Begun")).map(str::to_owned));
            (seen.len(), stage.view().top)
        };
        // No page passes over anything, there or back, and the end is reached.
        for (keys, from) in [("Space", "g"), ("b", "G")] {
            stage.keys(from);
            let mut before = None;
            loop {
                let now = look(&mut stage);
                if before.replace(now.1) == Some(now.1) {
                    assert_eq!(now.0, 39, "{rows} rows, {keys}");
                    break;
                }
                stage.keys(keys);
            }
        }
    }
}
