//! Any text as a configuration and as a theme, and the keys that come of it with any keys typed.

#![no_main]

use checks::assert_plain;
use libfuzzer_sys::fuzz_target;
use nutgraf::app::{Decoder, Typed};
use nutgraf::command::Pending;
use nutgraf::config::{Config, with_theme};
use nutgraf::ui::{Depth, Ground, Theme, ThemeName};

fuzz_target!(|text: &str| {
    let (config, problems) = Config::read(text);
    for problem in &problems {
        assert_plain(&problem.to_string());
    }
    if let Ok(changed) = with_theme(text, &ThemeName::DARK) {
        let (again, _) = Config::read(&changed);
        assert_eq!(
            Config {
                theme: config.theme.clone(),
                ..again
            },
            config,
            "only the theme changes"
        );
    }
    let _ = Theme::from_toml(text, Ground::Dark, Depth::True);
    let (mut decoder, mut typed) = (Decoder::default(), Vec::new());
    decoder.feed(text.as_bytes(), &mut typed);
    decoder.silence(&mut typed);
    let mut pending = Pending::default();
    for key in typed {
        if let Typed::Key(key) = key {
            config.keymap.resolve(&mut pending, key);
            config.keymap.waits(&pending);
        }
    }
});
