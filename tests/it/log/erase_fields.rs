//! Every personal and every free-text column of every table has a person's data in it; erasing the person leaves none.

use std::fs;

use rusqlite::{Connection, params};
use shuangwei::model::fields::{Privacy, Sql, TABLES, Table};

use crate::office::Office;

const NAME: &str = "金丝雀";
const PHONE: &str = "19900007777";
/// Begins whatever only the person's own records have.
const OWN: &str = "丝雀私";
const DIGEST: [u8; 32] = *b"the digest of the canary's ID no";

/// The tables whose records are of people.
const PEOPLE: [&str; 4] = ["member", "need", "outsider", "org"];

/// An office with a record in every table.
fn office() -> Office {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 2号 --outsider 街坊老王");
    office.ok("claim take 3号 --by 何静,陈刚");
    office.ok("claim release 3号 --by 何静 --reason 病");
    office.write("chat.txt", "99号 王小明\n");
    office.ok("claim wechat chat.txt --take-sure");
    office.write("w.csv", "许愿人,社区,微心愿内容,所属品牌\n甲一,蟠虬社区,一盏灯,圆梦\n");
    office.ok("collect wishes w.csv");
    office.write("m.csv", "姓名,所在党组织,党员类型\n乙二,没有这个单位,在职党员\n");
    office.ends("collect members m.csv", 1);
    office.ok("alias add 区税务 区税务局");
    office.write("h.csv", "许愿人,社区,想要的\n丙三,蟠虬社区,一盏灯\n");
    office.write("map.toml", "[columns]\ncontent = \"想要的\"\n");
    office.ok("collect wishes h.csv --map map.toml --save-map");
    // Its reason is the newest setting.
    office.ok("export wishes --reveal 核对");
    office
}

/// Writes the person into the columns of one record of a table; whether there was one.
fn write_canaries(conn: &Connection, table: &Table) -> usize {
    let mut written = 0;
    for (column, def) in table.columns() {
        let is_own = PEOPLE.contains(&table.name);
        let text = match (def.privacy, def.code) {
            (Privacy::Personal, "phone") => PHONE.to_owned(),
            (Privacy::Personal, "extra") => format!("[[\"列\",\"{OWN}其他列\"]]"),
            (Privacy::Personal, _) if def.names_record => NAME.to_owned(),
            (Privacy::Personal, _) => format!("{OWN}{}{}", table.name, column.name),
            (Privacy::FreeText, "extra") => format!("[[\"列\",\"请{NAME}来\"]]"),
            (Privacy::FreeText, _) => format!("请{NAME}来{}", column.name),
            (Privacy::Public | Privacy::Internal, _) => continue,
        };
        assert!(is_own || def.privacy != Privacy::Personal, "{}.{}: whose is it?", table.name, column.name);
        let sql = format!("UPDATE {0} SET {1} = ?1 WHERE id = (SELECT max(id) FROM {0})", table.name, column.name);
        let changed = match column.sql {
            Sql::Blob | Sql::BlobOrNull => conn.execute(&sql, params![DIGEST.as_slice()]),
            Sql::Int | Sql::IntOrNull => conn.execute(&sql, params![77]),
            Sql::Text | Sql::TextOrNull => conn.execute(&sql, params![text]),
        };
        assert_eq!(changed.unwrap(), 1, "{} has no record to try", table.name);
        written += 1;
    }
    written
}

fn occurrences(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}

#[test]
fn erase_removes_person_from_every_personal_and_free_text_column() {
    let office = office();
    let path = office.path("shuangwei.db");
    let conn = Connection::open(&path).unwrap();
    let written: usize = TABLES.iter().map(|table| write_canaries(&conn, table)).sum();
    assert!(written > 50, "{written} columns");
    drop(conn);
    let before = fs::read(&path).unwrap();
    assert!(occurrences(&before, NAME.as_bytes()) > 30 && occurrences(&before, OWN.as_bytes()) > 5);
    assert!(occurrences(&before, &DIGEST) > 0);

    office.ok(&format!("erase {NAME} --reason 本人要求"));

    let after = fs::read(&path).unwrap();
    for (what, needle) in
        [("name", NAME.as_bytes()), ("phone", PHONE.as_bytes()), ("own", OWN.as_bytes()), ("digest", &DIGEST[..])]
    {
        let at = after.windows(needle.len()).position(|window| window == needle);
        let around = at.map(|at| String::from_utf8_lossy(&after[at.saturating_sub(40)..at + 80]).into_owned());
        assert_eq!(occurrences(&after, needle), 0, "{what} is left: {around:?}");
    }
    let conn = Connection::open(&path).unwrap();
    for table in TABLES.iter().filter(|table| PEOPLE.contains(&table.name)) {
        for (column, _) in
            table.columns().filter(|(column, def)| def.privacy == Privacy::Personal && column.sql.may_be_null())
        {
            let sql = format!("SELECT {1} IS NULL FROM {0} ORDER BY id DESC LIMIT 1", table.name, column.name);
            assert!(conn.query_row(&sql, [], |row| row.get::<_, bool>(0)).unwrap(), "{}.{}", table.name, column.name);
        }
    }
}
