#!/usr/bin/env python3
"""A batch in shards by Dask: the same bytes as in one run, on as many machines as Dask has.

usage: Examples/python/shards.py PROGRAM NAMES < LINES > TABLE
"""

import itertools
import subprocess
import sys

import dask

LINES = 1000  # a shard


@dask.delayed
def answer(program, names, first, lines):
    table = subprocess.run(
        [program, "project", "--batch", "--select", names, "--first-line", str(first)],
        input="".join(lines), check=True, capture_output=True, text=True).stdout
    # One header is enough.
    return table if first == 1 else table.split("\n", 1)[1]


def shards(file):
    while lines := list(itertools.islice(file, LINES)):
        yield lines


program, names = sys.argv[1:]
tasks = [answer(program, names, place * LINES + 1, lines) for place, lines in enumerate(shards(sys.stdin))]
# Each task waits for a process, so threads are enough here; a cluster takes the same tasks.
for table in dask.compute(*tasks, scheduler="threads"):
    sys.stdout.write(table)
