WITH party AS (
  SELECT claim_party.*, claim.unnamed
  FROM claim_party
  JOIN claim ON claim.id = claim_party.claim_id
  WHERE claim.state IN ('active', 'started', 'completed', 'confirmed')
    AND claim.claimed_on BETWEEN '2021-04-01' AND '2021-12-31'
)
SELECT 'member', member.class, count(DISTINCT member_id), count(*), count(*) FILTER (WHERE role = 'lead')
FROM party
JOIN member ON member.id = party.member_id
GROUP BY member.class
UNION ALL
SELECT 'org', org.class, count(DISTINCT party.org_id), count(*), count(*) FILTER (WHERE role = 'lead')
FROM party
JOIN org ON org.id = party.org_id
GROUP BY org.class
UNION ALL
SELECT 'outsider', outsider.class, count(DISTINCT outsider_id), count(*), count(*) FILTER (WHERE role = 'lead')
FROM party
JOIN outsider ON outsider.id = party.outsider_id
GROUP BY outsider.class
ORDER BY 1, 2;
