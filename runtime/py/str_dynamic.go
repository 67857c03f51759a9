package py

import "math/big"

// The str methods as dynamic code calls them: arguments of any type, None for an omitted bound, CPython's TypeErrors.

// strArg is argument number n of a method, which must be a str.
func strArg(method string, n int, x any) string {
	s, ok := baseOf(x).(string)
	if !ok {
		Throwf(TypeError, "%s() argument %d must be str, not %s", method, n, typeName(x))
	}
	return s
}

// boundArg is a start or end of a search; def for None.
func boundArg(x any, def int) int {
	if x == nil {
		return def
	}
	return sliceIndex(x)
}

// StrFindAny is s.find(sub, start, end).
func StrFindAny(s string, sub, start, end any) int {
	return StrFindBetween(s, strArg("find", 1, sub), boundArg(start, 0), boundArg(end, 1<<62))
}

// StrRFindAny is s.rfind(sub, start, end).
func StrRFindAny(s string, sub, start, end any) int {
	return StrRFindBetween(s, strArg("rfind", 1, sub), boundArg(start, 0), boundArg(end, 1<<62))
}

// StrIndexAny is s.index(sub, start, end).
func StrIndexAny(s string, sub, start, end any) int {
	return foundOr(StrFindBetween(s, strArg("index", 1, sub), boundArg(start, 0), boundArg(end, 1<<62)))
}

// StrRIndexAny is s.rindex(sub, start, end).
func StrRIndexAny(s string, sub, start, end any) int {
	return foundOr(StrRFindBetween(s, strArg("rindex", 1, sub), boundArg(start, 0), boundArg(end, 1<<62)))
}

// StrCountAny is s.count(sub, start, end).
func StrCountAny(s string, sub, start, end any) int {
	return StrCountBetween(s, strArg("count", 1, sub), boundArg(start, 0), boundArg(end, 1<<62))
}

// StrStartsWithDynamic is s.startswith(prefix, start, end) for a str or a tuple of str.
func StrStartsWithDynamic(s string, prefix, start, end any) bool {
	return strAffix("startswith", s, prefix, start, end, StrStartsWith)
}

// StrEndsWithDynamic is s.endswith(suffix, start, end) for a str or a tuple of str.
func StrEndsWithDynamic(s string, suffix, start, end any) bool {
	return strAffix("endswith", s, suffix, start, end, StrEndsWith)
}

func strAffix(name, s string, affix, start, end any, has func(s, affix string, start int, end *int) bool) bool {
	lo := boundArg(start, 0)
	var hi *int
	if end != nil {
		n := boundArg(end, 0)
		hi = &n
	}
	switch a := baseOf(affix).(type) {
	case string:
		return has(s, a, lo, hi)
	case AnyTuple:
		for i := range a.Len() {
			p, ok := baseOf(a.AtAny(i)).(string)
			if !ok {
				Throwf(TypeError, "tuple for %s must only contain str, not %s", name, typeName(a.AtAny(i)))
			}
			if has(s, p, lo, hi) {
				return true
			}
		}
		return false
	}
	Throwf(TypeError, "%s first arg must be str or a tuple of str, not %s", name, typeName(affix))
	return false
}

// StrReplaceAny is s.replace(old, new, count).
func StrReplaceAny(s string, old, new any, count int) string {
	return StrReplace(s, strArg("replace", 1, old), strArg("replace", 2, new), count)
}

func charsArg(method string, x any) *string {
	if x == nil {
		return nil
	}
	s, ok := baseOf(x).(string)
	if !ok {
		Throwf(TypeError, "%s arg must be None or str", method)
	}
	return &s
}

// StrStripAny is s.strip(chars).
func StrStripAny(s string, chars any) string { return StrStripChars(s, charsArg("strip", chars)) }

// StrLStripAny is s.lstrip(chars).
func StrLStripAny(s string, chars any) string { return StrLStripChars(s, charsArg("lstrip", chars)) }

// StrRStripAny is s.rstrip(chars).
func StrRStripAny(s string, chars any) string { return StrRStripChars(s, charsArg("rstrip", chars)) }

func sepArg(x any) *string {
	if x == nil {
		return nil
	}
	s, ok := baseOf(x).(string)
	if !ok {
		Throwf(TypeError, "must be str or None, not %s", typeName(x))
	}
	return &s
}

// StrSplitAny is s.split(sep, maxsplit).
func StrSplitAny(s string, sep any, maxsplit int) *List[string] {
	return StrSplitOpt(s, sepArg(sep), maxsplit)
}

// StrRSplitAny is s.rsplit(sep, maxsplit).
func StrRSplitAny(s string, sep any, maxsplit int) *List[string] {
	return StrRSplitOpt(s, sepArg(sep), maxsplit)
}

func separatorArg(x any) string {
	s, ok := baseOf(x).(string)
	if !ok {
		Throwf(TypeError, "must be str, not %s", typeName(x))
	}
	return s
}

// StrPartitionAny is s.partition(sep).
func StrPartitionAny(s string, sep any) Tuple3[string, string, string] {
	return StrPartition(s, separatorArg(sep))
}

// StrRPartitionAny is s.rpartition(sep).
func StrRPartitionAny(s string, sep any) Tuple3[string, string, string] {
	return StrRPartition(s, separatorArg(sep))
}

// StrRemovePrefixAny is s.removeprefix(prefix).
func StrRemovePrefixAny(s string, prefix any) string {
	p, ok := baseOf(prefix).(string)
	if !ok {
		Throwf(TypeError, "removeprefix() argument must be str, not %s", typeName(prefix))
	}
	return StrRemovePrefix(s, p)
}

// StrRemoveSuffixAny is s.removesuffix(suffix).
func StrRemoveSuffixAny(s string, suffix any) string {
	p, ok := baseOf(suffix).(string)
	if !ok {
		Throwf(TypeError, "removesuffix() argument must be str, not %s", typeName(suffix))
	}
	return StrRemoveSuffix(s, p)
}

// The int methods for ints of any size.

func anyBig(x any) *big.Int {
	b, ok := Big(baseOf(x))
	if !ok {
		Throwf(TypeError, "descriptor requires an 'int' object but received a '%s'", typeName(x))
	}
	return b
}

// BitLengthAny is x.bit_length().
func BitLengthAny(x any) int { return anyBig(x).BitLen() }

// BitCountAny is x.bit_count().
func BitCountAny(x any) int { return BitCountBig(anyBig(x)) }

// IntAsIntegerRatioAny is x.as_integer_ratio().
func IntAsIntegerRatioAny(x any) *Tuple[any] { return NewTuple[any](NormBig(anyBig(x)), 1) }

// IntToBytesAny is x.to_bytes(length, byteorder, signed=signed).
func IntToBytesAny(x any, length int, byteorder string, signed bool) Bytes {
	return BigToBytes(anyBig(x), length, byteorder, signed)
}

// IntFromBytesAny is int.from_bytes(data, byteorder, signed=signed): data is bytes-like or an iterable of ints.
func IntFromBytesAny(data any, byteorder string, signed bool) any {
	b, ok := bytesLike(data)
	if !ok {
		if _, isStr := baseOf(data).(string); isStr {
			Throw(TypeError.New("cannot convert 'str' object to bytes"))
		}
		it, iterable := tryIter(data)
		if !iterable {
			Throwf(TypeError, "cannot convert '%s' object to bytes", typeName(data))
		}
		for v, ok := it.Next(); ok; v, ok = it.Next() {
			b += Bytes([]byte{byteValue(v)})
		}
	}
	return NormBig(BigFromBytes(b, byteorder, signed))
}
