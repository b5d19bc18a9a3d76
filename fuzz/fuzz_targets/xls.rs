#![no_main]

// The beginning of a stream of Excel 97, which is read without a container too.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shuangwei_fuzz::check(b"\x09\x08\x10\x00\x00\x06\x05\x00", bytes));
