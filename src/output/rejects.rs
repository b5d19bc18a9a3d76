//! The rows of one list with something to mend, returned as `FILE.rejects.csv` to be corrected and imported again. Streams:
//! an import of any size keeps one row in memory. Knows cells and one line of reason; does not know what was wrong.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;
use tempfile::NamedTempFile;

use super::csv::CsvEncoding;
use super::file;
use super::list::{ListForm, ListWriter};
use crate::lang::output as texts;
use crate::model::exit::{Exit, stop};
use crate::model::long_path;

/// The headers of our own two columns, the same in every language, because `intake` recognises them when a file comes
/// back.
pub const ROW_HEADER: &str = "行号";
pub const PROBLEM_HEADER: &str = "问题";

/// More files of rejects of one list than any office keeps; it bounds the search for a free name.
const MOST_FILES: u32 = 9_999;

/// The list's column for its records' codes.
pub struct CodeColumn {
    /// Where the list has it.
    at: Option<usize>,
    /// What it is called where the list has none.
    header: String,
}

impl CodeColumn {
    pub fn new(at: Option<u16>, header: &str) -> CodeColumn {
        CodeColumn { at: at.map(usize::from), header: header.to_owned() }
    }
}

/// A row with something to mend.
pub struct Reject<'a> {
    pub row: u32,
    /// Of a record that went in all the same, and is found again by it.
    pub code: Option<&'a str>,
    pub problem: &'a str,
}

/// Collects rows while an import runs.
pub struct Rejects {
    target: PathBuf,
    headers: Vec<String>,
    code: CodeColumn,
    /// Some row has a code.
    has_codes: bool,
    /// The list is itself a file of rejects: its last two columns are ours, and are replaced.
    returned: bool,
    /// The name of the sheet, where the rows come from a workbook and go to one.
    sheet: Option<String>,
    /// Created at the first faulty row. Which columns the list has is known once all rows are: until then each is here with
    /// its code, number and problem before its cells.
    rows: Option<csv::Writer<NamedTempFile>>,
}

/// Whether a file of rejects with this name is what its ending says: CSV, or a workbook.
pub fn is_written_as_named(target: &Path) -> bool {
    let ending = target.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_none_or(|ending| matches!(ending.as_str(), "csv" | "txt" | "xlsx"))
}

/// Whether the rows go somewhere that is no file: `-` is standard error, since standard output has the answer.
fn is_stream(target: &Path) -> bool {
    file::is_stdout(target) || file::is_device(target)
}

/// A file of rejects under its final name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    pub path: PathBuf,
    /// False where a file with the same content was there already.
    pub created: bool,
}

impl Rejects {
    /// Rows of a list with these headers, to be put at `target` (`FILE.rejects.csv`, or `.xlsx`, which `sheet` is for).
    pub fn new(target: &Path, sheet: Option<&str>, headers: &[String], code: CodeColumn) -> Rejects {
        let ours = [ROW_HEADER, PROBLEM_HEADER];
        let returned = headers.len() > ours.len() && headers.iter().rev().zip(ours.iter().rev()).all(|(a, b)| a == b);
        let kept = if returned { headers.len() - ours.len() } else { headers.len() };
        let headers = headers.iter().take(kept).cloned().collect();
        let (target, sheet) = (target.to_owned(), sheet.map(str::to_owned));
        Rejects { target, headers, code, has_codes: false, returned, sheet, rows: None }
    }

