"""Print mutants of valid programs with CPython's verdict on each.

usage: mutants.py COUNT [SEED]

The programs are top-level statements of CPython's own library. One token of
each is deleted, doubled, swapped with the next one or replaced by another token
of the same file. Each line of the output is a JSON object: src, ok, and for the
rejected line, col and msg of the error. Same seed, same mutants. Run it with
CPython 3.13.
"""
import ast
import io
import json
import os
import random
import sys
import sysconfig
import tokenize
import warnings

warnings.simplefilter("ignore")
MAX_LINES = 60
SKIP = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
        tokenize.COMMENT, tokenize.ENDMARKER, tokenize.ENCODING}


def library_files():
    root = sysconfig.get_paths()["stdlib"]
    found = []
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(d for d in subfolders if d not in ("site-packages", "__pycache__", "tokenizedata"))
        found += [os.path.join(folder, f) for f in sorted(files) if f.endswith(".py")]
    return found


def snippets(path, rng):
    """Yield some of the top-level statements of a file."""
    try:
        with tokenize.open(path) as f:
            text = f.read()
        body = ast.parse(text).body
    except (SyntaxError, UnicodeDecodeError, ValueError):
        return
    lines = text.splitlines(keepends=True)
    if len("".join(lines).split("\n")) != len(lines) + text.endswith("\n"):
        return  # form feeds and the like: line numbers differ
    rng.shuffle(body)
    for s in body[:4]:
        first = min([s.lineno] + [d.lineno for d in getattr(s, "decorator_list", [])])
        if s.end_lineno - first < MAX_LINES:
            yield "".join(lines[first - 1:s.end_lineno]).rstrip("\n") + "\n"


def tokens(src):
    """Return (start offset, end offset, text) of each visible token."""
    starts = [0]
    for line in src.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for t in tokenize.generate_tokens(io.StringIO(src).readline):
        if t.type in SKIP or not t.string:
            continue
        a = starts[t.start[0] - 1] + t.start[1]
        b = starts[t.end[0] - 1] + t.end[1]
        if src[a:b]:
            found.append((a, b, src[a:b]))
    return found


def mutate(src, toks, rng):
    i = rng.randrange(len(toks))
    a, b, text = toks[i]
    kind = rng.randrange(4)
    if kind == 0:
        return src[:a] + src[b:]
    if kind == 1:
        return src[:b] + " " + text + src[b:]
    if kind == 2 and i + 1 < len(toks):
        c, d, other = toks[i + 1]
        return src[:a] + other + src[b:c] + text + src[d:]
    return src[:a] + rng.choice(toks)[2] + src[b:]


def verdict(src):
    try:
        compile(src, "x.py", "exec")
    except SyntaxError as e:
        return {"src": src, "ok": False, "line": e.lineno or 0, "col": e.offset or 0, "msg": e.msg}
    except (ValueError, MemoryError, RecursionError) as e:
        return {"src": src, "ok": False, "line": 0, "col": 0, "msg": str(e)}
    return {"src": src, "ok": True}


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)
    files = library_files()
    done = 0
    while done < count:
        for src in snippets(rng.choice(files), rng):
            try:
                toks = tokens(src)
            except (tokenize.TokenError, SyntaxError):
                continue
            for _ in range(5):
                if toks and done < count:
                    print(json.dumps(verdict(mutate(src, toks, rng))))
                    done += 1


if sys.version_info[:2] != (3, 13):
    sys.exit("needs CPython 3.13")
main()
