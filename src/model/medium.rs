//! Where an office file must not be kept (docs/design.md, section 3): on a medium whose file locks cannot be trusted
//! (measured there: four processes each won the same wish), and in folders that another program copies during a write.

use std::path::Path;

/// Why a place is unfit for an office file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// A network share or a user-space file system, by its name.
    Share(&'static str),
    /// A folder that a program synchronises with a server, by its name.
    SyncFolder(String),
}

/// Why the file system with this type is unfit: its locks cannot be trusted. The type is Linux' `statfs.f_type` (see
/// `linux/magic.h`).
pub fn of_linux(f_type: u64) -> Option<Unfit> {
    let name = match f_type & 0xFFFF_FFFF {
        0x6969 => "NFS",
        0x517B | 0xFF53_4D42 | 0xFE53_4D42 => "SMB",
        0x6573_5546 => "FUSE",
        0x0102_1997 => "9P",
        0x00C3_6400 => "Ceph",
        0x0BD0_0BD0 => "Lustre",
        0x5346_414F | 0x6B41_4653 => "AFS",
        0x7375_7245 => "Coda",
        0x564C => "NCP",
        0x786F_4256 => "VirtualBox",
        0xBACB_ACBC => "VMware",
        _ => return None,
    };
    Some(Unfit::Share(name))
}

/// What Windows' `GetDriveTypeW` returns for a network drive.
pub const DRIVE_REMOTE: u32 = 4;

/// Why a full Windows path is unfit: it leads to a share (`\\server\share`, `\\?\UNC\server\share`, a mapped drive).
pub fn of_windows(path: &str, drive_type: u32) -> Option<Unfit> {
    let path = path.replace('/', "\\");
    let bare = path.strip_prefix("\\\\?\\").or_else(|| path.strip_prefix("\\\\.\\"));
    let is_unc = match bare {
        Some(rest) => rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("UNC\\")),
        None => path.starts_with("\\\\"),
    };
    (is_unc || drive_type == DRIVE_REMOTE).then_some(Unfit::Share("SMB"))
}

/// How the names of sync programs' folders begin, in lower case and without blanks.
const SYNC_FOLDERS: &[&str] = &[
    "onedrive",
    "坚果云",
    "我的坚果云",
    "nutstore",
    "百度网盘",
    "百度云",
    "baidunetdisk",
    "baidusyncdisk",
    "wps云盘",
    "wps网盘",
    "wpsdrive",
    "wpscloud",
    "微云",
    "腾讯微云",
    "weiyun",
    "阿里云盘",
    "adrive",
    "天翼云盘",
    "夸克网盘",
    "115网盘",
    "dropbox",
    "googledrive",
    "icloud",
    "com~apple~clouddocs",
    "nextcloud",
    "owncloud",
    "seafile",
    // WeCom keeps its drive below WXWork, and DingTalk and Feishu theirs in folders of their own names.
    "微盘",
    "企业微信",
    "wedrive",
    "wxwork",
    "钉盘",
    "钉钉",
    "dingtalk",
    "dingding",
    "dingpan",
    "dingdrive",
    "飞书",
    "feishu",
    "larkdrive",
    "larkshell",
    "我的云端硬盘",
    "百度同步盘",
    "同步空间",
];

/// Names of theirs that other names may begin with as well.
const WHOLE_NAMES: &[&str] = &["mydrive", "lark"];

/// Why a path is unfit: one of its folders has a sync program's name.
pub fn of_names(path: &Path) -> Option<Unfit> {
    path.components().find_map(|part| {
        let name = part.as_os_str().to_string_lossy();
        let bare: String = name.to_lowercase().split_whitespace().collect();
        let is_known =
            SYNC_FOLDERS.iter().any(|prefix| bare.starts_with(prefix)) || WHOLE_NAMES.contains(&bare.as_str());
        is_known.then(|| Unfit::SyncFolder(name.into_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types as `linux/magic.h` and statfs(2) write them.
    #[test]
    fn shares_are_refused_by_file_system_type() {
        for (f_type, name) in [
            (0x6969, "NFS"),
            (0xFF53_4D42, "SMB"),
            (0xFE53_4D42, "SMB"),
            (0x517B, "SMB"),
            (0x6573_5546, "FUSE"),
            (0x0102_1997, "9P"),
            (0x00C3_6400, "Ceph"),
            // As a 32-bit system returns it, sign-extended.
            (0xFFFF_FFFF_FF53_4D42, "SMB"),
        ] {
            assert_eq!(of_linux(f_type), Some(Unfit::Share(name)), "{f_type:x}");
        }
        // ext4, xfs, btrfs, f2fs, tmpfs, overlay, exfat, vfat, ntfs3, zfs.
        for local in [
            0xEF53,
            0x5846_5342,
            0x9123_683E,
            0xF2F5_2010,
            0x0102_1994,
            0x794C_7630,
            0x2011_BAB0,
            0x4D44,
            0x7366_746E,
            0x2FC1_2FC1,
        ] {
            assert_eq!(of_linux(local), None, "{local:x}");
        }
    }

    #[test]
    fn shares_are_refused_by_windows_path_or_drive() {
        const FIXED: u32 = 3;
        for path in [r"\\server\双微\a.db", r"//server/share/a.db", r"\\?\UNC\server\share\a.db", r"\\?\unc\s\a.db"] {
            assert_eq!(of_windows(path, FIXED), Some(Unfit::Share("SMB")), "{path}");
        }
        assert_eq!(of_windows(r"Z:\双微\a.db", DRIVE_REMOTE), Some(Unfit::Share("SMB")));
        for path in [r"C:\双微\a.db", r"\\?\C:\双微\a.db", r"D:\UNC\a.db", "a.db"] {
            assert_eq!(of_windows(path, FIXED), None, "{path}");
        }
    }

    #[test]
    fn sync_folders_are_refused_by_name() {
        for path in [
            "/home/a/OneDrive/a.db",
            "/home/a/OneDrive - 街道办/双微/a.db",
            "/D/我的坚果云/a.db",
            "/D/Nutstore Files/a.db",
            "/D/百度网盘/a.db",
            "/D/BaiduNetdiskWorkspace/a.db",
            "/D/WPS云盘/a.db",
            "/D/WPS Cloud Files/a.db",
            "/Users/a/Library/Mobile Documents/com~apple~CloudDocs/a.db",
            "/C/Users/a/Documents/WXWork/1688/WeDrive/街道办/a.db",
            "/D/企业微信微盘/a.db",
            "/D/微盘/a.db",
            "/D/钉盘/a.db",
            "/C/Users/a/Documents/DingTalk/a.db",
            "/D/飞书云文档/a.db",
            "/D/Feishu/a.db",
            "/D/Lark/a.db",
            "/C/Users/a/iCloudDrive/a.db",
            "/C/Users/a/iCloud Drive/a.db",
            "/G/My Drive/a.db",
            "/G/我的云端硬盘/a.db",
            "/D/坚果云/a.db",
            "/D/百度网盘同步空间/a.db",
            "/D/BaiduSyncdisk/a.db",
        ] {
            assert!(matches!(of_names(Path::new(path)), Some(Unfit::SyncFolder(_))), "{path}");
        }
        for path in [
            "/home/a/双微/a.db",
            "/home/a/drive/a.db",
            "/one/drive/a.db",
            "/home/a/云/shuangwei.db",
            "/D/my drives/a.db",
            "/D/larkspur/a.db",
        ] {
            assert_eq!(of_names(Path::new(path)), None, "{path}");
        }
    }
}
