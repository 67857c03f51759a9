// Package logging is Python's module logging: loggers in a tree, handlers,
// formatters and filters, with CPython's texts.
package logging

import (
	"strconv"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The levels.
const (
	NotSet   = 0
	Debug    = 10
	Info     = 20
	Warning  = 30
	Error    = 40
	Critical = 50
)

// levels maps numbers to names.
var levels = map[int]string{Critical: "CRITICAL", Error: "ERROR", Warning: "WARNING", Info: "INFO", Debug: "DEBUG", NotSet: "NOTSET"}

var levelNumbers = map[string]int{"CRITICAL": Critical, "FATAL": Critical, "ERROR": Error, "WARN": Warning, "WARNING": Warning, "INFO": Info,
	"DEBUG": Debug, "NOTSET": NotSet}

// GetLevelName is logging.getLevelName(level): the name of a number, the
// number of a name.
func GetLevelName(level any) any {
	switch v := level.(type) {
	case int:
		return levelName(v)
	case string:
		if n, ok := levelNumbers[v]; ok {
			return n
		}
	}
	return "Level " + py.Str(level)
}

func levelName(n int) string {
	if s, ok := levels[n]; ok {
		return s
	}
	return "Level " + strconv.Itoa(n)
}

// AddLevelName is logging.addLevelName(level, name).
func AddLevelName(level int, name string) {
	levels[level] = name
	levelNumbers[name] = level
}

// checkLevel converts a level given as a number or a name.
func checkLevel(level any) int {
	switch v := py.Base(level).(type) {
	case int:
		return v
	case string:
		n, ok := levelNumbers[v]
		if !ok {
			py.Throwf(py.ValueError, "Unknown level: %s", py.Repr(level))
		}
		return n
	}
	py.Throwf(py.TypeError, "Level not an integer or a valid string: %s", py.Repr(level))
	return 0
}

// disabled is the level of logging.disable.
var disabled = NotSet

// Disable is logging.disable(level).
func Disable(level any) { disabled = checkLevel(level) }
