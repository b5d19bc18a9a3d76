-- The day of an exit: what had not left by a day is no exit in a figure as of it.
ALTER TABLE need ADD COLUMN left_on TEXT;
