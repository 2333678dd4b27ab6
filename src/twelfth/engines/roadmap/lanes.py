"""Lives side by side, in compiled code.

LANES of them go through every step together, in rows that stay in near memory, so that the processor works on several
at once. A loop that looks something up in a table does nothing else: only then can the loops next to it be taken
several lanes at a time.

Draws come from a counter: that of life i and its draw j is a mixing of the seed, i and j (SplitMix64: Steele, Lea and
Flood 2014), so a life is the same however many are lived, in which order and by how many threads.
"""

import numpy as np
from numba import njit

LANES = 256
DRAWS = np.uint64(13)
"""Bits for the number of a draw within a life: a file has at most 2,000 actions, two draws each, and 500 rounds."""
STEP = np.uint64(0x9E3779B97F4A7C15)
FIRST_MIX, SECOND_MIX = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
S27, S30, S31 = np.uint64(27), np.uint64(30), np.uint64(31)


@njit(cache=True)
def draw(bits, seed, life, number):  # type: ignore[no-untyped-def]
    """Sixty-four even bits for each lane."""
    start = seed + STEP * ((np.uint64(life) << DRAWS) | np.uint64(number))
    stride = STEP << DRAWS
    for i in range(LANES):
        z = start + stride * np.uint64(i)
        z = (z ^ (z >> S30)) * FIRST_MIX
        z = (z ^ (z >> S27)) * SECOND_MIX
        bits[i] = z ^ (z >> S31)


@njit(cache=True)
def take(rows, a, table, place):  # type: ignore[no-untyped-def]
    """Entries of a table by their place. Alone in a loop: what is next to it then goes several lanes at a time."""
    for i in range(LANES):
        rows[a, i] = table[place[i]]


@njit(cache=True)
def latest(rows, a, others, b):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        rows[a, i] = others[b, i] if others[b, i] > rows[a, i] else rows[a, i]
