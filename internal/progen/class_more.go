package progen

import (
	"fmt"
	"strings"
)

// text replaces # by the label and takes annotations between @ out or leaves them.
func (g *gen) text(label, text string) Node {
	return Node{Text: strings.Trim(g.annotations(strings.ReplaceAll(text, "#", label)), "\n")}
}

// dataclasses is a dataclass with options, one that inherits from it, and their generated methods.
func (g *gen) dataclasses(label string) Snippet {
	var options []string
	for _, o := range []string{"frozen=True", "order=True", "eq=False", "slots=True", "kw_only=True", "unsafe_hash=True"} {
		if g.chance(0.25) && !(o == "eq=False" && strings.Contains(strings.Join(options, ""), "order")) {
			options = append(options, o)
		}
	}
	decorator := "\x00dataclass"
	if len(options) > 0 {
		decorator += "(" + strings.Join(options, ", ") + ")"
	}
	base := []string{decorator, "class Item#:", "    name: str", "    price: float = 1.5"}
	if g.chance(0.6) {
		base = append(base, "    tags: list[str] = field(default_factory=list)")
	}
	if g.chance(0.4) {
		base = append(base, "    secret: int = field(default=7, repr=False, compare=False)")
	}
	if g.chance(0.4) && !strings.Contains(decorator, "frozen") {
		base = append(base, "    total: float = field(init=False)", "    def __post_init__(self)@ -> None@:", "        self.total = self.price * 2")
	}
	if g.chance(0.5) {
		base = append(base, "    def label(self)@ -> str@:", `        return f"{self.name}:{self.price}"`)
	}
	derived := []string{decorator, "class Book#(Item#):", "    pages: int = 10"}
	if g.chance(0.5) {
		derived = append(derived, "    price: float = 9.5")
	}
	keyword := "name="
	uses := []string{"o", "p", "o == p", "o != p", "o < p", "sorted([p, o])[0].name", "replace(o, price=3.0)", "asdict(p)", "astuple(o)",
		"hash(o) == hash(o)", "len({o, p})", "!o.price = 4.0", "o.price", "!p.pages += 1", "p.pages", "o.label()", "p.label()", "o.tags",
		"Item#()", `Item#(name="q", nope=1)`, `Item#(name="a") == Item#(name="a")`, "isinstance(p, Item#)", "p.total", "repr(p)", "o.secret"}
	var chosen []string
	for _, u := range uses {
		if g.chance(0.6) {
			chosen = append(chosen, strings.ReplaceAll(u, "#", label))
		}
	}
	nodes := []Node{
		g.text(label, strings.Join(base, "\n")), g.text(label, strings.Join(derived, "\n")),
		simple(`o%s, p%s = Item%s(%s"pen", price=2.5), Book%s(%s"go", pages=300)`, label, label, label, keyword, label, keyword),
	}
	for i := range nodes[:2] {
		nodes[i].Text = strings.ReplaceAll(nodes[i].Text, "\x00", "@")
	}
	nodes = append(nodes, compound(block(fmt.Sprintf("def show_%s(o, p):", label), g.attempts(label, chosen)...)), simple("show_%s(o%s, p%s)", label, label, label))
	return Snippet{label, nodes}
}

// enums is an enumeration and what is done with its members.
func (g *gen) enums(label string) Snippet {
	kind := g.word("Enum IntEnum StrEnum Flag")
	values := map[string]string{
		"Enum":    "    RED = 1\n    GREEN = \"g\"\n    BLUE = auto()\n    CRIMSON = 1",
		"IntEnum": "    LOW = 1\n    MID = auto()\n    HIGH = 10",
		"StrEnum": "    ONE = auto()\n    TWO = \"deux\"\n    THREE = auto()",
		"Flag":    "    READ = auto()\n    WRITE = auto()\n    EXEC = auto()\n    ALL = READ | WRITE | EXEC",
	}
	if kind == "Enum" {
		values[kind] = "    RED = 1\n    GREEN = 2\n    BLUE = auto()\n    CRIMSON = 1"
	}
	body := "class Kind#(" + kind + "):\n" + values[kind]
	if g.chance(0.6) {
		body += "\n    def shout(self)@ -> str@:\n        return self.name.upper() + \"!\""
	}
	if g.chance(0.4) {
		body += "\n    @property\n    def double(self):\n        return str(self.value) * 2"
		body = strings.ReplaceAll(body, "\n    @property", "\n    \x00property")
	}
	if g.chance(0.3) {
		body += "\n    @classmethod\n    def first(cls):\n        return list(cls)[0]"
		body = strings.ReplaceAll(body, "\n    @classmethod", "\n    \x00classmethod")
	}
	names := map[string][]string{"Enum": {"RED", "BLUE"}, "IntEnum": {"LOW", "HIGH"}, "StrEnum": {"ONE", "TWO"}, "Flag": {"READ", "EXEC"}}[kind]
	uses := []string{"o", "p", "repr(o)", "str(p)", `f"{o} {p!r}"`, "o.name, p.value", "list(Kind#)", "len(Kind#)", "Kind#(o.value)", "Kind#[\"" + names[1] + "\"]",
		"Kind#(99)", "Kind#[\"NOPE\"]", "o == p", "o is Kind#." + names[0], "o != 1", "{o: 1, p: 2}[p]", "o in Kind#", "[m.name for m in Kind#]",
		"o.shout()", "p.double", "Kind#.first()", "o < p", "o + 1", "o | p", "o & p", "~o", "bool(o)", "isinstance(o, int)", "list(Kind#.__members__)", "hash(o) == hash(p)", "sorted([p, o])"}
	var chosen []string
	for _, u := range uses {
		if g.chance(0.5) {
			chosen = append(chosen, strings.ReplaceAll(u, "#", label))
		}
	}
	definition := g.text(label, body)
	definition.Text = strings.ReplaceAll(definition.Text, "\x00", "@")
	matching := compound(block("match o:",
		compound(block(fmt.Sprintf("case Kind%s.%s:", label, names[0]), simple(`print("%s first")`, label))),
		compound(block("case _:", simple(`print("%s other")`, label)))))
	return Snippet{label, []Node{definition,
		compound(block(fmt.Sprintf("def show_%s(o, p):", label), append(g.attempts(label, chosen), matching)...)),
		simple("show_%s(Kind%s.%s, Kind%s.%s)", label, label, names[0], label, names[1]),
		simple("show_%s(Kind%s.%s, Kind%s.%s)", label, label, names[1], label, names[1]),
	}}
}

