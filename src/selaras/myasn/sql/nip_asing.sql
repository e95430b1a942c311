-- A NIP of the right shape that nobody here has.
SELECT nip FROM (SELECT '199909092025121' || serial AS nip FROM generate_series(999, 900, -1) AS serial) AS made
WHERE NOT EXISTS (SELECT FROM akun WHERE akun.nip = made.nip)
LIMIT 1
