//! The fields that lists carry (design, section 5): the code word, as JSON faults say it.

/// A field of a list. `code()` is the word of the design's alias table; the aliases themselves are `intake::aliases`.
macro_rules! fields {
    ($($variant:ident = $code:literal,)+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field { $($variant,)+ }

        impl Field {
            pub const ALL: &'static [Field] = &[$(Field::$variant,)+];

            pub fn code(self) -> &'static str {
                match self { $(Field::$variant => $code,)+ }
            }
        }
    };
}

fields! {
    Code = "code",
    // Places: one column holds a part or a path; several columns join.
    Place = "place",
    District = "district",
    Street = "street",
    Community = "community",
    Station = "station",
    // Needs.
    Wisher = "wisher",
    Phone = "phone",
    WisherClass = "wisher_class",
    Age = "age",
    Address = "address",
    Household = "household",
    School = "school",
    Form = "form",
    Theme = "theme",
    Title = "title",
    Content = "content",
    Reason = "reason",
    Quantity = "quantity",
    Budget = "budget",
    Deadline = "deadline",
    CollectedOn = "collected_on",
    Collector = "collector",
    Channel = "channel",
    Consent = "consent",
    Programme = "programme",
    Project = "project",
    Source = "source",
    ExternalId = "external_id",
    Proposer = "proposer",
    Beneficiaries = "beneficiaries",
    Note = "note",
    // People and organisations.
    Name = "name",
    Id = "id",
    Class = "class",
    Org = "org",
    RegisteredOn = "registered_on",
    DeregisteredOn = "deregistered_on",
    Skills = "skills",
    ShortName = "short_name",
    Parent = "parent",
    Contact = "contact",
    Exempt = "exempt",
    // Claims.
    Need = "need",
    Claimants = "claimants",
    Mode = "mode",
    ClaimedOn = "claimed_on",
    State = "state",
    CompletedOn = "completed_on",
    LetterOn = "letter_on",
    ApprovedOn = "approved_on",
    Plan = "plan",
    AcceptedOn = "accepted_on",
    Leader = "leader",
    // Decisions.
    Outcome = "outcome",
    VerifiedBy = "verified_by",
    VerifiedHow = "verified_how",
    VerifiedOn = "verified_on",
    DuplicateOf = "duplicate_of",
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
