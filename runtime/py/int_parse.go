package py

import (
	"math/big"
	"strconv"
	"strings"
)

// ParseInt is int(s) of a str for a 64-bit result; ValueError for what is no int, OverflowError for one beyond 64 bits.
func ParseInt(s string) (int, error) {
	if n, err := strconv.Atoi(s); err == nil && isASCII(s) {
		return n, nil
	}
	return ParseIntBase(s, 10)
}

// ParseIntBase is int(s, base).
func ParseIntBase(s string, base int) (int, error) {
	b, err := ParseBigBase(s, base)
	if err != nil {
		return 0, err
	}
	if !b.IsInt64() {
		return 0, OverflowError.New(intOverflowText)
	}
	return int(b.Int64()), nil
}

// ParseBig is int(s) of a str for an int of any size.
func ParseBig(s string) (*big.Int, error) { return ParseBigBase(s, 10) }

// ParseBigBase is int(s, base) for an int of any size.
func ParseBigBase(s string, base int) (*big.Int, error) { return parseBig(s, base, s) }

// ParseIntBytes is int(b) of bytes.
func ParseIntBytes(b Bytes) (int, error) {
	v, err := parseBig(string(b), 10, b)
	if err != nil {
		return 0, err
	}
	if !v.IsInt64() {
		return 0, OverflowError.New(intOverflowText)
	}
	return int(v.Int64()), nil
}

// parseBig reads an int as Python's int(text, base) does; shown is the value that the ValueError shows: s or its bytes.
func parseBig(s string, base int, shown any) (*big.Int, error) {
	if base != 0 && (base < 2 || base > 36) {
		return nil, ValueError.New("int() base must be >= 2 and <= 36, or 0")
	}
	bad := func() (*big.Int, error) {
		return nil, Errorf(ValueError, "invalid literal for int() with base %d: %s", base, Repr(shown))
	}
	t := strings.TrimFunc(s, isSpace)
	if !isASCII(s) {
		if _, text := shown.(string); !text {
			return bad()
		}
		t = asciiDigits(t)
	}
	negative := false
	if t != "" && (t[0] == '-' || t[0] == '+') {
		negative = t[0] == '-'
		t = t[1:]
	}
	radix := base
	if len(t) > 1 && t[0] == '0' {
		prefixed := 0
		switch t[1] | 0x20 {
		case 'x':
			prefixed = 16
		case 'o':
			prefixed = 8
		case 'b':
			prefixed = 2
		}
		if prefixed != 0 && (base == 0 || base == prefixed) {
			radix = prefixed
			t = t[2:]
			t = strings.TrimPrefix(t, "_")
		} else if base == 0 && strings.Trim(t, "0_") != "" {
			return bad()
		}
	}
	if radix == 0 {
		radix = 10
	}
	if t == "" || t[0] == '_' || t[len(t)-1] == '_' || strings.Contains(t, "__") {
		return bad()
	}
	t = strings.ReplaceAll(t, "_", "")
	for i := 0; i < len(t); i++ {
		if digitValue(t[i]) >= radix {
			return bad()
		}
	}
	if MaxStrDigits > 0 && len(t) > MaxStrDigits && radix&(radix-1) != 0 {
		return nil, Errorf(ValueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", MaxStrDigits, len(t))
	}
	v, ok := new(big.Int).SetString(t, radix)
	if !ok {
		return bad()
	}
	if negative {
		v.Neg(v)
	}
	return v, nil
}

func digitValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// IntFrom is int(x) of any value for a 64-bit result.
func IntFrom(x any) (int, error) {
	v, err := ToInt(x)
	if err != nil {
		return 0, err
	}
	i, ok := v.(int)
	if !ok {
		return 0, OverflowError.New(intOverflowText)
	}
	return i, nil
}

// ParseFloatBytes is float(b) of bytes.
func ParseFloatBytes(b Bytes) (float64, error) {
	if isASCII(string(b)) {
		if f, ok := parseFloatText(string(b)); ok {
			return f, nil
		}
	}
	return 0, ValueError.New("could not convert string to float: " + ReprBytes(b))
}

// BinInt is bin(x).
func BinInt[N AnyInt](x N) string { return formatAnyInt(x, "#b") }

// OctInt is oct(x).
func OctInt[N AnyInt](x N) string { return formatAnyInt(x, "#o") }

// HexInt is hex(x).
func HexInt[N AnyInt](x N) string { return formatAnyInt(x, "#x") }

func formatAnyInt[N AnyInt](x N, spec string) string {
	if i, ok := any(x).(int); ok {
		return FormatInt(i, spec)
	}
	return FormatBig(bigOf(x), spec)
}

// IntToBytes is x.to_bytes(length, byteorder, signed=signed).
func IntToBytes[N AnyInt](x N, length int, byteorder string, signed bool) Bytes {
	return BigToBytes(bigOf(x), length, byteorder, signed)
}

// BigToBytes is x.to_bytes(length, byteorder, signed=signed) of an int of any size.
func BigToBytes(x *big.Int, length int, byteorder string, signed bool) Bytes {
	if length < 0 {
		Throw(ValueError.New("length argument must be non-negative"))
	}
	little := isLittle(byteorder)
	if x.Sign() < 0 && !signed {
		Throw(OverflowError.New("can't convert negative int to unsigned"))
	}
	bitsNeeded := x.BitLen()
	if signed {
		if x.Sign() < 0 {
			bitsNeeded = new(big.Int).Not(x).BitLen()
		}
		bitsNeeded++
	}
	if bitsNeeded > length*8 && !(x.Sign() == 0 && length == 0) {
		Throw(OverflowError.New("int too big to convert"))
	}
	v := x
	if x.Sign() < 0 {
		v = new(big.Int).Add(x, new(big.Int).Lsh(bigOne, uint(length*8)))
	}
	out := make([]byte, length)
	v.FillBytes(out)
	if little {
		reverseBytes(out)
	}
	return Bytes(out)
}

func isLittle(byteorder string) bool {
	if byteorder != "big" && byteorder != "little" {
		Throw(ValueError.New("byteorder must be either 'little' or 'big'"))
	}
	return byteorder == "little"
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

// IntFromBytes is int.from_bytes(data, byteorder, signed=signed) for a 64-bit result.
func IntFromBytes(data Bytes, byteorder string, signed bool) int {
	return IntFromBig(BigFromBytes(data, byteorder, signed))
}

// BigFromBytes is int.from_bytes(data, byteorder, signed=signed).
func BigFromBytes(data Bytes, byteorder string, signed bool) *big.Int {
	b := []byte(data)
	if isLittle(byteorder) {
		reverseBytes(b)
	}
	v := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0]&0x80 != 0 {
		v.Sub(v, new(big.Int).Lsh(bigOne, uint(len(b)*8)))
	}
	return v
}
