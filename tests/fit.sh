#!/bin/sh
# The wheel and the sdist, each installed where nothing else is: on every Python there is,
# with the lowest and the newest of what guidelog needs.
set -eu
uv=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$uv" build -q -o "$folder"

# A leader's first day, with what needs the extras.
try() {
  export HOME="$folder/$1" GUIDELOG_JOURNAL="$folder/$1/journal.db"
  mkdir "$HOME"
  guidelog="$folder/$1/env/bin/guidelog"
  "$uv" venv -q -p "$2" "$HOME/env"
  "$uv" pip install -q -p "$HOME/env" --resolution "$3" --all-extras -r pyproject.toml
  "$uv" pip install -q -p "$HOME/env" --no-deps "$4"
  "$guidelog" person add ada "Ada Okonkwo" >/dev/null
  "$guidelog" add ada "Outage review. #incident" -t 45 --next "me: find a reviewer" >/dev/null
  for name in ada.html ada.pdf ada.md; do
    "$guidelog" -q report ada --for others -o "$HOME/$name"
    [ -s "$HOME/$name" ]
  done
  "$guidelog" -q export sessions --format xlsx -o "$HOME/sessions.xlsx"
  "$guidelog" search outage >/dev/null
  "$guidelog" -q verify
  echo "$1: well"
}

for python in 3.11 3.12 3.13 3.14 3.15; do
  found=$("$uv" python find -q "$python" 2>/dev/null) || continue
  for resolution in lowest-direct highest; do
    try "$python-$resolution" "$found" "$resolution" "$folder"/*.whl
  done
done
try sdist "$("$uv" python find -q)" highest "$folder"/*.tar.gz
