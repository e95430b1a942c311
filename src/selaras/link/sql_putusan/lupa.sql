-- What the sides agreed on while the two were one person is no base for either of them alone.
UPDATE entry SET base_core = NULL
WHERE base_core IS NOT NULL AND orang_id IN (SELECT orang_id FROM akun WHERE id IN (%(a)s, %(b)s));
