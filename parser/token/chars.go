package token

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Classes of bytes by what they may begin.
const (
	classOther = iota
	classLetter
	classDigit
	classQuote
	classHigh
	classNewline
	classOperator
)

var (
	class      [256]uint8
	isNameByte [256]bool // ASCII letters, digits and _
	openKind   = [128]Kind{'(': LPar, '[': LSqb, '{': LBrace}
	closeKind  = [128]Kind{')': RPar, ']': RSqb, '}': RBrace}
	closer     = [128]byte{'(': ')', '[': ']', '{': '}'}
)

func init() {
	for c := range 256 {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
			class[c] = classLetter
			isNameByte[c] = true
		case '0' <= c && c <= '9':
			class[c] = classDigit
			isNameByte[c] = true
		case c >= utf8.RuneSelf:
			class[c] = classHigh
		}
	}
	for _, c := range "()[]{}:,;.+-*/%@<>|^&~=!" {
		class[c] = classOperator
	}
	class['"'] = classQuote
	class['\''] = classQuote
	class['\n'] = classNewline
}

// operatorAt returns the operator that s begins with and its length, or
// Illegal.
func operatorAt(s string) (Kind, int) {
	one, two := singles[s[0]], pairs[s[0]]
	switch {
	case s[1] == '=' && two.equal != Illegal:
		return two.equal, 2
	case s[1] == s[0] && two.double != Illegal:
		if s[2] == '=' && two.doubleEqual != Illegal {
			return two.doubleEqual, 3
		}
		return two.double, 2
	case s[0] == '-' && s[1] == '>':
		return Arrow, 2
	case s[0] == '<' && s[1] == '>':
		return NotEq, 2 // of the barry_as_FLUFL future; the parser rejects it
	case s == "...":
		return Ellipsis, 3
	}
	return one, 1
}

// singles are the operators of one character.
var singles = [128]Kind{
	':': Colon, ',': Comma, ';': Semi, '.': Dot, '=': Equal, '+': Plus,
	'-': Minus, '*': Star, '/': Slash, '%': Percent, '@': At, '|': VBar,
	'^': Caret, '&': Amper, '~': Tilde, '<': Less, '>': Greater, '!': Exclam,
}

// pairs are the operators that begin with a character and go on with = or with
// the same character.
var pairs = [128]struct{ equal, double, doubleEqual Kind }{
	':': {ColonEq, Illegal, Illegal},
	'=': {EqEq, Illegal, Illegal},
	'!': {NotEq, Illegal, Illegal},
	'+': {PlusEq, Illegal, Illegal},
	'-': {MinusEq, Illegal, Illegal},
	'*': {StarEq, DStar, DStarEq},
	'/': {SlashEq, DSlash, DSlashEq},
	'%': {PercentEq, Illegal, Illegal},
	'@': {AtEq, Illegal, Illegal},
	'|': {VBarEq, Illegal, Illegal},
	'^': {CaretEq, Illegal, Illegal},
	'&': {AmperEq, Illegal, Illegal},
	'<': {LessEq, LShift, LShiftEq},
	'>': {GreaterEq, RShift, RShiftEq},
}

// invalidRune returns the offset of the first rune of name that cannot stand
// there in an identifier, or -1.
func invalidRune(name string) (int, rune) {
	for i, r := range name {
		if i == 0 && !isIDStart(r) || i > 0 && !isIDContinue(r) {
			return i, r
		}
	}
	return -1, 0
}

// isIDStart reports whether r has Unicode's property XID_Start (or is _).
func isIDStart(r rune) bool {
	return isPlainIDStart(r) && (r < utf8.RuneSelf || closedUnderNFKC(r, isPlainIDStart))
}

// isIDContinue reports whether r has Unicode's property XID_Continue.
func isIDContinue(r rune) bool {
	return isPlainIDContinue(r) && (r < utf8.RuneSelf || closedUnderNFKC(r, isPlainIDContinue))
}

// What Unicode 15.1, which CPython 3.13 has, changed since Go's Unicode 15.0.
var (
	newIDStart = &unicode.RangeTable{
		R32: []unicode.Range32{{Lo: 0x2ebf0, Hi: 0x2ee5d, Stride: 1}},
	}
	newIDContinue = &unicode.RangeTable{
		R16: []unicode.Range16{
			{Lo: 0x200c, Hi: 0x200d, Stride: 1}, {Lo: 0x30fb, Hi: 0x30fb, Stride: 1}, {Lo: 0xff65, Hi: 0xff65, Stride: 1},
		},
	}
)

const verticalTilde = 0x2e2f // a letter by its category, but syntax

func isPlainIDStart(r rune) bool {
	return r == '_' || unicode.IsLetter(r) && r != verticalTilde ||
		unicode.In(r, unicode.Nl, unicode.Other_ID_Start, newIDStart)
}

func isPlainIDContinue(r rune) bool {
	return isPlainIDStart(r) ||
		unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue, newIDContinue)
}

// closedUnderNFKC reports whether r stays an identifier under normalization:
// that is what sets the XID properties apart from the ID ones.
func closedUnderNFKC(r rune, first func(rune) bool) bool {
	for i, n := range norm.NFKC.String(string(r)) {
		if i == 0 && !first(n) || i > 0 && !isPlainIDContinue(n) {
			return false
		}
	}
	return true
}

// Normalize returns the name of an identifier token: its NFKC form.
func Normalize(name string) string { return norm.NFKC.String(name) }
