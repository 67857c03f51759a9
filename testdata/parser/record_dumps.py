"""Record CPython's dump of each program in dump/*.py beside it.

Run it with CPython 3.13.
"""
import ast
import glob
import os
import sys
import warnings

warnings.simplefilter("ignore")
if sys.version_info[:2] != (3, 13):
    sys.exit("needs CPython 3.13")
here = os.path.dirname(os.path.abspath(__file__))
for name in sorted(glob.glob(os.path.join(here, "dump", "*.py"))):
    with open(name, "rb") as f:
        tree = ast.parse(f.read())
    with open(name[:-3] + ".dump", "w", encoding="utf-8") as f:
        f.write(ast.dump(tree, indent=2, include_attributes=True) + "\n")
