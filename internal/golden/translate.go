package golden

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// Translate is the Converter of the tool.
func Translate(filename string, src []byte, mode Mode) ([]byte, []diag.Diagnostic) {
	opts := translate.Options{}
	if mode == Dynamic {
		opts.Types = translate.Dynamic
	}
	r := translate.Translate(filename, src, opts)
	return r.Go, r.Diagnostics
}
