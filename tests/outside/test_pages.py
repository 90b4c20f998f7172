"""HTML, read by the Nu HTML checker."""

import json
import os
import subprocess
import unittest

import reports

# About what somebody typed, which stands as it was typed: letters that could be written in another
# way.
TYPED = "Text run is not in Unicode Normalization Form C."


class Pages(unittest.TestCase):
    def test_the_nu_html_checker_finds_nothing(self):
        pages = [reports.file(name, "html") for name in reports.names()]
        self.assertTrue(pages)
        command = ["java", "-jar", os.environ["NU"], "--stdout", "--format", "json"]
        run = subprocess.run([*command, "--exit-zero-always", *pages], capture_output=True, timeout=300)
        found = [
            f"{message['url'].rsplit('/')[-1]}:{message.get('lastLine')}: {message['message']}"
            for message in json.loads(run.stdout)["messages"]
            if not message["message"].startswith(TYPED)
        ]
        self.assertEqual(found, [])


if __name__ == "__main__":
    unittest.main()
