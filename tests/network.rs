//! Pages from the network, from a server of our own on the loopback: slow, broken, endless, wrongly labelled, packed,
//! redirecting in circles. No other address is asked.

mod server;

use std::io::Write;

use crate::program::{Desk, Ran};
use crate::terminal::Terminal;
use server::{Door, Server, reply};

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// A page with a title, three paragraphs, and a link.
fn page(title: &str) -> String {
    let words = "The ferry to the island left at eight, and the harbour master counted forty cars on it, \
                 which is more than on any other morning of that year, he said.";
    format!(
        "<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>\
         <p>{title}: {words}</p><p>{words} <a href='../boats?x=1#list'>All boats</a> are listed.</p><p>{words}</p>\
         </article></body></html>"
    )
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// Runs the program, which shall not go by a proxy of the person's.
fn run(line: &str) -> Ran {
    let desk = Desk::new();
    let mut command = desk.command(line);
    for (name, _) in std::env::vars().filter(|(name, _)| name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    let ended = command.stdin(std::process::Stdio::null()).output().unwrap();
    Ran {
        code: ended.status.code(),
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

/// Prints the article behind one answer.
#[track_caller]
fn text(status: &'static str, header: &'static str, body: Vec<u8>) -> Ran {
    let server = Server::start(move |_, stream| reply(stream, status, header, &body));
    run(&format!("text {}", server.url("news/1")))
}

/// Checks the one line that is said about an answer that is no page.
#[track_caller]
fn refused(status: &'static str, header: &'static str, body: Vec<u8>, expect: &str) {
    let ran = text(status, header, body);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(
        ran.err.contains(expect),
        "{} does not say {expect}",
        ran.err
    );
}

#[test]
fn a_page_is_read_with_its_address_and_its_links() {
    let server = Server::start(|path, stream| match path {
        "old" => reply(stream, "302 Found", "Location: /news/new\r\n", b""),
        _ => reply(stream, "200 OK", HTML, page("The Ferry").as_bytes()),
    });
    let printed = run(&format!("text --format markdown {}", server.url("old"))).printed();
    assert!(printed.contains("The Ferry: The ferry"), "{printed}");
    let link = server.url("boats?x=1#list");
    assert!(
        printed.contains(&format!("[All boats](<{link}>)")),
        "{printed}"
    );
    let dump = run(&format!("dump {}", server.url("old"))).printed();
    let json: serde_json::Value = serde_json::from_str(&dump).unwrap();
    assert_eq!(json["source"], server.url("news/new"));
    assert_eq!(json["title"], "The Ferry");
}

#[test]
fn what_is_packed_on_the_way_is_unpacked_and_a_bomb_is_not() {
    let header = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n";
    let printed = text("200 OK", header, gzip(page("Packed").as_bytes())).printed();
    assert!(printed.contains("forty cars"), "{printed}");
    let bomb = gzip(&vec![b'a'; 40 << 20]);
    assert!(bomb.len() < 1 << 20);
    refused("200 OK", header, bomb.clone(), "more than 32 MiB");
    // The same as a file that is packed itself.
    refused(
        "200 OK",
        "Content-Type: application/gzip\r\n",
        bomb,
        "more than 32 MiB",
    );
}

#[test]
fn the_content_speaks_before_the_label_and_the_label_before_a_guess() {
    let wrong = "Content-Type: text/plain\r\n";
    let printed = text("200 OK", wrong, page("Mislabelled").into_bytes()).printed();
    assert!(!printed.contains('<'), "{printed}");
    // Windows-1251, said by the header alone.
    let header = "Content-Type: text/plain; charset=windows-1251\r\n";
    let printed = text(
        "200 OK",
        header,
        b"\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0.\n".to_vec(),
    );
    assert_eq!(printed.printed(), "Привет, мир.\n");
    // A charset that does not exist, and one that the bytes do not keep.
    let header = "Content-Type: text/html; charset=klingon\r\n";
    let printed = text("200 OK", header, page("Café").into_bytes()).printed();
    assert!(printed.contains("Café"), "{printed}");
    // A server that calls everything Latin-1, and a page that is UTF-8.
    let header = "Content-Type: text/html; charset=iso-8859-1\r\n";
    let words = page("Café, naïve, señor").into_bytes();
    let printed = text("200 OK", header, words).printed();
    assert!(printed.contains("Café, naïve, señor"), "{printed}");
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    refused("200 OK", HTML, png, "is a PNG image, not text");
    refused("200 OK", HTML, Vec::new(), "is empty");
}

#[test]
fn answers_that_are_no_page_are_said_in_one_line() {
    for (status, says) in [
        (
            "404 Not Found",
            "there is no such page (the server answers 404 Not Found): check the address",
        ),
        ("410 Gone", "410 Gone"),
        ("403 Forbidden", "save it from a browser"),
        (
            "503 Service Unavailable",
            "503 Service Unavailable: try again later",
        ),
        ("302 Found", "cannot be fetched"),
    ] {
        refused(status, HTML, page("Sorry").into_bytes(), says);
    }
    let server = Server::start(|_, _| Ok(()));
    let ran = run(&format!("text {}", server.url("")));
    assert!(ran.err.contains("hung up without an answer"), "{}", ran.err);
    let server = Server::start(|_, stream| stream.write_all(b"SSH-2.0-OpenSSH\r\n\r\n"));
    let ran = run(&format!("text {}", server.url("")));
    assert_eq!(
        (ran.code, ran.err.lines().count()),
        (Some(1), 1),
        "{}",
        ran.err
    );
    let gone = server.url("");
    drop(server);
    let ran = run(&format!("text {gone}"));
    assert_eq!(
        (ran.code, ran.err.lines().count()),
        (Some(1), 1),
        "{}",
        ran.err
    );
    let ran = run("text 'http://'");
    assert!(ran.err.contains("is no address of a page"), "{}", ran.err);
}

#[test]
fn redirects_in_circles_end() {
    let server = Server::start(|path, stream| {
        let next = format!("Location: /{}\r\n", if path == "a" { "b" } else { "a" });
        reply(stream, "301 Moved Permanently", &next, b"")
    });
    let ran = run(&format!("text {}", server.url("a")));
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("redirects in circles"), "{}", ran.err);
}

#[test]
fn a_page_that_breaks_off_is_shown_as_far_as_it_came() {
    let server = Server::start(|_, stream| {
        let page = page("Cut");
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n";
        stream.write_all(head.as_bytes())?;
        stream.write_all(page.as_bytes())
    });
    let ran = run(&format!("text {}", server.url("")));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("forty cars"), "{}", ran.out);
    assert!(ran.err.contains("broke off"), "{}", ran.err);
}

#[test]
fn a_page_without_end_is_not_read_for_ever() {
    let server = Server::start(|_, stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")?;
        let line = b"and so it went on and on without an end in sight\n".repeat(1000);
        loop {
            stream.write_all(&line)?;
        }
    });
    let ran = run(&format!("text {}", server.url("")));
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("gives more than 32 MiB"), "{}", ran.err);
}

