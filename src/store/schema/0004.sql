-- How the wisher wants to be called on the wall.
ALTER TABLE need ADD COLUMN public_name TEXT;
