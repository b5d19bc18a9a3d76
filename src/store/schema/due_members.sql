-- Members all of whose registrations ended before a day.
SELECT member.id, member.code, max(registration.until_day) AS since
FROM member
JOIN registration ON registration.member_id = member.id
GROUP BY member.id
HAVING count(*) = count(registration.until_day) AND since < :day
ORDER BY since, member.id
