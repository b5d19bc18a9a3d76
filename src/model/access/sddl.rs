//! Access lists of Windows as the system writes them in text: `D:P(A;OICI;FA;;;SY)`, each entry with its type, flags, rights
//! and the account that it is about. Which accounts others are, and what they may do. Asks the system nothing.

use super::Others;

/// The list of a file or folder, as far as it matters who may get at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessList {
    /// None where there is no list, and so no limit.
    entries: Option<Vec<Entry>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    /// As it stands, without its brackets.
    text: String,
    kind: String,
    flags: String,
    rights: u32,
    account: String,
}

/// Everybody, where there is no list.
const EVERYBODY: &str = "WD";

/// The system, administrators of the machine and of its domain, whoever owns or makes a file, and the installer of Windows:
/// by their short names, and by those of the same that have none or are not always shortened.
const TRUSTED: [&str; 12] = [
    "SY",
    "BA",
    "LA",
    "DA",
    "EA",
    "CO",
    "OW",
    "S-1-3-0",
    "S-1-3-4",
    "S-1-5-18",
    "S-1-5-32-544",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
];

/// Rights that packages of apps have on top of those of whoever runs them.
const OF_PACKAGES: [&str; 2] = ["AC", "S-1-15-"];

/// Rights as the text names them, and as numbers.
const RIGHTS: [(&str, u32); 17] = [
    ("GA", 0x1000_0000),
    ("GX", 0x2000_0000),
    ("GW", 0x4000_0000),
    ("GR", 0x8000_0000),
    ("FA", 0x1F_01FF),
    ("FR", 0x12_0089),
    ("FW", 0x12_0116),
    ("FX", 0x12_00A0),
    ("CC", 0x1),
    ("DC", 0x2),
    ("LC", 0x4),
    ("WP", 0x20),
    ("DT", 0x40),
    ("SD", DELETE),
    ("WD", 0x4_0000),
    ("WO", 0x8_0000),
    ("RC", 0x2_0000),
];

/// Harmless in every hand: attributes, the list itself, waiting.
const HARMLESS: [&str; 3] = ["SW", "RP", "LO"];

const DELETE: u32 = 0x1_0000;
/// Making files and folders, taking away what is in it, and giving such rights.
const CHANGING: u32 = 0x2 | 0x4 | 0x40 | DELETE | 0x4_0000 | 0x8_0000 | 0x1000_0000 | 0x4000_0000;
/// The same, and reading.
const USING: u32 = CHANGING | 0x1 | 0x20 | 0x2000_0000 | 0x8000_0000;

fn denied(allowed: Others) -> u32 {
    match allowed {
        Others::Nothing => USING,
        Others::Look => CHANGING,
    }
}

impl AccessList {
    /// Reads what the system writes; what is not understood is taken for a right of everybody's.
    pub fn of(text: &str) -> AccessList {
        let Some((_, list)) = text.split_once("D:") else { return AccessList { entries: None } };
        let flags: &str = list.split('(').next().unwrap_or_default();
        if flags.contains("NO_ACCESS_CONTROL") {
            return AccessList { entries: None };
        }
        AccessList { entries: Some(bracketed(list).into_iter().map(Entry::of).collect()) }
    }

    /// The accounts besides this owner that may do more than they should, each once.
    pub fn others(&self, owner: &str, allowed: Others) -> Vec<String> {
        let Some(entries) = &self.entries else { return vec![EVERYBODY.to_owned()] };
        let mut others: Vec<String> = Vec::new();
        for entry in entries {
            let is_open = entry.is_of_others(owner) && !entry.is_for_contents() && entry.rights & denied(allowed) != 0;
            if is_open && !others.contains(&entry.account) {
                others.push(entry.account.clone());
            }
        }
        others
    }

    /// The text of the list without what others may not do. It is cut off from that of the folder above.
    pub fn closed(&self, owner: &str, allowed: Others) -> String {
        let kept = || self.entries.iter().flatten().filter(|_| allowed == Others::Look);
        let mut text = "D:P".to_owned();
        // What denies comes first, as everywhere.
        kept().filter(|entry| entry.denies()).for_each(|entry| text.push_str(&entry.with_rights(entry.rights)));
        text.push_str(&entries_of(owner, true));
        for entry in kept().filter(|entry| entry.is_of_others(owner)) {
            match entry.rights & !denied(allowed) {
                0 => {}
                left => text.push_str(&entry.with_rights(left)),
            }
        }
        text
    }
}

/// The text of a list with which a file, or a folder and all that is made in it, is for this owner only.
pub fn owners_only(owner: &str, is_folder: bool) -> String {
    "D:P".to_owned() + &entries_of(owner, is_folder)
}

fn entries_of(owner: &str, is_folder: bool) -> String {
    let flags = if is_folder { "OICI" } else { "" };
    ["SY", "BA", owner].map(|account| format!("(A;{flags};FA;;;{account})")).concat()
}

impl Entry {
    fn of(text: &str) -> Entry {
        let mut parts = text.split(';');
        let mut part = || parts.next().unwrap_or_default().trim().to_owned();
        let (kind, flags, rights) = (part(), part(), rights(&part()));
        let account = parts.nth(2).unwrap_or(EVERYBODY).trim().to_owned();
        Entry { text: text.to_owned(), kind, flags, rights, account }
    }

    fn denies(&self) -> bool {
        matches!(self.kind.as_str(), "D" | "OD" | "XD")
    }

    /// Whether it lets somebody else do something.
    fn is_of_others(&self, owner: &str) -> bool {
        let is_of_package = OF_PACKAGES.iter().any(|package| self.account.starts_with(package));
        !self.denies() && !is_of_package && self.account != owner && !TRUSTED.contains(&self.account.as_str())
    }

