-- What the state of a claim means for its need (docs/design.md, section 2): whether the claim holds it, still runs, or is
-- done. Every question that asks for one of these asks here; a test compares them with model::words.
CREATE VIEW claim_states (state, holds, runs, is_done) AS
VALUES
  ('active', 1, 1, 0),
  ('started', 1, 1, 0),
  ('completed', 1, 0, 1),
  ('confirmed', 1, 0, 1),
  ('released', 0, 0, 0),
  ('revoked', 0, 0, 0);

-- The same for needs: whether the state is an exit, whether nothing more is done about the need, and whether it is on the
-- wall or was settled there.
CREATE VIEW need_states (state, is_exit, is_over, on_wall) AS
VALUES
  ('collected', 0, 0, 0),
  ('needs_info', 0, 0, 0),
  ('verified', 0, 0, 0),
  ('published', 0, 0, 1),
  ('closed', 0, 1, 1),
  ('rejected', 1, 1, 0),
  ('duplicate', 1, 1, 0),
  ('withdrawn', 1, 1, 0),
  ('unfulfilled', 1, 1, 0);

-- How far the claims of a published need have come: derived here, never stored.
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
LEFT JOIN claim ON claim.need_id = need.id AND claim.state IN (SELECT state FROM claim_states WHERE holds)
GROUP BY need.id;
