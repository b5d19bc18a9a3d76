//! `init`: makes the office file. Nothing else ever does.

use crate::desk::Context;
use crate::desk::answer::EntryJson;
use crate::lang::cmd as text;
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::place::{PlacePath, level_of};
use crate::model::words::Level;
use crate::output::{Cell, Format, Sheet, Target};
use crate::store::log::{Change, Head};
use crate::store::place::Places;
use crate::store::rows::CampaignRow;
use crate::store::setting::{self, Setting};
use crate::store::{self, campaign};

/// Every office of the campaign lies in this city; a path may name it or leave it out.
const CITY: &str = "广州市";
const LONGEST_PREFIX: usize = 8;

/// Make an office file
///
/// The office sits at a place: a city, a district, a street or a community. With --campaign the campaign is made too,
/// with both default quotas: one wish per in-service member, one project per unit organisation.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where the office sits, from the district down: 荔湾区/金花街道
    #[arg(long, value_name = "PATH")]
    pub office: PlacePath,
    /// What the codes of this office begin with
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
    /// How the answer is written
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    check_prefix(&args.code)?;
    let campaign = campaign_row(args)?;
    if args.dry_run {
        if context.db.symlink_metadata().is_ok() {
            return Err(stop(Exit::Refused, crate::lang::store::office_file_exists(context.db.display())));
        }
        context.say(text::would_init(context.db.display(), &args.office));
        return Ok(Exit::Done);
    }
    let act = context.act("init");
    let head = store::create(&context.db, &context.committed, |store| {
        let mut change = store.change(act)?;
        fill(&mut change, args, campaign)?;
        change.finish()
    })?;
    answer(args, context, head)?;
    Ok(Exit::Done)
}

fn fill(change: &mut Change<'_>, args: &Args, campaign: Option<CampaignRow>) -> anyhow::Result<()> {
    let office = make_office(change, &args.office)?;
    setting::write(change, Setting::OfficeId, &setting::random_hex::<16>()?)?;
    setting::write(change, Setting::DigestKey, &setting::random_hex::<32>()?)?;
    setting::write(change, Setting::OfficePlace, &office.to_string())?;
    setting::write(change, Setting::CodePrefix, args.code.as_str())?;
    if let Some(campaign) = campaign {
        let id = campaign::add(change, campaign)?;
        setting::write(change, Setting::Campaign, &id.to_string())?;
    }
    Ok(())
}

/// The office's place, and those above it.
fn make_office(change: &mut Change<'_>, path: &PlacePath) -> anyhow::Result<i64> {
    let mut places = Places::default();
    let names = path.names();
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
        Err(_) => Err(stop(Exit::Usage, text::office_begins_with_district(path))),
    }
}

fn campaign_row(args: &Args) -> anyhow::Result<Option<CampaignRow>> {
    let (Some(name), Some(from_day), Some(until_day)) = (&args.campaign, args.from, args.until) else {
        return Ok(None);
    };
    if until_day < from_day {
        return Err(stop(Exit::Usage, text::period_upside_down(from_day, until_day)));
    }
    Ok(Some(CampaignRow { id: 0, name: name.trim().to_owned(), from_day, until_day }))
}

/// A prefix has letters and digits only, so that our codes are never mistaken for wall numbers or options.
fn check_prefix(code: &Code) -> anyhow::Result<()> {
    let sound = code.as_str().len() <= LONGEST_PREFIX && code.as_str().bytes().all(|b| b.is_ascii_alphanumeric());
    if sound { Ok(()) } else { Err(stop(Exit::Usage, text::bad_prefix(code))) }
}

fn answer(args: &Args, context: &Context, head: Option<Head>) -> anyhow::Result<()> {
    let shown = context.db.display().to_string();
    let mut sheet = Sheet::new(text::init_heads());
    sheet.rows.push(vec![
        Cell::text_of(shown.clone()),
        Cell::text_of(args.office.to_string()),
        Cell::text_of(args.code.to_string()),
        Cell::from(args.campaign.clone()),
    ]);
    let document = serde_json::json!({
        "db": shown,
        "office": args.office.to_string(),
        "code": args.code.as_str(),
        "campaign": args.campaign,
        "entry": EntryJson::of(head),
    });
    Target::from_args(args.format, None, false, Format::Table)?.write_sheet(&sheet, &document)
}
