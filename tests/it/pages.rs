//! The pages of the pack, in a browser: what they show, how they are used, and that nothing leaves or gets in.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::office::Office;

/// On the wall with claims in every stage: 1号 claimed, 2号 fulfilled, 4号 partly claimed.
fn office() -> Office {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --name-ok --on 2021-05-01");
    office.ok("claim take 2号 --by 陈刚 --on 2021-05-02");
    office.ok("claim complete 2号 --on 2021-05-03");
    office.ok("claim take 4号 --by 何静 --quantity 2 --on 2021-05-04");
    office.ok("publish");
    office
}

/// The office with so many wishes in so many communities, on the wall.
fn many(wishes: usize, places: usize) -> Office {
    let office = Office::new();
    let rows = (0..wishes).map(|at| format!("林晓,第{}社区,1990000{at:04},一件小小的东西{at},是\n", at % places));
    office.write("w.csv", format!("姓名,社区,电话,微心愿内容,同意公开\n{}", rows.collect::<String>()));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish --only tree,screen");
    office
}

/// How many pages a PDF has.
fn pages_of(pdf: &[u8]) -> usize {
    pdf.windows(11).filter(|bytes| bytes == b"/Type /Page").count()
        - pdf.windows(12).filter(|bytes| bytes == b"/Type /Pages").count()
}

/// The page asked for nothing but files of its folder, and had nothing to complain about.
#[track_caller]
fn is_quiet(browser: &Browser) {
    assert_eq!(browser.messages, Vec::<String>::new());
    let foreign: Vec<&String> = browser.requests.iter().filter(|url| !url.starts_with("file://")).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[test]
fn tree_shows_each_need_in_the_colour_of_its_stage() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open(&office().path("publish/tree.html"), 1280, 900);
    let shown = browser.eval(
        "Object.fromEntries(Array.from(document.querySelectorAll('.a'), apple =>
           [apple.dataset.n, apple.querySelector('use').getAttribute('href')]))",
    );
    for (number, drawn) in [
        ("1", "#wish-claimed"),
        ("2", "#wish-fulfilled"),
        ("3", "#wish-open"),
        ("4", "#wish-partly_claimed"),
        ("9", "#project-open"),
    ] {
        assert_eq!(shown[number], drawn, "{number}");
    }
    assert_eq!(shown.as_object().unwrap().len(), 10);
    let counts = browser.eval("Array.from(document.querySelectorAll('.key b'), count => count.textContent)");
    assert_eq!(counts, json!(["7", "1", "1", "1"]));
    // Half of the apple is green and half is red.
    let stops = browser
        .eval("Array.from(document.querySelectorAll('#hue-partly_claimed stop'), stop => stop.getAttribute('offset'))");
    assert_eq!(stops, json!(["0%", "50%", "50%", "100%"]));
    is_quiet(&browser);
}

#[test]
fn card_is_opened_read_and_closed_by_keyboard() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open(&office().path("publish/tree.html"), 1280, 900);
    browser.eval("document.getElementById('as-list').focus()");
    browser.press("Tab");
    let first = browser.text("document.activeElement.getAttribute('aria-label')");
    assert!(first.contains("1号，") && first.contains("书桌"), "{first}");
    browser.press("ArrowRight");
    let second = browser.text("document.activeElement.dataset.n");
    assert_ne!(second, "1");
    browser.press("Enter");
    browser.until("document.getElementById('card').open");
    let card = browser.text("document.getElementById('card').innerText");
    assert!(card.contains(&format!("{second}号")) && card.contains("社区"), "{card}");
    browser.press("Escape");
    browser.until("!document.getElementById('card').open");
    assert_eq!(browser.text("document.activeElement.dataset.n"), second, "the focus comes back");
    is_quiet(&browser);
}

#[test]
fn wishes_are_found_by_number_text_place_and_stage() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open(&office().path("publish/tree.html"), 1280, 900);
    let found = |browser: &mut Browser, set: &str| {
        browser.eval("document.getElementById('bar').reset(); 0");
        browser.until("document.querySelectorAll('.a.off').length === 0");
        browser.eval(&format!("{set}; 0"));
        browser.eval("document.getElementById('bar').dispatchEvent(new Event('input')); 0");
        browser.eval("Array.from(document.querySelectorAll('.a:not(.off)'), apple => Number(apple.dataset.n))")
    };
    let q = |text: &str| format!("document.getElementById('q').value = '{text}'");
    assert_eq!(found(&mut browser, &q("3号")), json!([3]));
    assert_eq!(found(&mut browser, &q("老花镜")), json!([5]));
    assert_eq!(found(&mut browser, "document.getElementById('place').value = '锦龙社区'"), json!([2, 6, 10]));
    assert_eq!(found(&mut browser, "document.querySelector('[data-stage=fulfilled]').click()"), json!([2]));
    assert_eq!(found(&mut browser, "document.getElementById('kind').value = 'project'"), json!([9, 10]));
    assert_eq!(found(&mut browser, &q("没有的东西")), json!([]));
    assert_eq!(browser.eval("document.getElementById('none').hidden"), false);
    is_quiet(&browser);
}

