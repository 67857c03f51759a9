package ast

// Comment is one comment, from its '#' to the end of its line.
type Comment struct {
	Range
	Text        string // with the '#', without the line's end
	OwnLine     bool   // nothing but white space precedes it on its line
	BlankBefore bool   // OwnLine, and at least one blank line precedes it
}

// CommentSet holds the comments of a statement by the place where they stood.
//
//	# leading
//	x = f(  # inner
//	    1,  # inner
//	)  # trailing
//
//	# leading
//	if x:  # trailing
//	    pass
//	    # after (of pass: it stands at the end of the block)
//	else:  # leading (of g(): the first statement of its block)
//	    g()
//	# leading of the next statement, or after of the whole if at the block's end
type CommentSet struct {
	// Leading are the own-line comments between the preceding statement and
	// this one. For the first statement of a block, they include those on the
	// line of the block's header where that line is not the first of the
	// compound statement (else, except, finally, case); OwnLine is false then.
	Leading []Comment
	// Inner are comments inside a simple statement or the header of a compound
	// statement that runs over several lines.
	Inner []Comment
	// Trailing is the comment on the statement's last line; of a compound
	// statement, on the line of its first header. Nil if there is none.
	Trailing *Comment
	// After are the own-line comments that follow the last statement of a
	// block and belong to the block by their indentation.
	After []Comment
}
