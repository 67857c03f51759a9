package token

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isHexDigit(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func isOctalDigit(c byte) bool { return '0' <= c && c <= '7' }

func isBinaryDigit(c byte) bool { return c == '0' || c == '1' }

// number scans a number that begins with a digit or with a dot and a digit.
func (s *scanner) number() {
	start := s.pos
	ok := false
	if s.Src[s.pos] == '0' {
		switch s.Src[s.pos+1] {
		case 'x', 'X':
			ok = s.radix("hexadecimal", isHexDigit)
		case 'o', 'O':
			ok = s.radix("octal", isOctalDigit)
		case 'b', 'B':
			ok = s.radix("binary", isBinaryDigit)
		default:
			ok = s.zero()
		}
	} else {
		ok = (s.Src[s.pos] == '.' || s.decimals()) && s.fraction()
	}
	if ok {
		s.emit(Number, start, s.pos)
		return
	}
	for isNameByte[s.Src[s.pos]] {
		s.pos++
	}
	s.emit(Illegal, start, s.pos)
}

// badNumber reports an error at the last byte read, which is where CPython's
// caret stands, and returns false.
func (s *scanner) badNumber(format string, args ...any) bool {
	s.fail(BadNumber, s.pos-1, s.pos-1, format, args...)
	return false
}

// radix scans the digits after 0x, 0o or 0b.
func (s *scanner) radix(name string, digit func(byte) bool) bool {
	s.pos += 2
	for {
		if s.Src[s.pos] == '_' {
			s.pos++
		}
		if c := s.Src[s.pos]; !digit(c) {
			if isDigit(c) {
				s.pos++
				return s.badNumber("invalid digit '%c' in %s literal", c, name)
			}
			return s.badNumber("invalid %s literal", name)
		}
		for digit(s.Src[s.pos]) {
			s.pos++
		}
		if s.Src[s.pos] != '_' {
			break
		}
	}
	if c := s.Src[s.pos]; isDigit(c) {
		s.pos++
		return s.badNumber("invalid digit '%c' in %s literal", c, name)
	}
	return s.endNumber(name)
}

// zero scans a decimal number that begins with 0.
func (s *scanner) zero() bool {
	start := s.pos
	for s.Src[s.pos] == '0' {
		s.pos++
		if s.Src[s.pos] == '_' {
			s.pos++
			if !isDigit(s.Src[s.pos]) {
				return s.badNumber("invalid decimal literal")
			}
		}
	}
	zeros := s.pos
	if isDigit(s.Src[s.pos]) && !s.decimals() {
		return false
	}
	switch s.Src[s.pos] {
	case '.', 'e', 'E', 'j', 'J':
		if isFloatTail(s.Src[s.pos : s.pos+3]) {
			return s.fraction()
		}
	}
	if s.pos > zeros {
		s.fail(BadNumber, start, zeros, "leading zeros in decimal integer literals are not permitted; "+
			"use an 0o prefix for octal integers")
		return false
	}
	return s.endNumber("decimal")
}

// isFloatTail reports whether what follows an integer's digits makes it a
// float: not so the e of `0else`.
func isFloatTail(s string) bool {
	if s[0] != 'e' && s[0] != 'E' {
		return true
	}
	return isDigit(s[1]) || (s[1] == '+' || s[1] == '-')
}

// decimals scans digits with single underscores between them.
func (s *scanner) decimals() bool {
	for {
		for isDigit(s.Src[s.pos]) {
			s.pos++
		}
		if s.Src[s.pos] != '_' {
			return true
		}
		s.pos++
		if !isDigit(s.Src[s.pos]) {
			return s.badNumber("invalid decimal literal")
		}
	}
}

// fraction scans what may follow the integer part of a decimal number.
func (s *scanner) fraction() bool {
	if s.Src[s.pos] == '.' {
		s.pos++
		if isDigit(s.Src[s.pos]) && !s.decimals() {
			return false
		}
	}
	if c := s.Src[s.pos]; c == 'e' || c == 'E' {
		next := s.Src[s.pos+1]
		switch {
		case isDigit(next):
			s.pos++
			if !s.decimals() {
				return false
			}
		case next == '+' || next == '-':
			s.pos += 2
			if !isDigit(s.Src[s.pos]) {
				return s.badNumber("invalid decimal literal")
			}
			if !s.decimals() {
				return false
			}
		}
	}
	if c := s.Src[s.pos]; c == 'j' || c == 'J' {
		s.pos++
		return s.endNumber("imaginary")
	}
	return s.endNumber("decimal")
}

// endNumber checks that no name follows the number at once, except for the
// keywords that CPython still lets pass, as in `1if x else 2`.
func (s *scanner) endNumber(name string) bool {
	c := s.Src[s.pos]
	if !isNameByte[c] || isNumberFollower(s.Src[s.pos:]) {
		return true
	}
	return s.badNumber("invalid %s literal", name)
}

func isNumberFollower(s string) bool {
	for _, k := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if len(s) >= len(k) && s[:len(k)] == k {
			return true
		}
	}
	return false
}
