#![no_main]

const SOUND: &[(&str, &str)] = &[
    ("[Content_Types].xml", "<Types/>"),
    (
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"r\">\
         <sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shuangwei_fuzz::check_part(SOUND, "xl/worksheets/sheet1.xml", bytes));
