-- The office file (design, section 3). Row ids are given by the program, never reused: see store::log.
-- Days are ISO text, money is fen, flags are 0 and 1, digests are blobs. A closed set of more than two words is a
-- chain of ORs: SQLite builds a table of its own for a longer IN at every insert, which made imports five times slower.

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES place (id),
  level TEXT NOT NULL CHECK (level = 'city' OR level = 'district' OR level = 'street' OR level = 'community'
      OR level = 'station'),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE UNIQUE INDEX place_name ON place (parent_id, name);

CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  note TEXT
) STRICT;

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;

CREATE TABLE quota (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  claimant TEXT NOT NULL CHECK (claimant IN ('member', 'org')),
  class TEXT NOT NULL,
  need_kind TEXT NOT NULL CHECK (need_kind IN ('wish', 'project')),
  at_least INTEGER NOT NULL CHECK (at_least > 0),
  counting TEXT NOT NULL CHECK (counting IN ('claimed', 'completed')),
  joint TEXT NOT NULL CHECK (joint IN ('each', 'lead')),
  UNIQUE (campaign_id, claimant, class, need_kind)
) STRICT;

CREATE TABLE org (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT,
  class TEXT NOT NULL CHECK (class = 'unit' OR class = 'enterprise' OR class = 'community' OR class = 'other'),
  parent_id INTEGER REFERENCES org (id),
  contact TEXT,
  phone TEXT,
  exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),
  note TEXT,
  extra TEXT
) STRICT;
CREATE INDEX org_name ON org (name);

CREATE TABLE org_alias (
  id INTEGER PRIMARY KEY,
  org_id INTEGER NOT NULL REFERENCES org (id),
  alias TEXT NOT NULL CHECK (alias <> '')
) STRICT;
CREATE UNIQUE INDEX org_alias_alias ON org_alias (alias, org_id);

-- Names that lists said and no organisation or alias fitted: the list that said it last, and in how many rows.
CREATE TABLE unknown_org (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  list TEXT NOT NULL,
  rows INTEGER NOT NULL CHECK (rows > 0)
) STRICT;

-- What an office said of its own heads, found again by their set: see intake::unclear.
CREATE TABLE head_map (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind = 'wishes' OR kind = 'projects' OR kind = 'members' OR kind = 'orgs'
      OR kind = 'places' OR kind = 'claims' OR kind = 'decisions'),
  heads TEXT NOT NULL CHECK (heads <> ''),
  map TEXT NOT NULL,
  UNIQUE (kind, heads)
) STRICT;

CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Keyed digest and masked form of the ID number; the number itself is never stored.
  id_digest BLOB,
  id_mask TEXT,
  phone TEXT,
  class TEXT NOT NULL
    CHECK (class = 'in_service' OR class = 'retired' OR class = 'student' OR class = 'rural'
      OR class = 'community' OR class = 'mobile' OR class = 'unknown'),
  org_id INTEGER REFERENCES org (id),
  skills TEXT,
  note TEXT,
  extra TEXT
) STRICT;

CREATE TABLE outsider (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  class TEXT NOT NULL CHECK (class = 'firm' OR class = 'charity' OR class = 'resident' OR class = 'other'),
  phone TEXT,
  note TEXT
) STRICT;
CREATE INDEX outsider_name ON outsider (name);

CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  member_id INTEGER REFERENCES member (id),
  org_id INTEGER REFERENCES org (id),
  place_id INTEGER NOT NULL REFERENCES place (id),
  from_day TEXT,
  until_day TEXT,
  CHECK ((member_id IS NULL) <> (org_id IS NULL))
) STRICT;

