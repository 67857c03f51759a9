package infer

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Enum describes an enum that has a Go type.
type Enum struct {
	Data    types.Type    // of IntEnum, StrEnum, (str, Enum), ...: what its members are beside; nil
	Plain   bool          // str() and format() are those of Data
	Flag    bool          // members combine by |
	Members []*EnumMember // in the order of the class body, aliases among them
	Value   types.Type    // of the members' values

	zero bool // a flag without bits has a name
}

// EnumMember is a name of an enum.
type EnumMember struct {
	Field *Field
	// Const is the value where it is an int or a str that is known, as int64 or
	// string; nil where the class body's expression gives it.
	Const any
	Alias *EnumMember // the member that has the same value; nil
}

// EnumAttrRef is the name or the value of an enum's member, or the members of
// the class by name.
type EnumAttrRef struct {
	Class *Class
	Name  string // "name", "value" or "__members__"
}

func (*EnumAttrRef) aRef() {}

// enumAttrs are the attributes that every member has.
var enumAttrs = map[string]string{"name": "name", "_name_": "name", "value": "value", "_value_": "value"}

// enumMethods are the special methods of an enum that its Go type can have.
var enumMethods = map[string]bool{
	"__init__": true, "__str__": true, "__repr__": true, "__bool__": true, "__len__": true, "__contains__": true,
	"__lt__": true, "__le__": true, "__gt__": true, "__ge__": true,
}

// describeEnum finds the members of an enum, or why it is made at run time.
func (c *checker) describeEnum(cls *Class) {
	e := &Enum{Value: types.Any}
	if why := c.enumBases(cls, e); why != "" {
		cls.dynamic(why)
		return
	}
	for _, m := range cls.Methods {
		_, taken := enumAttrs[m.Name]
		switch {
		case taken, strings.HasPrefix(m.Name, "_") && strings.HasSuffix(m.Name, "_") && !enumMethods[m.Name]:
			cls.dynamic("it defines " + m.Name)
			return
		case m.Name == "__init__" && e.Data != nil:
			cls.dynamic("its members are values of another type and have a constructor")
			return
		}
	}
	if why := c.enumMembers(cls, e); why != "" {
		cls.dynamic(why)
		return
	}
	cls.Enum = e
}

// enumBases reads the bases of an enum.
func (c *checker) enumBases(cls *Class, e *Enum) string {
	switch {
	case cls.Parent != nil || cls.Outer != nil:
		return "it is an enum inside of a function or class"
	case len(cls.Bases) > 0 || len(cls.Subclasses) > 0:
		return "it is an enum with bases or subclasses in the program"
	case len(cls.StubBases) == 0 || len(cls.StubBases) != len(cls.Node.Bases):
		return "its base is not understood"
	}
	last := cls.StubBases[len(cls.StubBases)-1]
	switch last.Role {
	case "enum":
	case "enum:int":
		e.Data, e.Plain = types.Int, true
	case "enum:str":
		e.Data, e.Plain = types.Str, true
	case "enum:flag":
		e.Flag = true
	case "enum:intflag":
		e.Data, e.Plain, e.Flag = types.Int, true, true
	default:
		return "its base is not understood"
	}
	if len(cls.StubBases) == 1 {
		return ""
	}
	first := cls.StubBases[0]
	if len(cls.StubBases) > 2 || last.Role != "enum" || first.Module.Name != "builtins" {
		return "it is an enum with several bases"
	}
	switch first.Name {
	case "int":
		e.Data = types.Int
	case "str":
		e.Data = types.Str
	default:
		return "it derives from " + first.Name
	}
	return ""
}

// mixedIntoEnum reports whether a class derives from an enum of the library
// beside other classes.
func (c *checker) mixedIntoEnum(cls *Class) bool {
	for _, b := range cls.Node.Bases {
		if r, ok := c.ref(b).(*StubRef); ok && strings.HasPrefix(string(symbolRole(r.Symbol)), "enum") {
			return true
		}
	}
	return false
}

