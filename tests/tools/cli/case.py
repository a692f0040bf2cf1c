"""case.py: what the tests of the built program share: running it, files in a folder of its own, articles."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SEEDS = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
RAIN = ("Heavy rain flooded 40 houses in Norwick on Tuesday, the fire service said.\n\n"
        "“We have never seen this much water,” said Ana Holm, the mayor of Norwick.\n")
FLOOD = ("Floods after heavy rain damaged 60 houses in Norwick on Tuesday, according to the fire service.\n\n"
         "“We have never seen so much water,” Mayor Ana Holm told reporters.\n")
SNOW = "Snow closed three schools in Norwick on Wednesday, the council said.\n"
FRENCH = ("Le président de la République a déclaré mardi que les inondations avaient détruit plus de quarante maisons "
          "dans la ville. Les pompiers sont encore sur place, et la situation reste très difficile pour les habitants "
          "qui ont dû quitter leur logement pendant la nuit. Une enquête a été ouverte par la justice. Les dégâts sont "
          "estimés à 240,1 milliards de dollars, soit 26,3 % de plus que le 16 mai 2023.\n")


class Run:
    def __init__(self, *args, given=b"", **kwargs):
        done = subprocess.run([PROGRAM, *map(str, args)], input=given, capture_output=True, timeout=900, check=False, **kwargs)
        self.code, self.out, self.err = done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def json(self):
        return json.loads(self.out)

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


class CliCase(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def file(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def rain(self):
        return self.file("rain.txt", RAIN)

    def flood(self):
        return self.file("flood.txt", FLOOD)


def main():
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
