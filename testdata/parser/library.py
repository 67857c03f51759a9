"""Print CPython's dump of every file of its library, as a hash.

usage: library.py [FOLDER]

Each line of the output holds the hash of ast.dump(tree, indent=2,
include_attributes=True) in UTF-8, or the word rejected, then the path. Run it
with CPython 3.13.
"""
import ast
import hashlib
import os
import sys
import sysconfig
import warnings

warnings.simplefilter("ignore")


def verdict(path):
    with open(path, "rb") as f:
        src = f.read()
    try:
        tree = ast.parse(src)
    except (SyntaxError, ValueError):
        return "rejected"
    dump = ast.dump(tree, indent=2, include_attributes=True) + "\n"
    return hashlib.sha256(dump.encode("utf-8", "surrogatepass")).hexdigest()


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else sysconfig.get_paths()["stdlib"]
    for folder, subfolders, files in os.walk(root):
        subfolders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                print(verdict(path), path, flush=True)


if sys.version_info[:2] != (3, 13):
    sys.exit("needs CPython 3.13")
main()
