# Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
"""Makes the table of TrigramModel from language-detector's profiles; see make-languages.sh.

For every script a block: names of its languages, parted by spaces (a Java modified UTF-8 string), the number of
trigrams, the trigrams (three UTF-16 units each, in order), and for each language one byte a trigram: how much less
likely it is there than in the language where it is most likely, in eighths of a natural logarithm.
"""

import json
import math
import struct
import sys
import zipfile

# The languages of the press and streams that profiles exist for. Left out: those that nearly all their readers
# write about in another of these (Galician, Occitan, Breton ...), and that cannot be told apart (Bosnian, Malay).
BLOCKS = [
    "en es fr de it pt nl sv da no fi pl cs sk hu ro hr sl sq tr ca et lv lt id tl vi sw so ht af",
    "ru uk be bg mk sr",
    "ar fa ur",
]

# What a trigram that a language's profile lacks is taken for.
FLOOR = 5e-5

# Weight of the counts from tweets where there are any: posts are neither.
TWEETS = 0.5


def trigrams(jar, language):
    """Relative frequencies, case folded; trigrams of a space, a letter and a space have the letter's own."""
    names = set(jar.namelist())
    sources = [("languages/", 1.0)]
    if "languages.shorttext/" + language in names:
        sources = [("languages/", 1 - TWEETS), ("languages.shorttext/", TWEETS)]
    found = {}
    for folder, weight in sources:
        profile = json.loads(jar.read(folder + language))
        total = profile["n_words"][2]
        for gram, count in profile["freq"].items():
            folded = gram.lower()
            if len(gram) == 3 and len(folded) == 3:
                found[folded] = found.get(folded, 0) + weight * count / total
    return found


def block(jar, languages):
    profiles = [trigrams(jar, language) for language in languages]
    grams = sorted(set().union(*profiles), key=lambda gram: gram.encode("utf-16-be"))
    columns = [bytearray() for _ in languages]
    for gram in grams:
        logs = [math.log(profile.get(gram, 0) + FLOOR) for profile in profiles]
        most = max(logs)
        for column, log in zip(columns, logs):
            column.append(min(255, round(8 * (most - log))))
    names = " ".join(languages).encode()
    out = struct.pack(">H", len(names)) + names + struct.pack(">i", len(grams))
    out += b"".join(gram.encode("utf-16-be") for gram in grams)
    return out + b"".join(columns)


with zipfile.ZipFile(sys.argv[1]) as profiles_jar:
    sys.stdout.buffer.write(struct.pack(">B", len(BLOCKS)))
    for names_of_block in BLOCKS:
        sys.stdout.buffer.write(block(profiles_jar, names_of_block.split()))
