//! Pages in a real browser: Chromium, headless, driven over its DevTools protocol. Without it the tests of pages print how to
//! get it and check nothing; in CI (`CI=true`) that is a failure.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

use crate::parts;

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with one page.
pub struct Browser {
    chromium: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: String,
    last: u64,
    /// What the page printed to its console, threw, or was refused.
    pub messages: Vec<String>,
    /// The addresses that the page asked for.
    pub requests: Vec<String>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts a browser; `None` where there is none.
    pub fn start() -> Option<Browser> {
        let is_there = Command::new("chromium").arg("--version").output().is_ok_and(|output| output.status.success());
        if !is_there {
            parts::missing("chromium", "not found", "apt-get install chromium", false);
            return None;
        }
        let profile = tempfile::tempdir().unwrap();
        let mut chromium = Command::new("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
            ])
            .args(["--disable-extensions", "--mute-audio", "--force-color-profile=srgb"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(chromium.stderr.take().unwrap()).lines();
        let address = lines
            .by_ref()
            .find_map(|line| Some(line.ok()?.split_once("DevTools listening on ")?.1.to_owned()))
            .expect("the browser names its address");
        // Whatever else it says must be read, or it waits.
        std::thread::spawn(move || lines.for_each(drop));
        let (socket, _) = tungstenite::connect(address.as_str()).unwrap();
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
        }
        let mut browser = Browser {
            chromium,
            socket,
            session: String::new(),
            last: 0,
            messages: Vec::new(),
            requests: Vec::new(),
            _profile: profile,
        };
        let target = browser.send("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = browser.send("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        browser.session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Runtime", "Log", "Network", "Performance"] {
            browser.send(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    /// Opens a file, in a window of this size, and waits until it is there.
    pub fn open(&mut self, path: &Path, width: u32, height: u32) {
        self.open_url(&format!("file://{}", path.display()), width, height);
    }

    pub fn open_url(&mut self, url: &str, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.send("Emulation.setDeviceMetricsOverride", size);
        self.messages.clear();
        self.requests.clear();
        self.send("Page.navigate", json!({"url": url}));
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// The value of an expression; a promise is waited for. Panics where it throws.
    pub fn eval(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.send("Runtime.evaluate", asked);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer:#}");
        answer["result"]["value"].clone()
    }

    pub fn text(&mut self, expression: &str) -> String {
        self.eval(expression).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an expression is true.
    pub fn until(&mut self, expression: &str) {
        let begin = Instant::now();
        while self.eval(expression) != json!(true) {
            assert!(begin.elapsed() < PATIENCE, "never came true: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses a key: `Enter`, `Tab`, `ArrowRight`.
    pub fn press(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "Escape" => 27,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            other => panic!("{other}"),
        };
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let pressed = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text});
            self.send("Input.dispatchKeyEvent", pressed);
        }
    }

    /// A picture of what is seen, as PNG.
    pub fn picture(&mut self) -> Vec<u8> {
        let shot = self.send("Page.captureScreenshot", json!({"format": "png"}));
        decoded(shot["data"].as_str().unwrap())
    }

    /// The page as it is printed, on paper of this size in millimetres.
    pub fn printed(&mut self, width: f64, height: f64) -> Vec<u8> {
        let paper = json!({"paperWidth": width / 25.4, "paperHeight": height / 25.4, "printBackground": true});
        decoded(self.send("Page.printToPDF", paper)["data"].as_str().unwrap())
    }

    /// Faults of accessibility that axe-core calls serious or critical; `None` where it is not there.
    pub fn serious_faults(&mut self) -> Option<Vec<String>> {
        let Some(axe) = std::env::var_os("SHUANGWEI_AXE") else {
            let how = "npm pack axe-core@4.14.1, unpack it, and set SHUANGWEI_AXE to its axe.min.js";
            parts::missing("axe-core", "SHUANGWEI_AXE is not set", how, false);
            return None;
        };
        let script = std::fs::read_to_string(&axe).unwrap();
        self.eval(&format!("{script};0"));
        let found = self.eval(
            "axe.run().then(found => found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
               .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' ')}`))",
        );
        Some(found.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect())
    }

    /// Asks the browser, or its page once there is one.
    pub fn send(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let id = self.last;
        let mut message = json!({"id": id, "method": method, "params": params});
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.socket.send(Message::text(message.to_string())).unwrap();
        loop {
            let Message::Text(text) = self.socket.read().unwrap() else { continue };
            let answer: Value = serde_json::from_str(text.as_str()).unwrap();
            if answer["id"] == json!(id) {
                assert!(answer["error"].is_null(), "{method}: {answer}");
                return answer["result"].clone();
            }
            self.note(&answer);
        }
    }

    fn note(&mut self, event: &Value) {
        let params = &event["params"];
        match event["method"].as_str() {
            Some("Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded") => {
                self.messages.push(params.to_string());
            }
            Some("Network.requestWillBeSent") => {
                self.requests.push(params["request"]["url"].as_str().unwrap_or_default().to_owned());
            }
            _ => {}
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.chromium.kill().unwrap();
        self.chromium.wait().unwrap();
    }
}

/// Bytes from base64.
fn decoded(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let letters: Vec<u8> = text.bytes().filter(|byte| *byte != b'=').map(value).collect();
    for four in letters.chunks(4) {
        let bits = four.iter().enumerate().fold(0u32, |bits, (at, six)| bits | u32::from(*six) << (18 - 6 * at));
        bytes.extend(bits.to_be_bytes()[1..].iter().take(four.len() - 1));
    }
    bytes
}
