#!/usr/bin/env python3
"""The checkers find what they are there to find: check_layers.py in a small tree that breaks one rule
a case, check_count.py in the logs of a small run."""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import check_count  # noqa: E402
import check_layers  # noqa: E402

HEADER = "// {} — what it is.\n#pragma once\n"


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text):
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8")

    def run_tool(self, tool, *args):
        printed = io.StringIO()
        with mock.patch.object(sys, "argv", [tool.__name__, str(self.root), *args]), contextlib.redirect_stdout(printed):
            code = tool.main()
        return code, printed.getvalue().strip()


class Layers(Tree):
    def setUp(self):
        super().setUp()
        self.write("src/text/document.h", HEADER.format("document.h"))

    def check(self, path, text, says):
        self.write(path, text)
        code, printed = self.run_tool(check_layers)
        if says is None:
            self.assertEqual((code, printed), (0, f"{2} files keep the rules"))
        else:
            self.assertEqual(code, 1, printed)
            self.assertRegex(printed, says)
            self.assertEqual(len(printed.splitlines()), 1, printed)

    def test_a_room_sees_what_lies_before_it(self):
        self.check("src/mention/names.cpp", '#include "text/document.h"\n#include <vector>\n', None)

    def test_no_room_sees_what_lies_after_it(self):
        self.check("src/base/span.cpp", '\n#include "text/document.h"\n',
                   "^src/base/span.cpp:2: base may not include text$")

    def test_no_room_sees_the_one_beside_it(self):
        self.check("src/mention/names.cpp", '#include "ingest/ingest.h"\n', "mention may not include ingest")

    def test_what_lies_in_src_itself_is_the_engine(self):
        self.check("src/engine.cpp", '#include "json/json.h"\n', "engine may not include json")

    def test_doors_see_the_engine(self):
        self.check("src/json/read.cpp", '#include "engine.h"\n#include <nlohmann/json.hpp>\n', None)

    def test_json_is_read_in_its_room_alone(self):
        self.check("src/claim/quotes.cpp", "#include <nlohmann/json.hpp>\n", "json/ alone")

    def test_our_own_headers_stand_in_quotes(self):
        self.check("src/claim/quotes.cpp", "#include <text/document.h>\n", "is ours")

    def test_other_libraries_stand_in_brackets(self):
        self.check("src/claim/quotes.cpp", '#include "date/date.h"\n', "names no room")

    def test_streams_and_regular_expressions_have_no_place(self):
        for header in ("regex", "iostream", "sstream", "locale", "format"):
            self.check("src/text/clean.cpp", f"#include <{header}>\n", f"<{header}>: ")

    def test_libm_stands_nowhere(self):
        for call in ("std::log(x)", "exp(x)", "std::pow(x, 2)", "log2f(x)"):
            self.check("src/compare/terms.cpp", f"double f(double x) {{ return {call}; }}\n", "libm")

    def test_words_that_only_look_like_libm_are_fine(self):
        self.check("src/compare/terms.cpp", 'int a = catalog(x) + s.log(x);  // exp(x)\nauto b = "pow(";\n', None)

    def test_a_header_says_what_it_is(self):
        self.check("src/text/clean.h", "#pragma once\n\n#pragma once\n", "opens with: // clean.h —")

    def test_a_header_is_read_once(self):
        self.check("src/text/clean.h", "// clean.h — repairs.\n", "pragma once")

    def test_an_unknown_room_is_named(self):
        self.check("src/util/misc.cpp", "", "src/util/ is no room")

    def test_the_top_level_holds_what_it_should(self):
        self.check("notes.txt", "", "^notes.txt: the top level")


