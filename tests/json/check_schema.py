#!/usr/bin/env python3
"""check_schema.py PROGRAM SCHEMA FOLDER…: real output of the program against src/json/schema.json.

Standard library only: a validator of the part of JSON Schema that the file uses. It knows every
keyword that stands in the schema, or it fails: a keyword that is ignored would check nothing. On the
way it also refuses keys that the schema does not name, so that schema and output grow together.
"""
import json
import re
import subprocess
import sys

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
DOCUMENTATION = {"$schema", "$id", "title", "description", "$defs"}


class Validator:
    def __init__(self, schema):
        self.schema = schema

    def resolve(self, reference):
        node = self.schema
        for part in reference.removeprefix("#/").split("/"):
            node = node[part]
        return node

    def is_type(self, value, name):
        if name in ("number", "integer"):
            whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
            return not isinstance(value, bool) and (whole if name == "integer" else isinstance(value, (int, float)))
        return isinstance(value, TYPES[name])

    def errors(self, value, schema, at="$"):
        """Yields "place: what is wrong"; nothing if `value` fits."""
        for keyword, rule in schema.items():
            if keyword in DOCUMENTATION:
                continue
            check = getattr(self, "check_" + keyword.replace("$", ""), None)
            if check is None:
                raise SystemExit(f"the schema uses {keyword}, which this validator does not know")
            yield from check(value, rule, at)

    def check_ref(self, value, rule, at):
        yield from self.errors(value, self.resolve(rule), at)

    def check_type(self, value, rule, at):
        if not any(self.is_type(value, name) for name in ([rule] if isinstance(rule, str) else rule)):
            yield f"{at}: {json.dumps(value)[:60]} is no {rule}"

    def check_enum(self, value, rule, at):
        if value not in rule:
            yield f"{at}: {value!r} is none of {rule}"

    def check_const(self, value, rule, at):
        if value != rule:
            yield f"{at}: {value!r} is not {rule!r}"

    def check_pattern(self, value, rule, at):
        if isinstance(value, str) and not re.search(rule, value):
            yield f"{at}: {value!r} does not match {rule}"

    def check_minimum(self, value, rule, at):
        if isinstance(value, (int, float)) and value < rule:
            yield f"{at}: {value} is below {rule}"

    def check_maximum(self, value, rule, at):
        if isinstance(value, (int, float)) and value > rule:
            yield f"{at}: {value} is above {rule}"

    def check_minLength(self, value, rule, at):
        if isinstance(value, str) and len(value) < rule:
            yield f"{at}: is shorter than {rule}"

    def check_minItems(self, value, rule, at):
        if isinstance(value, list) and len(value) < rule:
            yield f"{at}: has fewer than {rule} items"

    def check_maxItems(self, value, rule, at):
        if isinstance(value, list) and len(value) > rule:
            yield f"{at}: has more than {rule} items"

    def check_items(self, value, rule, at):
        for i, item in enumerate(value if isinstance(value, list) else []):
            yield from self.errors(item, rule, f"{at}[{i}]")

    def check_required(self, value, rule, at):
        for key in rule if isinstance(value, dict) else []:
            if key not in value:
                yield f"{at}: has no {key!r}"

    def check_properties(self, value, rule, at):
        for key in value if isinstance(value, dict) else []:
            if key in rule:
                yield from self.errors(value[key], rule[key], f"{at}.{key}")

    def check_additionalProperties(self, value, rule, at):
        for key in value if isinstance(value, dict) else []:
            yield from self.errors(value[key], rule, f"{at}.{key}")

    def check_anyOf(self, value, rule, at):
        failures = []
        for option in rule:
            failures.append(list(self.errors(value, option, at)))
            if not failures[-1]:
                return
        yield min(failures, key=len)[0]

    def check_allOf(self, value, rule, at):
        for part in rule:
            yield from self.errors(value, part, at)

    def named_keys(self, schema):
        """The keys that `schema` and what it refers to name for an object; None if any key goes."""
        keys = set()
        if "additionalProperties" in schema:
            return None
        if "$ref" in schema:
            keys |= self.named_keys(self.resolve(schema["$ref"])) or set()
        for part in schema.get("allOf", []):
            keys |= self.named_keys(part) or set()
        return keys | set(schema.get("properties", {}))

    def unnamed(self, value, schema, at="$"):
        """Keys of the output that the schema does not describe."""
        while "$ref" in schema or ("anyOf" in schema and "properties" not in schema):
            if "$ref" in schema:
                schema = self.resolve(schema["$ref"])
            else:  # the alternative that the value meets; check_anyOf tells if there is none
                met = [one for one in schema["anyOf"] if not list(self.errors(value, one, at))]
                schema = met[0] if met else {}
        if isinstance(value, list) and "items" in schema:
            for i, item in enumerate(value):
                yield from self.unnamed(item, schema["items"], f"{at}[{i}]")
        if isinstance(value, dict):
            keys = self.named_keys(schema)
            for key, inner in value.items():
                if keys is not None and key not in keys:
                    yield f"{at}.{key}: the schema does not name it"
                yield from self.unnamed(inner, self.property(schema, key), f"{at}.{key}")

    def property(self, schema, key):
        while "$ref" in schema:
            schema = self.resolve(schema["$ref"])
        if key in schema.get("properties", {}):
            return schema["properties"][key]
        for part in schema.get("allOf", []):
            found = self.property(part, key)
            if found:
                return found
        return {}


