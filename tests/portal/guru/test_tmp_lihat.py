import os
from pathlib import Path
from portal.conftest import BUDI, DEWI, SARI, situs, Situs  # noqa
from portal.guru.rusak import rusakkan
from ui.peramban import buka, buka_chromium, pelanggaran
from selaras.accounts.roles import Jenis
from jobs.desa import WATI, EKO

OUT = Path("/tmp/guru-png"); OUT.mkdir(exist_ok=True)
def test_lihat(situs: Situs) -> None:
    rusakkan(situs)
    print(situs.db.execute("select c.kode, f.scope, f.ref from finding f join code c on c.id=f.code where weight>0").fetchall())
    print(situs.db.execute("select p.nama, e.slot, e.keadaan, c.kode from entry e join potret p using(orang_id) left join code c on c.id=e.code where e.keadaan<>1").fetchall())
    with buka_chromium() as chromium:
        for who, pages in ((BUDI, ["/saya/","/saya/langkah/","/saya/riwayat/","/saya/bukti/","/saya/pesan/?gejala=tombol-nilai","/saya/lapor/?kode=S8"]),(WATI, ["/saya/","/saya/langkah/"])):
            page = buka(chromium, 360)
            page.goto(situs.alamat + "/"); page.fill("input[name=kode]", situs.kode(who)); page.keyboard.press("Enter"); page.wait_for_url(situs.alamat+"/")
            state = page.context.storage_state()
            for lebar in (360, 1280):
                p = buka(chromium, lebar, storage_state=state)
                for path in pages:
                    r = p.goto(situs.alamat + path)
                    name = who.nama.split()[0] + path.strip("/").replace("/","-").split("?")[0]
                    print(path, r.status, p.evaluate("document.documentElement.scrollWidth"), pelanggaran(p)[:600])
                    p.screenshot(path=str(OUT / f"{name}-{lebar}.png"), full_page=True)
                p.context.close()
            page.context.close()
