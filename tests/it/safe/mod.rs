//! What an attack on the program has found, each kind with a control: erasing, the office file, its guards, what stops it.

mod erasing;
mod exits;
mod guards;
#[cfg(unix)]
mod hostile;
mod office_file;
#[cfg(unix)]
mod screen;
mod stops;
mod texts;
