//! `init`: makes the office file. No other command does.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::desk::answer::EntryJson;
use crate::desk::wall::check_campaign_name;
use crate::desk::{Context, finish};
use crate::lang::{Lang, cmd as text};
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::join_key::{IdKey, JoinKey, JoinKeyError};
use crate::model::place::{PlacePath, level_of};
use crate::model::words::Level;
use crate::output::{Cell, Format, Sheet, Target, guard};
use crate::privacy;
use crate::store::log::{Change, Head};
use crate::store::place::Places;
use crate::store::rows::CampaignRow;
use crate::store::setting::{self, Setting};
use crate::store::{self, campaign};

/// Every office of the campaign is in this city; a path may name it or leave it out.
const CITY: &str = "广州市";
const LONGEST_PREFIX: usize = 8;

/// Make an office file
///
/// An office belongs to a place: a city, a district, a street or a community. With --campaign the campaign is made too,
/// with both default quotas: one wish per in-service member, one project per unit organisation.
///
/// What the office publishes and prints (the pack, letters, records) is in its own language, whoever runs the command:
/// Chinese, unless --lang en is given here.
///
/// The office file keeps no ID numbers, only digests made with a key. With --join-key the key is one that the city
/// gives to all its offices, so that a member on two offices' rosters can later be counted once; without it the office
/// makes a key of its own. This cannot be changed later. FILE holds 32 to 1024 random bytes, raw or as hexadecimal text
/// (64 digits or more; blanks and line ends do not count): openssl rand -hex 32 > city.key
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The place of the office, from the district down: 荔湾区/金花街道
    #[arg(long, value_name = "PATH")]
    pub office: PlacePath,
    /// The prefix of the codes of this office
    #[arg(long, value_name = "CODE", default_value = "SW")]
    pub code: Code,
    /// The first campaign's name
    #[arg(long, value_name = "NAME", requires_all = ["from", "until"])]
    pub campaign: Option<String>,
    /// The campaign's first day
    #[arg(long, value_name = "DAY", requires = "campaign")]
    pub from: Option<Day>,
    /// The campaign's last day
    #[arg(long, value_name = "DAY", requires = "campaign")]
    pub until: Option<Day>,
    /// The city's join key, for digests of ID numbers
    #[arg(long, value_name = "FILE")]
    pub join_key: Option<PathBuf>,
    /// The format of the answer
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    check_prefix(&args.code)?;
    let campaign = campaign_row(args)?;
    let join_key = args.join_key.as_deref().map(read_join_key).transpose()?;
    guard::check_new_office_file(&context.db)?;
    let act = context.new_entry("init");
    let (id_key, head) = store::create(&context.db, &context.committed, args.dry_run, |store| {
        let mut change = store.change(act)?;
        let id_key = fill(&mut change, args, campaign, join_key.as_ref())?;
        setting::write(&mut change, Setting::Language, language(context).code())?;
        Ok((id_key, finish(change, args.dry_run)?))
    })?;
    answer(args, context, &id_key, head)?;
    if args.dry_run {
        context.note_dry_run();
    }
    Ok(Exit::Done)
}

/// The office's language: the environment is that of whoever sits here today.
fn language(context: &Context) -> Lang {
    context.lang.unwrap_or(Lang::Zh)
}

fn fill(
    change: &mut Change<'_>,
    args: &Args,
    campaign: Option<CampaignRow>,
    join_key: Option<&JoinKey>,
) -> anyhow::Result<IdKey> {
    let office = make_office(change, &args.office)?;
    setting::write(change, Setting::OfficeId, &setting::random_hex::<16>()?)?;
    let id_key = setting::choose_id_key(change, join_key)?;
    setting::write(change, Setting::OfficePlace, &office.to_string())?;
    setting::write(change, Setting::CodePrefix, args.code.as_str())?;
    if let Some(campaign) = campaign {
        let id = campaign::add(change, campaign)?;
        setting::write(change, Setting::Campaign, &id.to_string())?;
    }
    Ok(id_key)
}

