package progen

// builtinTable makes results of the builtin functions that are not about one type.
const builtinTable = `
any ::= {T} if {bool} else {U}
any ::= {opt[T]}
any ::= {list[any]}[{@idx}]
any ::= {int} and {str}
any ::= {str} or {list[int]}
any ::= {int} ** {int} if abs({int}) < 9 else {str}
any ::= {any} if {any} else {any}
any ::= next(iter({list[any]}), {str})
any ::= sum([{int}, {float}])
any ::= max({int}, {float})
any ::= {list[any]} + {list[any]}
list[any] ::= [{int}, {float}, {str}]
list[any] ::= list({tuple[int,str]})
list[any] ::= [{any} for _ in range({@tiny})]
list[any] ::= sorted({list[any]}, key=str)
list[any] ::= list(zip({list[int]}, {str}, {list[bool]}))
list[tuple[int,str]] ::= [(len(w), w) for w in {list[str]}]
list[int] ::= list(iter([{int}, {int}, {int}].pop, {int}))
list[int] ::= [y := {int}, y ** 2 % 7]
int ::= sum(x * x for x in {list[int]}) % 1000
int ::= len([*{list[T]}, *{str}])
int ::= max(map(abs, {list[int]}), default={@small})
int ::= (lambda a, b={int}: a - b)({int})
int ::= (lambda *a: len(a))(*{list[T]})
str ::= (lambda **k: repr(k))(a={int}, b={str})
str ::= str(slice({@idx}, {@bound}))
str ::= repr(type({any}))
str ::= repr({dict[K,V]}.items())
str ::= repr({dict[K,V]}.keys())
str ::= str({dict[K,V]}.values())
str ::= repr([{any}, {any}])
str ::= repr(({any},))
str ::= repr({{{H}: {any}}})
bool ::= {list[any]} {@cmp} {list[any]}
bool ::= {any} {@cmp} {any}
bool ::= {any} in {list[any]}
bool ::= {str} in {any}
bool ::= {opt[int]} in ({int}, None)
int ::= {any}
int ::= {any} + {int}
str ::= {any}
list[int] ::= {any}
`
