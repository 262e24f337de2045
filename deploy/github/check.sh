#!/usr/bin/env bash
# One check in a workflow: annotations in the log, Markdown in the job summary, SARIF for the upload, and the exit code as an output.
# In a pull request (BASE_SHA is set) scanner.yaml, waivers, rules and the baseline are those of the base.
set -euo pipefail
sarif="$RUNNER_TEMP/scanner.sarif"
policy=()
if [ -n "${BASE_SHA:-}" ]; then
    git cat-file -e "$BASE_SHA^{commit}" 2> /dev/null || git fetch --quiet --depth=1 origin "$BASE_SHA"
    base="$RUNNER_TEMP/scanner-base"
    rm -rf "$base"
    mkdir -p "$base"
    git archive "$BASE_SHA" | tar -x -C "$base"
    policy=(--policy-from "$base")
fi
# words, as in a shell: inputs and arguments come from the workflow, never from the pull request's title or branch
read -r -a inputs <<< "${SCANNER_INPUTS//$'\n'/ }"
read -r -a arguments <<< "${SCANNER_ARGUMENTS//$'\n'/ }"
read -r -a scanner <<< "$SCANNER"
code=0
"${scanner[@]}" check "${inputs[@]}" "${policy[@]}" "${arguments[@]}" --quiet \
    --out annotations --out "markdown=$RUNNER_TEMP/scanner.md" --out "github-sarif=$sarif" || code=$?
[ ! -f "$RUNNER_TEMP/scanner.md" ] || cat "$RUNNER_TEMP/scanner.md" >> "$GITHUB_STEP_SUMMARY"
{
    echo "exit-code=$code"
    [ ! -f "$sarif" ] || echo "sarif=$sarif"
} >> "$GITHUB_OUTPUT"
