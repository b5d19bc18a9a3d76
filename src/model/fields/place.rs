//! Places: the columns of `place`, and the parts of a place's path that lists carry in columns of their own.

use super::Field as F;
use super::def::Parse::Place;
use super::def::Privacy::Public;
use super::def::Sql::{IntOrNull, Text};
use super::def::{FieldDef, field, list, own};
use crate::model::words::ListKind::{Members, Orgs, Places, Projects, Wishes};

const DISTRICT_HEADERS: &[&str] = &["区", "区县", "所属区", "所在区", "行政区"];
const STREET_HEADERS: &[&str] =
    &["街道", "镇街", "街镇", "所属街道", "所在街道", "所属镇街", "所在镇街", "街道/镇", "镇/街道", "镇", "街"];
const STATION_HEADERS: &[&str] = &["驿站", "党群驿站", "所属驿站"];

pub const PLACE: &[FieldDef] = &[
    own("parent", Public, "上级", "parent").refers("parent_id", IntOrNull, "place"),
    own("level", Public, "级别", "level").stored(Text),
    own("name", Public, "名称", "name").stored(Text).names_record(),
    field(F::Place, Public, "属地", "place")
        .lists(&[list(Places, &["属地", "所在地", "全称", "路径", "地点"])])
        .parse(Place),
    field(F::District, Public, "区", "district")
        .lists(&[
            list(Wishes, DISTRICT_HEADERS),
            list(Projects, DISTRICT_HEADERS),
            list(Members, DISTRICT_HEADERS),
            list(Orgs, DISTRICT_HEADERS),
            list(Places, DISTRICT_HEADERS).ask(1),
        ])
        .parse(Place)
        .rules(37, "区", "district"),
    field(F::Street, Public, "街道", "street")
        .lists(&[
            list(Wishes, STREET_HEADERS),
            list(Projects, STREET_HEADERS),
            list(Members, STREET_HEADERS),
            list(Orgs, &["报到镇街", "报到街道", "街道", "镇街", "街镇", "所属街道", "所属镇街"]).ask(6),
            list(Places, STREET_HEADERS).ask(2),
        ])
        .parse(Place)
        .rules(38, "镇街", "street"),
    field(F::Community, Public, "社区", "community")
        .lists(&[
            list(
                Wishes,
                &[
                    "社区",
                    "村居",
                    "村",
                    "村社区",
                    "村/社区",
                    "社区/村",
                    "社区村",
                    "所属社区",
                    "所在社区",
                    "居住社区",
                    "居委",
                    "居委会",
                    "社区名称",
                ],
            )
            .ask(2),
            list(Projects, &["村居", "村"]),
            list(Members, &["村居", "村"]),
            list(Orgs, &["村居", "村"]),
            list(
                Places,
                &["社区", "村居", "村", "村社区", "村/社区", "社区/村", "社区名称", "居委", "居委会", "所属社区"],
            )
            .ask(3),
        ])
        .parse(Place)
        .rules(39, "村社区", "community"),
    field(F::Station, Public, "驿站", "station")
        .lists(&[
            list(Wishes, STATION_HEADERS),
            list(Projects, STATION_HEADERS),
            list(Members, STATION_HEADERS),
            list(Orgs, STATION_HEADERS),
            list(Places, STATION_HEADERS).ask(4),
        ])
        .parse(Place)
        .rules(40, "驿站", "station"),
];
