#!/bin/sh
# Runs the official SARIF validator over files: tests/sarif-gate.sh FILE...
# Its exit code is 0 despite errors, so what counts is what it wrote: results and tool notifications.
# Exit: 0 clean, or skipped (and says so); 1 the validator objects; 2 bad usage or the validator did not run.
set -eu

version=5.7.0
package=@microsoft/sarif-multitool-linux
here=$(cd "$(dirname "$0")" && pwd)/sarif
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/scanner-sarif-gate-$version

[ $# -gt 0 ] || { echo "usage: $0 FILE..." >&2; exit 2; }
for file; do [ -r "$file" ] || { echo "$file: cannot be read" >&2; exit 2; }; done

skip() { echo "SKIPPED: $1; nothing was validated"; exit 0; }

command -v npm >/dev/null 2>&1 && command -v node >/dev/null 2>&1 || skip "npm and node are not installed"
tool=$cache/node_modules/$package/Sarif.Multitool
if [ ! -f "$tool" ]; then
  mkdir -p "$cache"
  npm install --prefix "$cache" --ignore-scripts --no-audit --no-fund "$package@$version" >"$cache/install.log" 2>&1 \
    || skip "npm cannot install $package@$version ($(tail -n 1 "$cache/install.log"))"
fi
chmod u+x "$tool"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for file; do
  config=$here/scanner.validate.xml
  # GH1004 knows old limits; our own tests know today's
  if [ "$(grep -c '"ruleIndex"' "$file")" -gt 1000 ]; then
    sed '/GH1004/s/Value="Error"/Value="Disabled"/' "$config" >"$work/config.xml"
    config=$work/config.xml
  fi
  rm -f "$work/out.sarif"
  "$tool" validate "$file" -j "$here/sarif-schema-2.1.0.json" -c "$config" --rule-kind "Sarif;Ghas" --level "Error;Warning;Note" \
    --max-file-size-in-kb 1000000 -o "$work/out.sarif" --log ForceOverwrite >"$work/log" 2>&1 || true
  [ -s "$work/out.sarif" ] || { cat "$work/log" >&2; echo "$file: the validator wrote nothing" >&2; exit 2; }
  node "$here/objections.js" "$file" "$work/out.sarif" "$here/accepted.txt" || status=1
done
exit $status
