//! Arbitrary bytes are read into rows or refused, without a panic and without loss.

use std::sync::Arc;

use proptest::prelude::*;
use shuangwei::intake::{Encoding, Map, Options, Quotes, open};
use shuangwei::model::words::ListKind;

use crate::reading::{Folder, read_with};

/// Reads the bytes as every kind of list; only a panic fails.
fn survives(bytes: &[u8]) {
    let folder = Folder::new();
    let path = folder.list(bytes);
    for &kind in ListKind::ALL {
        for encoding in
            [None, Some(Encoding::Utf8), Some(Encoding::Utf16Le), Some(Encoding::Utf16Be), Some(Encoding::Gb18030)]
        {
            // Columns that are never merely kept would refuse the list of a kind that has no field for them.
            let kept = vec!["身份证号".to_owned(), "认领人".to_owned()];
            let map = matches!(kind, ListKind::Wishes | ListKind::Projects | ListKind::Orgs)
                .then(|| Arc::new(Map { kept, ..Map::default() }));
            let options = Options { encoding, map, ..Options::default() };
            for list in open(path.to_str().unwrap(), kind, &options).unwrap_or_default() {
                list.rows().unwrap().for_each(drop);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }

    #[test]
    fn arbitrary_bytes_below_a_header_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut list = "编号,姓名,微心愿内容,许愿人,联系电话,身份证号,数量,预计金额,征集时间,认领人,社区,结果,项目名称,年龄\n".as_bytes().to_vec();
        list.extend_from_slice(&bytes);
        survives(&list);
    }

    #[test]
    fn arbitrary_cells_never_panic(cells in prop::collection::vec("[0-9年月日.,/E+*—￥万等人、\\-一十半 ×'X]{0,12}|\\PC{0,8}", 1..14)) {
        let headers = "编号,姓名,微心愿内容,许愿人,联系电话,身份证号,数量,预计金额,征集时间,认领人,社区,结果,项目名称,年龄";
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let padding = ",".repeat(14 - quoted.len());
        survives(format!("{headers}\n{}{padding}\n", quoted.join(",")).as_bytes());
    }

    #[test]
    fn quoted_text_is_read_back_exactly(texts in prop::collection::vec("[^\\x00-\\x1f\\x7f-\\x9f]{0,12}[\"\n,;\t]{0,3}", 1..8)) {
        let mut list = "姓名,微心愿内容,甲\n".to_owned();
        for text in &texts {
            list.push_str(&format!("张三,轮椅,\"{}\"\n", text.replace('"', "\"\"")));
        }
        let options = Options { quotes: Quotes::Strict, ..Options::default() };
        let (_, rows) = read_with(ListKind::Wishes, &options, list).unwrap();
        prop_assert_eq!(rows.len(), texts.len());
        for (row, text) in rows.iter().zip(&texts) {
            prop_assert_eq!(row.cells.get(2), Some(text.as_str()));
        }
    }
}
