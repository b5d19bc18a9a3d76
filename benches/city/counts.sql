SELECT
  (SELECT count(*) FROM org),
  (SELECT count(*) FROM member WHERE class = 'in_service'),
  (SELECT count(*) FROM need WHERE state = 'published'),
  (SELECT count(*) FROM claim);
