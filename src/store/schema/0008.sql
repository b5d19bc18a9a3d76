-- What cells of a list say that could not be read: the record is there, the field is blank, and the words wait to be
-- mended. JSON pairs of a field's code word, or an unknown column's header, and the cell.
ALTER TABLE need ADD COLUMN unread TEXT;
ALTER TABLE member ADD COLUMN unread TEXT;
ALTER TABLE org ADD COLUMN unread TEXT;
ALTER TABLE claim ADD COLUMN unread TEXT;
-- Few records have any.
CREATE INDEX need_unread ON need (id) WHERE unread IS NOT NULL;
