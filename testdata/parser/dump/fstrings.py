f''; F"a"; f'{a}'; f'a{b}c'; f'{a}{b}'
f'{{'; f'}}'; f'{{}}'; f'a{{b}}c'; f'{{{a}}}'
f'{a!r}'; f'{a!s}'; f'{a!a}'; f'{a:x}'; f'{a!r:>10}'
f'{a:{b}}'; f'{a:{b}.{c}}'; f'{a:{b!r:{c}}}'; f'{a:>{b}x}'; f'{a:}'
f'{a=}'; f'{a = }'; f'{a=!r}'; f'{a=:x}'; f'{a=!s:x}'; f'{ a = !r }'; f'{a+b=}'
f'x{a=}y'; f'{a=}{b=}'; 'x' f'{a=}' 'y'
f'{a,}'; f'{a, b}'; f'{*a, b}'; f'{(lambda: 1)}'; f'{(lambda x: x)(1)}'; f'{(a := 1)}'
f'{a:=5}'; f'{a if b else c}'; f'{a == b}'; f'{a != b}'; f'{a["b"]}'; f'{a[1:2]}'
f'{ {1: 2}[1] }'; f'{ {1} }'; f'{[x for x in y]}'; f'{"a" "b"}'; f'{f"{f'{a}'}"}'; f'{'a'}'
f'a' 'b'; 'a' f'b'; 'a' f'{b}' 'c' f'd{e}' 'f'; f'' ''; '' f'{a}' ''; u'a' f'{b}'
rf'\n{a}\{b}'; fr'\n'; Rf'{a}\''; f'\n{a}\x41\N{BULLET}{b}'; f'\N{BULLET}'; rf'\N{a}'
f'\{a}'; f'{a}\\'; f'\'{a}\''; f"it's {a}"
f'''a
{b}
c'''
f'''{
a
}'''
f"""{a:
x}"""
f'{
a + # comment
b
}'
f'''{
a # comment
= }'''
f'{await_}'; f'{a.b(c, d=e)[f]:{g.h}}'
f'{a:%Y-%m-%d}'; f'{a:{"x"}>{10}}'
f'é{a}€{b}'; f'{é}'; f'{a:é}'
f'{a!r:{b}{c}}'; f'{x:\n}'
f'{0:{1:{2}}}'
x = f'{a}' if b else f"{c!r}"
print(f'{a}', f'b', sep=f'{c}')
