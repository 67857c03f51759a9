package golden

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"regexp"
	"sort"
	"strings"
)

// Quality counts what makes converted Go read worse than hand-written Go.
type Quality struct {
	Lines    int // lines of Go
	Any      int // uses of the type any
	Closures int // function literals called on the spot
	Catches  int // function literals run by py.Catch
	Py       int // calls of package runtime/py
	Temps    int // variables whose names the Python does not have
	Blanks   int // assignments to nothing but _
}

// Measure counts in one Go file that was converted from the Python source.
func Measure(source, python []byte) (Quality, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "case.go", source, parser.SkipObjectResolution)
	if err != nil {
		return Quality{}, err
	}
	q := Quality{Lines: strings.Count(string(source), "\n")}
	own := words(python)
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.Ident:
			if node.Name == "any" {
				q.Any++
			}
		case *ast.CallExpr:
			q.call(node)
		case *ast.AssignStmt:
			q.assign(node, own)
		case *ast.ValueSpec:
			for _, name := range node.Names {
				q.declare(name, own)
			}
		}
		return true
	})
	return q, nil
}

func (q *Quality) call(call *ast.CallExpr) {
	switch function := call.Fun.(type) {
	case *ast.FuncLit:
		q.Closures++
	case *ast.SelectorExpr:
		if pkg, ok := function.X.(*ast.Ident); ok && pkg.Name == "py" {
			q.Py++
			if function.Sel.Name == "Catch" {
				q.Catches++
			}
		}
	}
}

func (q *Quality) assign(assign *ast.AssignStmt, own map[string]bool) {
	blank := true
	for _, target := range assign.Lhs {
		name, ok := target.(*ast.Ident)
		if !ok || name.Name != "_" {
			blank = false
		}
		if ok && assign.Tok == token.DEFINE {
			q.declare(name, own)
		}
	}
	if blank {
		q.Blanks++
	}
}

// invented are the variables that idiomatic Go has though Python does not.
var invented = map[string]bool{"_": true, "err": true, "ok": true, "self": true}

func (q *Quality) declare(name *ast.Ident, own map[string]bool) {
	plain := strings.TrimRight(name.Name, "0123456789")
	if !invented[plain] && !own[strings.ToLower(plain)] && !own[strings.ToLower(name.Name)] {
		q.Temps++
	}
}

var identifier = regexp.MustCompile(`[\pL_][\pL\pN_]*`)

// words are the identifiers of a Python source as a Go name would keep them:
// without underscores, in lower case.
func words(python []byte) map[string]bool {
	own := make(map[string]bool)
	for _, word := range identifier.FindAllString(string(python), -1) {
		word = strings.ToLower(strings.ReplaceAll(word, "_", ""))
		own[word] = true
		own[strings.TrimRight(word, "0123456789")] = true
	}
	return own
}

// add sums two counts.
func (q Quality) add(other Quality) Quality {
	return Quality{
		q.Lines + other.Lines, q.Any + other.Any, q.Closures + other.Closures, q.Catches + other.Catches,
		q.Py + other.Py, q.Temps + other.Temps, q.Blanks + other.Blanks,
	}
}

// per100 is a count for each hundred lines.
func (q Quality) per100(count int) float64 {
	if q.Lines == 0 {
		return 0
	}
	return 100 * float64(count) / float64(q.Lines)
}

// QualityTable is a table of the counts per 100 lines for each folder of cases,
// over the typed outcomes that converted.
func QualityTable(outcomes []Outcome) (string, error) {
	folders := make(map[string]Quality)
	var total Quality
	for _, outcome := range outcomes {
		if outcome.Mode != Typed || outcome.Go == nil {
			continue
		}
		python, err := os.ReadFile(outcome.Case.Path)
		if err != nil {
			return "", err
		}
		q, err := Measure(outcome.Go, python)
		if err != nil {
			return "", fmt.Errorf("%s: %w", outcome.Case.Name, err)
		}
		folder := path.Dir(outcome.Case.Name)
		folders[folder] = folders[folder].add(q)
		total = total.add(q)
	}
	names := make([]string, 0, len(folders))
	for name := range folders {
		names = append(names, name)
	}
	sort.Strings(names)
	var out strings.Builder
	fmt.Fprintf(&out, "%-14s %7s", "per 100 lines", "lines")
	for _, column := range columns {
		fmt.Fprintf(&out, " %9s", column.name)
	}
	out.WriteByte('\n')
	row := func(name string, q Quality) {
		fmt.Fprintf(&out, "%-14s %7d", name, q.Lines)
		for _, column := range columns {
			fmt.Fprintf(&out, " %9.2f", q.per100(column.count(q)))
		}
		out.WriteByte('\n')
	}
	for _, name := range names {
		row(name, folders[name])
	}
	row("all", total)
	return out.String(), nil
}

// columns are the columns of the table.
var columns = []struct {
	name  string
	count func(Quality) int
}{
	{"any", func(q Quality) int { return q.Any }},
	{"temps", func(q Quality) int { return q.Temps }},
	{"catches", func(q Quality) int { return q.Catches }},
	{"closures", func(q Quality) int { return q.Closures }},
	{"blanks", func(q Quality) int { return q.Blanks }},
	{"py.", func(q Quality) int { return q.Py }},
}
