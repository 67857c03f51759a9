package golden

import "github.com/py2go-async/py2go-async/diag"

// Translate is the Converter of the tool.
func Translate(filename string, src []byte, mode Mode) ([]byte, []diag.Diagnostic) {
	return nil, []diag.Diagnostic{{Code: diag.InternalError, File: filename, Message: "the translator has not landed yet"}}
}
