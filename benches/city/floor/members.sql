PRAGMA cache_size = -8192;
PRAGMA threads = 1;
BEGIN;
INSERT INTO main.member
SELECT *
FROM done.member
ORDER BY id;
INSERT INTO main.registration
SELECT *
FROM done.registration
ORDER BY id;
INSERT INTO main.revision (kind, record_id, before, salt, digest, erased, id)
SELECT kind, record_id, before, salt, digest, erased, id
FROM done.revision
WHERE kind IN ('member', 'registration')
ORDER BY id;
INSERT INTO main.revision_run
SELECT *
FROM done.revision_run
WHERE kind IN ('member', 'registration')
ORDER BY id;
