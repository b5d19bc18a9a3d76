PRAGMA cache_size = -8192;
PRAGMA threads = 1;
BEGIN;
INSERT INTO main.need
SELECT *
FROM done.need
ORDER BY id;
INSERT INTO main.revision (kind, record_id, before, salt, digest, erased, id)
SELECT kind, record_id, before, salt, digest, erased, id
FROM done.revision
WHERE kind = 'need'
ORDER BY id;
INSERT INTO main.revision_run
SELECT *
FROM done.revision_run
WHERE kind = 'need'
ORDER BY id;