/// A terminal with the reader on an address.
fn reader(desk: &Desk, url: &str) -> Terminal {
    let mut opened = Terminal::open(100, 24);
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        opened = opened.env(name, "");
    }
    opened.run(desk, url)
}

#[test]
fn the_reader_is_there_at_once_and_the_page_when_it_has_come() {
    let door = Door::default();
    let its = door.clone();
    let server = Server::start(move |_, stream| {
        let page = page("The Slow Ferry");
        let (first, rest) = page.split_at(100);
        let len = page.len();
        write!(
            stream,
            "HTTP/1.1 200 OK\r\n{HTML}Content-Length: {len}\r\n\r\n{first}"
        )?;
        its.wait();
        stream.write_all(rest.as_bytes())
    });
    let desk = Desk::new();
    let mut terminal = reader(&desk, &server.url("slow"));
    terminal.wait_text("Waiting for http://127.0.0.1");
    terminal.wait_text("127.0.0.1…");
    terminal.wait_text("Esc cancels");
    door.open();
    terminal.wait_text("forty cars");
    assert!(
        terminal.text().contains("The Slow Ferry"),
        "{}",
        terminal.text()
    );
    assert!(!terminal.text().contains("cancels"), "{}", terminal.text());
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn waiting_can_be_given_up() {
    let door = Door::default();
    let its = door.clone();
    let server = Server::start(move |_, _| {
        its.wait();
        Ok(())
    });
    let desk = Desk::new();
    for keys in ["\u{1b}", "q"] {
        let mut terminal = reader(&desk, &server.url("never"));
        terminal.wait_text("Esc cancels");
        terminal.keys(keys);
        assert_eq!(terminal.wait_exit(), Some(0));
        terminal.check_restored();
    }
    door.open();
}

#[test]
fn a_page_that_is_not_there_gives_the_terminal_back_with_one_line() {
    let server = Server::start(|_, stream| reply(stream, "404 Not Found", HTML, b"no"));
    let desk = Desk::new();
    let mut terminal = reader(&desk, &server.url("gone"));
    assert_eq!(terminal.wait_exit(), Some(1));
    terminal.check_restored();
    assert!(
        terminal.text().contains("there is no such page"),
        "{}",
        terminal.text()
    );
}
