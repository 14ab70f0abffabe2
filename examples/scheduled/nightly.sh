#!/bin/sh
# Tonight's briefings: made beside the published ones, and published only if all of them are there.
#
#   nightly.sh <module> <folder to make them in> <published folder>
#
# Ends with the code of `briefwright build`:
#   0   all are published, also where nothing had to be made
#   1   a briefing failed; what was published stays as it was
#   2   the module, the data or an option cannot be used, or a small count could be worked out from these and the published
#       ones together; what was published stays as it was
#   75  another run is still at work (EX_TEMPFAIL); the next one will do
# Standard output has one line for monitoring, standard error what was said.
set -u
module=$1 made=$2 published=$3
briefwright=${BRIEFWRIGHT:-npx --no briefwright}
began=$(date +%s)

# Readers have what was published, and may subtract it. Where that is kept elsewhere, the folder of last night says the same.
set --
for folder in "$published" "$made"; do
  [ $# -eq 0 ] && [ -f "$folder/edition.json" ] && set -- --previous "$folder"
done

# Names of files are of no use here: the manifest has them.
$briefwright build "$module" --each area --out "$made" "$@" >/dev/null
code=$?

if [ "$code" -eq 0 ]; then
  # A link that is moved over another one: readers find the old set or the new one, and no mixture.
  release=$(dirname "$published")/.$(basename "$published").$(date +%s).$$
  cp -R "$made" "$release" &&
    ln -s "$(basename "$release")" "$release.link" &&
    mv -fT "$release.link" "$published" || code=1
  for old in "$(dirname "$published")/.$(basename "$published")".*; do
    [ "$(readlink "$published")" = "$(basename "$old")" ] || rm -rf "$old"
  done
fi

counts=$(node -p '
  const { briefings } = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
  const of = (status) => briefings.filter((each) => each.status === status).length;
  `made=${of("made")} failed=${of("failed")} unfinished=${of("planned")}`' "$made/manifest.json" 2>/dev/null)
echo "briefings code=$code ${counts:-made=0} seconds=$(($(date +%s) - began))"
exit "$code"
