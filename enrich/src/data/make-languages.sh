#!/bin/sh
# Writes src/main/resources/io/postwatch/enrich/language/trigrams.bin from the n-gram counts (Wikipedia and tweets) in
# com.optimaize.languagedetector:language-detector:0.6 (Apache-2.0; Shuyo's language-detection before it).
# Needs Maven and python3. Run it from anywhere; the same jar always gives the same file.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=com.optimaize.languagedetector:language-detector:0.6 -DoutputDirectory="$work"
target="$here/../main/resources/io/postwatch/enrich/language/trigrams.bin"
python3 "$here/make_languages.py" "$work/language-detector-0.6.jar" >"$work/trigrams.bin"
mv "$work/trigrams.bin" "$target"
wc -c "$target"
