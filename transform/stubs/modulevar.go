package stubs

import "strings"

// ModuleVar is the Go name of the variable that holds a module as a Python
// object in its package: Module, or a longer name for one of several modules
// that share the package. It is "" for the builtins, which have no module
// object.
func ModuleVar(m *Module) string {
	if m.Name == "builtins" {
		return ""
	}
	if i := strings.LastIndexByte(m.Name, '.'); i >= 0 && strings.TrimSuffix(m.GoPath, m.Name[i+1:]) == m.GoPath {
		return "Module" + GoName(m.Name[i+1:])
	}
	base := m.GoPath[strings.LastIndexByte(m.GoPath, '/')+1:]
	if strings.Contains(m.Name, ".") || base != m.Name && base != "py"+m.Name {
		return "Module" + GoName(strings.ReplaceAll(m.Name, ".", "_"))
	}
	return "Module"
}
