-- Local accounts: those with a password. A person has none, nor has the machine itself.
SELECT p.username, coalesce((SELECT string_agg(DISTINCT r.jenis, ', ') FROM ac_peran r WHERE r.pengguna_id = p.id AND r.dicabut IS NULL), ''),
  p.is_active, EXISTS (SELECT FROM mfa_authenticator m WHERE m.user_id = p.id AND m.type = 'totp'), p.last_login
FROM ac_pengguna p
WHERE p.orang_id IS NULL AND p.password LIKE '%$%'
ORDER BY NOT p.is_active, p.username;
