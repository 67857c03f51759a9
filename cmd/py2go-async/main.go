// Command py2go-async translates async Python programs into Go.
//
//	py2go-async convert service.py       write service.go
//	py2go-async run service.py ARGS...   convert, build and run
//	py2go-async explain PG1003           what a diagnostic means
//
// Exit status: 0 done, 1 the program itself failed (run), 2 not converted.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/py2go-async/py2go-async/internal/driver"
)

func main() {
	os.Exit(execute(os.Args[1:]))
}

// execute runs the command line and returns the exit status.
func execute(args []string) int {
	status := driver.StatusOK
	root := rootCommand(&status)
	root.SetArgs(args)
	if err := root.Execute(); err != nil {
		fmt.Fprintf(os.Stderr, "py2go-async: %v\n", err)
		return driver.StatusNotConverted
	}
	return status
}

// rootCommand is the whole command line. The commands leave their exit status
// in status.
func rootCommand(status *int) *cobra.Command {
	root := &cobra.Command{
		Use:   "py2go-async",
		Short: "Translate async Python programs into Go",
		Long: `py2go-async translates asyncio programs into readable Go that behaves as CPython 3.13 does.

Exit status: 0 done, 1 the program itself failed (run), 2 not converted.`,
		SilenceErrors: true, // execute prints them
		SilenceUsage:  true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		convertCommand(status),
		runCommand(status),
		explainCommand(),
		astCommand(status),
		versionCommand(),
	)
	return root
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		Run: func(cmd *cobra.Command, _ []string) {
			fmt.Fprintln(cmd.OutOrStdout(), driver.Version())
		},
	}
}
