// Package recorded runs library modules through their dynamic bindings and
// compares with what CPython 3.13 printed for the same calls.
//
// A case is a list of steps, each a call on the module or on the result of an
// earlier step; the expectation is the repr of the last result, or the last
// line of the traceback.
package recorded

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// testCase is one line of a recorded file.
type testCase struct {
	Steps []step  `json:"steps"`
	Want  *string `json:"want"`
	Err   string  `json:"err"`
}

// step is one call: On is -1 for the module or the index of an earlier step;
// an empty Args list with Attr set reads an attribute.
type step struct {
	On   int               `json:"on"`
	Name string            `json:"name"`
	Attr bool              `json:"attr"`
	Args []json.RawMessage `json:"args"`
	Kw   [][2]json.RawMessage
}

// functions are the callables that recorded cases pass as arguments.
var functions = map[string]any{}

func function(name string, f func(a []any) any) {
	functions[name] = py.NewFunc(name, []py.Param{py.VarArgs("a")}, func(_ context.Context, args []any) (any, error) {
		return f(py.Args(args[0])), nil
	})
}

func init() {
	function("neg", func(a []any) any { return py.Neg(a[0]) })
	function("add", func(a []any) any { return py.Add(a[0], a[1]) })
	function("mul", func(a []any) any { return py.Mul(a[0], a[1]) })
	function("pow", func(a []any) any { return py.Pow(a[0], a[1]) })
	function("max", func(a []any) any {
		if py.Gt(a[1], a[0]) {
			return a[1]
		}
		return a[0]
	})
	function("len", func(a []any) any { return py.Len(a[0]) })
	function("str", func(a []any) any { return py.Str(a[0]) })
	function("small", func(a []any) any { return py.Lt(a[0], 3) })
	function("odd", func(a []any) any { return py.Mod(a[0], 2) })
	function("first", func(a []any) any { return py.GetItem(a[0], 0) })
	function("list", func(a []any) any { return py.NewList(slices.Collect(py.Each(a[0]))...) })
	function("emptylist", func(a []any) any { return py.NewList[any]() })
	function("zero", func(a []any) any { return 0 })
}

// Run runs the cases of a file against a module.
func Run(t *testing.T, module *py.Module, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	for i, c := range cases {
		got, err := c.run(module)
		name := fmt.Sprintf("case %d: %s", i, c.text())
		switch {
		case c.Want == nil && err == nil:
			t.Errorf("%s = %s, want %s", name, got, c.Err)
		case c.Want == nil && err.Error() != c.Err:
			t.Errorf("%s: %v, want %s", name, err, c.Err)
		case c.Want != nil && err != nil:
			t.Errorf("%s: %v, want %s", name, err, *c.Want)
		case c.Want != nil && got != *c.Want:
			t.Errorf("%s = %s, want %s", name, got, *c.Want)
		}
	}
}

func (c *testCase) text() string {
	s := ""
	for _, st := range c.Steps {
		s += fmt.Sprintf("[%d].%s(", st.On, st.Name)
		for _, a := range st.Args {
			s += string(a) + ","
		}
		for _, k := range st.Kw {
			s += string(k[0]) + "=" + string(k[1]) + ","
		}
		s += ") "
	}
	return s
}

func (c *testCase) run(module *py.Module) (repr string, err error) {
	var results []any
	for _, st := range c.Steps {
		var on any = module
		if st.On >= 0 {
			on = results[st.On]
		}
		var r any
		err := py.Catch(func() (err error) {
			r, err = st.call(on, results)
			return err
		})
		if err != nil {
			return "", err
		}
		results = append(results, r)
	}
	err = py.Catch(func() error {
		repr = py.Repr(drain(results[len(results)-1]))
		return nil
	})
	return repr, err
}

// drain lists what an iterator yields, up to 50 items, as the recorder does.
func drain(x any) any {
	it, ok := x.(py.Iterator)
	if !ok {
		if _, isGen := py.TypeOf(x).Name(), py.TypeOf(x) == py.GeneratorType; !isGen {
			return x
		}
		it = py.Iter(x)
	}
	out := py.NewList[any]()
	for range 50 {
		v, ok := it.Next()
		if !ok {
			break
		}
		out.Append(drain(v))
	}
	return out
}

func (st *step) call(on any, results []any) (any, error) {
	ctx := context.Background()
	if st.Attr {
		return py.GetAttrErr(on, st.Name)
	}
	var args []any
	for _, a := range st.Args {
		args = append(args, decode(a, results))
	}
	var kw []py.Kw
	for _, k := range st.Kw {
		var name string
		if err := json.Unmarshal(k[0], &name); err != nil {
			return nil, err
		}
		kw = append(kw, py.Kw{Name: name, Value: decode(k[1], results)})
	}
	if m, ok := on.(*py.Module); ok {
		return py.CallKw(ctx, m.Get(st.Name), args, kw)
	}
	// These special methods are Go interfaces of library types, reached by the
	// builtin functions.
	switch st.Name {
	case "__call__":
		return py.CallKw(ctx, on, args, kw)
	case "__str__":
		return py.Str(on), nil
	case "__hash__":
		return py.Hash(on), nil
	}
	return py.CallMethodKw(ctx, on, st.Name, args, kw)
}

// decode reads a recorded value.
func decode(raw json.RawMessage, results []any) any {
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		panic(err)
	}
	return value(v, results)
}

func values(x any, results []any) []any {
	items := x.([]any)
	out := make([]any, len(items))
	for i, v := range items {
		out[i] = value(v, results)
	}
	return out
}

func value(v any, results []any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v // str, bool, None
	}
	for k, x := range m {
		switch k {
		case "i":
			n, err := py.ParseBigAny(x.(string))
			if err != nil {
				panic(err)
			}
			return n
		case "f":
			f, err := strconv.ParseFloat(x.(string), 64)
			if err != nil {
				panic(err)
			}
			return f
		case "b":
			b, err := hex.DecodeString(x.(string))
			if err != nil {
				panic(err)
			}
			return py.Bytes(b)
		case "l":
			return py.NewList(values(x, results)...)
		case "t":
			return py.NewTuple(values(x, results)...)
		case "s":
			s := py.NewSet[any]()
			for _, e := range values(x, results) {
				s.Add(e)
			}
			return s
		case "d":
			d := py.NewDict[any, any]()
			for _, kv := range x.([]any) {
				p := values(kv, results)
				d.Set(p[0], p[1])
			}
			return d
		case "ref":
			return results[int(x.(float64))]
		case "fn":
			f, ok := functions[x.(string)]
			if !ok {
				panic("recorded: no function " + x.(string))
			}
			return f
		case "cls":
			return py.Builtin(x.(string))
		}
	}
	panic("recorded: bad value")
}
