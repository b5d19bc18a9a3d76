//! One enum per closed set (docs/design.md, sections 1 and 2). Each has one code word, `code()`, which SQL, JSON and
//! the command line use; `zh()` is the word that users read.

/// Declares a closed set: each variant with its code word, and the Chinese word of the design's tables.
macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$arm:meta])* $variant:ident = $code:literal $zh:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$arm])* $variant,)+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            const CODES: &'static [&'static str] = &[$($code,)+];
            const ZH: &'static [&'static str] = &[$($zh,)+];

            /// By the code word alone, as files and JSON have it.
            pub fn of_code(word: &str) -> Result<$name, UnknownWord> {
                let found = $name::ALL.iter().copied().find(|one| one.code() == word);
                found.ok_or(UnknownWord { allowed: $name::CODES, zh: $name::ZH })
            }

            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            pub fn zh(self) -> &'static str {
                match self { $($name::$variant => $zh,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;

            /// As people type it: the code word, also with blanks, or the Chinese word that they read.
            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                let word = word.trim();
                let is_called = |one: &$name| one.zh() == word || one.code().replace('_', " ") == word;
                $name::ALL.iter().copied().find(is_called).map_or_else(|| $name::of_code(word), Ok)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word: std::borrow::Cow<'de, str> = serde::Deserialize::deserialize(deserializer)?;
                $name::of_code(&word).map_err(serde::de::Error::custom)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

/// The word is not in the closed set, whose words are `allowed`, in Chinese `zh` in the same order where it has such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    pub allowed: &'static [&'static str],
    pub zh: &'static [&'static str],
}

impl UnknownWord {
    /// Each code word with its Chinese one: 在职党员 in_service.
    pub fn in_chinese(&self) -> Vec<String> {
        let zh = self.zh.iter().map(Some).chain(std::iter::repeat(None));
        let pair =
            |(code, zh): (&&str, Option<&&str>)| zh.map_or_else(|| (*code).to_owned(), |zh| format!("{zh} {code}"));
        self.allowed.iter().zip(zh).map(pair).collect()
    }
}

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "use one of: {}", self.allowed.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

closed_set! {
    /// What a need is. There are no other kinds.
    NeedKind {
        Wish = "wish" "微心愿",
        Project = "project" "微项目",
    }
}

closed_set! {
    /// Why a wish may not be shown to anybody.
    Unshown {
        Refused = "refused" "本人不同意公开",
        ChildWithoutYes = "child_without_yes" "未成年人的心愿没有逐条同意公开",
    }
}

closed_set! {
    Form {
        Goods = "goods" "物资",
        Service = "service" "服务",
    }
}

closed_set! {
    Theme {
        Aid = "aid" "物资帮扶类",
        Convenience = "convenience" "便民服务类",
        Public = "public" "公益发展类",
    }
}

closed_set! {
    /// How somebody left a claim that others go on with.
    Leaving {
        Released = "released" "退出",
        Revoked = "revoked" "组织撤销",
        Passed = "passed" "移交",
    }
}

closed_set! {
    /// What a project passes, in this order (docs/design.md, section 2).
    Milestone {
        Letter = "letter" "意向书",
        Approved = "approved" "立项",
        Plan = "plan" "实施方案",
        Started = "started" "实施",
        Completed = "completed" "完成",
        Accepted = "accepted" "验收",
    }
}

closed_set! {
    /// A need's own state, stored. The progress of its claims is derived: `Progress`.
    NeedState {
        Collected = "collected" "待核实",
        NeedsInfo = "needs_info" "退回补充",
        Verified = "verified" "已核实",
        Published = "published" "已发布",
        Closed = "closed" "已销号",
        Rejected = "rejected" "不予采纳",
        Duplicate = "duplicate" "重复",
        Withdrawn = "withdrawn" "已撤回",
        Unfulfilled = "unfulfilled" "未能办理",
    }
}

impl NeedState {
    /// The states that the lifecycle table (docs/design.md, section 2) lets this one become. An exit leads back only to
    /// the state it came from, so it is not listed here: see `store::state`.
    pub fn next(self) -> &'static [NeedState] {
        use NeedState::*;
        match self {
            Collected => &[NeedsInfo, Verified, Rejected, Duplicate, Withdrawn],
            NeedsInfo => &[Collected, Verified, Rejected, Withdrawn],
            Verified => &[Published, NeedsInfo, Rejected, Duplicate, Withdrawn],
            Published => &[Verified, Duplicate, Closed, Unfulfilled, Withdrawn],
            Closed => &[Published],
            Rejected | Duplicate | Withdrawn | Unfulfilled => &[],
        }
    }

    /// An exit without fulfilment; `reopen` leads back to where the need came from.
    pub fn is_exit(self) -> bool {
        match self {
            NeedState::Rejected | NeedState::Duplicate | NeedState::Withdrawn | NeedState::Unfulfilled => true,
            NeedState::Collected
            | NeedState::NeedsInfo
            | NeedState::Verified
            | NeedState::Published
            | NeedState::Closed => false,
        }
    }
}

