package py

// UndefinedName is the read of a name that nothing in the program binds:
// NameError, when it is reached.
func UndefinedName(name string) any {
	e := NameError.New("name '" + name + "' is not defined")
	e.SetField("name", name)
	Throw(e)
	return nil
}
