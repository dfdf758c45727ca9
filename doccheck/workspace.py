"""A folder of documents: which files belong to it, reading them all, and the check over everything.

Documents are linked and checked per pemda; a document that does not name its pemda joins the only one there is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from . import aturan, pembacaan
from . import config as konfigurasi
from .bahasa import Lang, berbahasa, get_lang
from .config import Config, IdentitasConfig
from .config.profil import terapkan as terapkan_profil
from .laporan_sendiri import laporan_sendiri
from .model import Catatan, Dokumen, Report, TidakDinilai
from .pembacaan import Tugas
from .proses.batas import Batas
from .proses.pengumpul import tanpa_pengumpul
from .triase import abaikan

if TYPE_CHECKING:
    from .checks import Rule
    from .match.putusan import Entri
    from .proses import parallel
    from .readers import Engine
    from .simpanan.cache import Cache



class Langkah(msgspec.Struct, frozen=True):
    """How far reading has come. dibaca, total: documents · berkas: the one just finished, "" at the beginning; where ocr_total is not 0,
    the one being read, `ocr` of whose ocr_total scanned pages and pictures have been read."""

    dibaca: int
    total: int
    berkas: str = ""
    ocr: int = 0
    ocr_total: int = 0


Progress = Callable[[Langkah], None]

UNREADABLE = frozenset({
    ".7z", ".bmp", ".doc", ".gif", ".jpeg", ".jpg", ".odt", ".png", ".ppt", ".pptx", ".rar", ".rtf", ".tif", ".tiff", ".zip",
})
"""Suffixes under which people keep documents: in a folder such a file is named as unread (EXT-10) where no reader takes it.
Others (notes, code, a configuration) are not documents and are passed over."""

_OURS = frozenset((abaikan.NAMA, "doccheck-pasangan.csv", "doccheck-indikator.csv"))
"""Tables about the documents, which are none."""


def discover(paths: Sequence[Path]) -> list[Path]:
    """Files to read below `paths`, each once, sorted by path. A file named by the user is always taken, whatever its kind.

    Hidden files, lock files of an office program ("~$x.docx"), our own reports and tables that people keep for us (doccheck-*.csv) are left
    out of folders.
    Raises FileNotFoundError for a path that does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(path)
        for file in _walk(path) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=lambda file: (file.as_posix().casefold(), file.as_posix()))


def _walk(folder: Path) -> Iterator[Path]:
    from .readers import SUFFIXES

    documents = {suffix.lower() for suffix in SUFFIXES} | UNREADABLE
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            file = Path(parent, name)
            if not name.startswith((".", "~$")) and name not in _OURS and file.suffix.lower() in documents and not laporan_sendiri(file):
                yield file


def root_of(paths: Sequence[Path]) -> Path:
    """The folder that document names are relative to: the one given, or the nearest that holds all paths."""
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in paths]
    return Path(os.path.commonpath(folders))


def find_config(paths: Sequence[Path]) -> Path | None:
    """The doccheck.toml in the checked folder or the nearest of its parents."""
    root = root_of(paths)
    return next((folder / konfigurasi.NAME for folder in (root, *root.parents) if (folder / konfigurasi.NAME).is_file()), None)


def read_documents(
    paths: Sequence[Path],
    config: Config | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    batas: Batas | None = None,
    make: parallel.ExecutorFactory | None = None,
    *,
    cache: Cache | None = None,
    ocr: bool = True,
    engine: Engine = "pdfium",
) -> tuple[tuple[Dokumen, ...], tuple[Catatan, ...]]:
    """Reads every file below `paths`: the documents, and one note for each file that could not be read at all.

    `jobs`: worker processes (default: the processors); the result does not depend on it. `batas`: limits per document; with one, even
    a single document is read in a process of its own. `cache`: where what was read before is looked up. `ocr`: whether scanned pages
    and pictures of tables are read. `engine`: what reads a PDF. Raises FileNotFoundError for a path that does not exist.
    """
    config = config or Config()
    root = root_of(paths)
    tasks = []
    for file in discover(paths):
        berkas = _printable(Path(os.path.relpath(file.resolve(), root)).as_posix())
        if not _identitas(berkas, config).abaikan:
            tasks.append(Tugas(file, berkas, batas or Batas(), get_lang(), ocr, engine))
    if progress:
        progress(Langkah(0, len(tasks)))
    results: list[Dokumen | Catatan | None] = [None] * len(tasks)
    for done, (index, result) in enumerate(_read(tasks, jobs, batas, make, cache, progress), start=1):
        results[index] = result
        if progress:
            progress(Langkah(done, len(tasks), tasks[index].berkas))
    documents = tuple(_override(result, config) for result in results if isinstance(result, Dokumen))
    return documents, tuple(result for result in results if isinstance(result, Catatan))


