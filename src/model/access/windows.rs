//! Access lists of files, asked of Windows and set there. All of it goes through their text (`sddl`).

use std::ffi::{OsStr, c_void};
use std::io;
use std::os::windows::ffi::{OsStrExt, OsStringExt};
use std::path::Path;
use std::ptr::{null, null_mut};
use std::sync::OnceLock;

use windows_sys::Win32::Foundation::{CloseHandle, HANDLE, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    ConvertSecurityDescriptorToStringSecurityDescriptorW, ConvertSidToStringSidW,
    ConvertStringSecurityDescriptorToSecurityDescriptorW, ConvertStringSidToSidW, GetNamedSecurityInfoW,
    SDDL_REVISION_1, SE_FILE_OBJECT,
};
use windows_sys::Win32::Security::{
    DACL_SECURITY_INFORMATION, GetTokenInformation, LookupAccountSidW, PROTECTED_DACL_SECURITY_INFORMATION,
    PSECURITY_DESCRIPTOR, PSID, SID_NAME_USE, SetFileSecurityW, TOKEN_QUERY, TOKEN_USER, TokenUser,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

use super::Others;
use super::sddl::{AccessList, owners_only};
use crate::model::long_path;

/// The names of the accounts besides this user's that may do more with a file than they should; None where there is no
/// such file, or it cannot be asked.
pub fn others(path: &Path, allowed: Others) -> Option<Vec<String>> {
    let list = AccessList::of(&access_list(path)?);
    Some(list.others(user()?, allowed).into_iter().map(|account| name(&account).unwrap_or(account)).collect())
}

/// Takes the rights of others away.
pub fn close(path: &Path, allowed: Others) -> io::Result<()> {
    let unknown = || io::Error::from(io::ErrorKind::Unsupported);
    let list = AccessList::of(&access_list(path).ok_or_else(unknown)?);
    let user = user().ok_or_else(unknown)?;
    match (allowed, path.is_dir()) {
        (Others::Nothing, false) => set(path, &owners_only(user, false)),
        (Others::Nothing | Others::Look, _) => set(path, &list.closed(user, allowed)),
    }
}

/// Makes a new file or folder its owner's only, where the medium keeps such rights.
pub fn keep_to_owner(path: &Path) {
    if let Some(user) = user()
        && set(path, &owners_only(user, path.is_dir())).is_err()
    {
        // A stick in FAT, or a share: see `access::keep_to_owner`.
    }
}

/// Whether a folder is nobody's own: the root of a drive, or the folder that all users share.
pub fn is_common(path: &Path) -> bool {
    let Ok(real) = path.canonicalize() else { return false };
    let public = std::env::var_os("PUBLIC").and_then(|public| Path::new(&public).canonicalize().ok());
    real.is_dir() && (real.parent().is_none() || public.is_some_and(|public| real.starts_with(public)))
}

/// A block of memory that the system has allocated.
struct Local(*mut c_void);

impl Drop for Local {
    fn drop(&mut self) {
        // SAFETY: the system allocated it, and it is freed once.
        unsafe { LocalFree(self.0) };
    }
}

/// A text that ends with a zero, as the system takes it.
fn wide(text: &OsStr) -> Vec<u16> {
    text.encode_wide().chain([0]).collect()
}

/// A text that the system has made, which ends with a zero.
fn text_of(made: &Local) -> String {
    let start: *const u16 = made.0.cast();
    let mut length = 0;
    // SAFETY: the text ends with a zero, and nothing behind it is read.
    let units = unsafe {
        while *start.add(length) != 0 {
            length += 1;
        }
        std::slice::from_raw_parts(start, length)
    };
    String::from_utf16_lossy(units)
}

/// A file's access list as text.
fn access_list(path: &Path) -> Option<String> {
    let path = wide(long_path::fit(path).as_os_str());
    let mut descriptor: PSECURITY_DESCRIPTOR = null_mut();
    // SAFETY: `path` ends with a zero; what is not asked for may be null; the descriptor is freed by `Local`.
    let failed = unsafe {
        GetNamedSecurityInfoW(
            path.as_ptr(),
            SE_FILE_OBJECT,
            DACL_SECURITY_INFORMATION,
            null_mut(),
            null_mut(),
            null_mut(),
            null_mut(),
            &raw mut descriptor,
        )
    };
    if failed != 0 {
        return None;
    }
    let descriptor = Local(descriptor);
    let mut text: *mut u16 = null_mut();
    // SAFETY: the descriptor is one, and lives; the text is freed by `Local`.
    let done = unsafe {
        ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor.0,
            SDDL_REVISION_1,
            DACL_SECURITY_INFORMATION,
            &raw mut text,
            null_mut(),
        )
    };
    (done != 0).then(|| text_of(&Local(text.cast())))
}

