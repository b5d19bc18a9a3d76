-- Exits that do not know where they came from, and others that came from somewhere.
SELECT id, code
FROM need
WHERE (state IN (SELECT state FROM need_states WHERE is_exit)) <> (came_from IS NOT NULL)
ORDER BY id
