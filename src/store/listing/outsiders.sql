-- The outsiders that fit, in order.
SELECT outsider.id
FROM outsider
WHERE (NOT :unclaimed
    OR NOT EXISTS (
      SELECT 1
      FROM claim_party
      JOIN claim ON claim.id = claim_party.claim_id
      JOIN claim_states ON claim_states.state = claim.state AND claim_states.holds
      WHERE claim_party.outsider_id = outsider.id))
  AND (NOT :searching OR record_fits(outsider.phone, NULL, NULL /* searched texts */))
ORDER BY
  CASE :order WHEN 'name' THEN outsider.name END,
  outsider.id