def main():
    program, schema_file, *folders = sys.argv[1:]
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    validator = Validator(schema)
    outputs = []

    def run(kind, command, given=None):
        done = subprocess.run([program, *command], input=given, capture_output=True, check=False)
        lines = done.stdout.decode("utf-8").splitlines()
        if not lines:
            raise SystemExit(f"{command} wrote nothing: {done.stderr.decode()}")
        outputs.extend((f"{' '.join(command)} line {i + 1}", kind, json.loads(line)) for i, line in enumerate(lines))
        return lines

    for folder in folders:
        run("comparison", ["compare", "--format", "json", folder])
        run("comparison", ["compare", "--format", "json", "--offsets", "utf16", folder])
        run("extract", ["extract", folder])
    article = {"id": 3, "outlet": "Post", "published": "2024-05-14", "published_from": "given", "text_made": False,
               "notes": [{"from": "ingest", "code": "encoding", "text": "read as Latin-1"}], "text": "Five men, 40, were held in Rome, Ana Holm said."}
    run("extract", ["extract", "-"], b"<title>Rain</title><p>It rained for about three hours on Monday.</p>")
    batch = [article, {"id": "e", "articles": [article, {"text": "Six men were held in Rome."}]}, {"no": "text"}]
    run("batch_line", ["batch"], "\n".join(map(json.dumps, batch)).encode())

    failures = [f"a request: {e}" for e in validator.unnamed(article, schema["$defs"]["article"])]
    for name, kind, value in outputs:
        definition = schema["$defs"][kind]
        failures += [f"{name} ({kind}) {error}" for error in validator.errors(value, definition)]
        if kind != "batch_line":
            failures += [f"{name} ({kind}) {error}" for error in validator.unnamed(value, definition)]
        if kind == "comparison":
            failures += [f"{name} as a request: {e}" for e in validator.errors(value, schema["$defs"]["request"])]
    failures += [f"a request: {e}" for e in validator.errors(article, schema["$defs"]["request"])]
    for bad in ({}, {"text": ""}, {"text": 3}, [], [{"id": "a"}], {"articles": [{}]}):
        if not list(validator.errors(bad, schema["$defs"]["request"])):
            failures.append(f"the schema takes {bad} for a request")
    print("\n".join(failures[:40]) or f"{len(outputs)} documents fit the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
