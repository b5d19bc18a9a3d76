//! The program on a terminal.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{AsFd, FromRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use super::office::Office;

/// What the program wrote on a terminal where these lines were typed, and how it ended.
pub fn typed(office: &Office, line: &str, keys: &str) -> (String, i32) {
    let (mut ours, mut theirs) = (0, 0);
    let null = std::ptr::null_mut();
    // SAFETY: openpty fills two descriptors, which are owned from here on.
    let (ours, theirs) = unsafe {
        assert_eq!(libc::openpty(&mut ours, &mut theirs, null, null.cast(), null.cast()), 0);
        // No program that another test starts meanwhile holds this terminal open.
        assert_eq!([ours, theirs].map(|end| libc::fcntl(end, libc::F_SETFD, libc::FD_CLOEXEC)), [0, 0]);
        (OwnedFd::from_raw_fd(ours), OwnedFd::from_raw_fd(theirs))
    };
    let std = office.command(line);
    let mut command = Command::new(std.get_program());
    command.args(std.get_args()).current_dir(office.path(""));
    for (name, value) in std.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let end = |theirs: &OwnedFd| Stdio::from(theirs.as_fd().try_clone_to_owned().unwrap());
    command.stdin(end(&theirs)).stdout(end(&theirs)).stderr(end(&theirs));
    // A session of its own with this terminal: else no key could interrupt it.
    // SAFETY: all calls may be made between fork and exec.
    unsafe {
        command.pre_exec(|| {
            // Whoever runs the tests in the background has its interrupts ignored, and hands that on.
            libc::signal(libc::SIGINT, libc::SIG_DFL);
            match libc::setsid() == -1 || libc::ioctl(0, libc::TIOCSCTTY, 0) == -1 {
                true => Err(std::io::Error::last_os_error()),
                false => Ok(()),
            }
        });
    }
    let mut child = command.spawn().unwrap();
    drop((command, theirs));
    let mut terminal = File::from(ours);
    let mut told = Vec::new();
    let mut buffer = [0; 4096];
    // Who types waits for the first question.
    if !keys.is_empty() {
        let read = terminal.read(&mut buffer).unwrap();
        told.extend_from_slice(&buffer[..read]);
        terminal.write_all(keys.as_bytes()).unwrap();
    }
    // The terminal ends with an error once the program has gone.
    while let Ok(read @ 1..) = terminal.read(&mut buffer) {
        told.extend_from_slice(&buffer[..read]);
    }
    // A program that a key has ended has no code.
    let code = child.wait().unwrap().code().unwrap_or(-1);
    (String::from_utf8_lossy(&told).into_owned(), code)
}
