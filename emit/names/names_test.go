package names

import "testing"

func TestSpelling(t *testing.T) {
	for _, c := range []struct{ in, local, exported string }{
		{"user_id", "userID", "UserID"},
		{"fetch_url", "fetchURL", "FetchURL"},
		{"url", "url", "URL"},
		{"user_ids", "userIDs", "UserIDs"},
		{"HTTPServer", "httpServer", "HTTPServer"},
		{"HttpServer", "httpServer", "HTTPServer"},
		{"MAX_RETRIES", "maxRetries", "MaxRetries"},
		{"N", "n", "N"},
		{"_private", "private", "Private"},
		{"__mangled", "mangled", "Mangled"},
		{"__init__", "init", "Init"},
		{"userId", "userID", "UserID"},
		{"x_1", "x1", "X1"},
		{"utf8_text", "utf8Text", "UTF8Text"},
		{"UserWithOrders", "userWithOrders", "UserWithOrders"},
		{"parse_JSON", "parseJSON", "ParseJSON"},
		{"URLs", "urls", "URLs"},
		{"Vec2D", "vec2D", "Vec2D"},
		{"Base64Codec", "base64Codec", "Base64Codec"},
		{"größe_max", "größeMax", "GrößeMax"},
		{"变量", "变量", "X变量"},
		{"_1", "x1", "X1"},
		{"_", "", ""},
		{"err", "err", "Err"},
		{"A1", "a1", "A1"},
		{"e\u0301t\u00e9", "et\u00e9", "Et\u00e9"},
		{"a\u203fb", "ab", "Ab"},
	} {
		if got := Local(c.in); got != c.local {
			t.Errorf("Local(%q) = %q, want %q", c.in, got, c.local)
		}
		if got := Exported(c.in); got != c.exported {
			t.Errorf("Exported(%q) = %q, want %q", c.in, got, c.exported)
		}
	}
}

func TestReceiver(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"User", []string{"u", "us"}},
		{"UserWithOrders", []string{"u", "us"}},
		{"LruCache", []string{"l", "lc", "lr"}},
		{"X", []string{"x"}},
	} {
		got := Receiver(c.in)
		if len(got) != len(c.want) {
			t.Errorf("Receiver(%q) = %q, want %q", c.in, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("Receiver(%q) = %q, want %q", c.in, got, c.want)
			}
		}
	}
}

func TestReserved(t *testing.T) {
	if !IsKeyword("type") || IsKeyword("len") || !IsPredeclared("len") || IsPredeclared("py") {
		t.Error("keywords and predeclared identifiers are mixed up")
	}
	if w := Instead("type"); len(w) != 1 || w[0] != "typ" {
		t.Errorf("Instead(type) = %q", w)
	}
}