class Count(Tree):
    def part(self, name, code, log=""):
        self.write(f"{name}.exit", f"{code}\n")
        self.write(f"{name}.log", log)

    def native(self, code, cases):
        self.part("asan-tests", code)
        self.write("asan-tests.junit", "<testsuite>" + "".join(
            f'<testcase name="{name}" status="{status}"><system-out>{out}</system-out></testcase>'
            for name, status, out in cases) + "</testsuite>")

    def gtest(self, name, cases):
        failures = sum(result == "fail" for _, result in cases)

        def case(test, result):
            status, result = ("notrun", "suppressed") if result == "off" else ("run", result)
            place = f"/src/tests/{name}_test.cpp:12&#x0A;"
            inside = "" if result in ("pass", "fail", "suppressed") else f'<skipped message="{place}{result}&#x0A;"/>'
            return (f'<testcase name="{test}" classname="Room" status="{status}" '
                    f'result="{"skipped" if inside else result}">{inside}</testcase>')

        self.write(f"asan-tests/test_{name}.xml", f'<testsuites failures="{failures}" errors="0"><testsuite>'
                   + "".join(case(*c) for c in cases) + "</testsuite></testsuites>")

    def says(self, code, *lines):
        self.assertEqual(self.run_tool(check_count), (code, "\n".join(lines)))

    def test_every_suite_is_counted(self):
        self.part("asan-build", 0)
        self.native(0, [("text", "run", ""), ("layers", "run", "3 files"), ("cli", "run", "Ran 47 tests in 2s\n\nOK")])
        self.gtest("text", [("A", "pass"), ("B", "pass"), ("C", "pass")])
        self.part("node-tests", 0, "ok 1 - a\n# tests 4\n# pass 4\n# fail 0\n# cancelled 0\n# skipped 0\n")
        self.says(0, f"{1 + 3 + 1 + 47 + 4} passed, 0 failed")

    def test_a_part_that_did_not_run_is_a_failure(self):
        self.part("lint", 0)
        self.assertEqual(self.run_tool(check_count, "lint"), (0, "1 passed, 0 failed"))
        self.assertEqual(self.run_tool(check_count, "lint", "bundle"), (1, "bundle: did not run\n1 passed, 1 failed"))

    def test_failures_are_counted(self):
        self.native(8, [("text", "fail", ""), ("cli", "fail", "Ran 5 tests in 1s\nFAILED (failures=1, errors=1)")])
        self.gtest("text", [("A", "pass"), ("B", "fail")])
        self.part("node-tests", 1, "# pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n")
        self.says(1, "6 passed, 5 failed")

    def test_a_skip_of_the_native_tests_is_named_with_its_reason(self):
        self.native(0, [("text", "run", "")])
        self.gtest("text", [("A", "pass"), ("B", "no table\nof names"), ("DISABLED_C", "off")])
        self.says(0, "skipped: asan-tests: Room.B: no table of names",
                  "skipped: asan-tests: Room.DISABLED_C: disabled", "1 passed, 0 failed, 2 skipped")

    def test_a_skip_of_python_is_named_with_its_reason(self):
        class Odd(unittest.TestCase):
            @unittest.skip("needs 'this'")
            def test_quoted(self):
                self.fail()

            def test_told(self):
                """Says what it is."""
                self.skipTest("later")

            def test_good(self):
                self.assertTrue(True)

        printed = io.StringIO()
        suite = unittest.defaultTestLoader.loadTestsFromTestCase(Odd)
        unittest.TextTestRunner(stream=printed, verbosity=2).run(suite)
        self.native(0, [("cli", "run", printed.getvalue().replace("<", "&lt;"))])
        self.says(0, "skipped: asan-tests: test_quoted: needs 'this'", "skipped: asan-tests: test_told: later",
                  "1 passed, 0 failed, 2 skipped")

    def test_a_skip_of_python_without_its_reason_is_still_told(self):
        self.native(0, [("cli", "run", "..s\nRan 3 tests in 1s\n\nOK (skipped=1)")])
        self.says(0, "skipped: asan-tests: a test: its reason was not printed, run it with -v",
                  "2 passed, 0 failed, 1 skipped")

    def test_a_program_that_ctest_did_not_start_is_a_skip(self):
        self.native(0, [("text", "run", ""), ("cli", "disabled", "")])
        self.says(0, "skipped: asan-tests: cli: disabled", "1 passed, 0 failed, 1 skipped")

    def test_a_skip_of_node_is_named_with_its_reason(self):
        self.part("node-tests", 0, "TAP version 13\nok 1 - firefox # SKIP no \\# display\n"
                  "    ok 1 - inside # SKIP later\n    ok 2 - bare # SKIP\n    ok 3 - fine\nok 2 - SKIP is a word\n"
                  "# pass 2\n# fail 0\n# cancelled 0\n# skipped 2\n")
        self.says(0, "skipped: node-tests: firefox: no # display", "skipped: node-tests: inside: later",
                  "skipped: node-tests: bare: no reason given", "2 passed, 0 failed, 3 skipped")

    def test_the_same_skip_stands_once(self):
        self.part("node-tests", 0, "ok 1 - firefox # SKIP no display\nok 2 - firefox # SKIP no display\nok 3 - a\n# pass 1\n")
        self.says(0, "skipped: node-tests: firefox: no display (2 times)", "1 passed, 0 failed, 2 skipped")

    def test_a_program_that_died_is_a_failure(self):
        self.native(8, [("text", "fail", "Segmentation fault"), ("base", "run", "")])
        self.gtest("base", [("A", "pass")])
        self.says(1, "1 passed, 1 failed")

    def test_a_program_that_failed_after_its_tests_is_a_failure(self):
        self.native(8, [("base", "fail", "LeakSanitizer")])
        self.gtest("base", [("A", "pass")])
        self.says(1, "1 passed, 1 failed")

    def test_a_build_that_broke_is_a_failure(self):
        self.part("clang-build", 1, "error: …")
        self.part("lint", 0)
        self.says(1, "1 passed, 1 failed")

    def test_a_suite_that_broke_without_a_count_is_a_failure(self):
        self.part("node-tests", 1, "Could not find 'tests/web'")
        self.says(1, "0 passed, 1 failed")

    def test_a_suite_without_tests_is_a_failure(self):
        self.part("node-tests", 0, "# pass 0\n# fail 0\n# cancelled 0\n# skipped 0\n")
        code, printed = self.run_tool(check_count)
        self.assertEqual((code, printed.splitlines()[-1]), (1, "0 passed, 1 failed"))

    def test_nothing_at_all_is_no_success(self):
        self.says(1, "0 passed, 0 failed")


if __name__ == "__main__":
    unittest.main()
