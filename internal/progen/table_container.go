package progen

// containerTable makes lists, tuples, sets, dicts and what is taken out of them.
const containerTable = `
T ::= {list[T]}[{@idx}]
T ::= {vtuple[T]}[{@idx}]
T ::= {list[T]}.copy().pop()
T ::= {list[list[T]]}[{@idx}][{@idx}]
V ::= {dict[K,V]}[{K}]
V ::= {dict[K,V]}.get({K}, {V})
V ::= dict({dict[K,V]}).pop({K}, {V})
V ::= list({dict[K,V]}.values())[{@idx}]
V ::= dict({dict[K,V]}).setdefault({K}, {V})
K ::= list({dict[K,V]})[{@idx}]
K ::= next(iter({dict[K,V]}))
K ::= max({dict[K,int]}, key={dict[K,int]}.get)
K ::= sorted({set[K]})[{@idx}]
K ::= next(iter({set[K]}))
K ::= set({set[K]}).pop()
O ::= max({list[O]})
O ::= min({list[O]}, default={O})
O ::= max({O}, {O}, {O})
O ::= min({O}, {O}, key={fn[O,int]})
O ::= max({vtuple[O]})
O ::= min({set[int]}) if {bool} else {O}
O ::= sorted({list[O]})[{@idx}]
int ::= {list[T]}.index({T})
int ::= {list[T]}.index({T}, {@bound})
int ::= {list[T]}.count({T})
int ::= {vtuple[T]}.index({T})
int ::= {vtuple[T]}.count({T})
int ::= {tuple[int,str]}[0]
int ::= {tuple[int,int,int]}[{@tiny}]
int ::= {range}[{@idx}]
int ::= {range}.index({int})
int ::= {range}.count({int})
int ::= {range}.step
int ::= {range}.stop
str ::= {tuple[int,str]}[1]
str ::= {tuple[int,str]}[-1]
range ::= range({@nat})
range ::= range({@small}, {@nat}, {@step})
range ::= {range}[{@bound}:]
range ::= {range}[::{@step}]
range ::= range(len({str}))

list[T] ::= {list[T]} + {list[T]}
list[T] ::= {list[T]} * {@small}
list[T] ::= {list[T]}[{@bound}:{@bound}]
list[T] ::= {list[T]}[::{@step}]
list[T] ::= {list[T]}[{@bound}:{@bound}:{@step}]
list[T] ::= {list[T]}[:]
list[T] ::= {list[T]}.copy()
list[T] ::= [{T}, *{list[T]}]
list[T] ::= [*{list[T]}, *{vtuple[T]}]
list[T] ::= [{T}, {T}]
list[T] ::= list({list[T]})
list[T] ::= list({vtuple[T]})
list[T] ::= list(reversed({list[T]}))
list[T] ::= list(filter(None, {list[T]}))
list[T] ::= list(filter({fn[T,bool]}, {list[T]}))
list[T] ::= {list[T]} if {bool} else {list[T]}
list[T] ::= {list[T]} or [{T}]
list[T] ::= sum([{list[T]}, {list[T]}], [])
list[O] ::= sorted({list[O]})
list[O] ::= sorted({list[O]}, reverse={bool})
list[O] ::= sorted({vtuple[O]}, key={fn[O,int]})
list[T] ::= sorted({list[T]}, key=repr)
list[T] ::= sorted({list[T]}, key=str, reverse={bool})
list[K] ::= sorted({set[K]})
list[K] ::= list({set[K]})
list[K] ::= list({dict[K,V]})
list[K] ::= sorted({dict[K,V]})
list[K] ::= list({dict[K,V]}.keys())
list[K] ::= list(reversed({dict[K,V]}))
list[V] ::= list({dict[K,V]}.values())
list[T] ::= list(map({fn[U,T]}, {list[U]}))
list[int] ::= list(map(int, {list[float]}))
list[int] ::= list(map(len, {list[str]}))
list[int] ::= list({range})
list[int] ::= [*{range}]
list[int] ::= [n for n in {range} if n % 2]
list[str] ::= list(map(str, {list[T]}))
list[str] ::= list(map(str.upper, {list[str]}))
list[int] ::= [a * b for a, b in zip({list[int]}, {list[int]})]
list[int] ::= [n for row in {list[list[int]]} for n in row]
list[int] ::= list(map(lambda a, b: a - b, {list[int]}, {range}))
list[str] ::= [f"{{i}}:{{w}}" for i, w in enumerate({list[str]}, {int})]
list[str] ::= [f"{{k}}={{v!r}}" for k, v in {dict[K,V]}.items()]
list[tuple[int,str]] ::= list(enumerate({list[str]}))
list[tuple[int,str]] ::= list(enumerate({str}, {@small}))
list[tuple[int,str]] ::= list(zip({list[int]}, {list[str]}))
list[tuple[int,str]] ::= list(zip({range}, {str}))
list[tuple[int,str]] ::= list(zip({list[int]}, {list[str]}, strict=True))
list[tuple[int,str]] ::= list({dict[int,str]}.items())
list[tuple[int,str]] ::= sorted({dict[int,str]}.items())
list[tuple[int,str]] ::= sorted({list[tuple[int,str]]}, key=lambda p: (p[1], -p[0]))
list[tuple[int,str]] ::= sorted({list[tuple[int,str]]}, key=lambda p: p[1], reverse={bool})
list[tuple[str,int]] ::= list({dict[str,int]}.items())
list[tuple[str,int]] ::= sorted({dict[str,int]}.items(), key=lambda kv: (-kv[1], kv[0]))
list[bool] ::= [{bool}, {bool}]
list[bool] ::= [n > 2 for n in {list[int]}]
list[list[int]] ::= [[n] * {@tiny} for n in {list[int]}]
list[list[int]] ::= [list(pair) for pair in zip({list[int]}, {list[int]})]
list[list[int]] ::= [row[::-1] for row in {list[list[int]]}]
list[any] ::= [{any}, {any}, {any}]
list[any] ::= [*{list[int]}, {str}]
list[float] ::= [n / 2 for n in {list[int]}]
list[float] ::= [{float}, {float}, {float}]

vtuple[T] ::= {vtuple[T]} + {vtuple[T]}
vtuple[T] ::= {vtuple[T]} * {@tiny}
vtuple[T] ::= {vtuple[T]}[{@bound}:{@bound}]
vtuple[T] ::= {vtuple[T]}[::{@step}]
vtuple[T] ::= tuple({list[T]})
vtuple[T] ::= ({T}, {T}, *{list[T]})
vtuple[T] ::= tuple({T} for _ in range({@tiny}))
vtuple[int] ::= tuple({range})
vtuple[int] ::= tuple({set[int]})
vtuple[O] ::= tuple(sorted({list[O]}))
tuple[int,str] ::= ({int}, {str})
tuple[int,str] ::= {list[tuple[int,str]]}[{@idx}]
tuple[int,str] ::= max({list[tuple[int,str]]})
tuple[int,str] ::= min({dict[int,str]}.items())
tuple[int,str] ::= dict({dict[int,str]}).popitem()
tuple[int,str] ::= {tuple[int,str]} if {bool} else {tuple[int,str]}

set[K] ::= {set[K]} | {set[K]}
set[K] ::= {set[K]} & {set[K]}
set[K] ::= {set[K]} - {set[K]}
set[K] ::= {set[K]} ^ {set[K]}
set[K] ::= {set[K]}.union({list[K]})
set[K] ::= {set[K]}.union({list[K]}, {vtuple[K]})
set[K] ::= {set[K]}.intersection({list[K]})
set[K] ::= {set[K]}.difference({list[K]}, {set[K]})
set[K] ::= {set[K]}.symmetric_difference({list[K]})
set[K] ::= {set[K]}.copy()
set[K] ::= set({list[K]})
set[K] ::= set({dict[K,V]})
set[K] ::= set({frozenset[K]})
set[K] ::= {dict[K,V]}.keys() & {set[K]}
set[K] ::= {dict[K,V]}.keys() | {list[K]}
set[K] ::= {dict[K,V]}.keys() - {dict[K,V]}.keys()
set[K] ::= {{{K}, {K}, *{set[K]}}}
set[int] ::= set({range})
set[int] ::= {set[int]} | {frozenset[int]}
set[int] ::= set(map(len, {list[str]}))
frozenset[K] ::= frozenset({list[K]})
frozenset[K] ::= frozenset({set[K]})
frozenset[K] ::= {frozenset[K]} | {set[K]}
frozenset[K] ::= {frozenset[K]} & {frozenset[K]}
frozenset[K] ::= {frozenset[K]} - {set[K]}
frozenset[K] ::= {frozenset[K]}.union({list[K]})
bool ::= {set[K]}.issubset({list[K]})
bool ::= {set[K]}.issuperset({set[K]})
bool ::= {set[K]}.isdisjoint({list[K]})
bool ::= {frozenset[K]} {@cmp} {set[K]}
bool ::= {set[K]} <= {dict[K,V]}.keys()

dict[K,V] ::= {dict[K,V]} | {dict[K,V]}
dict[K,V] ::= {dict[K,V]}.copy()
dict[K,V] ::= dict({dict[K,V]})
dict[K,V] ::= dict({dict[K,V]}.items())
dict[K,V] ::= {{**{dict[K,V]}, {K}: {V}}}
dict[K,V] ::= {{{K}: {V}, {K}: {V}}}
dict[K,V] ::= dict(zip({list[K]}, {list[V]}))
dict[K,V] ::= dict.fromkeys({list[K]}, {V})
dict[K,V] ::= {{k: v for k, v in {dict[K,V]}.items() if v}}
dict[K,V] ::= dict([({K}, {V}), ({K}, {V})])
dict[str,int] ::= dict(a={int}, b={int})
dict[str,int] ::= dict({dict[str,int]}, name={int})
dict[str,int] ::= {{w: len(w) for w in {list[str]}}}
dict[str,int] ::= {{c: {str}.count(c) for c in {str}}}
dict[int,str] ::= dict(enumerate({list[str]}))
dict[int,str] ::= {{v: k for k, v in {dict[str,int]}.items()}}
dict[str,list[int]] ::= {{w: [len(w)] for w in {list[str]}}}
`

