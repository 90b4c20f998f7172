"""The bill of materials, by the schema of those who made the format, as programs that read it want it."""

import json
import os
import unittest
from pathlib import Path

import jsonschema

SCHEMAS = Path(__file__).parent / "node_modules/@cyclonedx/cyclonedx-library/res/schema"


def bill():
    return json.loads(Path(os.environ["BILL"]).read_text(encoding="utf-8"))


def checker():
    """What finds faults. The schemas name each other by the names of their files."""
    schema, *others = [
        json.loads((SCHEMAS / f"{name}.SNAPSHOT.schema.json").read_text(encoding="utf-8"))
        for name in ("bom-1.6", "spdx", "jsf-0.82")
    ]
    # As they call themselves, and as the first one calls them.
    store = {}
    for other in others:
        store[other["$id"]] = other
        store[other["$id"].replace(".schema.json", ".SNAPSHOT.schema.json")] = other
    resolver = jsonschema.RefResolver(schema["$id"], schema, store)
    return jsonschema.Draft7Validator(schema, resolver)


def faults(found):
    return [f"{list(fault.path)}: {fault.message[:200]}" for fault in checker().iter_errors(found)]


class Bill(unittest.TestCase):
    def test_it_is_one_by_the_schema(self):
        self.assertEqual(faults(bill()), [])

    def test_the_schema_finds_what_is_none(self):
        broken = bill()
        broken["components"][0]["hashes"] = [{"alg": "SHA-256", "content": "none"}]
        broken["components"][1]["type"] = "crate"
        broken["components"][2]["licenses"] = [{"license": {"id": "None such"}}]
        del broken["bomFormat"]
        self.assertGreaterEqual(len(faults(broken)), 4)

    def test_each_part_that_is_needed_is_a_component(self):
        found = bill()
        named = {part["bom-ref"] for part in [found["metadata"]["component"], *found["components"]]}
        needed = {ref for part in found["dependencies"] for ref in part["dependsOn"]}
        self.assertEqual(needed - named, set())
        self.assertEqual({part["ref"] for part in found["dependencies"]}, named)


if __name__ == "__main__":
    unittest.main()