    /// Whether it is about what is made in a folder only, not the folder.
    fn is_for_contents(&self) -> bool {
        self.flags.as_bytes().chunks(2).any(|flag| flag == b"IO")
    }

    /// The same with these rights, as one of the list's own. A condition behind the account is kept.
    fn with_rights(&self, rights: u32) -> String {
        let mut parts: Vec<&str> = self.text.split(';').collect();
        let flags: String =
            self.flags.as_bytes().chunks(2).filter(|flag| *flag != b"ID").flatten().map(|b| *b as char).collect();
        let rights = format!("{rights:#x}");
        if let [_, its_flags, its_rights, ..] = parts.as_mut_slice() {
            *its_flags = &flags;
            *its_rights = &rights;
        }
        format!("({})", parts.join(";"))
    }
}

/// The rights of an entry; all of them where a word is not known.
fn rights(text: &str) -> u32 {
    if let Some(digits) = text.strip_prefix("0x") {
        return u32::from_str_radix(digits, 16).unwrap_or(u32::MAX);
    }
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return u32::MAX;
    }
    let words = (0..text.len()).step_by(2).filter_map(|at| text.get(at..at + 2));
    words.fold(0, |all, word| {
        let known = RIGHTS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
        all | known.unwrap_or(if HARMLESS.contains(&word) { 0 } else { u32::MAX })
    })
}

/// What stands in the outer brackets, up to the part behind the list (`S:`).
fn bracketed(list: &str) -> Vec<&str> {
    let (mut found, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, c) in list.char_indices() {
        match c {
            '(' => {
                depth += 1;
                if depth == 1 {
                    from = at + 1;
                }
            }
            ')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    found.extend(list.get(from..at));
                }
            }
            'S' if depth == 0 && list[at..].starts_with("S:") => break,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: &str = "S-1-5-21-1-2-3-1001";

    fn others(text: &str, allowed: Others) -> Vec<String> {
        AccessList::of(text).others(OWNER, allowed)
    }

    #[test]
    fn owner_system_and_administrators_are_no_others() {
        let own = format!("D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;{OWNER})(A;OICIIO;GA;;;CO)(A;;FR;;;AC)");
        assert_eq!(others(&own, Others::Nothing), Vec::<String>::new());
        assert_eq!(others(&owners_only(OWNER, false), Others::Nothing), Vec::<String>::new());
        // Somebody else's account of the same machine.
        assert_eq!(others("D:(A;;FA;;;S-1-5-21-1-2-3-1002)", Others::Nothing), ["S-1-5-21-1-2-3-1002"]);
    }

    /// As Windows writes the list of a folder on D: and of a file in it.
    #[test]
    fn others_are_named_with_what_they_may_do() {
        let folder = "O:BAG:SYD:AI(A;OICIID;FA;;;BA)(A;OICIID;FA;;;SY)(A;OICIID;0x1301bf;;;AU)(A;OICIID;0x1200a9;;;BU)";
        assert_eq!(others(folder, Others::Look), ["AU"]);
        assert_eq!(others(folder, Others::Nothing), ["AU", "BU"]);
        // Reading attributes and waiting harm nobody; what is for a folder's contents is not for itself.
        assert_eq!(others("D:(A;;0x100080;;;WD)(A;OICIIO;GA;;;WD)", Others::Nothing), Vec::<String>::new());
        // What denies lets nobody in.
        assert_eq!(others("D:(D;;FA;;;WD)(A;;FA;;;SY)S:(AU;SAFA;FA;;;WD)", Others::Nothing), Vec::<String>::new());
        // Conditions have brackets and semicolons of their own.
        assert_eq!(others(r#"D:(XA;;FR;;;WD;(@User.Title == "a;b"))(A;;FR;;;BU)"#, Others::Nothing), ["WD", "BU"]);
    }

    #[test]
    fn no_list_is_open_to_everybody_and_an_empty_one_to_nobody() {
        for open in ["", "D:NO_ACCESS_CONTROL", "O:BAG:SY"] {
            assert_eq!(others(open, Others::Look), ["WD"], "{open}");
        }
        assert_eq!(others("D:", Others::Nothing), Vec::<String>::new());
        assert_eq!(others("D:P", Others::Nothing), Vec::<String>::new());
        // What is not understood is no reason to call it closed.
        assert_eq!(others("D:(A;;ZZ;;;WD)(?)", Others::Look), ["WD"]);
    }

    #[test]
    fn closed_list_is_open_to_nobody_and_a_folder_may_still_be_looked_at() {
        let text = "D:AI(A;OICIID;FA;;;BA)(A;OICIID;0x1301bf;;;AU)(A;ID;FR;;;BU)(D;;FA;;;BG)";
        for allowed in [Others::Nothing, Others::Look] {
            let closed = AccessList::of(text).closed(OWNER, allowed);
            assert_eq!(others(&closed, allowed), Vec::<String>::new(), "{closed}");
            assert!(closed.starts_with("D:P(") && closed.contains(OWNER) && !closed.contains("ID;"), "{closed}");
            assert_eq!(closed.starts_with("D:P(D;;"), allowed == Others::Look, "{closed}");
        }
        let looked_at = AccessList::of(text).closed(OWNER, Others::Look);
        assert_eq!(others(&looked_at, Others::Nothing), ["AU", "BU"], "{looked_at}");
        assert!(!AccessList::of(text).closed(OWNER, Others::Nothing).contains("BU"));
    }
}
