package py

// The methods that bytearray shares with bytes; results are new bytearrays.

func byteArrays(l *List[Bytes]) *List[*ByteArray] {
	out := make([]*ByteArray, len(l.items))
	for i, b := range l.items {
		out[i] = NewByteArray(b)
	}
	return &List[*ByteArray]{items: out}
}

func byteArrays3(t Tuple3[Bytes, Bytes, Bytes]) Tuple3[*ByteArray, *ByteArray, *ByteArray] {
	return Tuple3[*ByteArray, *ByteArray, *ByteArray]{NewByteArray(t.V0), NewByteArray(t.V1), NewByteArray(t.V2)}
}

// ByteArrayFromHex is bytearray.fromhex(s).
func ByteArrayFromHex(s string) *ByteArray { return NewByteArray(BytesFromHex(s)) }

// ToByteArray is bytearray(x) of any value.
func ToByteArray(x any) *ByteArray {
	if n, ok := x.(int); ok {
		return NewByteArray(ZeroBytes(n))
	}
	if b, ok := bytesLike(x); ok {
		return NewByteArray(b)
	}
	b := &ByteArray{}
	for v := range Each(x) {
		b.data = append(b.data, byteValue(v))
	}
	return b
}

// ByteArrayEncode is bytearray(s, encoding, errors).
func ByteArrayEncode(s, encoding, errors string) (*ByteArray, error) {
	b, err := StrEncode(s, encoding, errors)
	return NewByteArray(b), err
}

// Decode is b.decode(encoding, errors).
func (b *ByteArray) Decode(encoding, errors string) (string, error) {
	return b.Bytes().Decode(encoding, errors)
}

// Upper is b.upper().
func (b *ByteArray) Upper() *ByteArray { return NewByteArray(b.Bytes().Upper()) }

// Lower is b.lower().
func (b *ByteArray) Lower() *ByteArray { return NewByteArray(b.Bytes().Lower()) }

// SwapCase is b.swapcase().
func (b *ByteArray) SwapCase() *ByteArray { return NewByteArray(b.Bytes().SwapCase()) }

// Capitalize is b.capitalize().
func (b *ByteArray) Capitalize() *ByteArray { return NewByteArray(b.Bytes().Capitalize()) }

// Title is b.title().
func (b *ByteArray) Title() *ByteArray { return NewByteArray(b.Bytes().Title()) }

// Strip is b.strip().
func (b *ByteArray) Strip() *ByteArray { return NewByteArray(b.Bytes().Strip()) }

// LStrip is b.lstrip().
func (b *ByteArray) LStrip() *ByteArray { return NewByteArray(b.Bytes().LStrip()) }

// RStrip is b.rstrip().
func (b *ByteArray) RStrip() *ByteArray { return NewByteArray(b.Bytes().RStrip()) }

// IsAlpha is b.isalpha().
func (b *ByteArray) IsAlpha() bool { return b.Bytes().IsAlpha() }

// IsDigit is b.isdigit().
func (b *ByteArray) IsDigit() bool { return b.Bytes().IsDigit() }

// IsAlnum is b.isalnum().
func (b *ByteArray) IsAlnum() bool { return b.Bytes().IsAlnum() }

// IsSpace is b.isspace().
func (b *ByteArray) IsSpace() bool { return b.Bytes().IsSpace() }

// IsASCII is b.isascii().
func (b *ByteArray) IsASCII() bool { return b.Bytes().IsASCII() }

// IsLower is b.islower().
func (b *ByteArray) IsLower() bool { return b.Bytes().IsLower() }

// IsUpper is b.isupper().
func (b *ByteArray) IsUpper() bool { return b.Bytes().IsUpper() }

// IsTitle is b.istitle().
func (b *ByteArray) IsTitle() bool { return b.Bytes().IsTitle() }

// StripChars is b.strip(chars).
func (b *ByteArray) StripChars(chars Bytes) *ByteArray {
	return NewByteArray(b.Bytes().StripChars(chars))
}

// LStripChars is b.lstrip(chars).
func (b *ByteArray) LStripChars(chars Bytes) *ByteArray {
	return NewByteArray(b.Bytes().LStripChars(chars))
}

// RStripChars is b.rstrip(chars).
func (b *ByteArray) RStripChars(chars Bytes) *ByteArray {
	return NewByteArray(b.Bytes().RStripChars(chars))
}

// RemovePrefix is b.removeprefix(prefix).
func (b *ByteArray) RemovePrefix(prefix Bytes) *ByteArray {
	return NewByteArray(b.Bytes().RemovePrefix(prefix))
}

// RemoveSuffix is b.removesuffix(suffix).
func (b *ByteArray) RemoveSuffix(suffix Bytes) *ByteArray {
	return NewByteArray(b.Bytes().RemoveSuffix(suffix))
}

