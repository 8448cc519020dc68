//! Mail: how it is known, what is read of it, and what is not there.

use nutgraf::import::{InputKind, Request, import};

use super::picture::sound;

const HEAD: &str = "Message-ID: <1@x.example>\nMIME-Version: 1.0\nFrom: Ada Brook <ada@x.example>\nTo: bo@x.example\n\
    Subject: =?utf-8?Q?The_caf=C3=A9?=\nDate: Tue, 05 Mar 2024 08:00:00 +0100\n";

fn lines(mail: &str) -> Vec<String> {
    let doc = import(mail.as_bytes(), &Request::default()).unwrap();
    sound(&doc);
    doc.blocks()
        .iter()
        .map(|block| format!("{} {}", block.kind.name(), doc.slice(block.span)))
        .collect()
}

#[test]
fn a_mail_is_known_by_headers_that_only_mail_has() {
    let doc = import(
        format!("{HEAD}\nIt opens on Friday.\n").as_bytes(),
        &Request::default(),
    )
    .unwrap();
    assert_eq!(doc.meta().title, "The café");
    assert_eq!(doc.meta().byline.as_deref(), Some("Ada Brook"));
    assert_eq!(
        doc.meta().published.map(|d| d.to_string()).as_deref(),
        Some("2024-03-05")
    );
    // A memo is a text.
    let memo = import(
        b"From: Ada\nTo: Bo\nSubject: Tea\n\nIt opens on Friday.\n",
        &Request::default(),
    )
    .unwrap();
    assert!(memo.text().contains("Subject: Tea"));
}

#[test]
fn the_version_with_structure_is_read_and_what_is_attached_is_named() {
    let mail = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n\
         --i\nContent-Type: text/plain\n\nPlain words.\n--i\nContent-Type: text/html; charset=utf-8\n\
         Content-Transfer-Encoding: quoted-printable\n\n<style>p{{}}</style><p>Rich <b>words</b> =E2=82=AC5.</p>\
         <blockquote><p>What you wrote.</p></blockquote>\n--i--\n--o\nContent-Type: application/pdf\n\
         Content-Disposition: attachment; filename=plan.pdf\nContent-Transfer-Encoding: base64\n\n{}\n--o--\n",
        "QUFB".repeat(500)
    );
    assert_eq!(
        lines(&mail),
        [
            "heading The café",
            "paragraph From Ada Brook\nTo bo@x.example\nDate 2024-03-05",
            "paragraph Rich words €5.",
            "quote What you wrote.",
            "heading Attached",
            "list-item plan.pdf · application/pdf · 2 kB",
        ]
    );
}

#[test]
fn a_mail_without_words_says_so() {
    let doc = import(
        format!("{HEAD}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n")
            .as_bytes(),
        &Request::default(),
    )
    .unwrap();
    assert!(
        doc.warnings().join(" ").contains("no words"),
        "{:?}",
        doc.warnings()
    );
}

#[test]
fn parts_in_parts_and_mails_cut_off_do_no_harm() {
    let mut mail = HEAD.to_owned();
    for depth in 0..10_000 {
        use std::fmt::Write;
        let _ = write!(
            mail,
            "Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"
        );
    }
    mail.push_str("\nwords\n");
    let nested = "Content-Type: message/rfc822\n\nSubject: x\n".repeat(10_000);
    let endless = format!("{HEAD}Subject: {}\n\nwords", "y".repeat(4 << 20));
    for mail in [
        mail,
        format!("{HEAD}{nested}"),
        endless,
        HEAD.repeat(20_000),
    ] {
        let request = Request {
            kind: Some(InputKind::Mail),
            ..Request::default()
        };
        for end in [mail.len(), mail.len() / 2, 300, 100, 10, 0] {
            if let Ok(doc) = import(&mail.as_bytes()[..end.min(mail.len())], &request) {
                sound(&doc);
            }
        }
    }
}