-- What a list may give comes first, then the id, then what later steps give: rows that are appended, without naming
-- their id, go in as they come (see store::record), and columns that no step has given yet take no room.
CREATE TABLE need (
  kind TEXT NOT NULL CHECK (kind IN ('wish', 'project')),
  code TEXT NOT NULL UNIQUE,
  -- Identity of a need without a code: 63 bits over kind, wisher, phone and content; a hit is compared in full.
  identity INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'collected' OR state = 'needs_info' OR state = 'verified' OR state = 'published'
      OR state = 'closed' OR state = 'rejected' OR state = 'duplicate' OR state = 'withdrawn'
      OR state = 'unfulfilled'),
  campaign_id INTEGER REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED,
  place_id INTEGER NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  content TEXT,
  wisher TEXT,
  phone TEXT,
  wisher_class TEXT,
  age INTEGER,
  address TEXT,
  household TEXT,
  school TEXT,
  form TEXT CHECK (form IN ('goods', 'service')),
  theme TEXT CHECK (theme = 'aid' OR theme = 'convenience' OR theme = 'public'),
  reason TEXT,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  budget_fen INTEGER,
  deadline TEXT,
  collected_on TEXT,
  collector TEXT,
  channel TEXT,
  consent INTEGER CHECK (consent IN (0, 1)),
  -- Why a blank consent may be published: what the office says its form asked.
  consent_basis TEXT,
  programme_id INTEGER REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
  project TEXT,
  source TEXT,
  external_id TEXT,
  proposer TEXT,
  beneficiaries INTEGER,
  note TEXT,
  extra TEXT,
  -- Whoever looked through the text found nothing private in it.
  wording_checked INTEGER NOT NULL CHECK (wording_checked IN (0, 1)),
  id INTEGER PRIMARY KEY,
  wording TEXT,
  -- Where an exit came from; reopening goes back there.
  came_from TEXT CHECK (came_from = 'collected' OR came_from = 'needs_info' OR came_from = 'verified'
      OR came_from = 'published'),
  reason_out TEXT,
  verified_on TEXT,
  verified_by TEXT,
  verified_how TEXT,
  duplicate_of INTEGER REFERENCES need (id) DEFERRABLE INITIALLY DEFERRED,
  public_code TEXT,
  number INTEGER,
  published_on TEXT,
  closed_on TEXT
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  need_id INTEGER NOT NULL REFERENCES need (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  state TEXT NOT NULL CHECK (state = 'active' OR state = 'started' OR state = 'completed' OR state = 'confirmed'
      OR state = 'released' OR state = 'revoked'),
  mode TEXT,
  -- People of "张三等10人" who are not named.
  unnamed INTEGER NOT NULL CHECK (unnamed >= 0),
  claimed_on TEXT NOT NULL,
  deadline TEXT,
  started_on TEXT,
  completed_on TEXT,
  confirmed_on TEXT,
  ended_on TEXT,
  reason TEXT,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  feedback TEXT,
  letter_on TEXT,
  letter_exchanged_on TEXT,
  approved_on TEXT,
  plan_on TEXT,
  plan_file TEXT,
  plan_digest BLOB,
  accepted_on TEXT,
  leader TEXT,
  note TEXT,
  extra TEXT
) STRICT;
CREATE INDEX claim_need ON claim (need_id);

CREATE TABLE claim_party (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'joint')),
  member_id INTEGER REFERENCES member (id),
  org_id INTEGER REFERENCES org (id),
  outsider_id INTEGER REFERENCES outsider (id),
  CHECK ((member_id IS NOT NULL) + (org_id IS NOT NULL) + (outsider_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX claim_party_claim ON claim_party (claim_id);

-- The log. `source_digest` is what was read, `hash` covers the entry, its revisions and the entry before it.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  command TEXT NOT NULL,
  source_digest BLOB,
  prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- A revision's id is its entry's, shifted left by 32 bits, plus its place in it: appending costs nothing, and the
-- revisions of an entry are a range.
CREATE TABLE revision (
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  before TEXT,
  salt BLOB CHECK (length(salt) = 16),
  digest BLOB CHECK (length(digest) = 32),
  erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
  id INTEGER PRIMARY KEY,
  entry_id INTEGER GENERATED ALWAYS AS (id >> 32) VIRTUAL,
  seq INTEGER GENERATED ALWAYS AS (id & 4294967295) VIRTUAL
) STRICT;
CREATE INDEX revision_record ON revision (kind, record_id);

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry (id),
  name TEXT NOT NULL,
  digest BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'wishes' OR kind = 'projects' OR kind = 'members' OR kind = 'orgs'
      OR kind = 'places' OR kind = 'claims' OR kind = 'decisions'),
  layout TEXT NOT NULL
) STRICT;

-- How far the claims of a published need have come: derived here, never stored.
CREATE VIEW need_progress AS
SELECT
  need.id AS need_id,
  need.state AS state,
  CASE
    WHEN need.state <> 'published' THEN NULL
    WHEN coalesce(sum(claim.quantity), 0) = 0 THEN 'open'
    WHEN sum(claim.quantity) < need.quantity THEN 'partly_claimed'
    WHEN sum(claim.quantity) FILTER (WHERE claim.state = 'confirmed') >= need.quantity THEN 'confirmed'
    WHEN sum(claim.quantity) FILTER (WHERE claim.state IN ('completed', 'confirmed')) >= need.quantity
      THEN 'fulfilled'
    WHEN count(*) FILTER (WHERE claim.state <> 'active') > 0 THEN 'in_progress'
    ELSE 'claimed'
  END AS progress,
  coalesce(sum(claim.quantity), 0) AS taken,
  coalesce(sum(claim.quantity) FILTER (WHERE claim.state = 'confirmed'), 0) AS confirmed
FROM need
LEFT JOIN claim ON claim.need_id = need.id AND claim.state IN ('active', 'started', 'completed', 'confirmed')
GROUP BY need.id;
