DROP INDEX member_id_digest;
DROP INDEX member_name;
DROP INDEX member_class;
DROP INDEX registration_member;
