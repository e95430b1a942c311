-- Accounts that are new or whose numbers changed: with all that is known by now, everybody near them is linked anew.
CREATE TEMP TABLE dibuka(id int PRIMARY KEY, orang_id int, putaran int) ON COMMIT DROP;

INSERT INTO dibuka SELECT id, orang_id, 0 FROM akun WHERE instansi_id = %(instansi)s AND (orang_id IS NULL OR link_rule IS NULL);