#[test]
fn hostile_texts_are_inert_on_every_page() {
    let Some(mut browser) = Browser::start() else { return };
    let office = Office::new();
    let texts = [
        "<img src=x onerror=\"document.title='pwned'\">",
        "</script><script>document.title='pwned'</script>",
        "{{ 7 * 7 }} ${7*7} \u{202E}txet",
        "'\"><svg onload=document.title='pwned'>",
    ];
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let rows: String = texts.iter().map(|text| format!("甲乙,蟠虬社区,70,{},是\n", quoted(text))).collect();
    office.write("w.csv", format!("姓名,社区,年龄,微心愿内容,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish JH-W000001 JH-W000002 JH-W000003 JH-W000004 --as-is");
    for page in ["tree.html#1", "screen.html"] {
        browser.open_url(&format!("file://{}/publish/{page}", office.path("").display()), 1280, 900);
        browser.until("document.title !== ''");
        let title = browser.text("document.title");
        assert!(title.contains("双微心愿树"), "{page}: {title}");
        assert_eq!(browser.eval("document.querySelectorAll('img, main script, .what svg').length"), 0, "{page}");
        let policy = browser.text("document.querySelector('meta[http-equiv]').content");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        let text = browser.text("document.body.innerText");
        assert!(!text.contains('\u{202E}') && !text.contains("49 "), "{page}: {text}");
        is_quiet(&browser);
    }
    browser.open_url(&format!("file://{}/publish/tree.html#1", office.path("").display()), 1280, 900);
    assert_eq!(browser.text("document.getElementById('card-content').textContent"), texts[0]);
}

#[test]
fn grove_has_a_tree_for_each_community_and_filters_it() {
    let Some(mut browser) = Browser::start() else { return };
    let office = many(120, 3);
    browser.open(&office.path("publish/tree.html"), 1280, 900);
    assert_eq!(browser.eval("document.querySelectorAll('.tree').length"), 3);
    assert_eq!(browser.eval("document.querySelectorAll('.a').length"), 120);
    browser.eval("document.getElementById('place').value = '第1社区'; document.getElementById('bar').dispatchEvent(new Event('input')); 0");
    assert_eq!(browser.eval("document.querySelectorAll('.tree:not([hidden])').length"), 1);
    assert_eq!(browser.eval("performance.getEntriesByName('filter', 'measure').length > 0"), true);
    is_quiet(&browser);
}

#[test]
fn tree_prints_on_a4_and_a3_with_its_list() {
    let Some(mut browser) = Browser::start() else { return };
    let office = office();
    browser.open(&office.path("publish/tree.html"), 1280, 900);
    for (name, width, height) in [("a4.pdf", 210.0, 297.0), ("a3.pdf", 297.0, 420.0)] {
        let pdf = browser.printed(width, height);
        assert!(pdf.starts_with(b"%PDF"));
        office.write(name, &pdf);
        let pages = pages_of(&pdf);
        assert!((2..=3).contains(&pages), "{name}: the tree, then the list: {pages}");
    }
}

#[test]
fn screen_reads_its_data_again_and_does_not_grow() {
    let Some(mut browser) = Browser::start() else { return };
    let office = office();
    browser.open(&office.path("publish/screen.html"), 1920, 1080);
    browser.until("document.getElementById('percent').textContent.includes('20%')");
    let place = browser.text("document.getElementById('place').textContent");
    assert!(place.ends_with("社区"), "{place}");
    // A claimant who agreed is named, others are not.
    let claims = browser.eval("new Promise(told => { const read = globalThis.shuangwei; globalThis.shuangwei = data => { read(data); told(data.claims.map(claim => claim.by)); }; const script = document.createElement('script'); script.src = 'screen-data.js?claims'; document.head.append(script); script.remove(); })");
    assert_eq!(claims, json!(["党员", "党员", "李梅"]));
    let grown = |browser: &mut Browser| {
        browser.send("HeapProfiler.collectGarbage", json!({}));
        let counted = browser.send("Performance.getMetrics", json!({}));
        let metric = |name: &str| {
            let found = counted["metrics"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
            found["value"].as_f64().unwrap()
        };
        (metric("Nodes"), metric("JSHeapUsedSize"))
    };
    let refreshes = |browser: &mut Browser, count: usize| {
        browser.eval(&format!(
            "(async () => {{ for (let i = 0; i < {count}; i++) {{ await new Promise(done => {{
               const script = document.createElement('script');
               script.onload = () => {{ script.remove(); done(); }};
               script.src = 'screen-data.js?' + performance.now();
               document.head.append(script);
             }}); document.dispatchEvent(new Event('x')); dispatchEvent(new KeyboardEvent('keydown', {{ key: 'ArrowRight' }})); }} }})()"
        ));
        // The last slide is drawn a moment later.
        std::thread::sleep(std::time::Duration::from_millis(700));
    };
    refreshes(&mut browser, 20);
    let before = grown(&mut browser);
    refreshes(&mut browser, 200);
    let after = grown(&mut browser);
    assert!(after.0 <= before.0 + 20.0 && after.1 <= before.1 * 1.1 + 200_000.0, "{before:?} {after:?}");
    // Newer data is shown without opening the page again.
    office.ok("claim take 3号 --by 周明 --on 2021-05-05");
    office.ok("publish");
    refreshes(&mut browser, 1);
    browser.until("document.getElementById('percent').textContent.includes('30%')");
    is_quiet(&browser);
}

