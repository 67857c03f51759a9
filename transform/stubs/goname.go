package stubs

import "strings"

// initialisms are the words that Go spells in capitals.
var initialisms = map[string]bool{
	"acl": true, "api": true, "ascii": true, "cpu": true, "css": true, "db": true, "dns": true, "eof": true,
	"guid": true, "html": true, "http": true, "https": true, "id": true, "ip": true, "json": true,
	"os": true, "pid": true, "ram": true, "rpc": true, "sql": true, "ssh": true, "ssl": true, "tcp": true, "tls": true,
	"ttl": true, "udp": true, "ui": true, "uid": true, "uri": true, "url": true, "utf8": true, "utc": true,
	"uuid": true, "vm": true, "xml": true,
}

// dunderNames are the Go names of special methods that differ from the plain
// rule (the name without underscores, capitalised).
var dunderNames = map[string]string{
	"__getitem__": "GetItem", "__setitem__": "SetItem", "__delitem__": "DelItem",
	"__iter__": "All", "__aiter__": "AIter", "__anext__": "ANext",
	"__aenter__": "AEnter", "__aexit__": "AExit", "__bool__": "Truth",
	"__truediv__": "TrueDiv", "__floordiv__": "FloorDiv", "__divmod__": "DivMod", "__matmul__": "MatMul",
	"__lshift__": "LShift", "__rshift__": "RShift",
	"__eq__": "Equal", "__ne__": "NotEqual", "__lt__": "Less", "__le__": "LessEqual",
	"__gt__": "Greater", "__ge__": "GreaterEqual",
	"__getattr__": "GetAttr", "__setattr__": "SetAttr", "__delattr__": "DelAttr",
	"__iadd__": "IAdd", "__isub__": "ISub", "__imul__": "IMul", "__iand__": "IAnd", "__ior__": "IOr", "__ixor__": "IXor",
	"__radd__": "RAdd", "__rsub__": "RSub", "__rmul__": "RMul", "__rand__": "RAnd", "__ror__": "ROr", "__rxor__": "RXor",
	"__rtruediv__": "RTrueDiv", "__rfloordiv__": "RFloorDiv", "__rmod__": "RMod", "__rpow__": "RPow", "__rdivmod__": "RDivMod",
}

// GoName is the default Go name of a Python name: PascalCase with Go's
// initialisms ("get_running_loop" is GetRunningLoop, "user_id" UserID,
// "FIRST_COMPLETED" FirstCompleted), and the fixed names of special methods.
func GoName(name string) string {
	if n, ok := dunderNames[name]; ok {
		return n
	}
	allCaps := name == strings.ToUpper(name) && strings.ContainsAny(name, "_")
	var b strings.Builder
	for _, part := range strings.Split(name, "_") {
		if part == "" {
			continue
		}
		low := strings.ToLower(part)
		switch {
		case initialisms[low] && (part == low || part == strings.ToUpper(part)):
			b.WriteString(strings.ToUpper(part))
		case allCaps:
			b.WriteString(part[:1] + low[1:])
		default:
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	if b.Len() == 0 {
		return "Underscore"
	}
	return b.String()
}
