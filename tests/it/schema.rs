//! `docs/schema.json`: the JSON of every command as a schema, made of what the commands of `manual` print, and checked
//! against what another campaign prints. `SHUANGWEI_WRITE_DOCS=1` writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use crate::manual;
use crate::office::Office;
use crate::random_campaign::campaign;

/// What has been seen at one place of a document.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    types: BTreeSet<&'static str>,
    objects: usize,
    /// By key, in the order in which keys were first seen: in how many objects, and what.
    keys: Vec<(String, usize, Shape)>,
    items: Option<Box<Shape>>,
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

impl Shape {
    pub fn note(&mut self, value: &Value) {
        self.types.insert(type_of(value));
        match value {
            Value::Object(map) => {
                self.objects += 1;
                for (key, inner) in map {
                    let at = self.keys.iter().position(|(known, ..)| known == key).unwrap_or_else(|| {
                        self.keys.push((key.clone(), 0, Shape::default()));
                        self.keys.len() - 1
                    });
                    self.keys[at].1 += 1;
                    self.keys[at].2.note(inner);
                    // Whatever changes records changes none the second time.
                    if key == "entry" && inner.is_object() {
                        self.keys[at].2.note(&Value::Null);
                    }
                }
            }
            Value::Array(items) => {
                let shape = self.items.get_or_insert_default();
                items.iter().for_each(|item| shape.note(item));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// As JSON Schema. Where nothing but null was seen, nothing is promised.
    fn schema(&self) -> Value {
        let mut types = self.types.clone();
        if types.contains("number") {
            types.remove("integer");
        }
        let mut schema = Map::new();
        if types.iter().any(|kind| *kind != "null") {
            let types: Vec<&str> = types.iter().copied().collect();
            schema.insert("type".to_owned(), if let [one] = types[..] { json!(one) } else { json!(types) });
        }
        if self.objects > 0 {
            let of = |(key, _, shape): &(String, usize, Shape)| (key.clone(), shape.schema());
            schema.insert("properties".to_owned(), Value::Object(self.keys.iter().map(of).collect()));
            let always = self.keys.iter().filter(|(_, seen, _)| *seen == self.objects);
            let always: Vec<&str> = always.map(|(key, ..)| key.as_str()).collect();
            schema.insert("required".to_owned(), json!(always));
        }
        if let Some(items) = self.items.as_ref().filter(|items| !items.types.is_empty()) {
            schema.insert("items".to_owned(), items.schema());
        }
        Value::Object(schema)
    }

    /// The places where values of several types were seen, besides null and numbers with and without a fraction.
    fn several_types(&self, place: &str, found: &mut Vec<String>) {
        let mut types: Vec<&str> = self.types.iter().copied().filter(|kind| *kind != "null").collect();
        if types.contains(&"number") {
            types.retain(|kind| *kind != "integer");
        }
        if types.len() > 1 {
            found.push(format!("{place}: {types:?}"));
        }
        self.keys.iter().for_each(|(key, _, shape)| shape.several_types(&format!("{place}.{key}"), found));
        self.items.iter().for_each(|items| items.several_types(&format!("{place}[]"), found));
    }
}

/// Where a value is not as its schema says: the part of JSON Schema that `Shape::schema` writes.
fn misfits(schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let allowed = match &schema["type"] {
        Value::Null => Vec::new(),
        Value::String(one) => vec![one.as_str()],
        several => several.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect(),
    };
    let is = |kind: &str| type_of(value) == kind || (kind == "number" && type_of(value) == "integer");
    if !allowed.is_empty() && !allowed.iter().any(|kind| is(kind)) {
        found.push(format!("{place} is {value}, not {allowed:?}"));
        return;
    }
    match value {
        Value::Object(map) => {
            for key in schema["required"].as_array().into_iter().flatten() {
                if !map.contains_key(key.as_str().unwrap()) {
                    found.push(format!("{place} has no {key}"));
                }
            }
            for (key, inner) in map {
                match schema["properties"].get(key) {
                    Some(schema) => misfits(schema, inner, &format!("{place}.{key}"), found),
                    None if schema.get("properties").is_some() => found.push(format!("{place}.{key} is unknown")),
                    None => {}
                }
            }
        }
        Value::Array(items) => {
            if let Some(schema) = schema.get("items") {
                items.iter().for_each(|item| misfits(schema, item, &format!("{place}[]"), found));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Commands of a campaign by the label of their document.
const LINES: &[(&str, &str)] = &[
    ("report quota", "report quota"),
    ("report quota --for WHO", "report quota --for orgs --by org"),
    ("report quota --list WHICH", "report quota --list met"),
    ("report progress", "report progress --by community"),
    ("report supply", "report supply"),
    ("report participation", "report participation"),
    ("report ageing", "report ageing"),
    ("report overdue", "report overdue"),
    ("report activity", "report activity --from 2021-03-01"),
    ("report satisfaction", "report satisfaction"),
    ("report programme", "report programme"),
    ("list WISHES", "list wishes"),
    ("list MEMBERS", "list members"),
    ("list CLAIMS", "list claims"),
    ("list ORGS", "list orgs"),
    ("list PLACES", "list places"),
    ("show", "show W0"),
    ("find", "find 党员"),
    ("log", "log"),
    ("log ENTRY", "log 2"),
    ("status", "status"),
    ("check", "check"),
    ("claim remind", "claim remind"),
    ("claim take", "claim take W0 --by 党员0号 --dry-run"),
    ("withdraw", "withdraw W2 --reason 搬家 --dry-run"),
    ("publish", "publish --dry-run"),
    ("verify CODE", "verify W3 --pass --dry-run"),
    ("undo --dry-run", "undo --dry-run"),
];

/// What is asked of an office whose records have next to nothing in them, likewise.
const OF_BARE_RECORDS: &[(&str, &str)] = &[
    ("show", "show W1"),
    ("show", "show W2"),
    ("show", "show P1"),
    ("show MEMBER", "show M1"),
    ("show ORG", "show O1"),
    ("show OUTSIDER", "show 街坊"),
    ("show CLAIM", "show JH-C000001"),
    ("show PLACE", "show 蟠虬社区"),
    ("list PROJECTS", "list projects"),
    ("list MEMBERS", "list members"),
    ("report quota", "report quota --by programme"),
    ("claim import", "claim import c.csv --dry-run"),
    ("init", "init --office 荔湾区/乙街道 --db x.db"),
    ("list OUTSIDERS", "list outsiders"),
    ("find", "find 街坊"),
    ("find", "find 蟠虬"),
    ("claim remind", "claim remind"),
    ("claim pass", "claim pass P1 --to M1 --reason 调离 --dry-run"),
    ("claim extend", "claim extend P1 --deadline 2022-03-01 --dry-run"),
    ("claim take", "claim take W4 --outsider 街坊 --dry-run"),
    ("edit", "edit M1 --set 备注= --dry-run"),
    ("report activity", "report activity"),
    ("report satisfaction", "report satisfaction --as-of 2021-05-12"),
    ("report satisfaction", "report satisfaction"),
    ("report supply", "report supply"),
    ("report overview", "report overview"),
    ("report overview", "report overview --as-of 2021-05-12"),
    ("report progress --since WHEN", "report progress --since 2021-05-02"),
];

/// An office whose records have next to nothing in them: what may be missing is missing.
fn bare_records() -> Office {
    let office = Office::new();
    office.write("m.csv", "党员编号,姓名,党员类型,备注\nM1,甲一,在职党员,会修灯\nM2,甲二,,\n");
    office.write("c.csv", "心愿编号,认领人,认领时间\nW4,甲一,2021-05-02\n");
    office.write("o.csv", "党组织编号,党组织名称\nO1,甲支部\n");
    office.write("p.csv", "项目编号,项目名称,社区\nP1,修台阶,蟠虬社区\n");
    office.write("w.csv", "心愿编号,社区,微心愿内容,许愿人,同意公开\nW1,蟠虬社区,一盏灯,乙一,\nW2,蟠虬社区,一张桌,乙二,是\nW3,蟠虬社区,一把伞,乙三,是\nW4,蟠虬社区,一口锅,乙四,是\n");
    for line in
        ["collect members m.csv --new-place", "collect orgs o.csv", "collect projects p.csv", "collect wishes w.csv"]
    {
        office.run(line);
    }
    office.ok("verify W2 W3 W4 P1 --pass --on 2021-05-01");
    office.ok("publish --on 2021-05-01");
    office.ok("claim take W2 --outsider 街坊 --on 2021-05-02");
    office.ok("claim take W3 --outsider 街坊 --on 2021-05-02");
    office.ok("claim take P1 --outsider 街坊 --on 2021-05-02");
    office.ok("claim confirm W2 --on 2021-05-10");
    office.ok("claim confirm W3 --satisfaction 1 --on 2021-05-20");
    office
}

/// The shapes of what `manual` runs, and of other campaigns and an office without any records: what may be blank is blank
/// in one of them.
fn shapes() -> &'static BTreeMap<String, Shape> {
    static SHAPES: OnceLock<BTreeMap<String, Shape>> = OnceLock::new();
    SHAPES.get_or_init(|| {
        let mut shapes = manual::keys().shapes.clone();
        let offices = (1..=3).map(|seed| campaign(seed).office).chain([Office::new(), Office::verified()]);
        for office in offices {
            for (label, line) in LINES {
                // A record that is not there has no document.
                if let Ok(document) = serde_json::from_str(&office.run(&format!("{line} --format json")).out) {
                    shapes.entry((*label).to_owned()).or_default().note(&document);
                }
            }
        }
        let office = bare_records();
        for (label, line) in OF_BARE_RECORDS {
            shapes.entry((*label).to_owned()).or_default().note(&office.run(&format!("{line} --format json")).json());
        }
        shapes
    })
}

/// The schema as it is written: a line for each command, so that a change is read in review.
fn schema() -> String {
    let about = "By command: #/$defs/COMMAND is the document that it prints with --format json. Keys may be added; none is \
        renamed, nor changes its type. Written by the program's tests.";
    let commands: Vec<String> =
        shapes().iter().map(|(label, shape)| format!("    {}: {}", json!(label), shape.schema())).collect();
    format!(
        "{{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"The JSON of shuangwei\",\n  \
         \"description\": {},\n  \"$defs\": {{\n{}\n  }}\n}}\n",
        json!(about),
        commands.join(",\n")
    )
}

#[test]
fn schema_is_that_of_what_commands_print() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema.json");
    let wanted = schema();
    if std::env::var_os("SHUANGWEI_WRITE_DOCS").is_some() {
        fs::write(&path, wanted).unwrap();
    } else {
        let is_same = fs::read_to_string(&path).is_ok_and(|text| text == wanted);
        assert!(
            is_same,
            "docs/schema.json is out of date: SHUANGWEI_WRITE_DOCS=1 cargo test --locked --test it schema"
        );
    }
}

#[test]
fn documents_of_another_campaign_fit_the_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut found = Vec::new();
    for office in [campaign(11).office, campaign(12).office] {
        office.ok("withdraw W1 --reason 搬家");
        for (label, line) in LINES {
            let schema = &schema["$defs"][label];
            assert!(schema.is_object(), "{label} is not in the schema");
            misfits(schema, &office.run(&format!("{line} --format json")).json(), line, &mut found);
        }
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn checker_of_schemas_finds_what_does_not_fit() {
    let mut shape = Shape::default();
    shape.note(&json!({"code": "A", "claims": [{"rate": 0.5}, {"rate": null}], "note": null}));
    shape.note(&json!({"code": "B", "claims": []}));
    let schema = shape.schema();
    let count = |value: Value| {
        let mut found = Vec::new();
        misfits(&schema, &value, "", &mut found);
        found.len()
    };
    assert_eq!(count(json!({"code": "C", "claims": [{"rate": 1}], "note": {"any": 1}})), 0);
    for wrong in [
        json!({"claims": []}),
        json!({"code": 1, "claims": []}),
        json!({"code": "C", "claims": [{"rate": "1"}]}),
        json!({"code": "C", "claims": [{}]}),
        json!({"code": "C", "claims": [], "more": 1}),
        json!([]),
    ] {
        assert_eq!(count(wrong.clone()), 1, "{wrong}");
    }
}

#[test]
fn key_has_one_type_in_the_documents_of_a_command() {
    let mut found = Vec::new();
    for (label, shape) in shapes() {
        shape.several_types(label, &mut found);
    }
    // What differs in a report that was run again is a figure, or all of a part.
    found.retain(|place| !place.starts_with("report verify.differences[]"));
    assert!(found.is_empty(), "values of several types: {found:#?}");
}

#[test]
fn what_is_refused_or_withheld_says_why_in_a_word() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    let word = |line: &str, list: &str, code: i32| office.json_of(line, code)[list][0]["why"].clone();
    assert_eq!(word("claim take 1号 --by 何静", "refused", 1), "held");
    assert_eq!(word("claim take 2号 --by 何静 --quantity 5", "refused", 1), "too_many");
    assert_eq!(word("claim start 1号 --on 2020-01-01", "refused", 1), "too_early");
    assert_eq!(word("claim milestone 1号 plan", "refused", 1), "of_projects");
    assert_eq!(word("close 1号 --reason 完", "refused", 1), "claims_run");
    assert_eq!(word("verify 1号 --reject 不合适", "refused", 1), "wrong_state");
    assert_eq!(word("verify 2号 --duplicate-of 2号", "refused", 1), "duplicate_of_itself");
    office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一盏灯,否\n");
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    assert_eq!(word("publish --dry-run", "withheld", 0), "consent_refused");
    assert_eq!(word("publish 1号 --take-down --reason 错", "refused", 1), "held");
    let claim = office.json("show 1号")["claims"][0]["claimants"][0].clone();
    assert_eq!((&claim["name"], &claim["code"]), (&json!("李梅"), &json!("JH-M000003")));
}

#[test]
fn every_refusal_names_its_need_by_the_same_key() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    office.ok("verify JH-W000002 --duplicate-of JH-W000003");
    for line in [
        "claim take 1号 --by 何静",
        "claim take 2号 --by 何静",
        "claim start 1号 --on 2020-01-01",
        "claim milestone 1号 plan",
        "close 1号 --reason 完",
        "verify 1号 --reject 不合适",
        "publish 2号",
        "publish 1号 --take-down --reason 错",
    ] {
        let refused = office.json_of(line, 1)["refused"][0].clone();
        for key in ["code", "why", "reason"] {
            assert!(refused[key].is_string(), "{line}: {refused}");
        }
        assert!(refused["code"].as_str().unwrap().starts_with("JH-W00000"), "{line}: {refused}");
        let need = refused.get("need");
        assert!(need.is_none_or(|need| *need == refused["code"]), "{line}: {refused}");
    }
    office.write("publish/note.txt", "电话19900001001");
    for finding in office.json_of("publish --check publish", 1)["findings"].as_array().unwrap() {
        for key in ["file", "part", "line", "what", "reason"] {
            assert!(finding.get(key).is_some(), "{key}: {finding}");
        }
    }
}

#[test]
fn place_is_its_whole_path_and_a_state_a_word_of_no_language_in_every_document() {
    let office = Office::published();
    let claim = office.json("claim take 1号 --by 李梅")["claims"][0].clone();
    let listed = office.json("list wishes --text 书桌")["wishes"][0].clone();
    let found = office.json("find 书桌")["found"].as_array().unwrap().clone();
    let found = found.iter().find(|one| one["kind"] == "wish").unwrap();
    assert_eq!([&claim["place"], &found["place"]], [&listed["place"]; 2]);
    assert!(listed["place"].as_str().unwrap().contains('/'), "{listed}");
    assert_eq!([&found["state"], &found["progress"]], [&listed["state"], &listed["progress"]]);
    for one in office.json("find 李梅")["found"].as_array().unwrap() {
        let state = one["state"].as_str().unwrap();
        assert!(state.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{one}");
        assert!(one["in"].is_array(), "{one}");
    }
}

#[test]
fn way_out_of_an_error_is_a_key_of_its_own() {
    let office = Office::published();
    let bare = Office::bare();
    let error = |office: &Office, line: &str| {
        let run = office.run(&format!("{line} --format json"));
        let error = serde_json::from_str::<Value>(&run.err).unwrap()["error"].clone();
        (error["message"].as_str().unwrap().to_owned(), error["way_out"].as_str().unwrap_or_default().to_owned())
    };
    for (office, line, way_out) in [
        (&office, "list wishes --limit 0", "加 --help 看用法"),
        (&office, "list wishes --stat 已发布", "是不是想写 --state？"),
        (&office, "list wishs", "加 --help 看用法"),
        (&office, "list wishes --place 不存在社区", "list places"),
        (&office, "list wishes --place 蟠虹社区", "list places"),
        (&bare, "list wishes", "先运行 init"),
        (&bare, "status", "第一次使用：shuangwei init"),
        (&office, "list wishes --limit 0 --lang en", "try '--help'"),
    ] {
        let (message, way) = error(office, line);
        assert!(way.contains(way_out), "{line}: {message} / {way}");
        assert!(!message.contains('\n') && !way.contains('\n') && !message.contains(way_out), "{line}: {message}");
    }
    // A map to fill in can be saved as it is.
    office.write("several.csv", "姓名,社区,东西,用处\n马一,蟠虬社区,书包,上学用\n");
    let (_, way) = error(&office, "collect wishes several.csv");
    let map = way.split("\n\n").nth(1).unwrap().replace("content = \"\"", "content = [\"东西\", \"用处\"]");
    office.write("map.toml", map);
    office.ok("collect wishes several.csv --map map.toml");
}
