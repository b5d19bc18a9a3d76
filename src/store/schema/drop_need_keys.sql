DROP INDEX need_identity;