/// Gives a file an access list of its own. What is in a folder already keeps its own.
fn set(path: &Path, list: &str) -> io::Result<()> {
    let (path, list) = (wide(long_path::fit(path).as_os_str()), wide(OsStr::new(list)));
    let mut descriptor: PSECURITY_DESCRIPTOR = null_mut();
    // SAFETY: both texts end with a zero; the descriptor is freed by `Local`.
    let done = unsafe {
        let made = ConvertStringSecurityDescriptorToSecurityDescriptorW(
            list.as_ptr(),
            SDDL_REVISION_1,
            &raw mut descriptor,
            null_mut(),
        );
        if made == 0 {
            return Err(io::Error::last_os_error());
        }
        let descriptor = Local(descriptor);
        SetFileSecurityW(path.as_ptr(), DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, descriptor.0)
    };
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// The account that runs the program, as `S-1-5-…`.
fn user() -> Option<&'static str> {
    static USER: OnceLock<Option<String>> = OnceLock::new();
    USER.get_or_init(asked_user).as_deref()
}

fn asked_user() -> Option<String> {
    // Room for the account's number behind the struct, aligned as it.
    let mut buffer = [0_u64; 32];
    let mut token: HANDLE = null_mut();
    let mut length = 0;
    let mut text: *mut u16 = null_mut();
    // SAFETY: the buffer is as long as stated and aligned for a TOKEN_USER, which is read only where the system has filled it;
    // the token is closed, and the text freed by `Local`.
    unsafe {
        if OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &raw mut token) == 0 {
            return None;
        }
        let room = u32::try_from(size_of_val(&buffer)).ok()?;
        let done = GetTokenInformation(token, TokenUser, buffer.as_mut_ptr().cast(), room, &raw mut length);
        CloseHandle(token);
        if done == 0 {
            return None;
        }
        let user = buffer.as_ptr().cast::<TOKEN_USER>();
        if ConvertSidToStringSidW((*user).User.Sid, &raw mut text) == 0 {
            return None;
        }
    }
    Some(text_of(&Local(text.cast())))
}

/// What an account is called on this machine, in its language.
fn name(account: &str) -> Option<String> {
    let account = wide(OsStr::new(account));
    let mut sid: PSID = null_mut();
    let (mut name, mut domain) = ([0_u16; 256], [0_u16; 256]);
    let (mut name_length, mut domain_length) = (256, 256);
    let mut kind: SID_NAME_USE = 0;
    // SAFETY: the text ends with a zero; the buffers are as long as stated; the account is freed by `Local`.
    let done = unsafe {
        if ConvertStringSidToSidW(account.as_ptr(), &raw mut sid) == 0 {
            return None;
        }
        let sid = Local(sid);
        LookupAccountSidW(
            null(),
            sid.0,
            name.as_mut_ptr(),
            &raw mut name_length,
            domain.as_mut_ptr(),
            &raw mut domain_length,
            &raw mut kind,
        )
    };
    let name = name.get(..usize::try_from(name_length).ok()?)?;
    (done != 0).then(|| std::ffi::OsString::from_wide(name).to_string_lossy().into_owned())
}
