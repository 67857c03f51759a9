package py

// The levels of LibraryLog, as in module logging.
const (
	LogDebug   = 10
	LogWarning = 30
	LogError   = 40
)

// LibraryLog is how a library package logs to the logger of a name; exc is the
// exception to tell of, or nil. Package logging takes it over when it is part
// of the program; without it there is only what logging does without
// handlers: warnings and errors go to stderr.
var LibraryLog = func(_ string, level int, text string, exc error) {
	if level < LogWarning {
		return
	}
	text += "\n"
	if exc != nil {
		text += TracebackText(exc)
	}
	Stderr.WriteString(text)
	Stderr.Flush()
}
