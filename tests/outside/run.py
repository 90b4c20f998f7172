"""Runs all tests of this folder and says how many passed, as the other suites do.

Every `test_*.py` here is taken along. What they read is told by variables:

  REPORTS  a folder of files that `cargo xtask reports` has written
  NU       the Nu HTML checker, a Java archive
  BILL     the bill of materials, as it ships
  FONTS    a folder with a configuration for each of the fonts that are tried alone
"""

import sys
import unittest
from pathlib import Path

import office


def main():
    suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    office.forget()
    # One test may fail for several files.
    failed = len({test.id().split(" ")[0] for test, _ in [*result.failures, *result.errors]})
    print(f"# pass {result.testsRun - failed - len(result.skipped)}")
    print(f"# fail {failed}")
    return 1 if failed or result.testsRun == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
