//! Texts of the program's own end.

use super::texts;

texts! {
    error(message)
        zh "错误：{message}"
        en "error: {message}";
    changed_all_the_same(message)
        zh "改动已经保存，但结果没有写出：{message}；用 log 或 show 查看，不必重做"
        en "the change was made, but its answer was not written: {message}; see log or show, and do not repeat it";
    clock_is_off(day)
        zh "系统日期 {day} 不对，请校正时钟"
        en "the system's day {day} is off; set the clock";
    office_file()
        zh "工作文件"
        en "the office file";
}
