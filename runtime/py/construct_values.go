package py

import (
	"context"
	"math/big"
)

// The constructors of the builtin value types: str(), bytes(), float(),
// complex(), int().

func strNew(_ context.Context, args []any, kw []Kw) (any, error) {
	slots := []any{NotGiven, NotGiven, NotGiven}
	if len(args) > 3 {
		return nil, Errorf(TypeError, "str expected at most 3 arguments, got %d", len(args))
	}
	copy(slots, args)
	for _, k := range kw {
		switch k.Name {
		case "object":
			slots[0] = k.Value
		case "encoding":
			slots[1] = k.Value
		case "errors":
			slots[2] = k.Value
		default:
			return nil, Errorf(TypeError, "str() got an unexpected keyword argument '%s'", k.Name)
		}
	}
	if slots[0] == NotGiven {
		return "", nil
	}
	if slots[1] == NotGiven && slots[2] == NotGiven {
		return Str(slots[0]), nil
	}
	data, ok := bytesLike(baseOf(slots[0]))
	if !ok {
		if _, isStr := slots[0].(string); isStr {
			return nil, TypeError.New("decoding str is not supported")
		}
		return nil, Errorf(TypeError, "decoding to str: need a bytes-like object, %s found", TypeOf(slots[0]).name)
	}
	var dargs []any
	dkw := []Kw{}
	if slots[1] != NotGiven {
		dargs = append(dargs, slots[1])
	}
	if slots[2] != NotGiven {
		dkw = append(dkw, Kw{"errors", slots[2]})
	}
	return CallMethodKw(CurrentContext(), data, "decode", dargs, dkw)
}

// BytesOfAny is bytes(x).
func BytesOfAny(x any) (Bytes, error) {
	v, err := bytesNew("bytes", []any{x}, nil)
	if err != nil {
		return "", err
	}
	return v.(Bytes), nil
}

// bytesNew is bytes(...) and the value of bytearray(...).
func bytesNew(name string, args []any, kw []Kw) (any, error) {
	if len(args) > 3 {
		return nil, Errorf(TypeError, "%s() takes at most 3 arguments (%d given)", name, len(args))
	}
	if len(args) == 0 && len(kw) == 0 {
		return Bytes(""), nil
	}
	x := args[0]
	if s, ok := baseOf(x).(string); ok {
		if len(args) == 1 && len(kw) == 0 {
			return nil, TypeError.New("string argument without an encoding")
		}
		r, err := CallMethodKw(CurrentContext(), s, "encode", args[1:], kw)
		return r, err
	}
	if len(args) > 1 || len(kw) > 0 {
		return nil, TypeError.New("encoding without a string argument")
	}
	if o, ok := x.(*Object); ok {
		if m := o.class.override(dBytes); m != nil {
			r, err := callDunder(m, o)
			if b, ok := r.(Bytes); ok || err != nil {
				return b, err
			}
			return nil, Errorf(TypeError, "__bytes__ returned non-bytes (type %s)", TypeOf(r).name)
		}
	}
	if b, ok := bytesLike(baseOf(x)); ok {
		return b, nil
	}
	if n, ok := indexValue(x); ok {
		size := AsInt(n)
		if size < 0 {
			return nil, ValueError.New("negative count")
		}
		return ZeroBytes(size), nil
	}
	it, ok := tryIter(x)
	if !ok {
		return nil, Errorf(TypeError, "cannot convert '%s' object to %s", TypeOf(x).name, name)
	}
	var out []byte
	for {
		v, ok := it.Next()
		if !ok {
			return Bytes(out), nil
		}
		n, isInt := indexValue(v)
		if !isInt {
			return nil, Errorf(TypeError, "'%s' object cannot be interpreted as an integer", TypeOf(v).name)
		}
		i, small := n.(int)
		if !small || i < 0 || i > 255 {
			if name == "bytearray" {
				return nil, ValueError.New("byte must be in range(0, 256)")
			}
			return nil, ValueError.New("bytes must be in range(0, 256)")
		}
		out = append(out, byte(i))
	}
}

// ToFloat is float(x).
func ToFloat(x any) (float64, error) {
	switch v := baseOf(x).(type) {
	case string:
		if TypeOf(x).override(dFloat) == nil {
			return ParseFloat(v)
		}
	case Bytes:
		return ParseFloatBytes(v)
	case *ByteArray:
		return ParseFloatBytes(v.Bytes())
	case float64:
		if TypeOf(x).override(dFloat) == nil {
			return v, nil
		}
	}
	var f float64
	ok := false
	err := Catch(func() error {
		if n := numberOf(x); n.kind != notNumber && n.kind != numComplex {
			f, ok = n.float(), true
		} else {
			f, ok = floatValue(x)
		}
		return nil
	})
	if err != nil || ok {
		return f, err
	}
	return 0, Errorf(TypeError, "float() argument must be a string or a real number, not '%s'", TypeOf(x).name)
}