closed_set! {
    /// The progress of a published need's claims; derived in the SQL view `need_progress`, never stored.
    Progress {
        Open = "open" "待认领",
        PartlyClaimed = "partly_claimed" "部分认领",
        Claimed = "claimed" "已认领",
        InProgress = "in_progress" "办理中",
        Fulfilled = "fulfilled" "已办结待确认",
        Confirmed = "confirmed" "已确认",
    }
}

closed_set! {
    /// What a need waits for.
    Waiting {
        ToVerify = "to_verify" "待核实",
        ToPublish = "to_publish" "待发布",
        ToClaim = "to_claim" "待认领",
        ToDo = "to_do" "待办结",
        ToConfirm = "to_confirm" "待确认",
    }
}

closed_set! {
    ClaimState {
        Active = "active" "认领中",
        Started = "started" "办理中",
        Completed = "completed" "已办结",
        Confirmed = "confirmed" "已确认",
        Released = "released" "主动退领",
        Revoked = "revoked" "组织撤销",
    }
}

/// What SQL knows of these is in the view `claim_states`; a test compares the two.
impl ClaimState {
    /// Whether such a claim holds its need: it is live or finished, not released or revoked.
    pub fn holds(self) -> bool {
        self.runs() || self.is_done()
    }

    /// A claim on which something is still to be done.
    pub fn runs(self) -> bool {
        match self {
            ClaimState::Active | ClaimState::Started => true,
            ClaimState::Completed | ClaimState::Confirmed | ClaimState::Released | ClaimState::Revoked => false,
        }
    }

    /// A claim whose claimants have done what they took on.
    pub fn is_done(self) -> bool {
        match self {
            ClaimState::Completed | ClaimState::Confirmed => true,
            ClaimState::Active | ClaimState::Started | ClaimState::Released | ClaimState::Revoked => false,
        }
    }

    /// The claim states that this one may become.
    pub fn next(self) -> &'static [ClaimState] {
        use ClaimState::*;
        match self {
            Active => &[Started, Completed, Confirmed, Released, Revoked],
            Started => &[Completed, Confirmed, Released, Revoked],
            Completed => &[Confirmed, Released, Revoked],
            Confirmed | Released | Revoked => &[],
        }
    }
}

closed_set! {
    Role {
        Lead = "lead" "牵头",
        Joint = "joint" "共同",
    }
}

closed_set! {
    /// What a claimant is.
    Claimant {
        Member = "member" "党员",
        Org = "org" "党组织",
        Outsider = "outsider" "社会力量",
    }
}

closed_set! {
    OutsiderType {
        Firm = "firm" "企业",
        Charity = "charity" "公益组织",
        Resident = "resident" "居民",
        Other = "other" "其他",
    }
}

closed_set! {
    MemberClass {
        InService = "in_service" "在职党员",
        Retired = "retired" "离退休党员",
        Student = "student" "学生党员",
        Rural = "rural" "农村党员",
        Community = "community" "社区党员",
        Mobile = "mobile" "流动党员",
        /// A blank class: no quota applies; such members are counted in a warning, and listed.
        Unknown = "unknown" "未填类别",
    }
}

closed_set! {
    OrgClass {
        Unit = "unit" "单位党组织",
        Enterprise = "enterprise" "两新组织",
        Community = "community" "社区党组织",
        Other = "other" "其他",
    }
}

closed_set! {
    Level {
        City = "city" "市",
        District = "district" "区",
        Street = "street" "镇街",
        Community = "community" "村社区",
        Station = "station" "驿站",
    }
}

impl Level {
    /// The next narrower level, if there is one.
    pub fn below(self) -> Option<Level> {
        match self {
            Level::City => Some(Level::District),
            Level::District => Some(Level::Street),
            Level::Street => Some(Level::Community),
            Level::Community => Some(Level::Station),
            Level::Station => None,
        }
    }
}

closed_set! {
    /// What a list decides on a need that waits for verification.
    Decision {
        Pass = "pass" "通过",
        Reject = "reject" "不通过",
        NeedsInfo = "needs_info" "退回",
        Duplicate = "duplicate" "重复",
    }
}

