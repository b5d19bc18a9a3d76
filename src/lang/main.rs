//! Texts of the program's own end.

use super::texts;

texts! {
    error(message)
        zh "错误：{message}"
        en "error: {message}";
    clock_is_off(day)
        zh "系统日期 {day} 不对，请校正时钟"
        en "the system's day {day} is off; set the clock";
    office_file()
        zh "工作文件"
        en "the office file";
}
