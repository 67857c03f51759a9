package py

import "strings"

// strBounds converts start and end of find and its kin, counted in code points, to byte offsets. ok is false where
// start lies beyond the end of the string, so that not even the empty string is found.
func strBounds(s string, start, end int) (lo, hi int, ok bool) {
	n := StrLen(s)
	if start > n {
		return 0, 0, false
	}
	if end > n {
		end = n
	} else if end < 0 {
		end = max(end+n, 0)
	}
	if start < 0 {
		start = max(start+n, 0)
	}
	if start > end {
		return 0, 0, false
	}
	if n == len(s) {
		return start, end, true
	}
	return strOffset(s, start), strOffset(s, end), true
}

// codePointsBefore converts a byte offset to code points.
func codePointsBefore(s string, off int) int {
	if len(s) < strShort {
		return runeLen(s[:off])
	}
	c := indexesOf(s)
	if c.ascii {
		return off
	}
	// The marks are increasing: find the last one at or before off.
	lo, hi := 0, len(c.marks)
	for lo+1 < hi {
		m := (lo + hi) / 2
		if int(c.marks[m]) <= off {
			lo = m
		} else {
			hi = m
		}
	}
	return lo*strMarkStep + runeLen(s[c.marks[lo]:off])
}

// StrFind is s.find(sub): a position in code points, or -1.
func StrFind(s, sub string) int {
	i := strings.Index(s, sub)
	if i <= 0 {
		return i
	}
	return codePointsBefore(s, i)
}

// StrFindFrom is s.find(sub, start).
func StrFindFrom(s, sub string, start int) int { return StrFindBetween(s, sub, start, StrLen(s)) }

// StrFindBetween is s.find(sub, start, end).
func StrFindBetween(s, sub string, start, end int) int {
	lo, hi, ok := strBounds(s, start, end)
	if !ok {
		return -1
	}
	i := strings.Index(s[lo:hi], sub)
	if i < 0 {
		return -1
	}
	return codePointsBefore(s, lo+i)
}

// StrRFind is s.rfind(sub).
func StrRFind(s, sub string) int {
	i := strings.LastIndex(s, sub)
	if i <= 0 {
		return i
	}
	return codePointsBefore(s, i)
}

// StrRFindFrom is s.rfind(sub, start).
func StrRFindFrom(s, sub string, start int) int { return StrRFindBetween(s, sub, start, StrLen(s)) }

// StrRFindBetween is s.rfind(sub, start, end).
func StrRFindBetween(s, sub string, start, end int) int {
	lo, hi, ok := strBounds(s, start, end)
	if !ok {
		return -1
	}
	i := strings.LastIndex(s[lo:hi], sub)
	if i < 0 {
		return -1
	}
	return codePointsBefore(s, lo+i)
}

func foundOr(i int) int {
	if i < 0 {
		Throw(ValueError.New("substring not found"))
	}
	return i
}

// StrIndex is s.index(sub); ValueError if sub is not there.
func StrIndex(s, sub string) int { return foundOr(StrFind(s, sub)) }

// StrIndexFrom is s.index(sub, start).
func StrIndexFrom(s, sub string, start int) int { return foundOr(StrFindFrom(s, sub, start)) }

// StrIndexBetween is s.index(sub, start, end).
func StrIndexBetween(s, sub string, start, end int) int {
	return foundOr(StrFindBetween(s, sub, start, end))
}

// StrRIndex is s.rindex(sub).
func StrRIndex(s, sub string) int { return foundOr(StrRFind(s, sub)) }

// StrRIndexFrom is s.rindex(sub, start).
func StrRIndexFrom(s, sub string, start int) int { return foundOr(StrRFindFrom(s, sub, start)) }

// StrRIndexBetween is s.rindex(sub, start, end).
func StrRIndexBetween(s, sub string, start, end int) int {
	return foundOr(StrRFindBetween(s, sub, start, end))
}

// StrCount is s.count(sub).
func StrCount(s, sub string) int {
	if sub == "" {
		return StrLen(s) + 1
	}
	return strings.Count(s, sub)
}

// StrCountFrom is s.count(sub, start).
func StrCountFrom(s, sub string, start int) int { return StrCountBetween(s, sub, start, StrLen(s)) }

// StrCountBetween is s.count(sub, start, end).
func StrCountBetween(s, sub string, start, end int) int {
	lo, hi, ok := strBounds(s, start, end)
	if !ok {
		return 0
	}
	return StrCount(s[lo:hi], sub)
}

// StrStartsWith is s.startswith(prefix, start, end); nil for no end.
func StrStartsWith(s, prefix string, start int, end *int) bool {
	lo, hi, ok := strBounds(s, start, endOr(s, end))
	return ok && strings.HasPrefix(s[lo:hi], prefix)
}

// StrEndsWith is s.endswith(suffix, start, end); nil for no end.
func StrEndsWith(s, suffix string, start int, end *int) bool {
	lo, hi, ok := strBounds(s, start, endOr(s, end))
	return ok && strings.HasSuffix(s[lo:hi], suffix)
}

func endOr(s string, end *int) int {
	if end == nil {
		return StrLen(s)
	}
	return *end
}

// StrStartsWithAny is s.startswith(prefixes, start, end) for a tuple.
func StrStartsWithAny(s string, prefixes *Tuple[string], start int, end *int) bool {
	for _, p := range prefixes.items {
		if StrStartsWith(s, p, start, end) {
			return true
		}
	}
	return false
}

// StrEndsWithAny is s.endswith(suffixes, start, end) for a tuple.
func StrEndsWithAny(s string, suffixes *Tuple[string], start int, end *int) bool {
	for _, p := range suffixes.items {
		if StrEndsWith(s, p, start, end) {
			return true
		}
	}
	return false
}

// StrReplace is s.replace(old, new, count); a negative count replaces all.
func StrReplace(s, old, new string, count int) string { return strings.Replace(s, old, new, count) }

// StrRemovePrefix is s.removeprefix(prefix).
func StrRemovePrefix(s, prefix string) string { return strings.TrimPrefix(s, prefix) }

// StrRemoveSuffix is s.removesuffix(suffix).
func StrRemoveSuffix(s, suffix string) string { return strings.TrimSuffix(s, suffix) }
