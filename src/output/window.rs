//! The window that the program runs in: a double click, or a file dropped on the program, opens one for this run alone,
//! which closes with it. Only Windows does that.

/// Whether the window was opened for this run: nobody else has its console.
pub fn is_own() -> bool {
    #[cfg(windows)]
    {
        let mut programs = [0_u32; 2];
        // SAFETY: the buffer has room for as many as stated.
        unsafe { windows_sys::Win32::System::Console::GetConsoleProcessList(programs.as_mut_ptr(), 2) == 1 }
    }
    #[cfg(not(windows))]
    {
        false
    }
}