// enumMembers finds the values of an enum's members: they must be known, to
// tell the members from the aliases.
func (c *checker) enumMembers(cls *Class, e *Enum) string {
	byValue, byName := map[any]*EnumMember{}, map[string]any{}
	unique := false
	for _, d := range cls.Node.DecoratorList {
		unique = unique || c.roleOf(d) == "enum.unique"
	}
	var ints []int64 // the values so far, while all are ints
	aliased := false
	for _, f := range cls.ClassVars {
		if strings.HasPrefix(f.Name, "_") {
			return "it binds " + f.Name
		}
		if _, taken := enumAttrs[f.Name]; taken {
			return "it has a member " + f.Name
		}
		m := &EnumMember{Field: f}
		var key any
		ok := true
		if call, is := f.Default.(*ast.Call); is && c.roleOf(call) == "enum.auto" && len(call.Args)+len(call.Keywords) == 0 {
			key, ok = nextEnumValue(e, f.Name, ints, len(e.Members))
		} else {
			key, ok = enumConst(f.Default, byName)
		}
		if !ok {
			return "the value of its member " + f.Name + " is computed"
		}
		if !fitsEnum(e, key) {
			return "the value of its member " + f.Name + " is of another type than its members"
		}
		switch key.(type) {
		case int64, string:
			m.Const = key
		}
		if n, is := key.(int64); is && byValue[enumKey(keyText(n))] != nil {
			return "its members' values are numbers of several types"
		}
		if k, is := key.(enumKey); is && k[0] == 'i' {
			for other := range byValue {
				if n, is := other.(int64); is && keyText(n) == string(k) {
					return "its members' values are numbers of several types"
				}
			}
		}
		if first, again := byValue[key]; again {
			m.Alias, aliased = first, true
			if unique {
				return "it has two names for a value and must not"
			}
		} else {
			if aliased {
				return "a member follows the alias of another"
			}
			byValue[key] = m
		}
		byName[f.Name] = key
		if n, is := key.(int64); is {
			ints = append(ints, n)
			e.zero = e.zero || n == 0
			if e.Flag && n < 0 {
				return "the value of its member " + f.Name + " is negative"
			}
		}
		e.Members = append(e.Members, m)
	}
	if len(e.Members) == 0 {
		return "it is an enum without members"
	}
	return ""
}

// nextEnumValue is the value of auto() after n members with those ints for
// values.
func nextEnumValue(e *Enum, name string, ints []int64, n int) (any, bool) {
	switch {
	case e.Data == types.Str:
		return strings.ToLower(name), e.Plain
	case len(ints) < n:
		return nil, false
	case n == 0:
		return int64(1), true
	}
	last := slices.Max(ints)
	if e.Flag {
		bit := int64(1)
		for bit > 0 && bit <= last {
			bit <<= 1
		}
		return bit, bit > 0
	}
	return last + 1, last < math.MaxInt64
}

// fitsEnum reports whether a value can be that of a member.
func fitsEnum(e *Enum, key any) bool {
	switch e.Data {
	case types.Int:
		_, ok := key.(int64)
		return ok
	case types.Str:
		_, ok := key.(string)
		return ok
	}
	if e.Flag {
		_, ok := key.(int64)
		return ok
	}
	return true
}

// enumConst is what tells the value of a constant expression from others that
// Python does not find equal: an int64, a string, or an enumKey.
func enumConst(e ast.Expr, names map[string]any) (any, bool) {
	switch e := e.(type) {
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.Int:
			return int64(v), true
		case ast.Str:
			return string(v), true
		case ast.Bool:
			if v {
				return enumKey("i1"), true
			}
			return enumKey("i0"), true
		case ast.Float:
			if f := float64(v); f == math.Trunc(f) {
				return enumKey(fmt.Sprintf("i%.0f", f)), true
			}
			return enumKey(fmt.Sprintf("f%v", float64(v))), true
		case ast.Bytes:
			return enumKey("b" + string(v)), true
		case ast.None:
			return enumKey("None"), true
		}
	case *ast.Name:
		v, ok := names[e.Id]
		return v, ok
	case *ast.UnaryOp:
		if n, ok := enumInt(e.Operand, names); ok && e.Op == ast.USub {
			return -n, n != math.MinInt64
		}
	case *ast.BinOp:
		return enumOp(e, names)
	case *ast.Tuple:
		if len(e.Elts) < 2 || len(e.Elts) > maxFixedTuple {
			return nil, false
		}
		key := "("
		for _, x := range e.Elts {
			v, ok := enumConst(x, names)
			if !ok {
				return nil, false
			}
			key += keyText(v) + ","
		}
		return enumKey(key), true
	}
	return nil, false
}

