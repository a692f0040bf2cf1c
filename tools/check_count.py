#!/usr/bin/env python3
"""Counts what tools/check ran, names what was skipped and why, prints the closing line. Exit 1 if
anything failed.

    tools/check_count.py build/check [PART…]    every PART must have run

A native test program counts by its test cases (GoogleTest's XML, or the last lines of Python's
unittest), or as one failure if it died before it told them; a Node suite by the counts at the end
of its TAP; any other part as one. A Node suite that is skipped whole is one skip: how many tests it
has nobody knows.
"""
import ast
import collections
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

# Each counter returns [passed, failed, skips], a skip being "name: reason".


def named(name, reason):
    return f"{name}: {' '.join(reason.split()) or 'no reason given'}"


def count_program(report):
    """GoogleTest's XML. A message of a skip begins with the place it stands at."""
    suites = xml.parse(report).getroot()
    failed = int(suites.get("failures")) + int(suites.get("errors", 0))
    skips, ran = [], 0
    for test in suites.iter("testcase"):
        name = f"{test.get('classname')}.{test.get('name')}"
        ran += test.get("status") == "run"
        if test.get("status") == "notrun":
            skips.append(named(name, "disabled"))
        elif test.get("result") == "skipped":
            ran -= 1
            reason = test.find("skipped")
            text = "" if reason is None else reason.get("message") or reason.text or ""
            skips.append(named(name, re.sub(r"^\S+:\d+\s+", "", text)))
    return [ran - failed, failed, skips]


def count_unittest(output):
    """What Python's unittest prints, or nothing. It gives reasons with -v alone."""
    ran = re.search(r"^Ran (\d+) tests? in ", output, re.M)
    if not ran:
        return [0, 0, []]
    failed = sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", output))
    skipped = sum(int(n) for n in re.findall(r"skipped=(\d+)", output))
    lines = re.findall(r"^ *(\w+) \(\S+\)(?: \(.*\))?(?:\n.*?)? \.\.\. skipped (.*)$", output, re.M)
    skips = [named(name, ast.literal_eval(reason)) for name, reason in lines]
    skips += [named("a test", "its reason was not printed, run it with -v")] * (skipped - len(skips))
    return [int(ran.group(1)) - failed - skipped, failed, skips]


def count_native(logs, name):
    """One ctest run."""
    total = [0, 0, []]
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
            why = case.find("skipped")
            counts = [0, 0, [named(case.get("name"), status if why is None else why.get("message") or status)]]
        if not any(counts):
            counts = [1, 0, []]
        total = [a + b for a, b in zip(total, counts)]
    return total


def count_tap(text):
    def line(word):
        return sum(int(n) for n in re.findall(rf"^# {word} (\d+)$", text, re.M))

    def plain(escaped):
        return re.sub(r"\\([#\\])", r"\1", escaped)

    skips = [named(plain(name), plain(reason))
             for name, reason in re.findall(r"^ *ok \d+(?: - )?(.*?) # SKIP\b(.*)$", text, re.M)]
    return [line("pass"), line("fail") + line("cancelled"), skips]


def main():
    logs = pathlib.Path(sys.argv[1])
    total = [0, 0, []]
    for ended in sorted(logs.glob("*.exit")):
        name, good = ended.stem, ended.read_text().strip() == "0"
        log = (logs / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        if (logs / f"{name}.junit").exists():
            counts = count_native(logs, name)
        elif re.search(r"^# pass \d+$", log, re.M):
            counts = count_tap(log)
        else:
            counts = [int(good), 0, []]
        if not good and not counts[1]:
            counts[1] = 1
        if good and not any(counts):
            counts[1] = 1
            print(f"{name}: ended well, but ran nothing")
        counts[2] = [f"skipped: {name}: {skip}" for skip in counts[2]]
        total = [a + b for a, b in zip(total, counts)]
    for name in sys.argv[2:]:
        if not (logs / f"{name}.exit").exists():
            print(f"{name}: did not run")
            total[1] += 1
    passed, failed, skips = total
    for skip, times in collections.Counter(skips).items():
        print(skip + (f" ({times} times)" if times > 1 else ""))
    print(f"{passed} passed, {failed} failed" + (f", {len(skips)} skipped" if skips else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
