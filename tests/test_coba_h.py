import psycopg, sys
from jobs.pemasangan import _hari_ini, perintah, template_dsn  # noqa

Q = """SELECT o.nip, e.kind, e.slot, e.keadaan, c.kode, e.source_core, e.target_core, e.sekolah_id, e.source_id IS NULL FROM entry e JOIN potret o USING (orang_id) LEFT JOIN code c ON c.id=e.code ORDER BY 1,2,3"""
F = "SELECT c.kode, f.scope, f.ref FROM finding f JOIN code c ON c.id = f.code ORDER BY 1,2,3"
R = "SELECT side, kind, count(*) FROM record WHERE gone_batch IS NULL GROUP BY 1,2 ORDER BY 1,2"
P = "SELECT * FROM potret ORDER BY orang_id"
V = "SELECT tahun,kind,native,slot,akun_id,sekolah_id,core,status,mulai,selesai,hasil,perilaku,predikat,plt,penilai_nip,tanggal,rest::jsonb FROM record WHERE side=1 AND gone_batch IS NULL ORDER BY 1,2,3,4"
A = "SELECT * FROM akun WHERE sistem=1 ORDER BY id"
def look(dsn):
    with psycopg.connect(dsn) as c:
        return {k: c.execute(q).fetchall() for k, q in (("e",Q),("f",F),("r",R),("p",P),("v",V),("a",A))}

def test_coba(perintah, tmp_path):
    perintah.hari = "2025-01-10"
    h = perintah("latihan", "--seed", 3)
    print(h)
    before = look(perintah.dsn)
    with psycopg.connect(perintah.dsn) as c:
        npsns = [r[0] for r in c.execute("SELECT npsn FROM sekolah ORDER BY npsn")]
    out = tmp_path / "t"
    for n in npsns:
        h = perintah("templat", "--npsn", n, "--keluar", out, "--json")
        print(n, h.kode, h.out.replace("\n"," "), h.err[-300:])
    h = perintah("impor", out, "--json")
    print(h.kode, h.err[-500:])
    for i in h.json["impor"][:20]: print({k: v for k, v in i.items() if k not in ("jenis","judul")})
    print(h.json["gagal"])
    after = look(perintah.dsn)
    for k in "eprfav":
        b, a = set(map(repr, before[k])), set(map(repr, after[k]))
        print(k, len(b), "minus", len(b-a), "plus", len(a-b))
        for x in sorted(b-a)[:6]: print("   -", x)
        for x in sorted(a-b)[:6]: print("   +", x)

def test_hash(perintah, tmp_path):
    from selaras.connectors.berkas import open_sources
    from selaras.connectors.pmm_interchange.columns import TABEL
    from selaras.connectors.common.rows import canonical
    perintah.hari = "2025-01-10"
    perintah("latihan", "--seed", 3, "--keluar", tmp_path / "lat")
    perintah("kerjakan", tmp_path / "lat" / "2025-01-10", "--tahun", 2024)
    perintah("templat", "--npsn", "20271001", "--keluar", tmp_path / "t")
    def rows(path):
        for s in open_sources(path):
            if getattr(s, "sheet", None) == "pegawai" or "pegawai" in s.berkas:
                try: yield from (v for _, v, _ in canonical(s, TABEL["pegawai"]))
                except Exception as e: print(e)
    new = {r[0]: r for r in rows(next((tmp_path/"t").iterdir()))}
    import pathlib
    for f in (tmp_path/"lat"/"2025-01-10").iterdir():
        print(f)
        if "pmm" in f.name.lower():
            n = 0
            for r in rows(f):
                if r[0] in new and n < 3:
                    n += 1
                    print(r); print(new[r[0]]); print(TABEL["pegawai"].names)
