//! The playground as a child, and a browser to look at it with: Chromium, driven over `WebDriver`.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// How long something on the page is waited for. A machine that builds at the same time is slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// Names that Chromium goes by.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CHROMEDRIVER: &str = "chromedriver";

/// A page of the playground in a browser.
#[derive(Clone)]
pub struct Page {
    client: Client,
    address: String,
}

/// Runs `scene` on a page of a new playground, in a new browser; where there is no Chromium or chromedriver, says so.
pub async fn on_page<F>(scene: impl FnOnce(Page) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let (Some(chromium), Some(chromedriver)) = (CHROMIUM.iter().find_map(|name| find(name)), find(CHROMEDRIVER)) else {
        eprintln!("skipped: there is no Chromium, or no {CHROMEDRIVER}");
        return;
    };
    let (_playground, address) = start_playground().await;
    let profile = tempfile::tempdir().expect("a folder");
    let mut driver = command(&chromedriver).arg("--port=0").spawn().expect("chromedriver starts");
    let said = line_with(BufReader::new(driver.stdout.take().expect("piped")), "successfully on port ").await;
    let port = said.trim_end_matches('.').rsplit(' ').next().expect("a port").to_owned();
    let client = connect(&port, &chromium, &profile).await;
    let page = Page { client: client.clone(), address };
    // The browser is closed whether the scene held or not.
    let result = tokio::spawn(scene(page)).await;
    client.close().await.expect("the browser closes");
    if let Err(error) = result {
        std::panic::resume_unwind(error.into_panic());
    }
}

fn find(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    command
}

/// The first line that has `what` in it.
async fn line_with(output: impl AsyncBufRead + Send + Unpin + 'static, what: &str) -> String {
    let mut lines = output.lines();
    while let Some(line) = lines.next_line().await.expect("UTF-8") {
        if line.contains(what) {
            // What comes after is read too, so that no write of the child's fails.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return line;
        }
    }
    panic!("it ended without {what:?}");
}

/// The playground, built as it is now, and its address.
async fn start_playground() -> (Child, String) {
    let folder = Path::new(env!("CARGO_BIN_EXE_kembar")).parent().expect("the profile's folder");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--example", "playground", "--target-dir"]).arg(folder.parent().expect("target"));
    // What `cargo test` says of this package is not of those that are built: ring, for one, would be built anew.
    for (name, _) in std::env::vars_os() {
        if ["OUT_DIR", "CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|start| name.to_string_lossy().starts_with(start)) {
            build.env_remove(name);
        }
    }
    if folder.ends_with("release") {
        build.arg("--release");
    }
    let status = build.current_dir(env!("CARGO_MANIFEST_DIR")).status().await.expect("cargo runs");
    assert!(status.success(), "the playground is built");
    let program = folder.join("examples").join("playground");
    let mut child = command(&program).args(["--port", "0"]).spawn().expect("the playground starts");
    let said = line_with(BufReader::new(child.stdout.take().expect("piped")), "http://").await;
    let address = said.split_whitespace().find(|word| word.starts_with("http://")).expect("an address").to_owned();
    (child, address)
}

async fn connect(port: &str, chromium: &Path, profile: &TempDir) -> Client {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-sync",
        "--force-device-scale-factor=1",
        "--no-first-run",
        "--window-size=1100,900",
        &profile,
    ];
    let options = json!({ "goog:chromeOptions": { "args": arguments, "binary": chromium },
        "goog:loggingPrefs": { "browser": "ALL" } });
    let Value::Object(capabilities) = options else { unreachable!("it is an object") };
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities).connect(&format!("http://127.0.0.1:{port}")).await.expect("a browser")
}

/// Was something done with what `xpath` finds; not where the page has drawn it anew meanwhile.
fn is_done(done: Result<(), CmdError>, xpath: &str) -> bool {
    match done {
        Err(error) if error.is_stale_element_reference() => false,
        Err(error) => panic!("nothing can be done with {xpath}: {error}"),
        Ok(()) => true,
    }
}

