"""Record what CPython's symtable says about the programs in scope/*.py.

Each line of NAME.scopes is a scope: its path, and its names with local, cell,
free or global, and param. Comprehensions other than generator expressions are
part of the scope around them, as CPython inlines them. Run it with CPython 3.13.
"""
import glob
import os
import symtable
import sys

CELL = 5
HIDDEN = {"__classdict__", "__type_params__"}  # of the implementation


def kind(table, s):
    if s.is_free():
        word = "free"
    elif s.is_global() or table.get_type() == "module":
        word = "global"
    else:
        word = "cell" if s._Symbol__scope == CELL else "local"
    return word + ("+param" if s.is_parameter() else "")


def describe(table, path, out):
    names = ["%s:%s" % (s.get_name(), kind(table, s))
             for s in sorted(table.get_symbols(), key=lambda s: s.get_name())
             if s.get_name()[0] != "." and s.get_name() not in HIDDEN]
    out.append("%s: %s" % (path, " ".join(names)))
    for child in table.get_children():
        describe(child, path + "/" + child.get_name(), out)


if sys.version_info[:2] != (3, 13):
    sys.exit("needs CPython 3.13")
here = os.path.dirname(os.path.abspath(__file__))
for name in sorted(glob.glob(os.path.join(here, "scope", "*.py"))):
    out = []
    with open(name, encoding="utf-8") as f:
        describe(symtable.symtable(f.read(), name, "exec"), "top", out)
    with open(name[:-3] + ".scopes", "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")
