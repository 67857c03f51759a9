package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/py2go-async/py2go-async/internal/driver"
	"github.com/py2go-async/py2go-async/translate"
)

func convertCommand(status *int) *cobra.Command {
	var (
		out   string
		pkg   string
		flags translation
	)
	command := &cobra.Command{
		Use:   "convert FILE... ",
		Short: "Convert Python files to Go",
		Long: `Convert writes FILE.go beside each FILE.py. A FILE may also be "-" (standard input), a folder (its .py files), or a
Markdown document: each fenced python block that is a program is converted, to NAME_1.go, NAME_2.go and so on.

The package is the one of --package, $GOPACKAGE under go generate, that of the Go files in the output's folder, or
main for a program. A file that was not written by py2go-async is never overwritten, and a file that cannot be
converted leaves an older output as it was.`,
		Args:                  cobra.MinimumNArgs(1),
		DisableFlagsInUseLine: false,
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := flags.driver()
			if err != nil {
				return err
			}
			d.Options.Package = pkg
			*status = d.Convert(args, out)
			return nil
		},
	}
	command.Flags().StringVarP(&out, "output", "o", "", "write to `OUT`: a .go file, a folder, or - for standard output")
	command.Flags().StringVar(&pkg, "package", "", "`NAME` of the Go package")
	flags.register(command.Flags())
	return command
}

func runCommand(status *int) *cobra.Command {
	var flags translation
	command := &cobra.Command{
		Use:   "run FILE [ARGS...]",
		Short: "Convert, build and run a Python program",
		Long: `Run converts FILE ("-" is standard input), builds it in a cache folder and runs it with ARGS. Standard input, output
and the exit status are the program's. A second run of an unchanged program starts at once.

Flags of py2go-async stand before FILE; what follows FILE is the program's.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := flags.driver()
			if err != nil {
				return err
			}
			*status = d.Run(args[0], args[1:])
			return nil
		},
	}
	command.Flags().SetInterspersed(false)
	flags.register(command.Flags())
	return command
}

// translation are the flags that convert and run share.
type translation struct {
	types   string
	ints    string
	stubs   []string
	json    bool
	verbose bool
}

func (t *translation) register(flags *pflag.FlagSet) {
	flags.StringVar(&t.types, "types", "inferred", "inferred, or dynamic: no static types for user code")
	// For testing the fallback, not for use.
	_ = flags.MarkHidden("types")
	flags.StringVar(&t.ints, "int", "auto", "auto, or big: every int has any size, and is slower")
	flags.StringArrayVar(&t.stubs, "stubs", nil, "also read library stubs (.pyi) from `DIR`; may be repeated")
	flags.BoolVar(&t.json, "json", false, "print diagnostics as JSON, one object a line")
	flags.BoolVarP(&t.verbose, "verbose", "v", false, "tell what the translator does")
}

// driver makes the driver that the flags ask for.
func (t *translation) driver() (*driver.Driver, error) {
	d := newDriver()
	d.JSON = t.json
	d.Color = d.Color && !t.json
	switch t.types {
	case "inferred":
	case "dynamic":
		d.Options.Types = translate.Dynamic
	default:
		return nil, fmt.Errorf("--types is %q, want inferred or dynamic", t.types)
	}
	switch t.ints {
	case "auto":
	case "big":
		d.Options.IntBig = true
	default:
		return nil, fmt.Errorf("--int is %q, want auto or big", t.ints)
	}
	for _, folder := range t.stubs {
		info, err := os.Stat(folder)
		if err != nil || !info.IsDir() {
			return nil, fmt.Errorf("--stubs: there is no folder %s", folder)
		}
	}
	d.Options.StubDirs = t.stubs
	if t.verbose {
		d.Options.Trace = os.Stderr
	}
	return d, nil
}

func newDriver() *driver.Driver {
	return &driver.Driver{
		Translate: translate.Translate,
		Compile:   driver.Compile,
		Color:     isTerminal(os.Stderr) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb",
		Stdin:     os.Stdin,
		Stdout:    os.Stdout,
		Stderr:    os.Stderr,
		Getenv:    os.Getenv,
	}
}

func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
