#!/usr/bin/env python3
"""Counts what tools/check ran and prints the closing line. Exit 1 if anything failed.

    tools/check_count.py build/check

A native test program counts by its test cases (GoogleTest's XML, or the last lines of Python's
unittest), or as one failure if it died before it told them; a Node suite by the counts at the end
of its TAP; any other part as one.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml


def count_program(report):
    """passed, failed, skipped of GoogleTest's XML."""
    suites = xml.parse(report).getroot()
    failed = int(suites.get("failures")) + int(suites.get("errors", 0))
    skipped = sum(test.get("result") == "skipped" for test in suites.iter("testcase"))
    ran = sum(test.get("status") == "run" for test in suites.iter("testcase"))
    return [ran - failed - skipped, failed, skipped]


def count_unittest(output):
    """The same of what Python's unittest prints, or nothing."""
    ran = re.search(r"^Ran (\d+) tests? in ", output, re.M)
    if not ran:
        return [0, 0, 0]
    failed = sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", output))
    skipped = sum(int(n) for n in re.findall(r"skipped=(\d+)", output))
    return [int(ran.group(1)) - failed - skipped, failed, skipped]


def count_native(logs, name):
    """passed, failed, skipped of one ctest run."""
    total = [0, 0, 0]
    for case in xml.parse(logs / f"{name}.junit").getroot().iter("testcase"):
        status = case.get("status")
        report = logs / name / f"test_{case.get('name')}.xml"
        if report.exists() and report.stat().st_size:
            counts = count_program(report)
        else:
            counts = count_unittest(case.findtext("system-out") or "")
        if status == "fail" and not counts[1]:
            counts[1] = 1
        if status in ("notrun", "disabled"):
            counts = [0, 0, 1]
        if not any(counts):
            counts = [1, 0, 0]
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