// Replace is b.replace(old, new, count).
func (b *ByteArray) Replace(old Bytes, new Bytes, count int) *ByteArray {
	return NewByteArray(b.Bytes().Replace(old, new, count))
}

// Split is b.split(sep, maxsplit).
func (b *ByteArray) Split(sep Bytes, maxsplit int) *List[*ByteArray] {
	return byteArrays(b.Bytes().Split(sep, maxsplit))
}

// Fields is b.split(maxsplit=maxsplit).
func (b *ByteArray) Fields(maxsplit int) *List[*ByteArray] {
	return byteArrays(b.Bytes().Fields(maxsplit))
}

// RSplit is b.rsplit(sep, maxsplit).
func (b *ByteArray) RSplit(sep Bytes, maxsplit int) *List[*ByteArray] {
	return byteArrays(b.Bytes().RSplit(sep, maxsplit))
}

// RFields is b.rsplit(maxsplit=maxsplit).
func (b *ByteArray) RFields(maxsplit int) *List[*ByteArray] {
	return byteArrays(b.Bytes().RFields(maxsplit))
}

// SplitLines is b.splitlines(keepends).
func (b *ByteArray) SplitLines(keepends bool) *List[*ByteArray] {
	return byteArrays(b.Bytes().SplitLines(keepends))
}

// Partition is b.partition(sep).
func (b *ByteArray) Partition(sep Bytes) Tuple3[*ByteArray, *ByteArray, *ByteArray] {
	return byteArrays3(b.Bytes().Partition(sep))
}

// RPartition is b.rpartition(sep).
func (b *ByteArray) RPartition(sep Bytes) Tuple3[*ByteArray, *ByteArray, *ByteArray] {
	return byteArrays3(b.Bytes().RPartition(sep))
}

// JoinAny is b.join(x).
func (b *ByteArray) JoinAny(x any) *ByteArray { return NewByteArray(b.Bytes().JoinAny(x)) }

// LJust is b.ljust(width, fill).
func (b *ByteArray) LJust(width int, fill Bytes) *ByteArray {
	return NewByteArray(b.Bytes().LJust(width, fill))
}

// RJust is b.rjust(width, fill).
func (b *ByteArray) RJust(width int, fill Bytes) *ByteArray {
	return NewByteArray(b.Bytes().RJust(width, fill))
}

// Center is b.center(width, fill).
func (b *ByteArray) Center(width int, fill Bytes) *ByteArray {
	return NewByteArray(b.Bytes().Center(width, fill))
}

// ZFill is b.zfill(width).
func (b *ByteArray) ZFill(width int) *ByteArray { return NewByteArray(b.Bytes().ZFill(width)) }

// ExpandTabs is b.expandtabs(tabsize).
func (b *ByteArray) ExpandTabs(tabsize int) *ByteArray {
	return NewByteArray(b.Bytes().ExpandTabs(tabsize))
}

// Translate is b.translate(table, delete=del).
func (b *ByteArray) Translate(table *Bytes, del Bytes) *ByteArray {
	return NewByteArray(b.Bytes().Translate(table, del))
}

// FindAny is b.find(sub, start, end).
func (b *ByteArray) FindAny(sub any, start, end *int) int {
	return b.Bytes().FindAny(sub, start, end)
}

// RFindAny is b.rfind(sub, start, end).
func (b *ByteArray) RFindAny(sub any, start, end *int) int {
	return b.Bytes().RFindAny(sub, start, end)
}

// IndexAny is b.index(sub, start, end).
func (b *ByteArray) IndexAny(sub any, start, end *int) int {
	return b.Bytes().IndexAny(sub, start, end)
}

// RIndexAny is b.rindex(sub, start, end).
func (b *ByteArray) RIndexAny(sub any, start, end *int) int {
	return b.Bytes().RIndexAny(sub, start, end)
}

// CountAny is b.count(sub, start, end).
func (b *ByteArray) CountAny(sub any, start, end *int) int {
	return b.Bytes().CountAny(sub, start, end)
}

// StartsWithAny is b.startswith(prefix, start, end).
func (b *ByteArray) StartsWithAny(prefix any, start, end *int) bool {
	return b.Bytes().StartsWithAny(prefix, start, end)
}

// EndsWithAny is b.endswith(suffix, start, end).
func (b *ByteArray) EndsWithAny(suffix any, start, end *int) bool {
	return b.Bytes().EndsWithAny(suffix, start, end)
}

// Hex is b.hex().
func (b *ByteArray) Hex() string { return b.Bytes().Hex() }

// HexSep is b.hex(sep, bytesPerSep).
func (b *ByteArray) HexSep(sep string, bytesPerSep int) string {
	return b.Bytes().HexSep(sep, bytesPerSep)
}

// HexSepBytes is b.hex(sep, bytesPerSep) with a separator of bytes.
func (b *ByteArray) HexSepBytes(sep Bytes, bytesPerSep int) string {
	return b.Bytes().HexSepBytes(sep, bytesPerSep)
}