// complexNew is complex(...).
func complexNew(_ context.Context, args []any, kw []Kw) (any, error) {
	slots := []any{NotGiven, NotGiven}
	if len(args) > 2 {
		return nil, Errorf(TypeError, "complex() takes at most 2 arguments (%d given)", len(args))
	}
	copy(slots, args)
	for _, k := range kw {
		switch k.Name {
		case "real":
			slots[0] = k.Value
		case "imag":
			slots[1] = k.Value
		default:
			return nil, Errorf(TypeError, "complex() got an unexpected keyword argument '%s'", k.Name)
		}
	}
	if s, ok := baseOf(slots[0]).(string); ok {
		if slots[1] != NotGiven {
			return nil, TypeError.New("complex() can't take second arg if first is a string")
		}
		return ParseComplex(s)
	}
	if _, ok := baseOf(slots[1]).(string); ok {
		return nil, TypeError.New("complex() second arg can't be a string")
	}
	var z complex128
	if slots[0] != NotGiven {
		z = complexPart(slots[0], "first")
	}
	if slots[1] != NotGiven {
		w := complexPart(slots[1], "second")
		if _, isComplex := baseOf(slots[1]).(complex128); isComplex {
			return complex(real(z)-imag(w), imag(z)+real(w)), nil
		}
		return complex(real(z), imag(z)+real(w)), nil
	}
	return z, nil
}

func complexPart(x any, which string) complex128 {
	if m := TypeOf(x).override(dComplex); m != nil {
		r, err := callDunder(m, x)
		Check(err)
		z, ok := r.(complex128)
		if !ok {
			Throwf(TypeError, "%s.__complex__() must return a complex, not %s", TypeOf(x).name, TypeOf(r).name)
		}
		return z
	}
	if n := numberOf(baseOf(x)); n.kind != notNumber {
		return n.complex()
	}
	if f, ok := floatValue(x); ok {
		return complex(f, 0)
	}
	if which == "first" {
		Throwf(TypeError, "complex() first argument must be a string or a number, not '%s'", TypeOf(x).name)
	}
	Throwf(TypeError, "complex() second argument must be a number, not '%s'", TypeOf(x).name)
	return 0
}

// intNew is int(...).
func intNew(_ context.Context, args []any, kw []Kw) (any, error) {
	if len(args) > 2 {
		return nil, Errorf(TypeError, "int expected at most 2 arguments, got %d", len(args))
	}
	base := any(NotGiven)
	if len(args) == 2 {
		base = args[1]
	}
	for _, k := range kw {
		if k.Name != "base" || base != NotGiven {
			return nil, Errorf(TypeError, "int() got an unexpected keyword argument '%s'", k.Name)
		}
		base = k.Value
	}
	if len(args) == 0 {
		if base != NotGiven {
			return nil, TypeError.New("int() missing string argument")
		}
		return 0, nil
	}
	if base == NotGiven {
		return ToInt(args[0])
	}
	var text string
	switch v := baseOf(args[0]).(type) {
	case string:
		text = v
	case Bytes:
		text = string(v)
	case *ByteArray:
		text = string(v.Bytes())
	default:
		return nil, TypeError.New("int() can't convert non-string with explicit base")
	}
	b := AsInt(base)
	if b != 0 && (b < 2 || b > 36) {
		return nil, ValueError.New("int() base must be >= 2 and <= 36, or 0")
	}
	return intFromText(text, baseOf(args[0]), b)
}

// ToInt is int(x): an int, or a *big.Int when it does not fit.
func ToInt(x any) (any, error) {
	switch v := x.(type) {
	case int, *big.Int:
		return v, nil
	case float64:
		var r any
		err := Catch(func() error { r = IntAnyFromFloat(v); return nil })
		return r, err
	case string:
		return intFromText(v, v, 10)
	case Bytes:
		return intFromText(string(v), v, 10)
	}
	c := TypeOf(x)
	for _, d := range []dunder{dInt, dIndex, dTrunc} {
		m := c.override(d)
		if m == nil {
			continue
		}
		r, err := callDunder(m, x)
		if err != nil {
			return nil, err
		}
		switch v := baseOf(r).(type) {
		case int, *big.Int:
			return v, nil
		case bool:
			return IntFromBool(v), nil
		}
		return nil, Errorf(TypeError, "%s returned non-int (type %s)", d, TypeOf(r).name)
	}
	if b := baseOf(x); b != x {
		return ToInt(b)
	}
	if b, ok := bytesLike(x); ok {
		return intFromText(string(b), x, 10)
	}
	return toInt(x)
}

// intFromText parses an int in a base; shown is the value that the ValueError
// shows.
func intFromText(s string, shown any, base int) (any, error) {
	v, err := parseBig(s, base, shown)
	if err != nil {
		return nil, err
	}
	return NormBig(v), nil
}
