DROP INDEX claim_counted;
DROP INDEX claim_party_member;
DROP INDEX claim_party_org;
DROP INDEX claim_party_outsider;
