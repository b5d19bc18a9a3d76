DROP INDEX member_id_digest;
DROP INDEX member_phone;
DROP INDEX member_name;
DROP INDEX member_class;
DROP INDEX registration_member;
DROP INDEX registration_place;
