package py

import "testing"

func TestSymbolQualname(t *testing.T) {
	funcNames.Store("main.run", funcName{"main", "x.py:3"})
	funcNames.Store("main.run.func2", funcName{"main.<locals>.inner", "x.py:4"})
	defer funcNames.Delete("main.run")
	defer funcNames.Delete("main.run.func2")
	for symbol, want := range map[string]string{
		"main.fetchUserID":            "fetch_user_id",
		"main.(*Service).fetchAll":    "Service.fetch_all",
		"main.run":                    "main",
		"main.run.func1":              "main.<locals>.<lambda>",
		"main.run.func2":              "main.<locals>.inner",
		"main.run.func2.1":            "main.<locals>.inner.<locals>.<lambda>",
		"main.main.func1":             "<lambda>",
		"main.(*Service).run.func1.2": "Service.run.<locals>.<lambda>",
		"example.com/a.b/pkg.doIt":    "do_it",
		"main.apply[...]":             "apply",
		"main.apply2":                 "apply2",
	} {
		if got := symbolQualname(symbol); got != want {
			t.Errorf("symbolQualname(%q) = %q, want %q", symbol, got, want)
		}
	}
}

func TestNameFunc(t *testing.T) {
	inner := func() {}
	NameFunc(inner, "outer.<locals>.inner", "x.py:7")
	if got := FuncQualname(inner) + " " + FuncPlace(inner); got != "outer.<locals>.inner x.py:7" {
		t.Error(got)
	}
}
