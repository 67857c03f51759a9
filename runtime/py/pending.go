package py

// FormatMod is format % args; it comes with the formatting functions.
func FormatMod(format, args any) any { panic("py: formatting has not landed yet") }

// Format is format(x, spec); it comes with the formatting functions.
func Format(x any, spec string) string { panic("py: formatting has not landed yet") }
