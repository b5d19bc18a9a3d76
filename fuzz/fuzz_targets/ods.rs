#![no_main]

const SOUND: &[(&str, &str)] = &[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shuangwei_fuzz::check_part(SOUND, "content.xml", bytes));
