package golden

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// Translate is the Converter of the tool.
func Translate(filename string, src []byte, mode Mode) ([]byte, []diag.Diagnostic) {
	options := translate.Options{Package: "main"}
	if mode == Dynamic {
		options.Types = translate.Dynamic
	}
	result := translate.Translate(filename, src, options)
	return result.Go, result.Diagnostics
}
