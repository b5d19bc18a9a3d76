//! The Chinese words for option values that are no closed set of the campaign: what reports are grouped by, and of whom they
//! are. Those of the closed sets are in `model::words`.

pub const DISTRICT: [&str; 1] = ["区"];
pub const STREET: [&str; 3] = ["镇街", "街道", "镇"];
pub const COMMUNITY: [&str; 3] = ["村社区", "社区", "村"];
pub const STATION: [&str; 1] = ["驿站"];
pub const KIND: [&str; 1] = ["类别"];
pub const THEME: [&str; 1] = ["心愿类别"];
pub const PROGRAMME: [&str; 2] = ["党建品牌", "品牌"];
pub const ORG: [&str; 1] = ["党组织"];
pub const CLASS: [&str; 1] = ["类别"];
pub const MEMBER: [&str; 1] = ["党员"];
pub const MEMBERS: [&str; 1] = ["党员"];
pub const ORGS: [&str; 1] = ["党组织"];
pub const WISHES: [&str; 2] = ["微心愿", "心愿"];
pub const PROJECTS: [&str; 2] = ["微项目", "项目"];
pub const OUTSIDERS: [&str; 1] = ["社会力量"];
pub const CLAIMS: [&str; 1] = ["认领"];
pub const PLACES: [&str; 1] = ["属地"];
pub const UNMET: [&str; 1] = ["未达标"];
pub const MET: [&str; 1] = ["已达标"];
pub const REJECT: [&str; 2] = ["不通过", "不予采纳"];
pub const HOLD: [&str; 1] = ["留待人工"];