def _read(
    tasks: Sequence[Tugas],
    jobs: int | None,
    batas: Batas | None,
    make: parallel.ExecutorFactory | None,
    cache: Cache | None,
    progress: Progress | None,
) -> Iterator[tuple[int, Dokumen | Catatan]]:
    """(index of the task, what it gave) as they are done: first what the cache holds, then the rest, the largest file first, so that
    no process is left alone with it at the end."""
    done = 0
    left = []
    for index, tugas in enumerate(tasks):
        dokumen = pembacaan.from_cache(cache, tugas) if cache else None
        if dokumen is None:
            left.append(index)
        else:
            done += 1
            yield index, dokumen
    left.sort(key=lambda index: (-_size(tasks[index].path), index))

    def pulse(position: int, part: int, parts: int) -> None:
        if progress:
            progress(Langkah(done, len(tasks), tasks[left[position]].berkas, part, parts))

    unread = [tasks[index] for index in left]
    if not unread:
        return
    from .proses import parallel

    if len(unread) > 1:
        pembacaan.preload(unread)
    for position, result in parallel.run(pembacaan.work, unread, jobs, pembacaan.lost, batas, pulse, make):
        tugas = unread[position]
        done += 1
        if isinstance(result, Catatan):
            yield left[position], result
        else:
            if cache:
                pembacaan.to_cache(cache, tugas, result)
            yield left[position], result.dokumen(tugas.berkas)
    if cache:
        cache.trim()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _printable(name: str) -> str:
    """File names that are not UTF-8 (from old archives) hold what JSON and reports cannot print."""
    return os.fsencode(name).decode("utf-8", "replace")


def _identitas(berkas: str, config: Config) -> IdentitasConfig:
    """What the configuration says of a document: under its path, else its name, else a pattern ("arsip/*")."""
    for key in (berkas, Path(berkas).name):
        if key in config.dokumen:
            return config.dokumen[key]
    return next((identitas for key, identitas in config.dokumen.items() if fnmatchcase(berkas, key)), IdentitasConfig())


def _override(dokumen: Dokumen, config: Config) -> Dokumen:
    """The document with what the configuration knows better. The project's pemda fills in only where none was read."""
    identitas = msgspec.structs.asdict(_identitas(dokumen.berkas, config))
    identitas.pop("abaikan")
    known = {name: value for name, value in identitas.items() if value is not None}
    if dokumen.pemda is None and config.pemda:
        known.setdefault("pemda", config.pemda)
    if "jenis" in known:
        known["keyakinan_jenis"] = 1.0
    return msgspec.structs.replace(dokumen, **known)


def per_pemda(documents: Iterable[Dokumen]) -> list[tuple[Dokumen, ...]]:
    """Documents of one pemda each, in the order of their names; those of unknown pemda join the only one, or stand apart."""
    groups: dict[str, list[Dokumen]] = {}
    for dokumen in documents:
        groups.setdefault(" ".join((dokumen.pemda or "").casefold().split()), []).append(dokumen)
    if len(groups) == 2 and "" in groups:
        groups = {"": list(documents)}
    return [tuple(group) for _key, group in sorted(groups.items())]


