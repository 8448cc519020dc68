//! What terminals send, in one piece and in any pieces.

use super::*;

/// What bytes mean, written as keys are; sequences in any pieces mean the same.
#[track_caller]
fn check(bytes: &[u8], expect: &str) {
    for size in [bytes.len().max(1), 1, 2, 3, 5] {
        let mut decoder = Decoder::default();
        let mut typed = Vec::new();
        for piece in bytes.chunks(size) {
            decoder.feed(piece, &mut typed);
        }
        if decoder.patience().is_some() {
            decoder.silence(&mut typed);
        }
        let words: Vec<_> = typed.iter().map(word).collect();
        assert_eq!(
            words.join(" "),
            expect,
            "{:?} by {size}",
            bytes.escape_ascii().to_string()
        );
        assert_eq!(decoder.patience(), None);
    }
}

fn word(typed: &Typed) -> String {
    match typed {
        Typed::Key(key) => key.to_string(),
        Typed::Ground(ground) => format!("{ground:?}"),
        Typed::Status => "status".to_owned(),
        Typed::Paste(text) => format!("paste({text})"),
        Typed::Pointer(p) => format!("{:?}@{},{}", p.act, p.column, p.row),
    }
}

#[test]
fn keys_are_keys() {
    check(
        b"jJ \r\t\x7f\x01\x08\x00",
        "j J Space Enter Tab Backspace C-a C-h C-Space",
    );
    check("é日🦀".as_bytes(), "é 日 🦀");
    check(
        b"\x1b[A\x1bOB\x1b[5~\x1b[1;5C\x1b[Z\x1b[3~",
        "Up Down PgUp C-Right S-Tab Del",
    );
    check(b"\x1bOP\x1b[[B\x1b[15~\x1b[24~\x1b[1;2R", "F1 F2 F5 F12 F3");
    check(b"\x1b[27;5;106~\x1b[9;2u\x1b[13;3u", "C-j S-Tab A-Enter");
    check(b"\x1b", "Esc");
    check(b"\x1b\x1b[A", "Esc Up");
    check(b"j\x1b[0nk\x1b[?0n\x1b[1n", "j status k");
}

#[test]
fn alt_is_sent_at_once_and_escape_before_a_key_is_escape() {
    let mut typed = Vec::new();
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1bo\x1b\x7f", &mut typed);
    decoder.feed(b"\x1b", &mut typed);
    decoder.feed(b"j", &mut typed);
    let words: Vec<_> = typed.iter().map(word).collect();
    assert_eq!(words.join(" "), "A-o A-Backspace Esc j");
}

#[test]
fn answers_are_no_keys() {
    check(b"\x1b[?62;22cj", "j");
    check(b"\x1b[?2026;2$yj", "j");
    check(b"\x1b[24;80Rj", "j");
    check(b"\x1b]11;rgb:1111/2222/3333\x1b\\j", "Dark j");
    check(b"k\x1b]11;rgb:ffff/fefe/f0f0\x07j", "k Light j");
    check(b"\x1bP11;rgb:ffff/ffff/ffff\x1b\\j", "j");
    check(b"\x1b]10;rgb:ffff/ffff/ffff\x07j", "j");
    check(b"\x1b]11;rgb:qqqq/qqqq/qqqq\x07j", "j");
    check(b"\x1bP>|xterm(388)\x1b\\j", "j");
    check(b"\x1b_Gi=1;OK\x1b\\j", "j");
    check(b"\x1b[I\x1b[Oj", "j");
    check(b"\x1b[>0;276;0c\x1b[8;24;80tj", "j");
    check(b"\x1b[M !!j", "j");
    check(b"\x1b\\j", "j");
}

#[test]
fn what_is_broken_off_takes_nothing_with_it() {
    check(b"\x1b[12\x1b[Aj", "Up j");
    check(b"\x1b]0;x\x1b[Bj", "Down j");
    check(b"\xff\xfe\xc3j", "j");
    check(b"\xe6\x97j", "j");
    check(b"\x1b[<0;1", "");
    check("\u{85}j".as_bytes(), "j");
}

#[test]
fn the_mouse_is_read_by_cells_from_0() {
    check(
        b"\x1b[<0;10;5M\x1b[<32;11;5M\x1b[<0;11;5m\x1b[<65;1;1M\x1b[<64;300;200M",
        "Press { clicks: 1 }@9,4 Drag@10,4 Release@10,4 Wheel { down: 1, right: 0 }@0,0 Wheel { down: -1, right: 0 }@299,199",
    );
    check(
        b"\x1b[<2;10;5M\x1b[<35;1;1M\x1b[<0;0;0M",
        "Press { clicks: 1 }@0,0",
    );
}

#[test]
fn a_paste_is_one_thing_and_bounded() {
    check(b"\x1b[200~a\x1b[Ab\r\x1b[201~j", "paste(a\u{1b}[Ab\r) j");
    check(b"\x1b[200~never ended", "paste(never ended)");
    let mut decoder = Decoder::default();
    let mut typed = Vec::new();
    decoder.feed(b"\x1b[200~", &mut typed);
    for _ in 0..2560 {
        decoder.feed(&[b'x'; 4096], &mut typed);
        assert!(decoder.paste.len() <= PASTE + 4096 + 16);
    }
    decoder.feed(b"\x1b[201~j", &mut typed);
    assert!(matches!(&typed[0], Typed::Paste(text) if text.len() == PASTE));
    assert_eq!(typed.len(), 2);
}

proptest::proptest! {
    #[test]
    fn no_bytes_are_a_trap(bytes: Vec<u8>, cut in 1_usize..9) {
        let mut decoder = Decoder::default();
        let mut typed = Vec::new();
        for piece in bytes.chunks(cut) {
            decoder.feed(piece, &mut typed);
        }
        decoder.silence(&mut typed);
        typed.clear();
        decoder.feed(b"j", &mut typed);
        proptest::prop_assert_eq!(typed, vec![Typed::Key(Key::plain(Code::Char('j')))]);
    }
}
