package golden

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"sort"
	"strings"
)

// Quality counts what makes converted Go read worse than hand-written Go.
type Quality struct {
	Lines    int // lines of Go
	Any      int // uses of the type any
	Closures int // function literals called on the spot
	Py       int // calls of package runtime/py
}

// Measure counts in one Go file.
func Measure(source []byte) (Quality, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "case.go", source, parser.SkipObjectResolution)
	if err != nil {
		return Quality{}, err
	}
	q := Quality{Lines: strings.Count(string(source), "\n")}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.Ident:
			if node.Name == "any" {
				q.Any++
			}
		case *ast.CallExpr:
			switch function := node.Fun.(type) {
			case *ast.FuncLit:
				q.Closures++
			case *ast.SelectorExpr:
				if pkg, ok := function.X.(*ast.Ident); ok && pkg.Name == "py" {
					q.Py++
				}
			}
		}
		return true
	})
	return q, nil
}

// add sums two counts.
func (q Quality) add(other Quality) Quality {
	return Quality{q.Lines + other.Lines, q.Any + other.Any, q.Closures + other.Closures, q.Py + other.Py}
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
		q, err := Measure(outcome.Go)
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
	fmt.Fprintf(&out, "%-14s %7s %12s %16s %12s\n", "typed Go", "lines", "any/100", "closures/100", "py./100")
	row := func(name string, q Quality) {
		fmt.Fprintf(&out, "%-14s %7d %12.2f %16.2f %12.2f\n", name, q.Lines, q.per100(q.Any), q.per100(q.Closures), q.per100(q.Py))
	}
	for _, name := range names {
		row(name, folders[name])
	}
	row("all", total)
	return out.String(), nil
}
