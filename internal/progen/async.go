package progen

import "fmt"

// asyncPrelude is what coroutines use besides stmtPrelude.
const asyncPrelude = `
import asyncio

class Gate:
    def __init__(self, label@: str@, name@: str@, suppress@: bool@)@ -> None@:
        self.label = label
        self.name = name
        self.suppress = suppress

    async def __aenter__(self)@ -> str@:
        print(self.label, "open", self.name)
        await asyncio.sleep(0)
        return self.name

    async def __aexit__(self, kind, error, trace)@ -> bool@:
        print(self.label, "shut", self.name, None if kind is None else kind.__name__)
        await asyncio.sleep(0)
        return self.suppress and isinstance(error, (ValueError, Oops))

async def step(n@: int@)@ -> int@:
    for _ in range(n % 3):
        await asyncio.sleep(0)
    return check(n)

async def ticks(label@: str@, n@: int@):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print(label, "ticks done")
`

// asyncProgram is a program of coroutines that run as tasks beside each other.
func asyncProgram(g *gen) Program {
	p := Program{Prelude: append(g.prelude(stmtPrelude), g.prelude(asyncPrelude)...)}
	for i := range 5 {
		p.Snippets = append(p.Snippets, g.asyncSnippet(itoa(i+1)))
	}
	return p
}

func (g *gen) asyncSnippet(label string) Snippet {
	g.stmts = &stmtGen{label: label, async: true, fuel: 24}
	body := []Node{
		simple("a, b = n, n + 2"),
		simple("xs%s = [n, 1, 4]", g.annotation(parseType("list[int]"))),
		simple(`s = "s"`),
	}
	body = append(body, g.body(3)...)
	body = append(body, simple("return %s", g.intExpr()))
	result := ""
	if g.annotated() {
		result = " -> int"
	}
	worker := compound(block(fmt.Sprintf("async def work_%s(n%s)%s:", label, g.annotation(Type{Name: "int"}), result), body...))
	main := compound(block(fmt.Sprintf("async def main_%s():", label), g.driver(label)...))
	run := compound(
		block("try:", simple("asyncio.run(main_%s())", label)),
		block("except BaseException as e:", simple(`print("%s", type(e).__name__, e)`, label)),
	)
	return Snippet{label, []Node{worker, main, run, simple(`print("%s counter", counter)`, label)}}
}

// driver starts the coroutine a few times and waits in one of asyncio's ways.
func (g *gen) driver(label string) []Node {
	w := "work_" + label
	caught := func(body ...Node) Node {
		return compound(
			block("try:", body...),
			block("except asyncio.CancelledError as e:", simple(`print("%s cancelled", e)`, label)),
			block("except Exception as e:", simple(`print("%s raised", type(e).__name__, e)`, label)),
			block("finally:", simple(`print("%s left", len(asyncio.all_tasks()))`, label)),
		)
	}
	pause := func() Node {
		return compound(block(fmt.Sprintf("for _ in range(%d):", g.int(0, 5)), simple("await asyncio.sleep(0)")))
	}
	switch g.int(0, 7) {
	case 0:
		return []Node{
			simple(`results = await asyncio.gather(%s(0), %s(1), %s(2), return_exceptions=True)`, w, w, w),
			compound(block("for r in results:", simple(`print("%s", type(r).__name__, r)`, label))),
		}
	case 1:
		return []Node{caught(simple(`print("%s", await asyncio.gather(%s(2), %s(3)))`, label, w, w)), pause()}
	case 2:
		return []Node{
			simple("tasks = [asyncio.create_task(%s(i)) for i in range(3)]", w),
			pause(),
			simple("tasks[%s].cancel(%s)", g.word("0 1 2"), pick(g, []string{"", `"stop"`})),
			compound(block("for t in tasks:", caught(simple(`print("%s", await t)`, label)))),
			simple(`print("%s", [t.cancelled() for t in tasks])`, label),
		}
	case 3:
		return []Node{compound(
			block("try:", compound(block("async with asyncio.TaskGroup() as tg:",
				simple("one = tg.create_task(%s(0))", w),
				simple("two = tg.create_task(%s(3))", w),
				pause(),
				simple(`print("%s body done")`, label)))),
			block("except* ValueError as group:", simple(`print("%s values", [str(e) for e in group.exceptions])`, label)),
			block("except* Exception as group:", simple(`print("%s", group.message, [type(e).__name__ for e in group.exceptions])`, label)),
		), simple(`print("%s", one.cancelled(), two.cancelled())`, label)}
	case 4:
		return []Node{caught(simple(`print("%s", await asyncio.wait_for(%s(%s), %s))`, label, w, g.word("0 1 2 3"), g.word("0 None 30 -1")))}
	case 5:
		return []Node{caught(
			compound(block(fmt.Sprintf("async with asyncio.timeout(%s) as limit:", g.word("0 None 30 -1")),
				simple(`print("%s", await %s(%s))`, label, w, g.word("0 1 2")),
				simple("await asyncio.sleep(0)"))),
			simple(`print("%s", limit.expired())`, label),
		)}
	case 6:
		return []Node{
			simple("done, pending = await asyncio.wait([asyncio.create_task(%s(i)) for i in range(3)], return_when=asyncio.%s)", w,
				g.word("FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED")),
			simple(`print("%s", len(done), len(pending))`, label),
			compound(block("for t in pending:", simple("t.cancel()"))),
			simple(`print("%s", len(await asyncio.gather(*pending, return_exceptions=True)))`, label),
			simple(`print("%s", sorted(type(t.exception()).__name__ for t in done))`, label),
		}
	}
	return []Node{
		simple("task = asyncio.create_task(%s(1))", w),
		pause(),
		caught(simple(`print("%s", await asyncio.shield(task))`, label)),
		caught(simple(`print("%s", await %s(2))`, label, w)),
	}
}

// asyncStatement is a statement that may suspend.
func (g *gen) asyncStatement(depth int) []Node {
	switch g.weighted(5, 4, 2, 2, 1, 1) {
	case 0:
		return []Node{simple("await asyncio.sleep(0)")}
	case 1:
		return []Node{simple("%s = await step(%s)", g.word("a b"), g.intExpr())}
	case 2:
		head := fmt.Sprintf(`async with Gate("%s", %s, %s)`, g.stmts.label, pick(g, []string{`"g"`, "s", `f"g{b}"`}), g.word("True False"))
		if g.chance(0.4) {
			head += " as gate"
		}
		return []Node{compound(block(head+":", append([]Node{g.risky()}, g.body(depth-1)...)...))}
	case 3:
		t := g.fresh("t")
		body := g.inLoop(func() []Node {
			return append([]Node{simple(`print("%s tick", %s)`, g.stmts.label, t)}, g.body(depth-1)...)
		})
		return g.loopElse([]Block{block(fmt.Sprintf(`async for %s in ticks("%s", %s):`, t, g.stmts.label, pick(g, []string{"2", "3", "b % 4"})), body...)}, depth-1)
	case 4:
		return []Node{simple(`xs = [i async for i in ticks("%s", 3) if i != a]`, g.stmts.label)}
	}
	return []Node{compound(
		block("try:", simple("a, b = await asyncio.gather(step(a), step(b))")),
		block("except asyncio.CancelledError:", simple(`print("%s cancelled inside")`, g.stmts.label), g.simpleStatement(), simple("raise")),
	)}
}
