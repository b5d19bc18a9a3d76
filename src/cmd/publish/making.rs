//! How a pack is made: which products, where to, with which settings and templates. All that can be wrong with these is
//! found before anything changes.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::Args;
use crate::desk::wall::known_names;
use crate::desk::{self, Context, choose, templates};
use crate::lang::{Lang, publish as texts};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::text::hex;
use crate::model::words::Product;
use crate::output::folder::NewFolder;
use crate::output::guard;
use crate::privacy::wall::K;
use crate::publish::data::{self, Header};
use crate::publish::templates::{OWN, Templates};
use crate::publish::{self, Pack, Settings, settings};
use crate::store::log::Change;
use crate::store::place::Places;
use crate::store::publication::{self, Publication};
use crate::store::{Store, setting};

/// The office's settings of its packs, beside its office file.
const SETTINGS: &str = "publish.toml";
/// What earlier versions wrote.
const EARLIER: [&str; 2] = ["public.csv", "wechat.txt"];

pub struct Making {
    pub folder: PathBuf,
    pub products: Vec<Product>,
    /// The place that the pack is limited to.
    pub place: Option<i64>,
    pub on: Day,
    /// Of fewer wishes than this with one surname in one community none shows it.
    pub k: u32,
    pub settings: Settings,
    pub templates: Templates,
    /// The office's own language, whoever runs the command.
    pub lang: Lang,
    /// Over the settings, the templates and the language, in hexadecimal.
    pub made_with: String,
    /// The pack that the folder has already.
    pub before: Option<Header>,
}

impl Making {
    pub fn of(args: &Args, store: &Store, context: &Context) -> anyhow::Result<Making> {
        let beside = context.db.parent().unwrap_or(Path::new(""));
        let mut settings = read_settings(&beside.join(SETTINGS))?;
        if let Some(title) = &args.title {
            let title = title.trim();
            settings.title = Some(title.to_owned());
        }
        if let Some(title) = &settings.title {
            let known = known_names(&*store.read()?)?;
            let (name, exit) = if args.title.is_some() { ("--title", Exit::Usage) } else { (SETTINGS, Exit::Refused) };
            if let Some(why) = settings::unfit_title(name, title, Some(&known)) {
                return Err(stop(exit, why));
            }
        }
        links(&mut settings, args)?;
        settings.stages.clone_from(&args.state);
        let office_templates = templates::beside(context)?;
        let folder = args.folder(context).to_path_buf();
        let before = header_of(&folder);
        let known = before.as_ref().map(|header| header.products.as_slice()).unwrap_or_default();
        let is_made =
            |product: &Product| args.only.is_empty() || args.only.contains(product) || known.contains(product);
        let place = match &args.place {
            None => None,
            Some(path) => {
                let path = choose::place(store, path)?;
                let reading = store.read()?;
                let places = Places::load(&reading)?;
                Some(desk::place(&places, setting::office_place(&reading)?, Some(&path))?)
            }
        };
        let lang = desk::office_language(&*store.read()?)?;
        Ok(Making {
            lang,
            folder,
            products: Product::ALL.iter().copied().filter(is_made).collect(),
            place,
            on: args.on.unwrap_or(context.today),
            k: args.k,
            made_with: made_with(lang, &settings, &office_templates),
            settings,
            templates: Templates::new(office_templates)?,
            before,
        })
    }

    /// Whether a file of the folder is the pack's: a new pack takes its place.
    pub fn is_ours(&self, name: &str) -> bool {
        match &self.before {
            Some(header) => name == data::NAME || header.files.iter().any(|file| file.name == name),
            None => {
                EARLIER.contains(&name) && publish::is_of_an_earlier_version(&guard::beginning(&self.folder.join(name)))
            }
        }
    }