closed_set! {
    /// What a quota counts: a claim that is live or finished, or only one that is completed.
    Counting {
        Claimed = "claimed" "认领即计",
        Completed = "completed" "办结才计",
    }
}

closed_set! {
    /// Which claimants of a joint claim it counts for.
    Joint {
        Each = "each" "共同认领各计一次",
        Lead = "lead" "只计牵头者",
    }
}

closed_set! {
    /// The kinds of lists that `collect`, `claim import` and `verify --decisions` read.
    ListKind {
        Wishes = "wishes" "微心愿",
        Projects = "projects" "微项目",
        Members = "members" "党员",
        Orgs = "orgs" "党组织",
        Claims = "claims" "认领",
        Decisions = "decisions" "核实结果",
        Places = "places" "属地",
    }
}

closed_set! {
    /// The kinds of records that can be listed, found and mended.
    RecordKind {
        Wishes = "wishes" "微心愿",
        Projects = "projects" "微项目",
        Members = "members" "党员",
        Orgs = "orgs" "党组织",
        Outsiders = "outsiders" "社会力量",
        Claims = "claims" "认领",
        Places = "places" "属地",
    }
}

impl RecordKind {
    /// What `kind` says in JSON of one record.
    pub fn one(self) -> &'static str {
        match self {
            RecordKind::Wishes => NeedKind::Wish.code(),
            RecordKind::Projects => NeedKind::Project.code(),
            RecordKind::Members => Claimant::Member.code(),
            RecordKind::Orgs => Claimant::Org.code(),
            RecordKind::Outsiders => Claimant::Outsider.code(),
            RecordKind::Claims => "claim",
            RecordKind::Places => "place",
        }
    }
}

closed_set! {
    /// What records are listed by; without one, in the order they came.
    Order {
        Code = "code" "编号",
        Number = "number" "墙号",
        Name = "name" "名称",
        Place = "place" "属地",
        State = "state" "状态",
        Date = "date" "日期",
        Deadline = "deadline" "时限",
    }
}

closed_set! {
    /// What the colour of an apple on the tree means: several progresses in one.
    Stage {
        Open = "open" "待认领",
        PartlyClaimed = "partly_claimed" "部分认领",
        Claimed = "claimed" "已认领",
        Fulfilled = "fulfilled" "已办结",
    }
}

impl Progress {
    pub fn stage(self) -> Stage {
        match self {
            Progress::Open => Stage::Open,
            Progress::PartlyClaimed => Stage::PartlyClaimed,
            Progress::Claimed | Progress::InProgress => Stage::Claimed,
            Progress::Fulfilled | Progress::Confirmed => Stage::Fulfilled,
        }
    }
}

closed_set! {
    /// What `publish` makes of one snapshot of the wall.
    Product {
        Tree = "tree" "心愿树",
        Cards = "cards" "心愿卡",
        Screen = "screen" "大屏",
        Wechat = "wechat" "微信清单",
        Letter = "letter" "倡议书",
        Poster = "poster" "海报",
        List = "list" "公开清单",
    }
}

closed_set! {
    /// The columns of the public list, in their order: new ones come last.
    PublicColumn {
        Number = "number" "墙号",
        PublicCode = "public_code" "公开编号",
        Place = "place" "属地",
        Wisher = "wisher" "许愿人",
        Kind = "kind" "类别",
        Theme = "theme" "心愿类别",
        Form = "form" "形式",
        Content = "content" "内容",
        Quantity = "quantity" "数量",
        State = "state" "状态",
        Budget = "budget" "预算",
        Deadline = "deadline" "期限",
    }
}

impl PublicColumn {
    /// Whether every pack has it: without these nobody knows what is asked for, and where it stands.
    pub fn is_always_shown(self) -> bool {
        match self {
            PublicColumn::Number
            | PublicColumn::PublicCode
            | PublicColumn::Place
            | PublicColumn::Content
            | PublicColumn::State => true,
            PublicColumn::Wisher
            | PublicColumn::Kind
            | PublicColumn::Theme
            | PublicColumn::Form
            | PublicColumn::Quantity
            | PublicColumn::Budget
            | PublicColumn::Deadline => false,
        }
    }

    /// Whether a pack has it where the office says nothing.
    pub fn is_shown_by_default(self) -> bool {
        !matches!(self, PublicColumn::Budget | PublicColumn::Deadline)
    }
}

closed_set! {
    /// What hangs on the tree.
    Shape {
        Apple = "apple" "苹果",
        Lantern = "lantern" "灯笼",
        Heart = "heart" "爱心",
        Star = "star" "星星",
    }
}
