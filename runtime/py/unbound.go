package py

// UndefinedName is the read of a name that nothing in the program binds:
// NameError, when it is reached.
func UndefinedName(name string) any {
	ThrowUndefined(name)
	return nil
}

// ThrowUndefined raises the NameError of a global name that has no value.
func ThrowUndefined(name string) {
	Throw(nameError(name, "name '"+name+"' is not defined"))
}

// ThrowUnbound raises the UnboundLocalError of a local variable that has no
// value yet, or no more.
func ThrowUnbound(name string) {
	Throwf(UnboundLocalError, "%s", "cannot access local variable '"+name+"' where it is not associated with a value")
}

// ThrowFree raises the NameError of a variable of an enclosing function that
// has no value.
func ThrowFree(name string) {
	Throw(nameError(name, "cannot access free variable '"+name+"' where it is not associated with a value in enclosing scope"))
}

// nameError is a NameError with its name attribute, which CPython does not set
// for local variables.
func nameError(name, text string) *Error {
	e := NameError.New(text)
	e.SetField("name", name)
	return e
}
