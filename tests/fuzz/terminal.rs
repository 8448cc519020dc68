//! A terminal that takes only what a reader's frame may hold, and panics at anything else.

use std::num::NonZero;

use vt100::{Callbacks, Parser, Screen};

/// A terminal under watch.
pub struct Terminal(Parser<Watch>);

/// What is told besides cells.
struct Watch;

impl Terminal {
    /// A terminal of a size.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self(Parser::new_with_callbacks(
            side(rows),
            side(columns),
            0,
            Watch,
        ))
    }

    /// It gets bytes.
    pub fn write(&mut self, bytes: &[u8]) {
        assert!(std::str::from_utf8(bytes).is_ok(), "not UTF-8");
        self.0.process(bytes);
        let screen = self.0.screen();
        assert!(
            !screen.alternate_screen() && !screen.application_cursor() && !screen.bracketed_paste()
        );
    }

    /// It is resized.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.0.screen_mut().set_size(side(rows), side(columns));
    }
}

fn side(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap_or(NonZero::<u16>::MIN)
}

impl Callbacks for Watch {
    fn audible_bell(&mut self, _: &mut Screen) {
        panic!("a bell");
    }

    fn visual_bell(&mut self, _: &mut Screen) {
        panic!("a visual bell");
    }

    fn resize(&mut self, _: &mut Screen, request: (u16, u16)) {
        panic!("a resize to {request:?}");
    }

    fn set_window_icon_name(&mut self, _: &mut Screen, name: &[u8]) {
        panic!("an icon name {name:?}");
    }

    fn set_window_title(&mut self, _: &mut Screen, title: &[u8]) {
        panic!("a title {title:?}");
    }

    fn copy_to_clipboard(&mut self, _: &mut Screen, _: &[u8], data: &[u8]) {
        panic!("something for the clipboard: {data:?}");
    }

    fn paste_from_clipboard(&mut self, _: &mut Screen, _: &[u8]) {
        panic!("a question for the clipboard");
    }

    fn unhandled_control(&mut self, _: &mut Screen, byte: u8) {
        panic!("the control {byte:#x}");
    }

    fn unhandled_escape(&mut self, _: &mut Screen, _: Option<u8>, _: Option<u8>, byte: u8) {
        // The end of a string, after the string.
        assert_eq!(byte, b'\\', "an escape sequence");
    }

    fn unhandled_csi(
        &mut self,
        _: &mut Screen,
        i1: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        c: char,
    ) {
        // Frames are synchronized.
        let synchronized = i1 == Some(b'?') && params == [&[2026]] && matches!(c, 'h' | 'l');
        assert!(synchronized || c == 'm', "CSI {i1:?} {params:?} {c:?}");
    }

    fn unhandled_osc(&mut self, _: &mut Screen, params: &[&[u8]]) {
        let [b"8", rest @ ..] = params else {
            panic!("OSC {params:?}")
        };
        let address = rest.last().copied().unwrap_or_default();
        let known: [&[u8]; 4] = [b"http://", b"https://", b"mailto:", b"file://"];
        assert!(
            address.is_empty() || known.iter().any(|k| address.starts_with(k)),
            "a link to {params:?}"
        );
        assert!(
            address.iter().all(|b| b.is_ascii_graphic()),
            "a link to {params:?}"
        );
    }
}