// keyText is the text of a key as part of another.
func keyText(key any) string {
	switch k := key.(type) {
	case int64:
		return fmt.Sprintf("i%d", k)
	case string:
		return fmt.Sprintf("s%q", k)
	case enumKey:
		return string(k)
	}
	return ""
}

// enumKey is the key of a constant that is neither an int nor a str.
type enumKey string

func enumInt(e ast.Expr, names map[string]any) (int64, bool) {
	v, ok := enumConst(e, names)
	n, is := v.(int64)
	return n, ok && is
}

// enumOp computes an operation of two ints.
func enumOp(e *ast.BinOp, names map[string]any) (any, bool) {
	x, ok := enumInt(e.Left, names)
	y, ok2 := enumInt(e.Right, names)
	if !ok || !ok2 {
		return nil, false
	}
	const small = 1 << 31
	switch e.Op {
	case ast.BitOr:
		return x | y, true
	case ast.BitAnd:
		return x & y, true
	case ast.BitXor:
		return x ^ y, true
	case ast.LShift:
		return x << uint(y), x >= 0 && x < small && y >= 0 && y < 31
	case ast.Add:
		return x + y, x > -small && x < small && y > -small && y < small
	case ast.Sub:
		return x - y, x > -small && x < small && y > -small && y < small
	case ast.Mult:
		return x * y, x > -small && x < small && y > -small && y < small
	}
	return nil, false
}

// dataOf is the kind of value that a member of an enum is beside: that of
// IntEnum and the like. It is k itself for other values.
func (inf *inference) dataOf(k *kind) *kind {
	if k.op != opInst || k.class.Enum == nil {
		return k
	}
	switch k.class.Enum.Data {
	case types.Int:
		return inf.s.prim(opInt)
	case types.Str:
		return inf.s.prim(opStr)
	}
	return k
}

// flagOp is an operator that gives a flag.
func (inf *inference) flagOp(op ast.Operator, l, r *kind, out *node) bool {
	switch op {
	case ast.BitOr, ast.BitAnd, ast.BitXor:
	default:
		return false
	}
	flag := func(k *kind) bool { return k.op == opInst && k.class.Enum != nil && k.class.Enum.Flag }
	for _, k := range []*kind{l, r} {
		if other := inf.dataOf(l); flag(k) && (l.class == r.class || k.class.Enum.Data != nil && (other.op == opInt || inf.dataOf(r).op == opInt)) {
			inf.s.add(out, k)
			return true
		}
	}
	return false
}

// enumClasses makes enums dynamic whose members the program uses in a way that
// the Go type does not have.
func (inf *inference) enumClasses() {
	var typed []*Class
	for _, cls := range inf.info.ClassList {
		if cls.Enum != nil && cls.Typed {
			typed = append(typed, cls)
		}
	}
	if len(typed) == 0 {
		return
	}
	for _, a := range inf.attrs {
		if !a.recv.has(opUnknown) || enumAttrs[a.name] != "" {
			continue
		}
		for _, cls := range typed {
			if cls.escaped && cls.Typed && (cls.method(a.name) != nil || inf.classes[cls].fields[a.name] != nil) {
				inf.escapeMembers(cls, "its "+a.name+" may be used on a value without static type")
				inf.changed = true
			}
		}
	}
	named, combined := map[*Class]bool{}, map[*Class]bool{}
	for _, a := range inf.attrs {
		for _, k := range a.recv.find().kinds {
			if k.op != opClass && k.op != opInst || k.class.Enum == nil {
				continue
			}
			if a.e.Ctx != ast.Load && (k.op == opClass || k.class.Enum.member(a.name) || enumAttrs[a.name] != "") {
				inf.makeDynamic(k.class, "its attribute "+a.name+" is assigned")
			}
			if k.op == opInst && enumAttrs[a.name] == "name" && !inf.isMember(a.e.Value) && !inf.isPart(a.e.Value) {
				named[k.class] = true
			}
		}
	}
	for e, n := range inf.expr {
		for _, k := range n.find().kinds {
			if k.op == opInst && k.class.Enum != nil && k.class.Enum.Flag && (inf.mayClear(e) || k.class.Enum.Data != nil && isBinOp(e)) {
				combined[k.class] = true
			}
		}
	}
	for cls := range named {
		if combined[cls] && !cls.Enum.zero {
			inf.makeDynamic(cls, "the name of a flag may be None")
		}
	}
}

