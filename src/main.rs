//! The `nutgraf` program: see [`nutgraf::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    nutgraf::cli::run()
}
