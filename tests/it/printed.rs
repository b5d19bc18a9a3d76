//! What a pack prints and posts: the WeChat list, the open letter, cards and the poster.

use std::process::Command;

use crate::office::Office;
use crate::parts;
use crate::workbook::parts_of;

/// A program that only some machines have.
fn peer(program: &str, package: &str) -> Option<Command> {
    // Some of them exit as after a wrong option when they are asked for their version.
    if Command::new(program).arg("--version").output().is_ok() {
        return Some(Command::new(program));
    }
    parts::missing(program, "not found", &format!("apt-get install {package}"), false);
    None
}

#[test]
fn wechat_list_has_what_waits_first_and_no_wish_pretends_a_state() {
    let office = Office::new();
    let rows = "伍艳,蟠虬社区,想要一把轮椅,是\n王刚,蟠虬社区,想要书包 | 已认领,是\n梁好,蟠虬社区,想要一张书桌,是\n";
    office.write("w.csv", format!("姓名,社区,微心愿内容,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    office.ok("claim take 1号 --outsider 益民公司");
    office.ok("publish --only wechat");
    assert_eq!(
        office.read("publish/wechat.txt"),
        "#接龙\n【金花街道】双微清单（2021-12-31）：共 3 个，可认领 2 个\n认领请接龙：3号 姓名 单位\n\
         2号 | 蟠虬社区 | 微心愿 | 想要书包 / 已认领\n3号 | 蟠虬社区 | 微心愿 | 想要一张书桌\n\
         —— 以下已有人认领 ——\n1号 | 蟠虬社区 | 微心愿 | 想要一把轮椅 | 已认领\n"
    );
}

#[test]
fn letter_tells_the_figures_on_the_page_and_in_the_document() {
    let office = Office::published();
    let printed = "截至2021年4月15日，树上共有";
    let page = office.read("publish/letter.html");
    assert!(page.contains(printed) && page.contains("8个微心愿、2个微项目"), "{page}");
    let document = std::fs::read(office.path("publish/letter.docx")).unwrap();
    let parts = parts_of(&document);
    let text = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let text = String::from_utf8(text.1.clone()).unwrap();
    assert!(text.contains(printed) && text.contains("中共金花街道工作委员会"), "{text}");
}

/// What a spreadsheet office's word processor makes of it: one or two pages of A4, with every paragraph.
#[test]
fn letter_opens_in_a_word_processor() {
    let office = Office::published();
    std::fs::copy(office.path("publish/letter.docx"), office.path("letter.docx")).unwrap();
    let Some((pages, text)) = opened(&office, "letter") else { return };
    assert!((1..=3).contains(&pages), "{pages} pages");
    for printed in
        ["点亮微心愿", "8个微心愿、2个微项目", "四、尊重居民，保护隐私", "中共金花街道工作委员会（盖章）2021年4月15日"]
    {
        assert!(text.contains(printed), "{printed}: {text}");
    }
}

#[test]
fn office_signs_its_letter_and_puts_its_own_words() {
    let office = Office::published();
    office.write("publish.toml", "signed = \"金花街道“双微”行动专班\"\n");
    office.ok("publish --only letter");
    assert!(office.read("publish/letter.html").contains("金花街道“双微”行动专班</p>"));
    std::fs::create_dir(office.path("templates")).unwrap();
    office.write("templates/letter.zh.txt", "# 致街坊\n街坊们：\n还有{{ waiting }}个<b>心愿</b>。\n> {{ signed }}\n");
    office.ok("publish --only letter");
    let page = office.read("publish/letter.html");
    assert!(page.contains("<h1>致街坊</h1>") && page.contains("<p>还有10个&lt;b&gt;心愿&lt;"), "{page}");
    // A broken one is reported with its line, ours takes its place, and the rest is made.
    office.write("templates/letter.zh.txt", "# 致街坊\n\n还有{{ waitin }}个。\n");
    office.ends("publish --only letter", 1).reports(&["letter.zh.txt", "第 3 行"]);
    assert!(office.read("publish/letter.html").contains("倡议书"));
}

#[test]
fn letter_speaks_english_too() {
    let office = Office::speaking("en").filled();
    office.ok("publish --today 2021-04-15");
    office.ok("publish --only letter");
    let page = office.read("publish/letter.html");
    for printed in ["On 31 December 2021 the tree holds 8 wishes and 2 projects", "<p class=\"signed\">(seal)</p>"] {
        assert!(page.contains(printed), "{printed}: {page}");
    }
}

/// The pages that a browser prints of a page of the pack, and their text.
fn printed(office: &Office, page: &str) -> Option<(usize, String)> {
    let mut chromium = peer("chromium", "chromium")?;
    let mut pdftotext = peer("pdftotext", "poppler-utils")?;
    let run = chromium
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", office.path("profile").display()))
        .arg(format!("--print-to-pdf={}", office.path("page.pdf").display()))
        .arg(format!("file://{}", office.path(page).display()))
        .output()
        .unwrap();
    assert!(office.has("page.pdf"), "{run:?}");
    let run = pdftotext.arg("-raw").arg(office.path("page.pdf")).arg("-").output().unwrap();
    let text = String::from_utf8(run.stdout).unwrap();
    Some((text.matches('\u{c}').count(), text))
}

#[test]
fn overview_is_printed_on_two_sheets() {
    let office = Office::published();
    office.ok("claim take 1号 --by JH-M000001 --today 2021-05-01");
    office.ok("report overview --output overview.html");
    let Some((pages, text)) = printed(&office, "overview.html") else { return };
    assert_eq!(pages, 2, "{text}");
    for printed in ["党员认领微心愿", "参与情况", "满意度", "存档校验码"] {
        assert!(text.contains(printed), "{printed}: {text}");
    }
}

#[test]
fn cards_are_printed_eight_to_a_sheet() {
    let office = Office::published();
    office.ok("claim take 1号 --outsider 益民公司");
    office.ok("publish --only cards");
    let Some((pages, text)) = printed(&office, "publish/cards.html") else { return };
    assert_eq!(pages, 2, "ten cards: {text}");
    // The number and its 号 are of different sizes, which makes two words of them.
    let text: String = text.chars().filter(|c| *c == '\u{c}' || !c.is_whitespace()).collect();
    for printed in ["10号", "想要一辆轮椅", "龙源社区", "已认领"] {
        assert!(text.contains(printed), "{printed}: {text}");
    }
    let (first, _) = text.split_once('\u{c}').unwrap();
    assert!(first.contains("8号") && !first.contains("9号"), "{first}");
    office.ok("publish --only cards --state open");
    let (pages, text) = printed(&office, "publish/cards.html").unwrap();
    assert_eq!((pages, text.contains("已认领")), (2, false), "nine wait: {text}");
}

/// What a word processor makes of a document: its pages, and its text without blanks.
fn opened(office: &Office, name: &str) -> Option<(usize, String)> {
    let (mut soffice, mut pdftotext) = (peer("soffice", "libreoffice-writer")?, peer("pdftotext", "poppler-utils")?);
    let run = soffice
        .arg(format!("-env:UserInstallation=file://{}", office.path("home").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .args([office.path(""), office.path(&format!("{name}.docx"))])
        .output()
        .unwrap();
    assert!(office.has(&format!("{name}.pdf")), "{run:?}");
    let run = pdftotext.arg(office.path(&format!("{name}.pdf"))).arg("-").output().unwrap();
    let text = String::from_utf8(run.stdout).unwrap();
    Some((text.matches('\u{c}').count(), text.split_whitespace().collect()))
}

/// A claim's letter is one sheet, whoever prints it, and those of a ceremony are as many.
#[test]
fn letters_of_intent_are_a_sheet_each() {
    let office = Office::published();
    office.ok("claim take 9号 --by 区税务局,区图书馆 --on 2021-04-20 --deadline 2021-11-30");
    office.ok("claim letter 9号 -o one.html");
    office.ok("claim letter 9号 -o one.docx");
    for need in 1..=8 {
        office.ok(&format!("claim take {need}号 --by 李梅 --on 2021-04-20"));
    }
    office.ok("claim letter --all -o all.html");
    office.ok("claim letter --all -o all.docx");
    for (name, sheets) in [("one", 1), ("all", 9)] {
        if let Some((pages, text)) = printed(&office, &format!("{name}.html")) {
            assert_eq!((pages, text.matches("认领意向书").count()), (sheets, sheets), "{text}");
        }
        if let Some((pages, text)) = opened(&office, name) {
            assert_eq!((pages, text.matches("乙方（盖章）").count()), (sheets, sheets), "{text}");
        }
    }
}

/// What a scanner reads from the first page that a browser printed.
fn scanned(office: &Office) -> Option<Vec<String>> {
    let (mut pdftoppm, mut zbarimg) = (peer("pdftoppm", "poppler-utils")?, peer("zbarimg", "zbar-tools")?);
    let run = pdftoppm
        .args(["-r", "300", "-png", "-singlefile"])
        .args([office.path("page.pdf"), office.path("page")])
        .output()
        .unwrap();
    assert!(office.has("page.png"), "{run:?}");
    let run = zbarimg.args(["-q", "--raw"]).arg(office.path("page.png")).output().unwrap();
    let mut codes: Vec<String> = String::from_utf8(run.stdout).unwrap().lines().map(str::to_owned).collect();
    codes.sort();
    Some(codes)
}

#[test]
fn codes_can_be_scanned_from_paper() {
    let office = Office::published();
    let Some((pages, _)) = printed(&office, "publish/cards.html") else { return };
    let Some(codes) = scanned(&office) else { return };
    let code = |number: usize| office.json(&format!("show {number}号"))["public_code"].as_str().unwrap().to_owned();
    let mut expected: Vec<String> = (1..=8).map(code).collect();
    expected.sort();
    assert_eq!((pages, codes), (2, expected.clone()), "the code as text");
    office.ok("publish --claim-url https://example.org/claim?code={code} --submit-url https://example.org/wish");
    printed(&office, "publish/cards.html").unwrap();
    let links: Vec<String> = expected.iter().map(|code| format!("https://example.org/claim?code={code}")).collect();
    assert_eq!(scanned(&office).unwrap(), links);
    printed(&office, "publish/poster.html").unwrap();
    assert_eq!(scanned(&office).unwrap(), ["https://example.org/wish"]);
}

#[test]
fn letter_and_poster_are_printed_on_their_pages() {
    let office = Office::published();
    office.ok("publish --submit-url https://example.org/wish");
    let Some((pages, text)) = printed(&office, "publish/poster.html") else { return };
    assert_eq!((pages, text.contains("扫一扫，提交微心愿")), (1, true), "{text}");
    let (pages, text) = printed(&office, "publish/letter.html").unwrap();
    assert!(pages <= 2 && text.contains("中共金花街道工作委员会"), "{pages} pages: {text}");
}

#[test]
fn link_that_no_code_can_lead_to_is_refused() {
    let office = Office::verified();
    office.refuses("publish --claim-url example.org/{code}", 2).reports(&["--claim-url", "{code}"]);
    office.refuses("publish --claim-url https://example.org/{phone}", 2).reports(&["{phone}"]);
    office.refuses("publish --submit-url https://example.org/{code}", 2).reports(&["--submit-url"]);
    office.write("publish.toml", "claim_url = \"ftp://example.org\"\n");
    office.refuses("publish", 3).reports(&["claim_url", "ftp://example.org", "第 1 行"]);
    office.refuses("publish --state waiting", 2);
    assert!(!office.has("publish"));
}

/// What comes in by the poster's code: the form's answers, with the channel that its column or the map says.
#[test]
fn wishes_of_the_poster_are_collected_as_scanned() {
    let office = Office::new();
    office.write("扫码.toml", "[constants]\nchannel = \"扫码\"\n");
    office.write("form.csv", "姓名,社区,微心愿内容\n伍艳,蟠虬社区,想要一把轮椅\n");
    office.ok("collect wishes form.csv --map 扫码.toml");
    office.write("more.csv", "姓名,社区,微心愿内容,来源\n王刚,蟠虬社区,想要一张书桌,扫码\n");
    office.ok("collect wishes more.csv");
    let channels: Vec<String> = office.export("wishes").iter().map(|row| row["征集渠道"].clone()).collect();
    assert_eq!(channels, ["扫码", "扫码"]);
}

#[test]
fn wechat_list_is_read_back_with_the_answers_below_it() {
    let office = Office::published();
    office.ok("claim take 1号 --outsider 益民公司");
    office.ok("publish --only wechat");
    let list = office.read("publish/wechat.txt");
    office.write("chat.txt", format!("{list}\n1. 李梅 2号\n2. 何静 5号\n"));
    let answer = office.json("claim wechat chat.txt");
    let numbers: Vec<u64> =
        answer["proposals"].as_array().unwrap().iter().map(|one| one["number"].as_u64().unwrap_or(0)).collect();
    assert_eq!(numbers, [2, 5], "no line of the list is a claim: {answer}");
}
