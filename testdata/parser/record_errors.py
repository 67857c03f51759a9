"""Record what CPython says about the programs in errors/*.txt.

Each file holds programs separated by lines of '---'. Below each program stands
what the compiler reports: '### line:col-line:col message' (columns in UTF-8
bytes from 0, as the tree has them), or '### ok'. This script rewrites those
lines. Run it with CPython 3.13.
"""
import glob
import os
import sys
import warnings

warnings.simplefilter("ignore")


def byte_col(text, line, offset):
    lines = text.split("\n")
    row = lines[line - 1] if 0 < line <= len(lines) else ""
    return len(row[: offset - 1].encode()) if offset > 0 else offset


def verdict(src):
    try:
        compile(src, "x.py", "exec")
    except SyntaxError as e:
        line, col = e.lineno or 0, e.offset or 0
        end_line, end_col = e.end_lineno or line, e.end_offset or col
        start = "%d:%d" % (line, byte_col(src, line, col))
        end = "%d:%d" % (end_line, byte_col(src, end_line, end_col))
        return "### %s-%s %s" % (start, end, e.msg)
    except Exception as e:
        return "### %s %s" % (type(e).__name__, e)
    return "### ok"


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    for name in sorted(glob.glob(os.path.join(here, "errors", "*.txt"))):
        with open(name, encoding="utf-8") as f:
            chunks = f.read().split("\n---\n")
        out = []
        for chunk in chunks:
            lines = [l for l in chunk.split("\n") if not l.startswith("### ")]
            src = "\n".join(lines).rstrip("\n") + "\n"
            out.append(src + verdict(src))
        with open(name, "w", encoding="utf-8") as f:
            f.write("\n---\n".join(out) + "\n")


if sys.version_info[:2] != (3, 13):
    sys.exit("needs CPython 3.13")
main()
