//! The forms of output, on a small article. What is found in it is for other tests: here all forms must tell the
//! same, and each must be well formed.

use serde_json::Value;

use crate::program::{Desk, LIBRARY};

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    desk
}

/// The facts as JSON Lines has them.
fn entries(desk: &Desk, options: &str) -> Vec<Value> {
    let printed = desk
        .run(&format!("facts library.txt --format jsonl {options}"))
        .printed();
    printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn json_lines_stand_alone_and_lead_to_the_words() {
    let desk = desk();
    for entry in entries(&desk, "") {
        let line = entry["line"].as_u64().unwrap();
        let column = entry["column"].as_u64().unwrap();
        let text = entry["text"].as_str().unwrap();
        let source = LIBRARY
            .lines()
            .nth(usize::try_from(line).unwrap() - 1)
            .unwrap();
        let there: String = source
            .chars()
            .skip(usize::try_from(column).unwrap() - 1)
            .collect();
        let first = text.split_whitespace().next().unwrap();
        assert!(
            there.starts_with(first),
            "{text:?} is not at {line}:{column}"
        );
        assert_eq!(entry["file"], "library.txt");
        let evidence = entry["evidence"].as_str().unwrap();
        assert!(
            evidence.contains(first),
            "{evidence:?} does not say {text:?}"
        );
    }
}

#[test]
fn all_forms_tell_the_same_facts() {
    let desk = desk();
    let entries = entries(&desk, "");
    let lines = desk.run("facts library.txt --format grep").printed();
    let expect: Vec<String> = entries
        .iter()
        .map(|e| {
            let text: Vec<_> = e["text"].as_str().unwrap().split_whitespace().collect();
            format!(
                "library.txt:{}:{}: {}: {}",
                e["line"],
                e["column"],
                e["kind"].as_str().unwrap(),
                text.join(" ")
            )
        })
        .collect();
    assert_eq!(lines.lines().collect::<Vec<_>>(), expect);

    let json: Value =
        serde_json::from_str(&desk.run("facts library.txt --format json").printed()).unwrap();
    assert_eq!(json["facts"].as_array().unwrap(), &entries);
    assert_eq!(
        (&json["schema"], &json["text"]),
        (&Value::from(1), &Value::Null)
    );

    let dump: Value = serde_json::from_str(&desk.run("dump library.txt").printed()).unwrap();
    assert_eq!(dump["facts"].as_array().unwrap().len(), entries.len());

    let table = desk.run("facts library.txt").printed();
    let head = usize::from(!entries.is_empty());
    assert_eq!(table.lines().count(), entries.len() + head, "{table}");
}

#[test]
fn csv_is_as_rfc_4180_has_it() {
    let desk = desk();
    let printed = desk
        .run("facts library.txt library.txt --format csv")
        .printed();
    assert_eq!(
        printed.matches('\n').count(),
        printed.matches("\r\n").count()
    );
    let mut reader = csv::Reader::from_reader(printed.as_bytes());
    let head = reader.headers().unwrap().clone();
    assert_eq!(
        head.iter().take(3).collect::<Vec<_>>(),
        ["file", "line", "column"]
    );
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let entries = entries(&desk, "");
    assert_eq!(rows.len(), 2 * entries.len());
    for (row, entry) in rows.iter().zip(&entries) {
        let cell = |name| {
            row.get(head.iter().position(|h| h == name).unwrap())
                .unwrap()
                .to_owned()
        };
        assert_eq!(cell("kind"), entry["kind"].as_str().unwrap());
        assert_eq!(cell("rank"), entry["rank"].to_string());
        if let Some(number) = entry["value"]["number"].as_f64() {
            assert_eq!(cell("number").parse::<f64>(), Ok(number));
        }
    }
}

#[test]
fn editors_jump_to_the_words_in_the_source_of_a_page() {
    let desk = Desk::new();
    let mut page = String::from(
        "<!DOCTYPE html>\n<html><head><title>Lindow</title></head>\n<body>\n<article>\n",
    );
    let lines = LIBRARY.lines().filter(|line| !line.is_empty());
    let paragraphs = lines.map(|line| {
        let words = line.replace('\'', "&#8217;");
        format!("<p class=\"text\">\n   {words}</p>\n")
    });
    page.extend(paragraphs);
    page.push_str("</article></body></html>\n");
    desk.put("library.html", &page);
    let printed = desk.run("facts library.html --format grep").printed();
    assert!(printed.lines().count() > 3, "{printed}");
    for line in printed.lines() {
        let mut parts = line.splitn(5, ':');
        let mut next = || parts.next().unwrap();
        let (_, line, column, _, words) = (next(), next(), next(), next(), next());
        let (line, column): (usize, usize) = (line.parse().unwrap(), column.parse().unwrap());
        let there = page.lines().nth(line - 1).unwrap();
        let there: String = there.chars().skip(column - 1).collect();
        let first = words.split_whitespace().next().unwrap();
        assert!(
            there.starts_with(first),
            "{words:?} is not at {line}:{column} but {there:?}"
        );
    }
    let json = desk
        .run("facts library.html --format jsonl --top 1")
        .printed();
    let entry: Value = serde_json::from_str(json.trim()).unwrap();
    assert!(
        entry["line"].as_u64().unwrap() > 4 && entry["source"].is_null(),
        "{entry}"
    );
}

#[test]
fn a_section_is_found_by_its_heading_sooner_than_by_words_of_another() {
    let desk = Desk::new();
    let text = "# Ely\n\n## Fire on the pier of Ely\n\nThe fire burnt 40 lamps.\n\n\
                ## The pier of wood\n\nIt had 50 planks.\n\n## The pier\n\nIt has 60 lamps.\n";
    desk.put("ely.md", text);
    for (section, words) in [
        ("THE  pier", "60 lamps"),
        ("The pier of", "50 planks"),
        ("pier of Ely", "40 lamps"),
    ] {
        let ran = desk.run(&format!("facts ely.md --format grep --section '{section}'"));
        assert!(
            ran.out.ends_with(&format!("{words}\n")),
            "{section}: {ran:?}"
        );
        assert_eq!(ran.out.lines().count(), 1, "{section}: {ran:?}");
    }
}

#[test]
fn facts_are_chosen_by_kind_rank_and_section() {
    let desk = desk();
    let all = entries(&desk, "");
    let count = |options: &str| entries(&desk, options).len();
    assert_eq!(count("--top 0"), 0);
    assert_eq!(count("--top 3"), all.len().min(3));
    for entry in entries(&desk, "--top 3") {
        assert!(entry["rank"].as_u64().unwrap() <= 3, "{entry}");
    }
    let numbers = all
        .iter()
        .filter(|e| matches!(e["kind"].as_str(), Some("quantity" | "percent" | "money")))
        .count();
    assert_eq!(count("--kind number"), numbers);
    let conflicting = all
        .iter()
        .filter(|e| e["conflicts"].as_array().is_some_and(|c| !c.is_empty()))
        .count();
    assert_eq!(count("--conflicts"), conflicting);
    assert!(count("--section 0") <= all.len());
    let ran = desk.run("facts library.txt --section=");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains("give a number or words of a heading"),
        "{}",
        ran.err
    );
    let ran = desk.run("facts library.txt --section 'no such heading'");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "nutgraf: library.txt: has no section \"no such heading\": `nutgraf outline` lists them\n"
    );
}

#[test]
fn many_files_come_in_the_order_given() {
    let desk = Desk::new();
    let names: Vec<String> = (0..40).map(|n| format!("{n}.txt")).collect();
    for (n, name) in names.iter().enumerate() {
        // Of very different lengths, so that the short ones are ready first.
        desk.put(name, LIBRARY.repeat(1 + (40 - n) % 9));
    }
    let printed = desk
        .run(&format!("facts --format json {}", names.join(" ")))
        .printed();
    let json: Value = serde_json::from_str(&printed).unwrap();
    let order: Vec<_> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["source"].as_str().unwrap())
        .collect();
    assert_eq!(order, names);
}

#[test]
fn the_outline_gives_lines_and_counts_every_fact_once() {
    let desk = desk();
    let printed = desk.run("outline library.txt").printed();
    let mut facts = 0;
    for row in printed.lines().skip(1) {
        let cells: Vec<_> = row.split_whitespace().collect();
        facts += cells[2].parse::<usize>().unwrap();
        assert!(cells[1].parse::<usize>().is_ok(), "{row}");
    }
    assert_eq!(facts, entries(&desk, "").len());
}