func (e *Enum) member(name string) bool {
	for _, m := range e.Members {
		if m.Field.Name == name {
			return true
		}
	}
	return false
}

// isMember reports whether an expression is Class.MEMBER.
func (inf *inference) isMember(e ast.Expr) bool {
	a, ok := e.(*ast.Attribute)
	if !ok {
		return false
	}
	r, ok := inf.ref(a.Value).(*ClassRef)
	return ok && r.Class.Enum != nil && r.Class.Enum.member(a.Attr)
}

// isPart reports whether an expression is a variable that only loops bind: what
// they go through are flags with a bit.
func (inf *inference) isPart(e ast.Expr) bool {
	name, ok := e.(*ast.Name)
	if !ok {
		return false
	}
	sym := inf.symbolAt(name)
	for _, b := range sym.binds {
		loop := false
		switch s := b.stmt.(type) {
		case *ast.For:
			loop = inf.goesThroughFlags(s.Iter)
		case *ast.Comprehension:
			loop = inf.goesThroughFlags(s.Iter)
		}
		if b.kind != bindFor || !loop {
			return false
		}
	}
	return len(sym.binds) > 0
}

// goesThroughFlags reports whether an expression is a flag or the class of one.
func (inf *inference) goesThroughFlags(e ast.Expr) bool {
	n := inf.expr[e]
	if n == nil {
		return false
	}
	for _, k := range n.find().kinds {
		if k.op != opInst && k.op != opClass || k.class.Enum == nil {
			return false
		}
	}
	return true
}

func isBinOp(e ast.Expr) bool {
	_, ok := e.(*ast.BinOp)
	return ok
}

// mayClear reports whether an expression may give a flag without bits.
func (inf *inference) mayClear(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinOp:
		return e.Op != ast.BitOr
	case *ast.UnaryOp, *ast.Call:
		return true
	}
	return false
}

// enumItems are the names of an enum's class that stand where its members are
// gone through.
func (inf *inference) enumItems() map[ast.Expr]bool {
	out := map[ast.Expr]bool{}
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.For:
			out[n.Iter] = true
		case *ast.Comprehension:
			out[n.Iter] = !n.IsAsync
		case *ast.Starred:
			out[n.Value] = true
		case *ast.Call:
			if inf.roleOf(n) == "len" && len(n.Args) == 1 {
				out[n.Args[0]] = true
			}
		case *ast.Compare:
			if len(n.Ops) == 1 && (n.Ops[0] == ast.In || n.Ops[0] == ast.NotIn) && inf.onlyMembers(n.Left) {
				out[n.Comparators[0]] = true
			}
		}
		return true
	})
	for e := range inf.iterated {
		out[e] = true
	}
	return out
}

// memberMaps are the places where the __members__ of a class are a dict to look
// into: a mapping proxy has no Go type.
func (inf *inference) memberMaps() map[*ast.Attribute]bool {
	if inf.maps != nil {
		return inf.maps
	}
	inf.maps = map[*ast.Attribute]bool{}
	mark := func(list ...ast.Expr) {
		for _, e := range list {
			if a, ok := e.(*ast.Attribute); ok && a.Attr == "__members__" {
				inf.maps[a] = true
			}
		}
	}
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if f, ok := n.Func.(*ast.Attribute); ok && (f.Attr == "items" || f.Attr == "keys" || f.Attr == "values" || f.Attr == "get") {
				mark(f.Value)
			}
			switch inf.roleOf(n) {
			case "len", "enumerate", "sorted":
				mark(n.Args...)
			}
		case *ast.Subscript:
			mark(n.Value)
		case *ast.For:
			mark(n.Iter)
		case *ast.Comprehension:
			mark(n.Iter)
		case *ast.Compare:
			if len(n.Ops) == 1 && (n.Ops[0] == ast.In || n.Ops[0] == ast.NotIn) {
				mark(n.Comparators...)
			}
		}
		return true
	})
	return inf.maps
}

