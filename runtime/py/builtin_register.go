package py

// RegisterBuiltin adds a builtin function that lives in another package: aiter
// and anext belong to runtime/asyncio.
func RegisterBuiltin(f *Func) { builtinTable.Set(f.Name(), f) }
