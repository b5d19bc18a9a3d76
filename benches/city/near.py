"""The peer that near-duplicates are measured against: datasketch's MinHash LSH over character bigrams.

    python near.py TEXTS.tsv PAIRS.tsv

Each line of TEXTS is a code, a tab and a text. Each line of PAIRS is a code and an earlier one that the index finds.
"""

import sys

from datasketch import MinHash, MinHashLSH

THRESHOLD = 0.7
PERMUTATIONS = 128


def bigrams(text):
    chars = [c for c in text if c.isalnum()]
    return [(a + b).encode() for a, b in set(zip(chars, chars[1:]))]


def main(source, target):
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    empty = MinHash(num_perm=PERMUTATIONS)
    with open(source, encoding="utf-8") as texts, open(target, "w", encoding="utf-8") as pairs:
        for line in texts:
            code, text = line.rstrip("\n").split("\t")
            sketch = empty.copy()
            sketch.update_batch(bigrams(text))
            for earlier in index.query(sketch):
                pairs.write(f"{code}\t{earlier}\n")
            index.insert(code, sketch, check_duplication=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