// mutationTable makes statements that change the variable $ of their type.
const mutationTable = `
list[T] ::= $.append({T})
list[T] ::= $.extend({list[T]})
list[T] ::= $.extend({vtuple[T]})
list[T] ::= $ += {list[T]}
list[T] ::= $ *= {@tiny}
list[T] ::= $.insert({@bound}, {T})
list[T] ::= $.remove({T})
list[T] ::= $.pop({@idx})
list[T] ::= $.reverse()
list[T] ::= $.clear()
list[T] ::= $[{@idx}] = {T}
list[T] ::= $[{@bound}:{@bound}] = {list[T]}
list[T] ::= $[::2] = {list[T]}
list[T] ::= del $[{@idx}]
list[T] ::= del $[{@bound}:{@bound}]
list[T] ::= del $[::{@step}]
list[O] ::= $.sort()
list[O] ::= $.sort(reverse=True)
list[O] ::= $.sort(key={fn[O,int]})
list[O] ::= $.sort(key=lambda x: (str(x), x), reverse={bool})
list[int] ::= $[0] += {int}
list[str] ::= $[-1] += {str}
list[int] ::= $[0], $[-1] = $[-1], $[0]
list[T] ::= first, *$ = [{T}, *{list[T]}]
list[T] ::= *$, last = {list[T]}
list[list[int]] ::= $[0].append({int})
list[list[int]] ::= $[{@idx}][{@idx}] = {int}
list[any] ::= $.append({any})
list[any] ::= $[{@idx}] = {any}
dict[K,V] ::= $[{K}] = {V}
dict[K,V] ::= del $[{K}]
dict[K,V] ::= $.update({dict[K,V]})
dict[K,V] ::= $.update([({K}, {V})])
dict[str,int] ::= $.update(a={int}, zz={int})
dict[K,V] ::= $ |= {dict[K,V]}
dict[K,V] ::= $.pop({K}, None)
dict[K,V] ::= $.pop({K})
dict[K,V] ::= $.setdefault({K}, {V})
dict[K,V] ::= $.popitem()
dict[K,V] ::= $.clear()
dict[K,int] ::= $[{K}] += {int}
dict[K,int] ::= $[{K}] = $.get({K}, 0) + 1
dict[str,list[int]] ::= $.setdefault({str}, []).append({int})
set[K] ::= $.add({K})
set[K] ::= $.discard({K})
set[K] ::= $.remove({K})
set[K] ::= $.update({list[K]})
set[K] ::= $.update({list[K]}, {set[K]})
set[K] ::= $ |= {set[K]}
set[K] ::= $ &= {set[K]}
set[K] ::= $ -= {set[K]}
set[K] ::= $ ^= {set[K]}
set[K] ::= $.intersection_update({list[K]})
set[K] ::= $.difference_update({list[K]})
set[K] ::= $.symmetric_difference_update({list[K]})
set[K] ::= $.clear()
frozenset[K] ::= $ |= {set[K]}
int ::= $ += {int}
int ::= $ -= {int}
int ::= $ *= {@small}
int ::= $ //= {int}
int ::= $ %= {int}
int ::= $ **= {@tiny}
int ::= $ <<= {@shift}
int ::= $ >>= {@shift}
int ::= $ &= {int}
int ::= $ |= {int}
int ::= $ ^= {int}
float ::= $ += {float}
float ::= $ *= {int}
float ::= $ /= {float}
float ::= $ //= {float}
str ::= $ += {str}
str ::= $ *= {@tiny}
str ::= $ %= {int}
bytes ::= $ += {bytes}
vtuple[T] ::= $ += {vtuple[T]}
bool ::= $ |= {bool}
bool ::= $ ^= {bool}
opt[int] ::= $ = None
opt[str] ::= $ = {str}
any ::= $ = {any}
bytearray ::= $.append({@nat} + 60)
bytearray ::= $.extend({bytes})
bytearray ::= $ += {bytes}
bytearray ::= $.insert({@bound}, {@nat})
bytearray ::= $.pop({@idx})
bytearray ::= $.remove(97)
bytearray ::= $.reverse()
bytearray ::= $[{@idx}] = {int}
bytearray ::= $[{@bound}:{@bound}] = {bytes}
bytearray ::= del $[{@bound}:{@bound}]
bytearray ::= $.clear()
`