#[test]
fn screen_holds_long_names_and_long_wishes() {
    let Some(mut browser) = Browser::start() else { return };
    for place in ["西关社区", "华林国际珠宝城社区", "第十甫路步行街联合社区", "西关恩宁路永庆坊文化街区联合党委社区"]
    {
        let office = Office::bare();
        office.ok(&format!(
            "init --office 荔湾区/金花街道/{place} --code JH --campaign 2021 --from 2021-04-01 --until 2021-12-31"
        ));
        let wish = "腿脚不便，平时买菜取药都要下七层楼，希望每周有人来一到两次帮忙买菜取药，聊聊天";
        let rows: String = (1..=3).map(|at| format!("{place},王某{at},{wish}第{at}件,是\n")).collect();
        office.write("w.csv", format!("社区,许愿人,微心愿内容,同意公开\n{rows}"));
        for line in ["collect wishes w.csv", "verify --all --pass", "publish --only screen"] {
            office.ok(line);
        }
        for (width, height) in [(1280, 720), (1920, 1080), (3840, 2160)] {
            browser.open(&office.path("publish/screen.html"), width, height);
            browser.until("document.querySelectorAll('#waiting li:not([hidden])').length === 3");
            let spare = browser.eval(
                "(() => { const beside = document.querySelector('.beside'), last = document.querySelector('#waiting li:nth-child(3)'); \
                 return Math.min(beside.clientHeight - beside.scrollHeight, document.querySelector('footer').getBoundingClientRect().top - last.getBoundingClientRect().bottom); })()",
            );
            assert!(spare.as_f64().unwrap() >= -1.0, "{place} at {width}: {spare}");
        }
    }
}

#[test]
fn pages_have_no_serious_fault_of_accessibility() {
    let Some(mut browser) = Browser::start() else { return };
    let office = office();
    office.ok("publish --lang en --to en");
    let grove = many(3_100, 40);
    let pages = [
        office.path("publish/tree.html"),
        office.path("en/tree.html"),
        office.path("publish/screen.html"),
        grove.path("publish/tree.html"),
        grove.path("publish/tree-第0社区.html"),
    ];
    for page in pages {
        assert!(page.exists(), "{}", page.display());
        browser.open(&page, 1280, 900);
        let Some(faults) = browser.serious_faults() else { return };
        assert_eq!(faults, Vec::<String>::new(), "{}", page.display());
        if browser.eval("!!document.getElementById('card')") == Value::Bool(true) {
            browser.eval("document.querySelector('.a').dispatchEvent(new MouseEvent('click', { bubbles: true })); 0");
            let faults = browser.serious_faults().unwrap();
            assert_eq!(faults, Vec::<String>::new(), "{} with a card", page.display());
        }
    }
}

