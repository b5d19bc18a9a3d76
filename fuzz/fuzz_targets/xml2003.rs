#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shuangwei_fuzz::check(b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", bytes));
