package main

import "github.com/spf13/cobra"

func astCommand(status *int) *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "ast FILE",
		Short: "Print the syntax tree of a Python file",
		Long: `Ast prints the tree as CPython's ast.dump(tree, indent=2, include_attributes=True) does. FILE may be "-", standard
input.`,
		Args: cobra.ExactArgs(1),
		Run: func(_ *cobra.Command, args []string) {
			d := newDriver()
			d.JSON = asJSON
			*status = d.AST(args[0])
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print diagnostics as JSON, one object a line")
	return command
}
