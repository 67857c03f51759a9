package py

// ABCMeta is abc.ABCMeta, ABC is abc.ABC.
var (
	ABCMeta = newClass("ABCMeta", "abc", []*Class{TypeType})
	ABC     = newMetaClass("ABC", "abc", ABCMeta)
)

// newMetaClass makes a library class that has a metaclass.
func newMetaClass(name, module string, meta *Class, bases ...*Class) *Class {
	if len(bases) == 0 {
		bases = []*Class{ObjectType}
	}
	c := newClass(name, module, bases)
	c.meta = meta
	return c
}

func init() {
	ABCMeta.addNative("register", []Param{PosOnly("subclass")}, func(self any, args []any) (any, error) {
		sub, ok := args[0].(*Class)
		if !ok {
			return nil, TypeError.New("Can only register classes")
		}
		c := self.(*Class)
		if sub.IsSubclassOf(c) {
			return sub, nil
		}
		if c.IsSubclassOf(sub) {
			return nil, RuntimeError.New("Refusing to create an inheritance cycle")
		}
		return c.RegisterVirtual(sub), nil
	})
	ABCMeta.addNative("__instancecheck__", []Param{PosOnly("instance")}, func(self any, args []any) (any, error) {
		return self.(*Class).abcSubclass(TypeOf(args[0]), args[0], true), nil
	})
	ABCMeta.addNative("__subclasscheck__", []Param{PosOnly("subclass")}, func(self any, args []any) (any, error) {
		c, ok := args[0].(*Class)
		if !ok {
			return nil, TypeError.New("issubclass() arg 1 must be a class")
		}
		return self.(*Class).abcSubclass(c, nil, false), nil
	})
}
