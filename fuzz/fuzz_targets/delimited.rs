#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shuangwei_fuzz::check(b"", bytes));
