package py

// Copy is copy.copy(x).
func Copy(x any) any {
	if r, ok := copyHook(x, "__copy__"); ok {
		return r
	}
	switch v := x.(type) {
	case *List[any]:
		return v.Copy()
	case *Dict[any, any]:
		return v.Copy()
	case *Set[any]:
		return v.Copy()
	case *ByteArray:
		return NewByteArray(v.Bytes())
	case *Object:
		if v.class.enum != nil {
			return v
		}
		n := NewObject(v.class)
		n.base = v.base
		if v.base != nil {
			n.base = Copy(v.base)
		}
		n.copyAttrs(v, func(x any) any { return x })
		return n
	case *Error:
		return copyError(v, func(x any) any { return x })
	}
	return x
}

// DeepCopy is copy.deepcopy(x).
func DeepCopy(x any) any { return (&copier{}).copy(x) }

// copier keeps what has been copied, for shared and recursive structures.
type copier struct {
	memo map[any]any
	dict *Dict[any, any] // the memo that __deepcopy__ methods get
}

func (c *copier) note(x, copied any) any {
	if c.memo == nil {
		c.memo = map[any]any{}
	}
	c.memo[x] = copied
	return copied
}

func (c *copier) copy(x any) any {
	switch x.(type) {
	case nil, int, string, bool, float64, complex128, Bytes, *Class, *Func, *Module, *Range, *Slice:
		return x
	}
	if isPointer(x) {
		if done, ok := c.memo[x]; ok {
			return done
		}
	}
	if m, ok := TypeOf(x).lookup("__deepcopy__"); ok {
		if c.dict == nil {
			c.dict = NewDict[any, any]()
		}
		bound := Must(descrGet(m, x, true, TypeOf(x)))
		return c.note(x, Must(Call(CurrentContext(), bound, c.dict)))
	}
	switch v := x.(type) {
	case *List[any]:
		n := NewList[any]()
		c.note(x, n)
		for _, item := range v.items {
			n.Append(c.copy(item))
		}
		return n
	case *Dict[any, any]:
		n := NewDict[any, any]()
		c.note(x, n)
		for k, val := range v.Items() {
			n.Set(c.copy(k), c.copy(val))
		}
		return n
	case *Set[any]:
		n := NewSet[any]()
		c.note(x, n)
		for item := range v.All() {
			n.Add(c.copy(item))
		}
		return n
	case *FrozenSet[any]:
		var items []any
		for item := range v.All() {
			items = append(items, c.copy(item))
		}
		return c.note(x, NewFrozenSet(items...))
	case *Tuple[any]:
		return c.tuple(v)
	case *ByteArray:
		return c.note(x, NewByteArray(v.Bytes()))
	case *BoundMethod:
		return Bind(v.fn, c.copy(v.self))
	case *Object:
		if v.class.enum != nil {
			return v
		}
		n := NewObject(v.class)
		c.note(x, n)
		if v.base != nil {
			n.base = c.copy(v.base)
		}
		n.copyAttrs(v, c.copy)
		return n
	case *Error:
		return c.note(x, copyError(v, c.copy))
	}
	return x
}

// tuple copies a tuple; one whose items need no copy is returned itself.
func (c *copier) tuple(t *Tuple[any]) any {
	items := make([]any, t.Len())
	same := true
	for i, item := range t.items {
		items[i] = c.copy(item)
		same = same && identical(items[i], item)
	}
	if done, ok := c.memo[any(t)]; ok {
		return done
	}
	if same {
		return t
	}
	return c.note(t, NewTuple(items...))
}

func isPointer(x any) bool {
	switch x.(type) {
	case nil, int, string, bool, float64, complex128, Bytes:
		return false
	}
	return true
}

func (o *Object) copyAttrs(from *Object, each func(any) any) {
	for i, n := range from.shape.names {
		o.setOwn(n, each(from.vals[i]))
	}
	if from.dict != nil {
		for k, v := range from.dict.Items() {
			o.Dict().Set(k, each(v))
		}
	}
}

func copyError(e *Error, each func(any) any) *Error {
	n := &Error{class: e.class, fields: e.fields, cause: e.cause, context: e.context, suppress: e.suppress}
	for _, a := range e.args {
		n.args = append(n.args, each(a))
	}
	if e.attrs.ns != nil || e.attrs.dict != nil {
		for k, v := range e.attrs.Dict().Items() {
			n.attrs.set(k.(string), each(v))
		}
	}
	return n
}

// copyHook calls the class's own method.
func copyHook(x any, name string) (any, bool) {
	c := TypeOf(x)
	m, ok := c.lookup(name)
	if !ok {
		return nil, false
	}
	bound := Must(descrGet(m, x, true, c))
	return Must(Call(CurrentContext(), bound)), true
}
