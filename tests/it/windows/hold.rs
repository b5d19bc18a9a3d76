//! A program that holds a file as Excel and WPS do while a list is open in them: nobody else may read or replace it.

use std::fs::OpenOptions;
use std::io::Read;
use std::os::windows::fs::OpenOptionsExt;

fn main() {
    let name = std::env::args_os().nth(1).expect("a file");
    let _held = OpenOptions::new().read(true).write(true).share_mode(0).open(name).expect("it opens");
    println!("held");
    // Until whoever asked for it closes standard input.
    std::io::stdin().read_to_end(&mut Vec::new()).expect("standard input");
}
