//! The configuration as people meet it on the command line: where it is looked for, and what is said of it.

use crate::program::{Desk, Ran};

/// A desk with a configuration where it is looked for by itself.
fn desk(text: &str) -> Desk {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path().join(".config/nutgraf")).unwrap();
    desk.put(".config/nutgraf/config.toml", text);
    desk
}

fn ran(desk: &Desk, line: &str, variables: &[(&str, &str)]) -> Ran {
    let mut command = desk.command(line);
    command.envs(variables.iter().copied());
    let ended = command.stdin(std::process::Stdio::null()).output().unwrap();
    Ran {
        code: ended.status.code(),
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

#[test]
fn what_is_printed_as_the_default_has_no_mistakes() {
    let desk = Desk::new();
    desk.put("mine.toml", desk.run("config --print-default").printed());
    assert_eq!(
        desk.run("config mine.toml").printed(),
        "mine.toml: no mistakes\n"
    );
    assert_eq!(
        desk.run("config --check mine.toml").printed(),
        "mine.toml: no mistakes\n"
    );
}

#[test]
fn it_is_looked_for_where_the_variables_say() {
    let desk = Desk::new();
    let home = desk.path().display().to_string();
    let path = |variables: &[(&str, &str)]| ran(&desk, "config --path", variables).printed();
    assert_eq!(path(&[]), format!("{home}/.config/nutgraf/config.toml\n"));
    assert_eq!(
        path(&[("XDG_CONFIG_HOME", "/etc/me")]),
        "/etc/me/nutgraf/config.toml\n"
    );
    // The standard: a path that is not absolute counts as none.
    assert_eq!(
        path(&[("XDG_CONFIG_HOME", "me")]),
        format!("{home}/.config/nutgraf/config.toml\n")
    );
    let both = [
        ("XDG_CONFIG_HOME", "/etc/me"),
        ("NUTGRAF_CONFIG", "my.toml"),
    ];
    assert_eq!(path(&both), "my.toml\n");
    let homeless = ran(&desk, "config --path", &[("HOME", "")]);
    assert_eq!((homeless.code, homeless.err.lines().count()), (Some(1), 1));
}

#[test]
fn no_file_is_no_mistake_unless_it_was_named() {
    let desk = Desk::new();
    let printed = desk.run("config").printed();
    assert!(printed.contains("the defaults hold"), "{printed}");
    for (line, variables) in [
        ("config gone.toml", &[][..]),
        ("config", &[("NUTGRAF_CONFIG", "gone.toml")][..]),
    ] {
        let ran = ran(&desk, line, variables);
        assert_eq!(ran.code, Some(1), "{line}");
        assert_eq!(ran.err, "nutgraf: gone.toml: there is no such file\n");
    }
}

#[test]
fn every_mistake_is_said_with_its_line() {
    let desk =
        desk("thene = \"dark\"\nwidth = 72\n\n[keys]\nnext-fact = \"w\"\nquit = [\"w\", \"q\"]\n");
    let ran = desk.run("config --check");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    let path = desk.path().join(".config/nutgraf/config.toml");
    let path = path.display();
    assert_eq!(
        ran.err,
        format!(
            "nutgraf: {path}:1: there is no setting `thene`; did you mean `theme`?\n\
             nutgraf: {path}:6: `w` is already next-fact (line 5): a key says one thing\n"
        )
    );
}

#[test]
fn what_follows_from_a_binding_is_noted_and_is_no_mistake() {
    let desk = Desk::new();
    desk.put("mine.toml", "[keys]\nquit = [\"q\", \"x\"]\n");
    let ran = desk.run("config mine.toml");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "mine.toml: no mistakes\n")
    );
    assert_eq!(
        ran.err,
        "nutgraf: mine.toml:2: note: `x` was a key of dismiss-fact, which keeps Del\n"
    );
}

#[test]
fn what_is_no_configuration_is_refused_in_a_line() {
    let desk = Desk::new();
    desk.put("bytes.toml", [0xff, 0xfe, 0]);
    desk.put("long.toml", "# nothing\n".repeat(200_000));
    std::fs::create_dir(desk.path().join("folder.toml")).unwrap();
    for (name, says) in [
        ("bytes.toml", "is not text in UTF-8"),
        ("long.toml", "is longer than 1 MiB"),
        ("folder.toml", "cannot be read"),
    ] {
        let ran = desk.run(&format!("config {name}"));
        assert_eq!(
            (ran.code, ran.err.lines().count()),
            (Some(1), 1),
            "{}",
            ran.err
        );
        assert!(ran.err.contains(says), "{}", ran.err);
    }
}

#[test]
fn commands_that_print_do_not_mind_a_broken_configuration() {
    let desk = desk("this is not toml");
    desk.put("library.txt", crate::program::LIBRARY);
    for line in ["library.txt", "facts library.txt", "outline library.txt"] {
        assert!(!desk.run(line).printed().is_empty());
    }
}

#[test]
fn a_theme_that_there_is_not_is_a_mistake() {
    let desk = Desk::new();
    desk.put("mine.toml", "width = 60\ntheme-dark = \"nihgt\"\n");
    let ran = desk.run("config mine.toml");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.starts_with(
            "nutgraf: mine.toml:2: theme-dark: there is no theme `nihgt`: there are auto, dark"
        ),
        "{}",
        ran.err
    );
}
