#!/usr/bin/env python3
"""Counts what tools/check ran and prints the closing line. Exit 1 if anything failed.

    tools/check_count.py build/check

A native test program counts by its test cases (GoogleTest's XML), or as one failure if it died
before it wrote them; a Node suite by the counts at the end of its TAP; any other part as one.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml


def count_native(logs, name):
    """passed, failed, skipped of one ctest run."""
    total = [0, 0, 0]
    for case in xml.parse(logs / f"{name}.junit").getroot().iter("testcase"):
        broken = case.get("status") == "fail"
        report = logs / name / f"test_{case.get('name')}.xml"
        counts = [0, 0, 0]
        if report.exists() and report.stat().st_size:
            suites = xml.parse(report).getroot()
            failed = int(suites.get("failures")) + int(suites.get("errors", 0))
            skipped = sum(test.get("result") == "skipped" for test in suites.iter("testcase"))
            ran = sum(test.get("status") == "run" for test in suites.iter("testcase"))
            counts = [ran - failed - skipped, failed, skipped]
        elif not broken:
            counts = [0, 0, 1] if case.get("status") in ("notrun", "disabled") else [1, 0, 0]
        if broken and not counts[1]:
            counts[1] = 1
        total = [a + b for a, b in zip(total, counts)]
    return total


def count_tap(text):
    def line(word):
        return sum(int(n) for n in re.findall(rf"^# {word} (\d+)$", text, re.M))
    return [line("pass"), line("fail") + line("cancelled"), line("skipped")]


def main():
    logs = pathlib.Path(sys.argv[1])
    total = [0, 0, 0]
    for ended in sorted(logs.glob("*.exit")):
        name, good = ended.stem, ended.read_text().strip() == "0"
        log = (logs / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        if (logs / f"{name}.junit").exists():
            counts = count_native(logs, name)
        elif re.search(r"^# pass \d+$", log, re.M):
            counts = count_tap(log)
        else:
            counts = [int(good), 0, 0]
        if not good and not counts[1]:
            counts[1] = 1
        if good and not any(counts):
            counts[1] = 1
            print(f"{name}: ended well, but ran nothing")
        total = [a + b for a, b in zip(total, counts)]
    passed, failed, skipped = total
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