    /// Adds one row, its cells as the list has them.
    pub fn add<'a>(&mut self, reject: &Reject<'_>, cells: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
        self.has_codes |= reject.code.is_some();
        let number = reject.row.to_string();
        let ours = [reject.code.unwrap_or_default(), number.as_str(), reject.problem];
        let rows = self.begun()?;
        let ours = ours.into_iter().try_for_each(|cell| rows.write_field(cell));
        let written = ours
            .and_then(|()| cells.into_iter().try_for_each(|cell| rows.write_field(cell)))
            .and_then(|()| rows.write_record(None::<&[u8]>));
        written.map_err(|error| file::why_not(&self.target, error.into()))
    }

    /// The name that the file gets if no other file has it.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Syncs the rows and puts them in place, before the office file is changed; `None` where no row was faulty. A
    /// file with the same content is kept as it is; one with other content is never touched: `-2`, `-3`, … follow.
    pub fn put(mut self) -> anyhow::Result<Option<Put>> {
        let Some(mut rows) = self.listed()? else { return Ok(None) };
        if is_stream(&self.target) {
            self.pour(&rows).map_err(|error| file::why_not(&self.target, error.into()))?;
            return Ok(Some(Put { path: self.target, created: false }));
        }
        for number in 1..=MOST_FILES {
            let path = numbered(&self.target, number);
            if has_content_of(&path, rows.path())? {
                return Ok(Some(Put { path, created: false }));
            }
            match rows.persist_noclobber(long_path::fit(&path)) {
                Ok(_) => {
                    file::sync_folder(&path)?;
                    return Ok(Some(Put { path, created: true }));
                }
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => rows = error.file,
                Err(error) => return Err(file::why_not(&path, error.error.into())),
            }
        }
        Err(stop(Exit::Refused, texts::too_many_rejects(self.target.display())))
    }

    /// A file for the rows on their way: next to their place, where that is a file.
    fn beside(&self) -> anyhow::Result<NamedTempFile> {
        if is_stream(&self.target) {
            return NamedTempFile::new().map_err(|error| file::why_not(&std::env::temp_dir(), error.into()));
        }
        file::next_to(&self.target)
    }

    /// Writes the rows to standard error, or to a device.
    fn pour(&self, rows: &NamedTempFile) -> io::Result<()> {
        let mut rows = File::open(rows.path())?;
        if file::is_stdout(&self.target) {
            io::copy(&mut rows, &mut io::stderr().lock())?;
        } else {
            io::copy(&mut rows, &mut fs::OpenOptions::new().write(true).open(&self.target)?)?;
        }
        Ok(())
    }

    fn begun(&mut self) -> anyhow::Result<&mut csv::Writer<NamedTempFile>> {
        if self.rows.is_none() {
            let out = self.beside()?;
            self.rows = Some(csv::WriterBuilder::new().flexible(true).from_writer(out));
        }
        self.rows.as_mut().with_context(|| texts::cannot_write(self.target.display()))
    }

    /// The rows as a list, synced, in a file next to their place.
    fn listed(&mut self) -> anyhow::Result<Option<NamedTempFile>> {
        let Some(rows) = self.rows.take() else { return Ok(None) };
        let failed = |error: anyhow::Error| file::why_not(&self.target, error);
        let rows = rows.into_inner().map_err(|error| failed(error.into_error().into()))?;
        let rows = rows.reopen().map_err(|error| failed(error.into()))?;
        let list = self.written(rows).map_err(failed)?;
        list.as_file().sync_all().map_err(|error| failed(error.into()))?;
        Ok(Some(list))
    }

    /// A row's cells padded to the headers. Cells beyond the headers come after our own columns, so that none is lost and none
    /// shifts.
    fn written(&self, rows: File) -> anyhow::Result<NamedTempFile> {
        let form = match &self.sheet {
            Some(sheet) => ListForm::Xlsx(sheet.clone()),
            None => ListForm::Csv(CsvEncoding::Utf8.into()),
        };
        let adds_codes = self.has_codes && self.code.at.is_none();
        let mut list = ListWriter::new(self.beside()?, &form)?;
        let code_header = adds_codes.then_some(self.code.header.as_str());
        list.headers(self.headers.iter().map(String::as_str).chain(code_header).chain([ROW_HEADER, PROBLEM_HEADER]))?;
        let under_headers = self.headers.len();
        let beyond = if self.returned { under_headers + 2 } else { under_headers };
        let mut spooled = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rows);
        for record in spooled.records() {
            let record = record?;
            let ours: Vec<&str> = record.iter().take(3).collect();
            let [code, number, problem] = ours.as_slice() else { anyhow::bail!("a row without its number") };
            let cells: Vec<&str> = record.iter().skip(3).collect();
            let cell = |column: usize| match cells.get(column).copied().unwrap_or_default() {
                "" if self.code.at == Some(column) => *code,
                cell => cell,
            };
            let beyond = cells.iter().skip(beyond).copied();
            let own_code = adds_codes.then_some(*code);
            list.row((0..under_headers).map(cell).chain(own_code).chain([*number, *problem]).chain(beyond))?;
        }
        Ok(list.finish()?)
    }
}

