//! Rows as JSON objects: keys and nesting are the columns'.

use serde_json::{Map, Value};

use super::super::Cell;
use super::column::{Column, Readers};
use super::section::RowKind;

/// A row as an object, its keys in the order of the columns.
pub fn object(columns: &[Column], cells: &[Cell], kind: RowKind) -> Value {
    let mut object = Map::new();
    for (column, cell) in columns.iter().zip(cells) {
        if column.readers != Readers::People && (kind == RowKind::Item || !column.is_of_items) {
            insert(&mut object, column.key, value(cell));
        }
    }
    Value::Object(object)
}

/// Puts a value behind a key: `a.b` into the object `a`, `a[]` at the end of the list `a`.
fn insert(object: &mut Map<String, Value>, key: &str, value: Value) {
    if let Some((outer, inner)) = key.split_once('.') {
        let outer = object.entry(outer).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(outer) = outer {
            insert(outer, inner, value);
        }
    } else if let Some(name) = key.strip_suffix("[]") {
        if let Value::Array(list) = object.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
            list.push(value);
        }
    } else {
        object.insert(key.to_owned(), value);
    }
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Blank => Value::Null,
        Cell::Text(text) => Value::from(&**text),
        Cell::Coded(coded) => coded.value.clone(),
        Cell::Count(count) => Value::from(*count),
        Cell::Rate(number) | Cell::Mean(number) => Value::from(*number),
        Cell::Money(yuan) => Value::from(yuan.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn row_becomes_object_with_nested_and_listed_keys() {
        let columns = [
            Column::text("quota", "指标").for_people(),
            Column::text("place", "属地").of_items(),
            Column::text("kind", "类别"),
            Column::count("members.distinct", "党员"),
            Column::document_count("members.lead"),
            Column::count("scores[]", "1分"),
            Column::count("scores[]", "2分"),
            Column::rate("rate", "率"),
        ];
        let cells = [
            Cell::text_of("党员认领微心愿"),
            Cell::text_of("金花街道"),
            Cell::word("微心愿", "wish"),
            Cell::Count(3),
            Cell::Blank,
            Cell::Count(0),
            Cell::Count(1),
            Cell::Rate(None),
        ];
        let rest = json!({
            "kind": "wish", "members": {"distinct": 3, "lead": null}, "scores": [0, 1], "rate": null,
        });
        assert_eq!(object(&columns, &cells, RowKind::Total), rest);
        let item = object(&columns, &cells, RowKind::Item);
        assert_eq!(item["place"], "金花街道");
        assert_eq!(item.as_object().map(Map::len), Some(5));
    }
}
