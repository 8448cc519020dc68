//! A source file as the checks read it: its code without comments and strings, and the modules it names.

use std::collections::BTreeSet;
use std::path::Path;

/// One file of `src`.
pub(super) struct File {
    /// Its path from the top of the project.
    pub(super) path: String,
    /// The module it is, as `facts::find::number`; `main` and `lib` for the roots.
    pub(super) module: String,
    /// All of it.
    pub(super) text: String,
    /// Its words and signs, without comments, strings and characters.
    tokens: Vec<String>,
    /// The same, without the tests in it.
    program: Vec<String>,
}

/// All files of `src`, by path.
pub(super) fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(root, &root.join("src"), &mut found);
    // Run by cargo before the house is built, and no part of it.
    found.retain(|file| file.path != "src/build.rs");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 10, "the source was not found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let short = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            let module = short
                .trim_start_matches("src/")
                .trim_end_matches(".rs")
                .replace('/', "::");
            found.push(File::new(
                &short,
                &module,
                &std::fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

impl File {
    pub(super) fn new(path: &str, module: &str, text: &str) -> Self {
        let tokens = tokens(&strip(text));
        let is_test = module.ends_with("::tests") || module.ends_with("::testing");
        Self {
            path: path.to_owned(),
            module: module.to_owned(),
            text: text.to_owned(),
            program: if is_test {
                Vec::new()
            } else {
                without_tests(&tokens)
            },
            tokens,
        }
    }

    /// The module of the first floor that it belongs to.
    pub(super) fn top(&self) -> &str {
        self.module.split("::").next().unwrap()
    }

    /// The documentation at its top.
    pub(super) fn head(&self) -> String {
        let lines = self.text.lines().take_while(|line| line.starts_with("//!"));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Whether a path such as `std::fs` stands in its code, tests left aside; a path of one word must go on.
    pub(super) fn mentions(&self, path: &str) -> bool {
        let (before, last) = path.rsplit_once("::").unwrap_or(("", path));
        let steps: Vec<&str> = before
            .split("::")
            .filter(|s| !s.is_empty())
            .flat_map(|s| [s, "::"])
            .collect();
        let code = &self.program;
        (0..code.len()).any(|at| {
            let begins = at == 0 || code[at - 1] != "::";
            let end = at + steps.len();
            let fits = code.get(at..end).is_some_and(|here| here.iter().eq(&steps));
            let named = if steps.is_empty() {
                code[at] == last && code.get(at + 1).is_some_and(|next| next == "::")
            } else {
                // `use std::{fs, io}` names it as well.
                group(code, end).iter().any(|name| name == last)
            };
            begins && fits && named
        })
    }

    /// The modules at the root of the crate that its code names.
    pub(super) fn edges(&self) -> BTreeSet<String> {
        let mut edges = BTreeSet::new();
        // How deep the code is in modules written in this file: a stack of the braces that opened them.
        let (mut braces, mut inline) = (0, Vec::new());
        let depth = self.module.split("::").count();
        for at in 0..self.tokens.len() {
            match self.token(at) {
                "{" => {
                    braces += 1;
                    if at >= 2 && self.token(at - 2) == "mod" {
                        inline.push(braces);
                    }
                }
                "}" => {
                    if inline.last() == Some(&braces) {
                        inline.pop();
                    }
                    braces -= 1;
                }
                // To another program of the package, `crate` is that program.
                "crate" if self.top() == "bin" => {}
                "crate" | "nutgraf" if self.token(at + 1) == "::" => {
                    edges.extend(group(&self.tokens, at + 2));
                }
                "super"
                    if self.token(at + 1) == "::" && (at == 0 || self.token(at - 1) != "::") =>
                {
                    let mut up = 1;
                    while self.token(at + 2 * up) == "super" {
                        up += 1;
                    }
                    if up >= depth + inline.len() {
                        edges.extend(group(&self.tokens, at + 2 * up));
                    }
                }
                _ => {}
            }
        }
        edges
    }

    fn token(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", String::as_str)
    }
}

/// The names that a path goes on with at a token: one, or those of a group in braces.
fn group(tokens: &[String], at: usize) -> Vec<String> {
    let first = tokens.get(at).map_or("", String::as_str);
    if first != "{" {
        let is_name = first.starts_with(|c: char| c.is_alphabetic() || c == '_');
        return if is_name {
            vec![first.to_owned()]
        } else {
            Vec::new()
        };
    }
    let (mut names, mut depth, mut fresh) = (Vec::new(), 0, true);
    for token in tokens.iter().skip(at) {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => fresh = true,
            name if depth == 1 && fresh => {
                names.push(name.to_owned());
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// Code without its `#[cfg(test)] mod … { … }`.
fn without_tests(tokens: &[String]) -> Vec<String> {
    let head = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..]
            .iter()
            .zip(head)
            .filter(|(a, b)| a == b)
            .count()
            < head.len()
        {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += head.len() + 1;
        let mut depth = 0;
        while at < tokens.len() {
            match tokens[at].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            at += 1;
            if depth == 0 {
                break;
            }
        }
    }
    kept
}

/// Code without comments, strings and characters: each becomes a space.
fn strip(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skip = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw_string(rest) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = rest.find('"').unwrap() + 1;
            rest[open..]
                .find(&close)
                .map_or(rest.len(), |end| open + end + close.len())
        } else if c == '"' {
            quoted(rest, '"')
        } else if c == '\'' && is_character(rest) {
            quoted(rest, '\'')
        } else {
            0
        };
        if skip > 0 {
            out.push(' ');
            rest = &rest[skip..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            // An `r` inside a word begins no raw string.
            while c.is_alphanumeric() && rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            {
                let next = rest.chars().next().unwrap();
                out.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    out
}

/// The number of `#` of a raw string that begins here.
fn raw_string(rest: &str) -> Option<usize> {
    let tail = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = tail.bytes().take_while(|&b| b == b'#').count();
    tail[hashes..].starts_with('"').then_some(hashes)
}

/// Whether a quote begins a character and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}

/// The length of a string or character that begins here, with its quotes.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Words, `::`, and single signs.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(c) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let len = if is_word(c) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            c.len_utf8()
        };
        tokens.push(rest[..len].to_owned());
        rest = rest[len..].trim_start();
    }
    tokens
}
