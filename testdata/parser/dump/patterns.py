match x:
    case 1: pass
    case -1: pass
    case 1.5: pass
    case 1 + 2j: pass
    case -1 - 2j: pass
    case "a": pass
    case "a" "b": pass
    case b"a": pass
    case None: pass
    case True | False: pass
    case a.b: pass
    case a.b.c: pass
    case 1 | 2 | "a": pass
    case (1): pass
    case (1 | 2) as y: pass
    case 1 as y: pass
    case (): pass
    case []: pass
    case (a,): pass
    case (a, b): pass
    case [a, b]: pass
    case [a, *b]: pass
    case [*_, a]: pass
    case (a, *b, c,): pass
    case a, b: pass
    case a,: pass
    case *a, b: pass
    case {}: pass
    case {"a": 1}: pass
    case {"a": a, -1: b, a.b: c, None: d, **rest}: pass
    case {**rest}: pass
    case {"a": {"b": [c]},}: pass
    case C(): pass
    case C(1): pass
    case C(a, b): pass
    case C(a=1, b=c): pass
    case C(a, b=c,): pass
    case a.C(b): pass
    case [C(a=[b, *c]), {"d": e}] if f: pass
    case a if a > 1: pass
    case a if (b := a): pass
    case match: pass
match x, y:
    case _:
        pass
match x,:
    case _: pass
match *a, b:
    case _: pass
match (x):
    case _: pass
match [x]:
    case _: pass
match -x:
    case _: pass
match {x: y}:
    case _: pass
match x.y():
    case _: pass
match not x:
    case case: pass
match match:
    case case if case: case
match lambda: x:
    case type: type
match x:
    case 1:
        match y:
            case 2:
                z
    case _:
        w
