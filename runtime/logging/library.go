package logging

import "github.com/py2go-async/py2go-async/runtime/py"

func init() {
	py.LibraryLog = func(name string, level int, text string, exc error) {
		var info any
		if exc != nil {
			info = exc
		}
		logger(name).log(level, text, info, nil, nil)
	}
}