// IsMemberMap reports whether an attribute is the __members__ of an enum of the
// program.
func IsMemberMap(info *Info, e *ast.Attribute) bool {
	r, ok := info.Refs[e.Value].(*ClassRef)
	return ok && e.Attr == "__members__" && r.Class.Kind == EnumClass
}

// publishEnums says where the class of an enum stands for its members, and
// which names of class methods denote it.
func (inf *inference) publishEnums() {
	items := inf.enumItems()
	for e, n := range inf.expr {
		name, ok := e.(*ast.Name)
		if !ok || name.Ctx != ast.Load {
			continue
		}
		cls := enumClass(n.find().kinds)
		if cls == nil {
			continue
		}
		if sym := inf.symbolAt(name); sym != nil && sym.param != nil && sym.scope.fn != nil && sym.scope.fn.Kind == ClassMethod &&
			sym.scope.fn.Class == cls && sym.scope.fn.Params[0] == sym.param {
			inf.info.Refs[name] = &ClassRef{cls}
		}
		if _, ok := inf.info.Refs[name].(*ClassRef); ok && items[e] {
			inf.info.Types[e] = &types.VarTuple{Elem: &types.Instance{Class: cls}}
		}
	}
}

// onlyMembers reports whether a value is surely a member of an enum.
func (inf *inference) onlyMembers(e ast.Expr) bool {
	n := inf.expr[e]
	if n == nil {
		return false
	}
	kinds := n.find().kinds
	return len(kinds) == 1 && kinds[0].op == opInst && kinds[0].class.Enum != nil
}

// enumClass is the enum whose class is the one value that arrives at n.
func enumClass(kinds []*kind) *Class {
	if len(kinds) == 1 && kinds[0].op == opClass && kinds[0].class.Typed && kinds[0].class.Enum != nil {
		return kinds[0].class
	}
	return nil
}

// memberValue is the value of a member of an enum; v is that of the class body's
// expression.
func (w *walker) memberValue(cls *Class, name string, v *node) *node {
	if cls.Enum == nil {
		return v
	}
	for _, m := range cls.Enum.Members {
		if m.Field.Name == name {
			switch m.Const.(type) {
			case int64:
				return w.s.primNode(opInt)
			case string:
				return w.s.primNode(opStr)
			}
		}
	}
	return v
}

// initMembers lets the values of an enum's members reach its constructor.
func (w *walker) initMembers(cls *Class) {
	init := cls.method("__init__")
	if init == nil || cls.Kind != EnumClass {
		return
	}
	self := w.s.with(w.s.instance(cls))
	for _, v := range cls.ClassVars {
		w.s.on(w.classes[cls].classVar(w.s, v.Name), func(k *kind) {
			if k.op == opTuple {
				w.invoke(init, self, nodesOf(k.args), w.s.node())
				return
			}
			w.invoke(init, self, nodesOf([]*node{w.s.with(k)}), w.s.node())
		})
	}
}

// enumReason says why an enum whose header and body a Go type could have is
// made at run time nevertheless; "" if it need not be.
func (inf *inference) enumReason(cls *Class) string {
	init := cls.method("__init__")
	for _, f := range inf.classes[cls].names {
		if strings.HasPrefix(f, "_") && strings.HasSuffix(f, "_") || inf.classes[cls].outer[f] || init == nil || !inf.setByInit(cls, f) {
			return "its members get an attribute " + f
		}
	}
	if init == nil {
		return ""
	}
	for _, p := range init.Params {
		if p.Kind > 1 || p.Default != nil {
			return "its constructor takes more than its members' values"
		}
	}
	for _, m := range cls.Enum.Members {
		n := 1
		if t, ok := m.Field.Default.(*ast.Tuple); ok {
			n = len(t.Elts)
		}
		if m.Alias != nil || n != len(init.Params)-1 {
			return "its constructor takes other than its members' values"
		}
	}
	return ""
}
