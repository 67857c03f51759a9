package driver

import "github.com/py2go-async/py2go-async/translate"

// The translator's own types, under the names that the driver uses.
type (
	// TypesMode says where static types come from.
	TypesMode = translate.TypesMode
	// Options say how to translate.
	Options = translate.Options
	// Result is what became of a file.
	Result = translate.Result
)

// The modes of types.
const (
	Inferred = translate.Inferred
	Dynamic  = translate.Dynamic
)

// Translate is the translator of the tool.
func Translate(filename string, src []byte, opts Options) Result {
	return translate.Translate(filename, src, opts)
}
