-- Needs that were settled or left before a day, by the entry that changed them last.
SELECT need.id, need.code,
  (SELECT substr(entry.at, 1, 10)
   FROM entry
   WHERE entry.id = coalesce(
     (SELECT max(revision.id) FROM revision WHERE revision.kind = 'need' AND revision.record_id = need.id),
     (SELECT run.id
      FROM revision_run AS run
      WHERE run.kind = 'need' AND run.record_id <= need.id AND need.id < run.record_id + run.records)
   ) >> 32) AS since
FROM need
WHERE need.state IN (SELECT state FROM need_states WHERE is_over) AND need.state <> 'collected'
  AND since < :day
ORDER BY since, need.id
