package py

// StrTranslate is s.translate(table): the table is a dict of code points, or anything with __getitem__.
func StrTranslate(s string, table any) string {
	b := make([]byte, 0, len(s))
	dict, isDict := table.(AnyDict)
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		char := s[i : i+w]
		i += w
		var v any
		found := false
		if isDict {
			v, found = dict.LookupAny(int(r))
		} else {
			err := Catch(func() error {
				v = GetItem(table, int(r))
				found = true
				return nil
			})
			if e, ok := err.(BaseException); ok && !e.Exc().Is(LookupError) {
				Throw(err)
			}
		}
		if !found {
			b = append(b, char...)
			continue
		}
		switch t := v.(type) {
		case nil:
		case string:
			b = append(b, t...)
		case int:
			if uint(t) > 0x10ffff {
				Throw(ValueError.New("character mapping must be in range(0x110000)"))
			}
			b = appendRune(b, rune(t))
		default:
			Throw(TypeError.New("character mapping must return integer, None or str"))
		}
	}
	return string(b)
}

// StrMakeTrans is str.maketrans(x, y, z); nil for parts that are not given.
func StrMakeTrans(x, y, z any) *Dict[int, any] {
	out := NewDict[int, any]()
	if y == nil {
		d, ok := x.(AnyDict)
		if !ok {
			Throw(TypeError.New("if you give only one argument to maketrans it must be a dict"))
		}
		d.EachItem(func(k, v any) bool {
			switch key := k.(type) {
			case int:
				out.Set(key, v)
			case string:
				if StrLen(key) != 1 {
					Throw(ValueError.New("string keys in translate table must be of length 1"))
				}
				out.Set(Ord(key), v)
			default:
				Throw(TypeError.New("keys in translate table must be strings or integers"))
			}
			return true
		})
		return out
	}
	from, ok := x.(string)
	if !ok {
		Throw(TypeError.New("first maketrans argument must be a string if there is a second argument"))
	}
	to, ok := y.(string)
	if !ok {
		Throwf(TypeError, "maketrans() argument 2 must be str, not %s", typeName(y))
	}
	fs, ts := runesOf(from), runesOf(to)
	if len(fs) != len(ts) {
		Throw(ValueError.New("the first two maketrans arguments must have equal length"))
	}
	for i, r := range fs {
		out.Set(int(r), int(ts[i]))
	}
	if z != nil {
		del, ok := z.(string)
		if !ok {
			Throwf(TypeError, "maketrans() argument 3 must be str, not %s", typeName(z))
		}
		for _, r := range runesOf(del) {
			out.Set(int(r), nil)
		}
	}
	return out
}
