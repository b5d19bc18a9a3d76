-- What chats and lists say of claims and nobody could match: who or what is meant is settled by hand, or by a list.
CREATE TABLE pending_claim (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list <> ''),
  line INTEGER NOT NULL CHECK (line > 0),
  words TEXT NOT NULL,
  need TEXT,
  who TEXT,
  unit TEXT,
  quantity INTEGER CHECK (quantity > 0),
  on_day TEXT,
  problem TEXT NOT NULL,
  settled_on TEXT,
  outcome TEXT CHECK (outcome IN ('claimed', 'dropped'))
) STRICT;