@tanpa_pengumpul()
def check(
    paths: Sequence[Path | str] | Path | str,
    config: Config | None = None,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    batas: Batas | None = None,
    lang: Lang | None = None,
    cache: Cache | None = None,
    ocr: bool = True,
    hari: date | None = None,
    biaya: dict[str, float] | None = None,
) -> Report:
    """Checks the documents below `paths` against each other; see read_documents for `jobs`, `cache` and `ocr`. `batas`: limits
    per document (default: those of the command line; `Batas()` sets none, and reads a single document in this process).

    `config` defaults to the doccheck.toml of the folder or its parents. `lang` is the language of findings and notes
    (default: the current one). `hari`: the day on which findings set aside must still be so (default: today). `biaya`: filled with the
    seconds that each rule took. Raises FileNotFoundError and ConfigError.
    """
    files = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
    if config is None:
        found = find_config(files)
        config = konfigurasi.load(found) if found else Config()
    config = terapkan_profil(config)
    with berbahasa(lang or get_lang()):
        from .checks.abaikan import periksa_nama, terapkan
        from .checks.pilihan import pilih
        from .checks.ringkas import ringkas
        from .checks.rules import load_rules
        from .simpanan.ingatan import mengingat
        from .triase import putusan

        aturan.sertakan(aturan.cari_sendiri(root_of(files)))
        # before the documents are read, so that a misspelt rule does not cost minutes
        rules = tuple(pilih(load_rules(cache=cache), config.aturan))
        beside = abaikan.cari(root_of(files))
        entries = (*config.abaikan, *(abaikan.baca(beside) if beside else ()))
        periksa_nama(entries)
        decisions = putusan.baca(config, root_of(files))
        limits = Batas(konfigurasi.BATAS_DETIK, konfigurasi.BATAS_MEMORI) if batas is None else batas
        documents, notes = read_documents(files, config, jobs, progress, limits, cache=cache, ocr=ocr)
        ran = {name for rule in rules for name in (rule.id, rule.keluarga)}
        with mengingat(cache, root_of(files)):
            report = check_documents(documents, notes, config, rules, decisions, biaya, cache)
        many = {rule.id: rule.kelompok for rule in rules if rule.kelompok is not None}
        return terapkan(report, entries, hari or date.today(), ran, lambda findings: ringkas(findings, many))


@tanpa_pengumpul()
def check_documents(
    documents: tuple[Dokumen, ...],
    notes: tuple[Catatan, ...],
    config: Config,
    rules: tuple[Rule, ...],
    decisions: tuple[Entri, ...] = (),
    biaya: dict[str, float] | None = None,
    cache: Cache | None = None,
) -> Report:
    """Links and checks documents that were read, each pemda apart. Files without a document belong to no pemda: their notes go with the
    first. rules: those that run, as checks.run.pilih gives them. decisions: what people decided over doccheck, as putusan.baca gives it.
    cache: where links that an earlier run found are looked up.

    Of several versions of one document the valid one is checked; the report names the choice.
    """
    from . import checks
    from .match.putusan import memutus
    from .pertautan import pertautan

    report = Report(findings=(), documents=documents, notes=notes)
    with memutus(decisions) as known:
        for number, group in enumerate(per_pemda(documents) or [()]):
            found = pertautan(group, known, cache)
            valid = tuple(group[index] for index in found.berlaku)
            hasil = checks.run(valid, found.tautan, config, get_lang(), rules, () if number else notes, biaya)
            report = msgspec.structs.replace(
                report,
                findings=(*report.findings, *hasil.findings),
                links=(*report.links, *found.tautan),
                tidak_dinilai=_without_repeats((*report.tidak_dinilai, *hasil.tidak_dinilai)),
                pilihan=(*report.pilihan, *found.pilihan),
                tindak_lanjut=(*report.tindak_lanjut, *hasil.tindak_lanjut),
            )
    return msgspec.structs.replace(report, putusan=known.terpakai())


def _without_repeats(items: Iterable[TidakDinilai]) -> tuple[TidakDinilai, ...]:
    return tuple(dict.fromkeys(items))


def unread(report: Report) -> tuple[str, ...]:
    """Names of documents that could not be read: the file failed, or reading troubles left nothing of its tables."""
    empty = (d.berkas for d in report.documents if not d.kinerja and any(n.kode in _TROUBLE for n in d.catatan))
    return tuple(sorted({*(note.berkas for note in report.notes), *empty}))


_TROUBLE = frozenset({"EXT-01", "EXT-02", "EXT-03", "EXT-11", "EXT-13", "EXT-15"})


def examined(report: Report) -> bool:
    """Whether there was anything to check: a goal, an indicator or a recommendation in at least one document."""
    return any(dokumen.kinerja or dokumen.rekomendasi for dokumen in report.documents)
