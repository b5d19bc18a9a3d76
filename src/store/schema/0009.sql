-- The day of an exit: what had not left by a day is no exit in a figure as of it.
ALTER TABLE need ADD COLUMN left_on TEXT;

-- The day on which a need was reopened after this claim of it was confirmed: the claim counts for its claimants as before,
-- and holds the need no longer.
ALTER TABLE claim ADD COLUMN reopened_on TEXT;

-- The claims that hold their need (docs/design.md, section 2): in a state that does, and not of a round before the need was
-- reopened. Whoever asks what of a need is taken asks here.
CREATE VIEW holding_claim (id, need_id, quantity, state) AS
SELECT id, need_id, quantity, state
FROM claim
WHERE state IN (SELECT state FROM claim_states WHERE holds) AND reopened_on IS NULL;

DROP VIEW need_progress;
CREATE VIEW need_progress AS
SELECT
  need.id AS need_id,
  need.state AS state,
  CASE
    WHEN need.state <> 'published' THEN NULL
    WHEN coalesce(sum(claim.quantity), 0) = 0 THEN 'open'
    WHEN sum(claim.quantity) < need.quantity THEN 'partly_claimed'
    WHEN sum(claim.quantity) FILTER (WHERE claim.state = 'confirmed') >= need.quantity THEN 'confirmed'
    WHEN sum(claim.quantity) FILTER (WHERE claim.state IN (SELECT state FROM claim_states WHERE is_done))
      >= need.quantity
      THEN 'fulfilled'
    WHEN count(*) FILTER (WHERE claim.state <> 'active') > 0 THEN 'in_progress'
    ELSE 'claimed'
  END AS progress,
  coalesce(sum(claim.quantity), 0) AS taken,
  coalesce(sum(claim.quantity) FILTER (WHERE claim.state = 'confirmed'), 0) AS confirmed
FROM need
LEFT JOIN holding_claim AS claim ON claim.need_id = need.id
GROUP BY need.id;