/// How fast it is depends on the machine, and is only printed.
#[test]
fn tree_of_two_thousand_is_small_and_filtered_in_silence() {
    let Some(mut browser) = Browser::start() else { return };
    let office = many(2_000, 40);
    let path = office.path("publish/tree.html");
    let bytes = path.metadata().unwrap().len();
    browser.open(&path, 1280, 900);
    let paint = browser.eval("performance.getEntriesByName('first-contentful-paint')[0].startTime").as_f64().unwrap();
    for text in ["东西1", "", "东西19", "没有"] {
        browser.eval(&format!(
            "document.getElementById('q').value = '{text}'; document.getElementById('bar').dispatchEvent(new Event('input')); 0"
        ));
    }
    let filter = browser
        .eval("Math.max(...performance.getEntriesByName('filter', 'measure').map(one => one.duration))")
        .as_f64()
        .unwrap();
    crate::parts::note(&format!(
        "tree of 2,000: {bytes} bytes, first paint {paint:.0} ms, slowest filter {filter:.1} ms"
    ));
    assert!(bytes <= 3_000_000, "{bytes} bytes");
    is_quiet(&browser);
}

/// The picture of the README: run with `SHUANGWEI_WRITE_DOCS=1` to make it anew.
#[test]
fn picture_of_the_readme_is_the_tree() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open(&office().path("publish/tree.html"), 1200, 1000);
    browser.eval("document.getElementById('grove').scrollIntoView(); 0");
    let picture = browser.picture();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/wall.png");
    if std::env::var_os("SHUANGWEI_WRITE_DOCS").is_some() {
        std::fs::write(&path, &picture).unwrap();
    }
    let kept = std::fs::read(&path).expect("docs/wall.png");
    let size = |png: &[u8]| png[16..24].to_vec();
    assert!(kept.starts_with(b"\x89PNG") && size(&kept) == size(&picture), "docs/wall.png is of another size");
}

#[test]
fn boards_and_cards_hold_long_names_of_places() {
    let Some(mut browser) = Browser::start() else { return };
    let names = [
        "西关社区",
        "荔湾区西关联合社区",
        "新丰县人民政府驻广州办事处家属院社区",
        "西关恩宁路永庆坊文化街区联合党委社区居委会",
    ];
    let office = Office::new();
    // Enough for a tree for each place.
    let rows = (0..48)
        .map(|at| format!("{},林晓,1990000{at:04},一件小小的东西{at},是,2022-12-31,4\n", names[at % names.len()]));
    let header = "社区,姓名,电话,微心愿内容,同意公开,完成时限,数量\n";
    office.write("w.csv", format!("{header}{}", rows.collect::<String>()));
    for line in ["collect wishes w.csv --new-place", "verify --all --pass", "publish --only tree,cards"] {
        office.ok(line);
    }
    for width in [390, 1280, 3840] {
        browser.open(&office.path("publish/tree.html"), width, 1600);
        let spare = browser.eval(
            "Math.min(...[...document.querySelectorAll('.sign')].flatMap(sign => { const board = sign.querySelector('rect').getBBox(); \
             return [...sign.querySelectorAll('text')].flatMap(text => { const box = text.getBBox(); \
             return [box.x - board.x, board.x + board.width - box.x - box.width, box.y + box.height * .2 - board.y]; }); }))",
        );
        assert!(spare.as_f64().unwrap() >= 0.0, "{width}: {spare}");
    }
    browser.open(&office.path("publish/cards.html"), 1280, 1600);
    let clipped = browser.eval("[...document.querySelectorAll('.head, .content')].filter(one => one.scrollHeight > one.clientHeight + 1).length");
    assert_eq!(clipped, 0);
}

#[test]
fn wall_without_wishes_says_so_and_how_to_hand_one_in() {
    let Some(mut browser) = Browser::start() else { return };
    for (lang, words, no) in [("zh", "树上还没有心愿", "全部认领"), ("en", "no wishes on the tree yet", "all claimed")]
    {
        let office = Office::speaking(lang);
        office.ok("publish");
        for page in ["tree", "letter", "screen"] {
            browser.open(&office.path(&format!("publish/{page}.html")), 390, 844);
            let text = browser.eval("document.body.innerText.toLowerCase() + [...document.querySelectorAll('.sign text')].map(text => text.textContent).join()");
            let text = text.as_str().unwrap().replace('\n', " ");
            let words = if page == "letter" && lang == "en" { "no wishes on it yet" } else { words };
            assert!(text.contains(words) && !text.contains(no), "{lang} {page}: {text}");
        }
    }
}

