package logging

import "github.com/py2go-async/py2go-async/runtime/py"

// basicFormat is logging.BASIC_FORMAT.
const basicFormat = "%(levelname)s:%(name)s:%(message)s"

func ensureHandlers() {
	if root.handlers.Len() == 0 {
		BasicConfig(nil, nil, "%", nil, nil, nil, false)
	}
}

// BasicConfig is logging.basicConfig(format=, datefmt=, style=, level=,
// stream=, handlers=, force=).
func BasicConfig(format, datefmt *string, style string, level, stream, handlers any, force bool) {
	if force {
		root.handlers.Clear()
	}
	if root.handlers.Len() > 0 {
		return
	}
	if stream != nil && handlers != nil {
		py.Throw(py.ValueError.New("'stream' or 'filename' should not be specified together with 'handlers'"))
	}
	if format == nil {
		f := basicFormat
		switch style {
		case "{":
			f = "{levelname}:{name}:{message}"
		case "$":
			f = "${levelname}:${name}:${message}"
		}
		format = &f
	}
	formatter := NewFormatter(format, datefmt, style)
	if handlers == nil {
		handlers = py.NewList[any](NewStreamHandler(stream))
	}
	for h := range py.Each(handlers) {
		if g, ok := h.(anyHandler); ok {
			if g.base().formatter == nil {
				g.base().formatter = formatter
			}
		} else if py.GetAttrDefault(h, "formatter", nil) == nil {
			py.SetAttr(h, "formatter", formatter)
		}
		root.AddHandler(h)
	}
	if level != nil {
		root.SetLevel(level)
	}
}

// Log is logging.log(level, msg, *args): on the root logger.
func Log(level int, msg, excInfo, extra any, args ...any) {
	ensureHandlers()
	root.log(level, msg, excInfo, extra, args)
}

// LogDebug is logging.debug(msg, *args): on the root logger.
func LogDebug(msg, excInfo, extra any, args ...any) {
	ensureHandlers()
	root.log(Debug, msg, excInfo, extra, args)
}

// LogInfo is logging.info(msg, *args): on the root logger.
func LogInfo(msg, excInfo, extra any, args ...any) {
	ensureHandlers()
	root.log(Info, msg, excInfo, extra, args)
}

// LogWarning is logging.warning(msg, *args): on the root logger.
func LogWarning(msg, excInfo, extra any, args ...any) {
	ensureHandlers()
	root.log(Warning, msg, excInfo, extra, args)
}

// LogError is logging.error(msg, *args): on the root logger.
func LogError(msg, excInfo, extra any, args ...any) {
	ensureHandlers()
	root.log(Error, msg, excInfo, extra, args)
}

// LogException is logging.exception(msg, *args): on the root logger.
func LogException(msg, excInfo, extra any, args ...any) {
	ensureHandlers()
	root.log(Error, msg, excInfo, extra, args)
}

// LogCritical is logging.critical(msg, *args): on the root logger.
func LogCritical(msg, excInfo, extra any, args ...any) {
	ensureHandlers()
	root.log(Critical, msg, excInfo, extra, args)
}