    /// Errors: a folder that has files of a pack's names which are no pack's (exit 3).
    pub fn begin_folder(&self, dry_run: bool) -> anyhow::Result<NewFolder> {
        for name in EARLIER.iter().chain([&data::NAME]).filter(|name| !self.is_ours(name)) {
            guard::check_free(&self.folder.join(name))?;
        }
        if dry_run {
            return NewFolder::begin_dry(&self.folder);
        }
        NewFolder::begin(&self.folder, |name| self.is_ours(name))
    }

    /// Remembers what is about to be written; an empty wall shows nothing that could be asked for later.
    pub fn remember(&self, change: &mut Change<'_>, pack: &Pack) -> anyhow::Result<()> {
        if pack.needs.is_empty() {
            return Ok(());
        }
        if setting::surname_k(change.session())?.unwrap_or(K) != self.k {
            setting::write(change, setting::Setting::SurnameK, &self.k.to_string())?;
        }
        let folder = std::path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        let products: Vec<String> = self.products.iter().map(ToString::to_string).collect();
        publication::remember(
            change,
            &Publication {
                folder: folder.display().to_string(),
                products: products.join(","),
                title: self.settings.title.clone(),
                place: self.place,
                on: self.on,
                numbers: pack.numbers(),
            },
        )
    }

    /// The pack that the folder has, where it was made on the same day in the same way: it may be the one asked for.
    pub fn made_alike(&self) -> Option<&Header> {
        self.before.as_ref().filter(|header| {
            header.made_with == self.made_with
                && header.day == self.on.to_string()
                && header.k == self.k
                && header.products == self.products
        })
    }

    /// Whether the folder has this very pack already, whatever the log has gained since; its files are still to be looked at.
    pub fn is_as_before(&self, pack: &Pack) -> bool {
        self.made_alike().is_some_and(|header| {
            header.fingerprint == pack.stamp.fingerprint
                && header.title == pack.heading.title
                && header.place == pack.heading.place
        })
    }
}

/// The header of the pack in a folder; `None` where it has none of ours.
pub fn header_of(folder: &Path) -> Option<Header> {
    use std::io::{BufRead, BufReader};
    let mut line = String::new();
    BufReader::new(fs::File::open(folder.join(data::NAME)).ok()?).read_line(&mut line).ok()?;
    data::header(&line)
}

fn read_settings(path: &Path) -> anyhow::Result<Settings> {
    let Some(written) = templates::read(path)? else { return Ok(Settings::default()) };
    Settings::read(written.trim_start_matches('\u{feff}'))
        .map_err(|unclear| stop(Exit::Refused, texts::config_unclear(path.display(), unclear.line, unclear.cause)))
}

/// The links of the command line go before those of the settings. Errors: one that no code can lead to (exit 2).
fn links(settings: &mut Settings, args: &Args) -> anyhow::Result<()> {
    let given = |link: &Option<String>| link.as_deref().map(|link| link.trim().to_owned());
    settings.claim_url = given(&args.claim_url).or(settings.claim_url.take());
    settings.submit_url = given(&args.submit_url).or(settings.submit_url.take());
    let name = |given: &Option<String>, flag, key| if given.is_some() { flag } else { key };
    let card = name(&args.claim_url, "--claim-url", "claim_url");
    let poster = name(&args.submit_url, "--submit-url", "submit_url");
    let card = settings.claim_url.as_deref().and_then(|link| settings::unfit_claim_url(card, link));
    let poster = settings.submit_url.as_deref().and_then(|link| settings::unfit_submit_url(poster, link));
    match card.or(poster) {
        Some(why) => Err(stop(Exit::Usage, why)),
        None => Ok(()),
    }
}

fn made_with(lang: Lang, settings: &Settings, office_templates: &[(String, String)]) -> String {
    let mut digest = Sha256::new();
    digest.update(format!("{lang:?}{settings:?}"));
    digest.update(env!("CARGO_PKG_VERSION"));
    for (name, text) in OWN.iter().copied().chain(office_templates.iter().map(|(name, text)| (&**name, &**text))) {
        digest.update(format!("{name} {}\n", text.len()));
        digest.update(text);
    }
    hex(&digest.finalize())
}