#[test]
fn wall_without_wishes_asks_nobody_to_claim_and_prints_no_empty_list() {
    let Some(mut browser) = Browser::start() else { return };
    let office = Office::new();
    office.ok("publish");
    browser.open(&office.path("publish/screen.html"), 1280, 720);
    browser.until("document.getElementById('latest').textContent !== ''");
    let text = browser.text("document.body.innerText");
    assert!(text.contains("到所在社区提交") && !text.contains("认领 0%") && !text.contains("等您来认领"), "{text}");
    browser.open(&office.path("publish/cards.html"), 1280, 720);
    let text = browser.text("document.body.innerText");
    assert!(text.contains("没有要印的心愿卡") && !text.contains("剪开"), "{text}");
    browser.open(&office.path("publish/tree.html"), 1280, 720);
    assert_eq!(pages_of(&browser.printed(210.0, 297.0)), 1);
}

#[test]
fn poster_on_a_phone_keeps_its_words_off_the_tree() {
    let Some(mut browser) = Browser::start() else { return };
    for lang in ["zh", "en"] {
        let office = Office::speaking(lang);
        office.ok("publish --only poster");
        for (width, height) in [(390, 844), (1280, 1800)] {
            browser.open(&office.path("publish/poster.html"), width, height);
            let lines = browser.eval("(() => { const lines = one => Math.round(one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)); return ['h1', '.slogan'].map(one => lines(document.querySelector(one))); })()");
            assert_eq!(lines, json!([1, 1]), "{lang} {width}");
        }
    }
}

#[test]
fn screen_says_all_only_of_all_and_nothing_only_of_nothing() {
    let Some(mut browser) = Browser::start() else { return };
    let office = many(100, 1);
    browser.open(&office.path("publish/screen.html?slide=3600&read=3600&claim=3600"), 1280, 720);
    browser.until("document.getElementById('percent').textContent !== ''");
    for (claimed, all, label) in
        [(0, 300, "0%"), (1, 300, "1%"), (150, 300, "50%"), (299, 300, "99%"), (300, 300, "100%")]
    {
        let counts =
            json!({"all": all, "open": all - claimed, "partly_claimed": 0, "claimed": claimed, "fulfilled": 0});
        browser.eval(&format!("shuangwei({{...data, counts: {counts}, fingerprint: '{claimed}'}})"));
        let percent = browser.text("document.getElementById('percent').textContent");
        assert!(percent.ends_with(&format!(" {label}")), "{claimed} of {all}: {percent}");
    }
    // One of a community's trees has nothing that waits, and another has.
    browser.eval(
        "shuangwei({...data, slides: data.slides.map(slide => ({...slide, waiting: []})), fingerprint: 'taken'})",
    );
    assert_eq!(browser.text("document.getElementById('waiting-head').textContent"), "");
    browser.eval("shuangwei({...data, slides: data.slides.map(slide => ({...slide, counts: {...slide.counts, open: 0}})), fingerprint: 'all'})");
    assert_eq!(browser.text("document.getElementById('waiting-head').textContent"), "全部认领");
}

#[test]
fn charts_on_a_phone_have_whole_labels_of_a_size_that_is_read() {
    let Some(mut browser) = Browser::start() else { return };
    let office = Office::published();
    office.write(
        "m.csv",
        "姓名,联系电话,党员类别,报到社区\n赵甲,19900008001,在职党员,新丰县人民政府驻广州办事处家属院社区\n",
    );
    office.ok("collect members m.csv --new-place");
    for report in ["overview", "progress", "activity", "quota"] {
        office.ok(&format!("report {report} --output {report}.html"));
        for (width, class) in [(390, "narrow"), (1280, "broad")] {
            browser.open(&office.path(&format!("{report}.html")), width, 900);
            let shown = browser.eval("[...new Set([...document.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0).map(svg => svg.getAttribute('class')))].join()");
            assert_eq!(shown, class, "{report} at {width}");
            let flaws = browser.eval(
                "[...document.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0).flatMap(svg => { const edge = svg.getBoundingClientRect(); \
                 return [...svg.querySelectorAll('text')].filter(text => { const box = text.getBoundingClientRect(); \
                 return box.left < edge.left - 1 || box.right > edge.right + 1 || box.height < 11; }).map(text => text.textContent); }).join()",
            );
            assert_eq!(flaws, "", "{report} at {width}");
        }
    }
}
