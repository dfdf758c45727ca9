#!/usr/bin/env bash
# The run of the GitHub Action (action.yml): all reports of one check, annotations in the log, the summary on the run's page.
# The documents are read once; what is read is kept for the other forms. The exit code is that of the check.
set -u
mkdir -p "$OUTPUT"
options=("$DOCUMENTS")
[ -n "${FAIL_ON:-}" ] && options+=(--fail-on "$FAIL_ON")
[ "${ONLY_NEW:-false}" = true ] && options+=(--only-new)
[ -n "${SINCE:-}" ] && options+=(--since "$SINCE")

doccheck check "${options[@]}" --format sarif -o "$OUTPUT/doccheck.sarif" --tanpa-warna
code=$?
[ "$code" = 2 ] && exit 2
doccheck check "${options[@]}" --format html -o "$OUTPUT/doccheck.html" --quiet
doccheck check "${options[@]}" --format junit -o "$OUTPUT/doccheck.xml" --quiet
doccheck check "${options[@]}" --format markdown -o "$OUTPUT/doccheck.md" --quiet
doccheck check "${options[@]}" --format github
[ -n "${GITHUB_STEP_SUMMARY:-}" ] && cat "$OUTPUT/doccheck.md" >> "$GITHUB_STEP_SUMMARY"
exit "$code"
