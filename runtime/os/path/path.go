// Package path is Python's module os.path (posixpath).
package path

import (
	"os"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The constants of the module.
const Sep = "/"

// Join is os.path.join(a, *p).
func Join(a string, p ...string) string {
	for _, b := range p {
		switch {
		case strings.HasPrefix(b, "/") || a == "":
			a = b
		case strings.HasSuffix(a, "/"):
			a += b
		default:
			a += "/" + b
		}
	}
	return a
}

// Split is os.path.split(p): directory and last part.
func Split(p string) py.Tuple2[string, string] {
	i := strings.LastIndexByte(p, '/') + 1
	head, tail := p[:i], p[i:]
	if head != "" && strings.Trim(head, "/") != "" {
		head = strings.TrimRight(head, "/")
	}
	return py.NewTuple2(head, tail)
}

// Basename is os.path.basename(p).
func Basename(p string) string { return Split(p).V1 }

// Dirname is os.path.dirname(p).
func Dirname(p string) string { return Split(p).V0 }

// SplitExt is os.path.splitext(p): root and extension with its dot.
func SplitExt(p string) py.Tuple2[string, string] {
	start := strings.LastIndexByte(p, '/') + 1
	dot := strings.LastIndexByte(p, '.')
	for i := start; i < dot; i++ {
		if p[i] != '.' {
			return py.NewTuple2(p[:dot], p[dot:])
		}
	}
	return py.NewTuple2(p, "")
}

// IsAbs is os.path.isabs(p).
func IsAbs(p string) bool { return strings.HasPrefix(p, "/") }

// NormPath is os.path.normpath(p).
func NormPath(p string) string {
	if p == "" {
		return "."
	}
	root := ""
	if strings.HasPrefix(p, "/") {
		root = "/"
		if strings.HasPrefix(p, "//") && !strings.HasPrefix(p, "///") {
			root = "//"
		}
	}
	var parts []string
	for _, c := range strings.Split(p, "/") {
		switch {
		case c == "" || c == ".":
		case c != ".." || root == "" && len(parts) == 0 || len(parts) > 0 && parts[len(parts)-1] == "..":
			parts = append(parts, c)
		case len(parts) > 0:
			parts = parts[:len(parts)-1]
		}
	}
	out := root + strings.Join(parts, "/")
	if out == "" {
		return "."
	}
	return out
}

// AbsPath is os.path.abspath(p).
func AbsPath(p string) string {
	if !IsAbs(p) {
		cwd, err := os.Getwd()
		py.Check(err)
		p = Join(cwd, p)
	}
	return NormPath(p)
}

// RelPath is os.path.relpath(p, start).
func RelPath(p string, start *string) string {
	if p == "" {
		py.Throw(py.ValueError.New("no path specified"))
	}
	from := "."
	if start != nil {
		from = *start
	}
	a := strings.FieldsFunc(AbsPath(from), func(r rune) bool { return r == '/' })
	b := strings.FieldsFunc(AbsPath(p), func(r rune) bool { return r == '/' })
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	var parts []string
	for range a[i:] {
		parts = append(parts, "..")
	}
	parts = append(parts, b[i:]...)
	if len(parts) == 0 {
		return "."
	}
	return strings.Join(parts, "/")
}

// CommonPrefix is os.path.commonprefix(list).
func CommonPrefix(list *py.List[string]) string {
	if list.Len() == 0 {
		return ""
	}
	s := list.Get(0)
	for p := range list.All() {
		for !strings.HasPrefix(p, s) {
			s = s[:len(s)-1]
		}
	}
	return s
}

// Exists is os.path.exists(p).
func Exists(p string) bool {
	_, err := os.Stat(p)
	return err == nil
}

// IsFile is os.path.isfile(p).
func IsFile(p string) bool {
	st, err := os.Stat(p)
	return err == nil && st.Mode().IsRegular()
}

// IsDir is os.path.isdir(p).
func IsDir(p string) bool {
	st, err := os.Stat(p)
	return err == nil && st.IsDir()
}

// IsLink is os.path.islink(p).
func IsLink(p string) bool {
	st, err := os.Lstat(p)
	return err == nil && st.Mode()&os.ModeSymlink != 0
}

// GetSize is os.path.getsize(p).
func GetSize(p string) (int, error) {
	st, err := os.Stat(p)
	if err != nil {
		return 0, py.FromGo(err)
	}
	return int(st.Size()), nil
}

// GetMTime is os.path.getmtime(p).
func GetMTime(p string) (float64, error) {
	st, err := os.Stat(p)
	if err != nil {
		return 0, py.FromGo(err)
	}
	return float64(st.ModTime().UnixNano()) / 1e9, nil
}

// ExpandUser is os.path.expanduser(p).
func ExpandUser(p string) string {
	if p != "~" && !strings.HasPrefix(p, "~/") {
		return p
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return p
	}
	return strings.TrimRight(home, "/") + p[1:]
}
