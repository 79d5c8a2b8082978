#!/usr/bin/env python3
"""Holds model.py against the program: the central case and single draws of several scenarios.

usage: Examples/python/check.py PROGRAM [DATA]
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

import model

SCENARIOS = [
    ["--scenario", "from_now"], ["--scenario", "do_nothing"], ["--scenario", "prioritised"],
    ["--set", "HMRC.start_delay=3.5", "--set", "pace=0.7", "--set", "risk_mitigation=0.4"],
    ["--key-set", "automation_gds2026", "--discounting", "health", "--assume", "cost_overrun=1.1,1.3,2"],
    ["--set", "NHS.legacy_remediation=0.3", "--set", "contractor_posts=20", "--discounting", "0.06"]]


def worst(mine, theirs):
    """The largest difference, relative to the number, with a tiny absolute allowance."""
    mine, theirs = np.broadcast_arrays(np.asarray(mine, float), np.asarray(theirs, float))
    if (np.isnan(mine) != np.isnan(theirs)).any():
        return np.inf
    return np.nanmax(np.abs(mine - theirs) / (np.abs(theirs) + 1e-3), initial=0)


def main():
    program = sys.argv[1]
    folder = sys.argv[2] if len(sys.argv) > 2 else "data"
    data = model.inputs(folder)
    count, error = 0, 0.0
    for words in SCENARIOS:
        with tempfile.TemporaryDirectory() as made:
            path = pathlib.Path(made) / "draws.csv"
            answer = json.loads(subprocess.run(
                [program, "project", "--data", folder, "--draws", "256", "--each-draw", str(path), *words],
                check=True, capture_output=True, text=True).stdout)
            with open(path, encoding="utf-8", newline="") as file:
                draws = list(csv.DictReader(file))
        nation, own, metrics = model.project(data, answer["scenario"])
        pairs = []
        for name, series in nation.items():
            group, _, stream = name.partition(".")
            pairs.append((series[:, 0], answer["central"][group][stream] if stream else answer["central"][name]))
        for code, series in own.items():
            theirs = answer["organisations"][code]
            pairs += [(series[name][:, 0], theirs[name]) for name in ("benefit", "cash", "exchequer", "cost")]
            pairs += [(series[f"net.{stream}"][:, 0], theirs["net"][stream]) for stream in model.STREAMS]
            pairs.append((metrics["npsv_of"][code], [theirs["npsv"]]))
        none = lambda value: np.nan if value in (None, "") else float(value)
        pairs += [(metrics[name], [none(answer["central"]["metrics"][name])]) for name in metrics if name != "npsv_of"]
        # The same on the numbers that were drawn.
        drawn = {id: [float(row[id]) for row in draws] for id in data["p50"]}
        metrics = model.project(data, answer["scenario"], drawn)[2]
        pairs += [(metrics[name], [none(row[name]) for row in draws]) for name in metrics if name != "npsv_of"]
        count += sum(np.size(mine) for mine, _ in pairs)
        error = max(error, *(worst(mine, theirs) for mine, theirs in pairs))
    print(f"{len(SCENARIOS)} scenarios, {count} numbers: the largest difference is {error:.1e}")
    sys.exit(0 if error < 1e-9 else 1)


main()
