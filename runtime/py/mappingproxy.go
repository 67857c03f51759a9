package py

// MappingProxy is a read-only view of a mapping: the type of cls.__dict__.
type MappingProxy struct{ d *Dict[any, any] }

// NewMappingProxy is types.MappingProxyType(d).
func NewMappingProxy(d *Dict[any, any]) *MappingProxy { return &MappingProxy{d: d} }

// MappingProxyOf is types.MappingProxyType(x) for a value that may be no dict.
func MappingProxyOf(x any) *MappingProxy {
	d, ok := baseOf(x).(*Dict[any, any])
	if !ok {
		Throwf(TypeError, "mappingproxy() argument must be a mapping, not %s", TypeOf(x).name)
	}
	return NewMappingProxy(d)
}

// Len is len().
func (m *MappingProxy) Len() int       { return m.d.Len() }
func (m *MappingProxy) pyType() *Class { return MappingProxyType }
func (m *MappingProxy) pyRepr() string { return "mappingproxy(" + m.d.Repr() + ")" }

func (m *MappingProxy) pyIter() Iterator         { return m.d.pyIter() }
func (m *MappingProxy) pyContains(item any) bool { return m.d.pyContains(item) }
func (m *MappingProxy) pyGetItem(key any) any    { return m.d.pyGetItem(key) }
func (m *MappingProxy) pyCompare(op CompareOp, other any) (result, ok bool) {
	if o, isProxy := other.(*MappingProxy); isProxy {
		other = o.d
	}
	return m.d.pyCompare(op, other)
}

func init() {
	// What only reads is the dict's own; the views show the dict itself.
	for _, name := range []string{"get", "keys", "values", "items", "copy", "__reversed__", "__or__", "__ror__"} {
		MappingProxyType.addNative(name, []Param{VarArgs("args"), VarKw("kwargs")}, func(self any, args []any) (any, error) {
			return CallMethodKw(CurrentContext(), self.(*MappingProxy).d, name, args[0].(*Tuple[any]).Items(), kwOf(args[1]))
		})
	}
	MappingProxyType.addNative("__len__", nil, func(self any, _ []any) (any, error) { return Len(self), nil })
	MappingProxyType.addNative("__iter__", nil, func(self any, _ []any) (any, error) { return Iter(self), nil })
	MappingProxyType.addNative("__getitem__", []Param{PosOnly("key")}, func(self any, args []any) (any, error) { return GetItem(self, args[0]), nil })
	MappingProxyType.addNative("__contains__", []Param{PosOnly("key")}, func(self any, args []any) (any, error) { return Contains(self, args[0]), nil })
}
