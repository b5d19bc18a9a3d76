WITH rule_need AS (
  SELECT
    need.id AS id,
    -- The fields that are columns as they are: see store::rules.
    /* stored fields */
    CASE
      WHEN need.wording IS NOT NULL THEN need.wording
      WHEN need.title IS NOT NULL AND need.content IS NOT NULL THEN need.title || '：' || need.content
      ELSE coalesce(need.title, need.content, '')
    END AS text,
    need.kind = 'wish' AND need_is_child(
      need.age, need.wisher_class, need.school, need.title, need.content, need.reason, need.note, need.extra,
      need.unread
    ) AS is_child,
    need.budget_fen / 100.0 AS budget,
    CAST(julianday(need.deadline) - julianday(:today) AS INTEGER) AS days_left,
    CAST(julianday(:today) - julianday(need.collected_on) AS INTEGER) AS age_days,
    programme.name AS programme,
    campaign.name AS campaign,
    need_place(need.place_id, 'place') AS place,
    need_place(need.place_id, 'city') AS city,
    need_place(need.place_id, 'district') AS district,
    need_place(need.place_id, 'street') AS street,
    need_place(need.place_id, 'community') AS community,
    need_place(need.place_id, 'station') AS station,
    need_fact(need.id, 'household_others') AS household_others,
    need_fact(need.id, 'household_rank') AS household_rank,
    need_fact(need.id, 'wisher_others') AS wisher_others,
    need_fact(need.id, 'repeat_wisher') AS repeat_wisher,
    need_fact(need.id, 'near_duplicate') AS near_duplicate,
    need_near_code(need.id) AS near_duplicate_of,
    need_fact(need.id, 'same_wisher') AS same_wisher,
    need_is_private(
      CASE
        WHEN need.wording IS NOT NULL THEN need.wording
        WHEN need.title IS NOT NULL AND need.content IS NOT NULL THEN need.title || '：' || need.content
        ELSE coalesce(need.title, need.content, '')
      END,
      need.wisher
    ) AND NOT need.wording_checked AS has_private_data,
    CASE
      WHEN in_use.id IS NULL THEN 0
      ELSE need.campaign_id IS NOT in_use.id
        OR coalesce(need.collected_on < in_use.from_day, 0)
        OR coalesce(need.collected_on > in_use.until_day, 0)
    END AS outside_campaign,
    :today AS today
  FROM need
  LEFT JOIN programme ON programme.id = need.programme_id
  LEFT JOIN campaign ON campaign.id = need.campaign_id
  LEFT JOIN campaign AS in_use ON in_use.id = :in_use
  WHERE need.state = 'collected' AND need_is_wanted(need.id, need.place_id)
)