// exceptionClasses is a hierarchy of exceptions with fields that functions raise through each other.
func (g *gen) exceptionClasses(label string) Snippet {
	base := g.word("Exception ValueError LookupError RuntimeError KeyError OSError")
	first := "class Fail#(" + base + "):\n    pass"
	switch g.int(0, 3) {
	case 0:
		first = "class Fail#(" + base + "):\n    def __init__(self, code@: int@, *rest)@ -> None@:\n        super().__init__(code, *rest)\n        self.code = code"
	case 1:
		first = "class Fail#(" + base + "):\n    level = 1\n    def __str__(self)@ -> str@:\n        return f\"fail {self.args}\""
	case 2:
		first = "class Fail#(" + base + "):\n    def __init__(self, code@: int@, why@: str@ = \"?\")@ -> None@:\n        super().__init__(f\"{why}={code}\")\n        self.code = code\n        self.why = why"
	}
	second := "class Deep#(Fail#):\n" + pick(g, []string{"    pass", "    level = 2", "    def __repr__(self)@ -> str@:\n        return \"Deep!\"",
		"    def hint(self)@ -> str@:\n        return \"try \" + str(self)"})
	raising := pick(g, []string{"raise Fail#(n)", "raise Deep#(n)", "raise Deep#(n) from ValueError(n)", "raise Fail#", "raise Deep#(n, \"x\") from None"})
	function := "def work_#(n@: int@)@ -> int@:\n    if n == 0:\n        " + raising + "\n    try:\n        return work_#(n - 1) + 10 // (n - 2)\n    except " +
		pick(g, []string{"ZeroDivisionError", "Deep#", "(KeyError, ValueError)"}) + " as e:\n        " +
		pick(g, []string{"raise", "raise Fail#(n) from e", "return n", "e.add_note(\"noted\")\n        raise", "raise Deep#(n)"}) +
		"\n    finally:\n        print(\"#\", \"leave\", n)"
	handler := compound(
		block("try:", simple(`print("%s", work_%s(n))`, label, label)),
		block(fmt.Sprintf("except Deep%s as e:", label), simple(`print("%s deep", e, repr(e), e.args)`, label)),
		block(fmt.Sprintf("except Fail%s as e:", label), simple(`print("%s fail", e, type(e.__cause__).__name__, getattr(e, "code", None), getattr(e, "level", 0))`, label)),
		block("except Exception as e:", simple(`print("%s", type(e).__name__, e, type(e.__context__).__name__, getattr(e, "__notes__", []))`, label)),
	)
	return Snippet{label, []Node{g.text(label, first), g.text(label, second), g.text(label, function), compound(block("for n in range(4):", handler)),
		simple(`print("%s", issubclass(Deep%s, %s), Deep%s.__mro__[1].__name__)`, label, label, base, label)}}
}

// containerClass is a class over a builtin container, or one that behaves like it.
func (g *gen) containerClass(label string) Snippet {
	base := g.word("list dict int str tuple set float")
	body := "class Own#(" + base + "):\n"
	switch g.int(0, 3) {
	case 0:
		body += "    def extra(self):\n        return len(repr(self))"
	case 1:
		body += "    def __repr__(self)@ -> str@:\n        return \"Own\" + super().__repr__()"
	case 2:
		body += "    def __add__(self, other):\n        return \"added\"\n    def __len__(self)@ -> int@:\n        return 42"
	default:
		body += "    tag = \"own\"\n    def __eq__(self, other):\n        return False\n    __hash__ = None"
	}
	value := map[string]string{"list": "[3, 1, 2]", "dict": `{"a": 1, "b": 2}`, "int": "7", "str": `"abc"`, "tuple": "(1, 2)", "set": "{1, 2}", "float": "2.5"}[base]
	uses := []string{"o", "repr(o)", "str(o)", `f"{o}"`, "len(o)", "o + o", "o == " + value, "bool(o)", "isinstance(o, " + base + ")", "type(o).__name__", "hash(o)", "o.extra()", "o.tag",
		"[v for v in o]", "o[0]", `o["a"]`, "o * 2", "sorted(o)", "1 in o", "type(o + o).__name__", "o < o", "max(o, o)", base + "(o)", "{**o}", "[*o]", "o.copy()", "type(o.copy()).__name__"}
	var chosen []string
	for _, u := range uses {
		if g.chance(0.6) {
			chosen = append(chosen, u)
		}
	}
	return Snippet{label, []Node{g.text(label, body), compound(block(fmt.Sprintf("def show_%s(o):", label), g.attempts(label, chosen)...)),
		simple("show_%s(Own%s(%s))", label, label, value)}}
}
