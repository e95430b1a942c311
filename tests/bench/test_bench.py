"""The bench runs from end to end on a tiny district; its figures are judged by people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).parents[2]
DIUKUR = {
    "batas: COPY + MERGE tupel siap",
    "masuk ndjson, batas/masuk",
    "masuk csv, batas/masuk",
    "masuk ndjson berurutan, batas/masuk",
    "masuk csv berurutan, batas/masuk",
    "masuk, memori proses Python",
    "berkas yang sama lagi, dari masuk",
    "0,1 % berubah, dari masuk",
    "0,1 % berubah, di basis data",
    "0,1 % berubah, mengambil hash yang dikenal",
    "0,1 % berubah, memori proses Python",
    "masuk laporan dan SIASN",
    "padan",
    "penolakan",
    "periksa",
    "keadaan",
    "padan + periksa + keadaan, dari masuk",
    "rekap seluruhnya",
    "rekap satu sekolah",
    "satu guru: riwayat dan kendala",
}


def test_every_measure_is_reported_beside_its_bar(server: str, tmp_path: Path) -> None:
    keluar = tmp_path / "hasil.json"
    selesai = subprocess.run(
        [sys.executable, "-m", "bench", "--guru", "300", "--ulang", "1", "--rinci", "--keluar", str(keluar)],
        cwd=AKAR,
        env={**os.environ, "DATABASE_URL": server},
        capture_output=True,
        text=True,
        check=False,
    )
    assert selesai.returncode == 0, selesai.stderr
    hasil = json.loads(keluar.read_text(encoding="utf-8"))
    assert {ukuran["nama"] for ukuran in hasil["ukuran"]} == DIUKUR
    assert all(ukuran["putusan"] in ("tercapai", "belum") for ukuran in hasil["ukuran"] if ukuran["batas"] is not None)
    assert all(nama in selesai.stdout for nama in DIUKUR)
