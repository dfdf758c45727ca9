"""What other repositories use of ours: the pre-commit hooks, the GitHub Action and the GitLab template do what docs/ci.md says."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from doccheck.cli import group
from tests.workspace.dokumen import pk, renstra

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A git repository with documents in order."""
    folder = tmp_path / "repo"
    renstra(folder / "dokumen" / "renstra.html")
    pk(folder / "dokumen" / "pk.html", target="8")
    _git(folder, "init", "-q")
    _commit(folder)
    return folder


def _git(folder: Path, *args: str) -> None:
    identity = ("-c", "user.name=Uji", "-c", "user.email=uji@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *args], check=True, capture_output=True)


def _commit(folder: Path) -> None:
    _git(folder, "add", ".")
    _git(folder, "commit", "-q", "-m", "dokumen")


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120", **more}


def _hook(id: str, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Runs the hook as pre-commit does: its entry with the arguments of the configuration, in the root of the repository."""
    hook = HOOKS[id]
    command = [*shlex.split(hook["entry"]), *(args or hook["args"])]
    assert hook["pass_filenames"] is False
    return subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, check=False, timeout=120)


def test_the_hook_fails_a_commit_that_breaks_the_documents(repo: Path) -> None:
    assert _hook("doccheck", repo).returncode == 0
    pk(repo / "dokumen" / "pk.html", target="9")
    run = _hook("doccheck", repo)
    assert run.returncode == 1
    assert "TGT-01" in run.stdout


def test_the_hook_for_new_findings_knows_the_baseline(repo: Path) -> None:
    pk(repo / "dokumen" / "pk.html", target="9")
    assert _hook("doccheck-baru", repo, "dokumen/").returncode == 2  # there is no baseline yet
    subprocess.run([BIN / "doccheck", "baseline", "dokumen/", "-q"], cwd=repo, env=_environment(), check=True, capture_output=True)
    assert _hook("doccheck-baru", repo, "dokumen/").returncode == 0
    assert _hook("doccheck", repo, "dokumen/").returncode == 1
    renstra(repo / "dokumen" / "sosial" / "renstra.html", dinas="Dinas Sosial")
    pk(repo / "dokumen" / "sosial" / "pk.html", dinas="Dinas Sosial", target="10")
    run = _hook("doccheck-baru", repo, "dokumen/")
    assert run.returncode == 1
    assert "Dinas Sosial" in run.stdout
    assert re.search(r"\b[1-9]\d* baru\b", run.stdout)
    assert "TGT-01" in run.stdout


def test_pre_commit_accepts_the_hooks_and_refuses_a_commit(repo: Path) -> None:
    """pre-commit itself, with our definitions as they stand but for the environment, which would be made over the network."""
    pre_commit = [sys.executable, "-m", "pre_commit"]
    checked = subprocess.run([*pre_commit, "validate-manifest", ROOT / ".pre-commit-hooks.yaml"], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout
    own = [{**hook, "language": "system"} for name, hook in HOOKS.items() if name == "doccheck"]
    (repo / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": own}]}), encoding="utf-8")
    env = _environment(PRE_COMMIT_HOME=str(repo.parent / "simpanan"))
    subprocess.run([*pre_commit, "install"], cwd=repo, env=env, check=True, capture_output=True)

    def commit() -> subprocess.CompletedProcess[str]:
        _git(repo, "add", ".")
        command = ["git", "-c", "user.name=Uji", "-c", "user.email=uji@example.invalid", "commit", "-m", "perubahan"]
        return subprocess.run(command, cwd=repo, env=env, capture_output=True, text=True, check=False, timeout=120)

    pk(repo / "dokumen" / "pk.html", target="9")
    refused = commit()
    assert refused.returncode == 1
    assert "TGT-01" in refused.stdout + refused.stderr
    pk(repo / "dokumen" / "pk.html", target="8")
    assert commit().returncode == 0
    (repo / "catatan.md").write_text("bukan dokumen", encoding="utf-8")
    passed = commit()
    assert passed.returncode == 0
    assert "Skipped" in passed.stdout + passed.stderr  # nothing of the documents changed


@pytest.mark.parametrize("name", sorted(HOOKS))
@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("dokumen/Renstra.PDF", True), ("pk.docx", True), ("pk.doc", True), ("renja.xlsx", True), ("a/b.xls", True),
        ("doccheck.toml", True), ("dokumen/.doccheck/baseline.json", True), ("doccheck-abaikan.csv", True),
        ("README.md", False), ("src/main.py", False),
    ],
)  # fmt: skip
def test_the_hook_runs_for_documents(name: str, path: str, taken: bool) -> None:
    assert bool(re.search(HOOKS[name]["files"], path)) == taken


def test_the_run_of_the_action_writes_every_report_and_keeps_the_exit_code(repo: Path) -> None:
    pk(repo / "dokumen" / "pk.html", target="9")
    summary = repo / "ringkasan.md"
    given = {"DOCUMENTS": "dokumen", "FAIL_ON": "", "ONLY_NEW": "false", "SINCE": "HEAD", "OUTPUT": "laporan"}
    env = _environment(**given, GITHUB_STEP_SUMMARY=str(summary))
    run = subprocess.run(["bash", ROOT / "ci" / "github.sh"], cwd=repo, env=env, capture_output=True, text=True, timeout=300)
    assert run.returncode == 1, run.stderr
    assert "::error file=dokumen/pk.html,line=1,title=TGT-01" in run.stdout
    assert {path.name for path in (repo / "laporan").iterdir()} == {"doccheck.sarif", "doccheck.html", "doccheck.xml", "doccheck.md"}
    results = json.loads((repo / "laporan" / "doccheck.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "dokumen/pk.html" in {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results}
    assert summary.read_text(encoding="utf-8").startswith("<!-- doccheck -->")


def test_values_of_the_action_reach_the_shell_as_data_only() -> None:
    """${{ }} inside `run` would let a branch name or a path be run as shell."""
    steps = ACTION["runs"]["steps"]
    assert not any("${{" in step.get("run", "") for step in steps)
    assert set(ACTION["inputs"]) == {"path", "fail-on", "only-new", "since", "lang", "ocr", "output"}
    used = " ".join(value for step in steps for value in step.get("env", {}).values())
    assert set(re.findall(r"inputs\.([\w-]+)", used)) == set(ACTION["inputs"])


def test_the_script_of_the_gitlab_template(repo: Path) -> None:
    pk(repo / "dokumen" / "pk.html", target="9")
    (script,) = GITLAB["doccheck"]["script"]
    given = {"DOCCHECK_PATH": "dokumen", "DOCCHECK_OPTIONS": "--hanya TGT-01"}
    run = subprocess.run(["bash", "-e", "-c", script], cwd=repo, env=_environment(**given), capture_output=True, text=True, timeout=300)
    assert run.returncode == 1, run.stderr
    issues = json.loads((repo / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [(issue["check_name"], issue["location"]["path"]) for issue in issues] == [("TGT-01", "dokumen/pk.html")]
    listed = GITLAB["doccheck"]["artifacts"]
    assert all((repo / name).is_file() for name in (*listed["paths"], *listed["reports"].values()))


@pytest.mark.parametrize(
    ("path", "schema"),
    [("action.yml", ["vendor.github-actions"]), ("ci/gitlab.yml", ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"])],
)
def test_the_files_obey_the_schemas_of_their_services(path: str, schema: list[str]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, str(ROOT / path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def _blocks() -> list[Any]:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    return [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S)]


def test_the_page_shows_each_and_names_what_exists() -> None:
    pre_commit, github, gitlab = _blocks()
    assert {hook["id"] for hook in pre_commit["repos"][0]["hooks"]} <= set(HOOKS)
    step = next(step for step in github["jobs"]["doccheck"]["steps"] if step.get("id") == "doccheck")
    assert set(step["with"]) <= set(ACTION["inputs"])
    outputs = set(re.findall(r"steps\.doccheck\.outputs\.(\w+)", str(github)))
    assert outputs
    assert outputs <= set(ACTION["outputs"])
    assert set(gitlab["variables"]) <= set(GITLAB["variables"])
    assert (ROOT / gitlab["include"][0]["file"]).is_file()


@pytest.mark.parametrize("name", [".pre-commit-hooks.yaml", "ci/github.sh", "ci/gitlab.yml", "docs/ci.md", "docs/panduan.md"])
def test_commands_and_options_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = group()
    lines = re.findall(r"\bdoccheck (?:check|baseline|diff|annotate)\b[^\n`|]*", text)
    assert lines
    for line in lines:
        words = line.split(" #")[0].split()
        found = commands.get_command(click.Context(commands), words[1])
        assert found is not None
        known = {"--help"} | {option for param in found.params for option in param.opts}
        assert {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= known, line
