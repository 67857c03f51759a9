package progen

func classProgram(g *gen) Program { return Program{} }
