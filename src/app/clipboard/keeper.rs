//! Keeps a copied text on the clipboard after the program was left.
//!
//! On X11 (and through it on Wayland) a text on the clipboard belongs to the program that copied it, and goes with it
//! unless a clipboard manager takes it over. Where none did, the program starts itself once more, as a keeper: it has
//! no window and no terminal, holds the text for whoever pastes it, and ends when something else is copied. `xclip` and
//! `wl-copy` do the same.

use std::io::{self, Read, Write as _};
use std::process::{Command as Process, Stdio};
use std::time::{Duration, Instant};

/// The argument, the only one, by which the program knows itself as a keeper; the text comes by standard input.
pub(crate) const ARGUMENT: &str = "--keep-clipboard";

/// How often a keeper looks whether the display is still there.
const LOOK: Duration = Duration::from_mins(10);

/// Whether nobody has a text for whoever pastes now.
fn is_empty() -> bool {
    let found = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text());
    matches!(found, Err(arboard::Error::ContentNotAvailable))
}

/// Starts a keeper for a text that this program put on the clipboard and has given up, where nobody has taken it over.
/// Without one the text is gone, as it is with most programs.
pub(super) fn hand_on(text: &str) {
    if cfg!(not(unix)) || cfg!(target_os = "macos") || !is_empty() {
        return;
    }
    // Only the person can be told, and the terminal is theirs again already.
    let _ = start(text);
}

fn start(text: &str) -> io::Result<()> {
    let mut keeper = Process::new(std::env::current_exe()?);
    keeper
        .arg(ARGUMENT)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Neither Ctrl-C nor the end of the terminal is meant for it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut keeper, 0);
    let mut child = keeper.spawn()?;
    match child.stdin.take() {
        Some(mut input) => input.write_all(text.as_bytes()),
        None => Ok(()),
    }
}

/// Keeps what `input` says on the clipboard until something else is copied, or the display ends.
///
/// # Errors
/// When the text cannot be read, or there is no clipboard.
pub(crate) fn keep(mut input: impl Read) -> anyhow::Result<()> {
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    let mut clipboard = arboard::Clipboard::new()?;
    hold(&mut clipboard, &text)?;
    Ok(())
}

#[cfg(all(unix, not(target_os = "macos")))]
fn hold(clipboard: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux as _;
    loop {
        let until = Instant::now() + LOOK;
        clipboard.set().wait_until(until).text(text)?;
        if Instant::now() < until || clipboard.get_text()? != text {
            return Ok(());
        }
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn hold(clipboard: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    clipboard.set_text(text)
}
