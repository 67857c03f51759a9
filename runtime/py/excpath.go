package py

import (
	"errors"
	"io/fs"
	"os"
)

// pathOf returns the path that a Go file error names.
func pathOf(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Path
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return le.Old
	}
	return ""
}