/// Makes the office's place and those above it.
fn make_office(change: &mut Change<'_>, path: &PlacePath) -> anyhow::Result<i64> {
    let mut places = Places::default();
    let names = path.names();
    if let Some(private) = names.iter().find(|name| privacy::is_private_place(name)) {
        return Err(stop(Exit::Refused, crate::lang::faults::private_place(private)));
    }
    let (city, rest) = match names.split_first() {
        Some((first, rest)) if level_of(first) == Some(Level::City) => (*first, rest),
        _ => (CITY, names.as_slice()),
    };
    let city = places.make(change, None, Level::City, city)?;
    let Some(first) = rest.first() else { return Ok(city) };
    if level_of(first) != Some(Level::District) {
        return Err(stop(Exit::Usage, text::office_begins_with_district(path)));
    }
    let below = PlacePath::from_parts(rest.iter().copied())?;
    match places.find_or_make(change, &below, city, &mut Vec::new())? {
        Ok(place) => Ok(place),
        Err(_) => Err(stop(Exit::Usage, text::office_of_no_level(path))),
    }
}

fn campaign_row(args: &Args) -> anyhow::Result<Option<CampaignRow>> {
    let (Some(name), Some(from_day), Some(until_day)) = (&args.campaign, args.from, args.until) else {
        return Ok(None);
    };
    if until_day < from_day {
        return Err(stop(Exit::Usage, text::period_upside_down(from_day, until_day)));
    }
    check_campaign_name(name)?;
    Ok(Some(CampaignRow {
        id: 0,
        name: name.trim().to_owned(),
        from_day,
        until_day,
        stale_days: None,
        pool_days: None,
    }))
}

/// A prefix has letters and digits only, so that codes cannot be mistaken for wall numbers or options.
fn check_prefix(code: &Code) -> anyhow::Result<()> {
    let is_valid = code.as_str().len() <= LONGEST_PREFIX && code.as_str().bytes().all(|b| b.is_ascii_alphanumeric());
    if is_valid { Ok(()) } else { Err(stop(Exit::Usage, text::bad_prefix(code))) }
}

/// Errors: a file that cannot be read, or holds no key (exit 3).
fn read_join_key(path: &Path) -> anyhow::Result<JoinKey> {
    let mut bytes = Vec::new();
    let limit = JoinKey::LONGEST_FILE as u64 + 1;
    File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .with_context(|| text::join_key_unreadable(path.display()))?;
    JoinKey::from_file(&bytes).map_err(|fault| {
        let fault = match fault {
            JoinKeyError::Empty => text::join_key_empty(),
            JoinKeyError::TooShort(bytes) => text::join_key_too_short(bytes, JoinKey::SHORTEST),
            JoinKeyError::TooLong => text::join_key_too_long(JoinKey::LONGEST),
            JoinKeyError::NotHex => text::join_key_not_hex(),
            JoinKeyError::NotRandom => text::join_key_not_random(),
        };
        stop(Exit::Refused, text::bad_join_key(path.display(), fault))
    })
}

fn answer(args: &Args, context: &Context, id_key: &IdKey, head: Option<Head>) -> anyhow::Result<()> {
    if let Some(fingerprint) = id_key.fingerprint() {
        context.note(text::id_key_of_city(fingerprint));
    }
    let path = context.db.display().to_string();
    let mut sheet = Sheet::new(text::init_headers());
    sheet.rows.push(vec![
        Cell::text_of(path.clone()),
        Cell::text_of(args.office.to_string()),
        Cell::text_of(args.code.to_string()),
        Cell::from(args.campaign.clone()),
    ]);
    let document = serde_json::json!({
        "db": path,
        "office": args.office.to_string(),
        "code": args.code.as_str(),
        "campaign": args.campaign,
        "entry": EntryJson::of(head),
        "id_key": id_key.code(),
        "lang": language(context).code(),
        "join_key": id_key.fingerprint(),
    });
    Target::from_args(args.format, None, false, Format::Table)?.write_sheet(&sheet, &document)
}
