#!/usr/bin/env python3
"""Scenarios in, a table out: digigov from Python in ten lines. usage: Examples/python/table.py"""
import csv
import io
import subprocess

scenarios = [f"digigov1:from_now:pace={pace}" for pace in (0.8, 1, 1.2)]
names = ["central.metrics.npsv", "uncertainty.metrics.npsv.mean", "uncertainty.metrics.npsv.p10"]
answer = subprocess.run(
    ["digigov", "project", "--batch", "--draws", "1024", "--select", ",".join(names)],
    input="\n".join(scenarios), check=True, capture_output=True, text=True).stdout
for scenario, row in zip(scenarios, csv.DictReader(io.StringIO(answer))):
    print(scenario, *(f"{float(row[name]):.1f}" for name in names))