impl Put {
    /// Removes the file because the import failed; a file that existed before stays.
    pub fn remove(&self) -> anyhow::Result<()> {
        if !self.created {
            return Ok(());
        }
        fs::remove_file(&self.path).with_context(|| texts::cannot_remove(self.path.display()))?;
        file::sync_folder(&self.path)
    }
}

/// Whether a file of this name is one of ours: `….rejects.csv`, `….rejects-2.xlsx`.
pub fn is_name(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let is_ending = ["csv", "xlsx"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    let Some((_, ours)) = stem.rsplit_once('.').filter(|_| is_ending) else { return false };
    let Some(rest) = ours.strip_prefix("rejects") else { return false };
    rest.is_empty() || rest.strip_prefix('-').is_some_and(|number| number.parse::<u32>().is_ok())
}

/// The name of the list whose rows a file of this name has: `a.csv` for `a.csv.rejects-2.csv`, so that rows that are handed back
/// again are still those of the list. Any other name is that of a list.
pub fn list_of(name: &str) -> &str {
    let mut list = name;
    while is_name(list) {
        let Some((before, _)) = list.rsplit_once(".rejects").filter(|(before, _)| !before.is_empty()) else { break };
        list = before;
    }
    list
}

/// `FILE.rejects.csv`, `FILE.rejects-2.csv`, …
fn numbered(target: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return target.to_owned();
    }
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "csv"));
    target.with_file_name(format!("{stem}-{number}.{ending}"))
}

