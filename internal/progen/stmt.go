package progen

type stmtGen struct{}

func stmtProgram(g *gen) Program { return Program{} }

func classProgram(g *gen) Program { return Program{} }

func asyncProgram(g *gen) Program { return Program{} }