impl Page {
    /// Opens it with a query, and waits until the bot is there and its commands are known.
    pub async fn open(&self, query: &str) {
        self.client.goto(&format!("{}/{query}", self.address)).await.expect("it opens");
        self.see("//span[@id='status'][contains(., 'online')]").await;
    }

    /// Waits for an element that this `XPath` finds.
    pub async fn see(&self, xpath: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).every(Duration::from_millis(50));
        match found.for_element(Locator::XPath(xpath)).await {
            Ok(element) => element,
            Err(error) => panic!("{xpath} is not on the page: {error}\n{}", self.text().await),
        }
    }

    /// Waits until this `XPath` finds nothing.
    pub async fn see_no(&self, xpath: &str) {
        let gone = async {
            while !self.client.find_all(Locator::XPath(xpath)).await.expect("XPath").is_empty() {
                tokio::task::yield_now().await;
            }
        };
        let gone = tokio::time::timeout(PATIENCE, gone).await;
        assert!(gone.is_ok(), "{xpath} is still on the page:\n{}", self.text().await);
    }

    /// Waits for a message of the bot with this text in it, and gives the `XPath` of the last such.
    pub async fn answer(&self, text: &str) -> String {
        let bot = "[contains(@class, 'message')][.//span[@class='name bot']]";
        Self::this(&self.see(&format!("(//li{bot}[contains(., {text:?})])[last()]")).await).await
    }

    /// The `XPath` of this message, whatever comes to stand around it.
    pub async fn this(message: &Element) -> String {
        let id = message.attr("data-id").await.expect("an attribute").expect("a message has an id");
        format!("//li[@data-id='{id}']")
    }

    /// Clicks what this `XPath` finds.
    pub async fn click(&self, xpath: &str) {
        let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
        loop {
            let element = self.see(xpath).await;
            let argument = serde_json::to_value(&element).expect("an element");
            let done = match self.client.execute(scroll, vec![argument]).await {
                Ok(_) => element.click().await,
                Err(error) => Err(error),
            };
            if is_done(done, xpath) {
                return;
            }
        }
    }

    /// Clicks a button, link or menu item with this label, in what `inside` finds (or anywhere, where it is empty).
    pub async fn press(&self, inside: &str, label: &str) {
        self.click(&format!(
            "{inside}//*[self::button or self::a][normalize-space() = {label:?} or @aria-label = {label:?}]"
        ))
        .await;
    }

    /// Types into what this `XPath` finds.
    pub async fn type_into(&self, xpath: &str, text: &str) {
        while !is_done(self.see(xpath).await.send_keys(text).await, xpath) {}
    }

    /// Writes into the first person's composer.
    pub async fn write(&self, text: &str) {
        self.type_into("(//textarea)[1]", text).await;
    }

    /// Writes a message and sends it.
    pub async fn say(&self, text: &str) {
        self.write(text).await;
        self.write(&char::from(Key::Enter).to_string()).await;
    }

    /// Chooses in one of the selects at the top of the first pane.
    pub async fn pick(&self, name: &str, label: &str) {
        let select = format!("(//select[@name='{name}'])[1]");
        while !is_done(self.see(&select).await.select_by_label(label).await, &select) {}
    }

    /// The menu that a right click on what this `XPath` finds opens.
    pub async fn right_click(&self, xpath: &str) {
        use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_RIGHT, MouseActions, PointerAction};
        let element = self.see(xpath).await;
        let actions = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_RIGHT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_RIGHT });
        self.client.perform_actions(actions).await.expect("a right click");
    }

    /// All text that is shown.
    pub async fn text(&self) -> String {
        let body = self.client.find(Locator::Css("body")).await.expect("a body");
        body.text().await.unwrap_or_default()
    }

    /// Sets the window's size, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("another size");
    }

    /// Evaluates a script's `return`.
    pub async fn evaluate(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.expect("a script that runs")
    }

    /// What is seen now, as a PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.expect("a picture")
    }
}
