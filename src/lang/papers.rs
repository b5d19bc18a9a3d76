//! Texts of the papers of claims: letters of intent and service records.

use super::texts;

texts! {
    html_or_docx(file) zh "文件名以 .html（网页，可打印）或 .docx（Word、WPS）结尾：{file}" en "the file ends with .html (a page to print) or .docx (Word, WPS): {file}";
    papers_at(papers, file) zh "已写入 {file}（{papers} 份）" en "wrote {file} ({papers} papers)";
    no_letter_of(claim, state) zh "{claim} {state}，不再写意向书" en "{claim} is {state}: there is no letter to write";
    no_letter_to_sign() zh "没有待签意向书的认领" en "no claim waits for its letter";
    signed_already(claims) zh "{claims} 份已签意向书，没有再写；要重印请写编号" en "{claims} have signed their letter already and are left out; name their codes to print them again";
    too_many_letters(letters, most) zh "共 {letters} 份，一次最多 {most} 份；用 --place、--kind 或 --by 分几次写" en "{letters} letters, at most {most} at once; divide them with --place, --kind or --by";
    done_on(day) zh "{day} 办结" en "done on {day}";
    left_on(day) zh "{day} 退出" en "left on {day}";
    satisfied(score) zh "满意度 {score}" en "satisfaction {score}";
}

/// The Chinese help of these papers, by path: see `help`.
pub fn help(key: &str) -> Option<&'static str> {
    Some(match key {
        "claim letter" => {
            "写认领意向书，一份认领一份，供双方签署\n\n写出所列认领的；--place、--by 或 --all 写出仍在办、还没签意向书的全部认领。电话遮盖，许愿人按墙上的称呼，不写住址；--reveal 写出全部并记入日志。签署后用 claim milestone ‹编号› letter 登记日期。"
        }
        "claim letter --place" => "这个属地的全部认领",
        "claim letter --all" => "全部认领",
        "claim letter --kind" => "只写微心愿（wish）或微项目（project）的",
        "claim card" => {
            "写党员的服务记录：每件认领的日期、事项、状态和结果\n\n也可以写党组织或社会力量的。电话和文字里的隐私遮盖；--reveal 写出全部并记入日志。"
        }
        "claim card <WHO>" => "谁的：姓名、姓名加单位、电话或编号",
        "claim letter --output" | "claim card --output" => {
            "写到文件：.html 是可打印的网页，.docx 供 Word 和 WPS；“-” 把网页写到标准输出"
        }
        "claim letter --reveal" | "claim card --reveal" => "写出电话和住址，及理由",
        _ => return None,
    })
}