/// Whether `path` is a file with just the bytes of `rows`.
fn has_content_of(path: &Path, rows: &Path) -> anyhow::Result<bool> {
    let found = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        found => found.with_context(|| texts::cannot_read_back(path.display()))?,
    };
    let context = || texts::cannot_read_back(path.display());
    if !found.is_file() || found.len() != fs::metadata(rows).with_context(context)?.len() {
        return Ok(false);
    }
    let open = |path: &Path| File::open(path).map(BufReader::new).with_context(context);
    let (mut one, mut other) = (open(path)?.bytes(), open(rows)?.bytes());
    loop {
        match (one.next().transpose().with_context(context)?, other.next().transpose().with_context(context)?) {
            (None, None) => return Ok(true),
            (left, right) if left != right => return Ok(false),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_rejects_are_known_by_their_names() {
        for (name, list) in [
            ("a.csv.rejects.csv", "a.csv"),
            ("a.xlsx.rejects.xlsx", "a.xlsx"),
            ("a.csv.rejects-2.csv", "a.csv"),
            ("a.csv.rejects.csv.rejects-3.CSV", "a.csv"),
            ("心愿.rejects.xlsx", "心愿"),
        ] {
            assert!(is_name(name), "{name}");
            assert_eq!(list_of(name), list);
        }
        for name in ["a.csv", "rejects.csv.txt", "a.rejects-x.csv", "a.rejected.csv", "a.rejects2.csv", "rejects.csv"] {
            assert!(!is_name(name), "{name}");
            assert_eq!(list_of(name), name);
        }
    }

    fn headers(headers: &[&str]) -> Vec<String> {
        headers.iter().map(|&header| header.to_owned()).collect()
    }

    fn no_code() -> CodeColumn {
        CodeColumn::new(None, "编号")
    }

    fn rejected(row: u32, problem: &str) -> Reject<'_> {
        Reject { row, code: None, problem }
    }

    fn put_one(target: &Path, cell: &str) -> Put {
        let mut rejects = Rejects::new(target, None, &headers(&["姓名", "电话"]), no_code());
        rejects.add(&rejected(16, "电话写不全"), [cell].into_iter()).unwrap();
        rejects.put().unwrap().unwrap()
    }

    #[test]
    fn list_without_faults_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let rejects = Rejects::new(&folder.path().join("a.rejects.csv"), None, &headers(&["姓名"]), no_code());
        assert_eq!(rejects.put().unwrap(), None);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn same_rows_keep_their_file_and_other_rows_get_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.rejects.csv");
        let first = put_one(&target, "张三");
        assert_eq!((first.path.as_path(), first.created), (target.as_path(), true));
        assert!(!put_one(&target, "张三").created);
        let second = put_one(&target, "李四");
        assert_eq!(second.path, folder.path().join("a.rejects-2.csv"));
        assert!(!put_one(&target, "李四").created);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);

        put_one(&target, "张三").remove().unwrap();
        assert!(target.exists(), "a file that was there before stays");
        second.remove().unwrap();
        assert!(!second.path.exists());
    }

    #[test]
    fn no_cell_is_lost_and_none_shifts() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.rejects.csv");
        let mut rejects = Rejects::new(&target, None, &headers(&["姓名", "电话"]), no_code());
        rejects.add(&rejected(4, "行太短"), ["张三"].into_iter()).unwrap();
        rejects.add(&rejected(5, "行太长，多 2 格"), ["李四", "1", "多", "=余"].into_iter()).unwrap();
        let text = fs::read_to_string(rejects.put().unwrap().unwrap().path).unwrap();
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[0], "\u{FEFF}姓名,电话,行号,问题");
        assert_eq!(rows[1], "张三,,4,行太短");
        assert!(rows[2].starts_with("李四,1,5,行太长，多 2 格,多,") && !rows[2].ends_with(",=余"), "{}", rows[2]);
    }

    #[test]
    fn codes_have_a_column_of_their_own_only_where_the_list_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let listed = |name: &str, code: CodeColumn| {
            let mut rejects = Rejects::new(&folder.path().join(name), None, &headers(&["编号", "姓名"]), code);
            rejects.add(&rejected(4, "电话写不全"), ["", "张三"].into_iter()).unwrap();
            let waiting = Reject { row: 5, code: Some("JH-W000002"), problem: "不是日期" };
            rejects.add(&waiting, ["", "李四", "多"].into_iter()).unwrap();
            fs::read_to_string(rejects.put().unwrap().unwrap().path).unwrap()
        };
        let own = listed("a.csv", CodeColumn::new(Some(0), "心愿编号"));
        assert_eq!(own, "\u{FEFF}编号,姓名,行号,问题\r\n,张三,4,电话写不全\r\nJH-W000002,李四,5,不是日期,多\r\n");
        let added = listed("b.csv", CodeColumn::new(None, "心愿编号"));
        assert_eq!(
            added,
            "\u{FEFF}编号,姓名,心愿编号,行号,问题\r\n,张三,,4,电话写不全\r\n,李四,JH-W000002,5,不是日期,多\r\n"
        );
    }

    #[test]
    fn returned_file_of_rejects_has_our_columns_once() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.rejects.rejects.csv");
        let mut rejects = Rejects::new(&target, None, &headers(&["姓名", "行号", "问题"]), no_code());
        rejects.add(&rejected(2, "新问题"), ["张三", "16", "旧问题", "多"].into_iter()).unwrap();
        let text = fs::read_to_string(rejects.put().unwrap().unwrap().path).unwrap();
        assert_eq!(text, "\u{FEFF}姓名,行号,问题\r\n张三,2,新问题,多\r\n");
    }

    #[test]
    fn rows_of_a_workbook_go_to_a_workbook_with_the_same_bytes_for_the_same_rows() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.xlsx.rejects.xlsx");
        let put = |cell: &str| {
            let mut rejects = Rejects::new(&target, Some("汇总[1]"), &headers(&["姓名", "电话"]), no_code());
            rejects.add(&rejected(16, "电话写不全"), [cell, "=1+1"].into_iter()).unwrap();
            rejects.put().unwrap().unwrap()
        };
        assert!(put("张三").created);
        assert!(!put("张三").created);
        assert_eq!(put("李四").path, folder.path().join("a.xlsx.rejects-2.xlsx"));
    }

    #[cfg(unix)]
    #[test]
    fn rejects_are_readable_by_their_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let put = put_one(&folder.path().join("a.rejects.csv"), "张三");
        assert_eq!(fs::metadata(put.path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
