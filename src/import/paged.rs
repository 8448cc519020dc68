//! What programs print for a pager: manual pages and the records of version control, as documents.
//!
//! Takes decoded text in which letters are struck over each other (`N^HN`, `_^Hx`) or coloured by escape sequences;
//! gives a document with strong and emphasised words, sections by heading, commit or changed file, and nothing that a
//! terminal would obey. Manual pages are set anew, so that they fit any width; diffs and their like keep their lines.
//! Which of the two a text is shows in its first lines ([`is_paged`] is for inputs without a name). Deliberately absent:
//! the colours of a diff; its signs say the same.

mod line;
mod manual;
mod records;

use crate::document::{Builder, Document, Meta};

/// Imports what was printed for a pager. O(bytes).
pub(super) fn import(text: &str, meta: Meta, warning: Option<String>) -> Document {
    let mut builder = Builder::new(meta);
    if let Some(warning) = warning {
        builder.warn(warning);
    }
    let lines = line::lines(text);
    if records::are_records(&lines) {
        records::import(&lines, &mut builder);
    } else {
        manual::import(&lines, &mut builder);
    }
    builder.finish()
}

/// Whether a text without a name was printed for a pager: its beginning has letters struck over each other, or is that
/// of a manual page, a log or a diff. Linear in what it is given.
pub(super) fn is_paged(head: &str) -> bool {
    let struck = head.as_bytes().windows(3).filter(|w| {
        let [a, b, c] = w else { return false };
        *b == 0x08 && (a == c || *a == b'_')
    });
    if struck.count() >= 4 {
        return true;
    }
    let lines = line::lines(head);
    records::are_records(&lines) || manual::is_manual(&lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, MarkKind};

    /// The blocks of a text: kind and words.
    fn blocks(text: &str) -> Vec<String> {
        let document = import(text, Meta::default(), None);
        let blocks = document.blocks().iter();
        blocks
            .map(|b| {
                let kind = match &b.kind {
                    BlockKind::Heading { level } => format!("h{level}"),
                    kind => kind.name().to_owned(),
                };
                format!("{kind}: {}", document.slice(b.span).replace('\n', "|"))
            })
            .collect()
    }

    const PAGE: &str = "\
OAR(1)                       User Commands                      OAR(1)

N\u{8}NA\u{8}AM\u{8}ME\u{8}E
       oar - row a boat

SYNOPSIS
       oar [-f] BOAT
       oar --list

DESCRIPTION
       Rows  the boat _\u{8}B_\u{8}O that is named, over any river that is not fro‐
       zen.  Needs two hands.

       -f, --fast
              row as if  somebody  were  watching;  not  for  long
              distances

       -l     list the boats

   Signals
       Stops at once when it is told to.

Lindow Tools 2.1                March 2025                      OAR(1)
";

    #[test]
    fn a_manual_page_is_set_anew() {
        assert!(is_paged(PAGE));
        assert_eq!(
            blocks(PAGE),
            [
                "h1: OAR(1) User Commands",
                "h2: NAME",
                "paragraph: oar - row a boat",
                "h2: SYNOPSIS",
                "code: oar [-f] BOAT|oar --list",
                "h2: DESCRIPTION",
                "paragraph: Rows the boat BO that is named, over any river that is not frozen. Needs two hands.",
                "list-item: -f, --fast|row as if somebody were watching; not for long distances",
                "list-item: -l|list the boats",
                "h3: Signals",
                "paragraph: Stops at once when it is told to.",
                "boilerplate: Lindow Tools 2.1 March 2025 OAR(1)",
            ]
        );
    }

    #[test]
    fn letters_struck_over_each_other_are_strong_or_emphasised() {
        let document = import(PAGE, Meta::default(), None);
        let marked: Vec<_> = document
            .marks()
            .iter()
            .map(|m| (m.kind.clone(), document.slice(m.span)))
            .collect();
        assert!(marked.contains(&(MarkKind::Strong, "NAME")), "{marked:?}");
        assert!(marked.contains(&(MarkKind::Emphasis, "BO")), "{marked:?}");
        let text = document.text();
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text}");
    }

    const LOG: &str = "\
\u{1b}[33mcommit 0123456789abcdef0123456789abcdef01234567\u{1b}[m\u{1b}[33m (\u{1b}[m\u{1b}[1;36mHEAD\u{1b}[m)
Author: Ada Brook <ada@example.org>
Date:   Mon Mar 3 10:00:00 2025 +0000

    Build the bridge

    It is 90 metres long,
    and it cost $4.2 million.

diff --git a/bridge.rs b/bridge.rs
index 22e07ba..bb19592 100644
--- a/bridge.rs
+++ b/bridge.rs
@@ -1,3 +1,3 @@
 fn main() {
-    ferry();
+    bridge();

 }

commit 1123456789abcdef0123456789abcdef01234567
Author: Tom Hale <tom@example.org>
Date:   Mon Mar 2 10:00:00 2025 +0000

    Sell the ferry
";

    #[test]
    fn a_log_has_a_section_for_each_commit_and_each_file() {
        assert!(is_paged(LOG));
        assert_eq!(
            blocks(LOG),
            [
                "h2: commit 0123456789abcdef0123456789abcdef01234567 (HEAD)",
                "paragraph: Author: Ada Brook <ada@example.org>|Date:   Mon Mar 3 10:00:00 2025 +0000",
                "paragraph: Build the bridge",
                "paragraph: It is 90 metres long,|and it cost $4.2 million.",
                "h3: bridge.rs",
                "code: index 22e07ba..bb19592 100644|--- a/bridge.rs|+++ b/bridge.rs|@@ -1,3 +1,3 @@| fn main() {|-    ferry();|+    bridge();|| }",
                "h2: commit 1123456789abcdef0123456789abcdef01234567",
                "paragraph: Author: Tom Hale <tom@example.org>|Date:   Mon Mar 2 10:00:00 2025 +0000",
                "paragraph: Sell the ferry",
            ]
        );
    }

    #[test]
    fn articles_and_other_texts_are_not_taken_for_pages_of_a_pager() {
        for text in [
            "",
            "A title\n\nA paragraph about the commit of the council.\n",
            "commit to it\n\nAuthor: me\n",
            "SHOUTING\n\n    indented\n",
            "f(x) is a function\n\nof x.\n",
            "0123456 is a number\nand so on\n",
        ] {
            assert!(!is_paged(text), "{text:?}");
        }
        assert!(is_paged("diff --git a/x b/x\nindex 1..2\n"));
        assert!(is_paged("0123abc First\n4567def Second\n89abcde Third\n"));
    }

    #[test]
    fn the_beginning_of_a_text_gives_the_same_text() {
        for text in [PAGE, LOG] {
            let whole = import(text, Meta::default(), None);
            for (end, _) in text.match_indices("\n\n") {
                let part = import(text.get(..=end).unwrap(), Meta::default(), None);
                let told = part.text();
                // The last line of a page counts as its foot only at the end.
                assert!(whole.text().starts_with(told), "{told:?}");
            }
        }
    }
}
