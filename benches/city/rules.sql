-- The rules of rules.toml as one statement; keeps no log of what it changes.
WITH RECURSIVE path (id, district) AS (
  SELECT id, CASE WHEN level = 'district' THEN name END FROM place WHERE parent_id IS NULL
  UNION ALL
  SELECT place.id, CASE WHEN place.level = 'district' THEN place.name ELSE path.district END
  FROM place JOIN path ON place.parent_id = path.id
), ranked AS (
  SELECT id,
    row_number() OVER (
      PARTITION BY CASE
        WHEN household IS NOT NULL THEN 'h' || place_id || household
        WHEN address IS NOT NULL THEN 'a' || place_id || address
        WHEN wisher IS NOT NULL AND phone IS NOT NULL THEN 'w' || wisher || phone
        ELSE 'n' || id
      END
      ORDER BY id
    ) AS household_rank
  FROM need
), ruled AS (
  SELECT need.id AS id,
    CASE
      WHEN phone IS NULL THEN 0
      WHEN length(content) < 6 THEN 1
      WHEN content LIKE '%现金%' OR content LIKE '%贷款%' THEN 2
      WHEN budget_fen / 100.0 > iif(theme = 'public', 5000, 1000) THEN 3
      WHEN quantity > 10 THEN 4
      WHEN household_rank > 3 THEN 5
      WHEN CAST(julianday('2021-03-31') - julianday(collected_on) AS INTEGER) > 80 AND budget_fen IS NULL THEN 6
      WHEN district = '荔湾区' AND theme = 'public' THEN 7
      WHEN form = 'service' AND content GLOB '*上门*' AND wisher_class IN ('低保', '残疾人') THEN 8
      WHEN quantity >= 3 AND budget_fen / 100.0 >= 500 THEN 9
      ELSE 10
    END AS rule
  FROM need
  JOIN ranked ON ranked.id = need.id
  JOIN path ON path.id = need.place_id
  WHERE state = 'collected'
)
UPDATE need
SET state = CASE rule WHEN 0 THEN 'needs_info' WHEN 1 THEN 'needs_info' WHEN 6 THEN 'needs_info' WHEN 10 THEN 'verified' ELSE 'rejected' END,
  came_from = CASE WHEN rule IN (2, 3, 9) THEN 'collected' END,
  reason_out = CASE rule WHEN 0 THEN '缺联系电话' WHEN 1 THEN '内容不清楚' WHEN 2 THEN '不包括现金和贷款' WHEN 3 THEN '金额过高'
    WHEN 6 THEN '缺预计金额' WHEN 9 THEN '数量和金额合计过高' END,
  verified_on = '2021-03-31',
  verified_by = 'bench',
  verified_how = 'rule: ' || rule
FROM ruled
WHERE ruled.id = need.id AND rule NOT IN (4, 5, 7, 8);
