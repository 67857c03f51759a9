package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/py2go-async/py2go-async/diag"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a diagnostic, or list all",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.OutOrStdout()
			if len(args) == 0 {
				for _, doc := range diag.Docs() {
					fmt.Fprintf(out, "%s  %s\n", doc.Code, doc.Title)
				}
				return nil
			}
			code := diag.Code(strings.ToUpper(args[0]))
			doc, ok := diag.Explain(code)
			if !ok {
				return fmt.Errorf("there is no diagnostic %s; explain without a code lists all", code)
			}
			printDoc(out, doc)
			return nil
		},
	}
}

func printDoc(out io.Writer, doc diag.Doc) {
	fmt.Fprintf(out, "%s: %s\n\n%s\n", doc.Code, doc.Title, strings.TrimSpace(doc.Text))
	for _, part := range []struct{ title, code string }{
		{"An example:", doc.Example},
		{"Write instead:", doc.Instead},
	} {
		if part.code != "" {
			fmt.Fprintf(out, "\n%s\n\n", part.title)
			for line := range strings.Lines(strings.TrimRight(part.code, "\n") + "\n") {
				fmt.Fprint(out, strings.TrimRight("    "+line, " \n")+"\n")
			}
		}
	}
}
