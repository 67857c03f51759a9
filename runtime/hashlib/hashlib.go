// Package hashlib is Python's module hashlib over Go's crypto packages.
package hashlib

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding"
	"encoding/hex"
	"hash"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Hash is a hash object.
type Hash struct {
	name  string
	state hash.Hash
}

var makers = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

// New is hashlib.new(name, data).
func New(name string, data any, _ bool) *Hash {
	maker, ok := makers[strings.ToLower(name)]
	if !ok {
		py.Throw(py.ValueError.New("unsupported hash type " + name))
	}
	h := &Hash{name: strings.ToLower(name), state: maker()}
	h.Update(data)
	return h
}

// Update is update(data).
func (h *Hash) Update(data any) {
	switch d := py.Base(data).(type) {
	case py.Bytes:
		h.state.Write([]byte(d))
	case *py.ByteArray:
		h.state.Write(d.Data())
	case string:
		py.Throw(py.TypeError.New("Strings must be encoded before hashing"))
	default:
		py.Throw(py.TypeError.New("object supporting the buffer API required"))
	}
}

// Digest is digest().
func (h *Hash) Digest() py.Bytes { return py.Bytes(h.state.Sum(nil)) }

// HexDigest is hexdigest().
func (h *Hash) HexDigest() string { return hex.EncodeToString(h.state.Sum(nil)) }

// Copy is copy().
func (h *Hash) Copy() *Hash {
	state := py.Must(h.state.(encoding.BinaryMarshaler).MarshalBinary())
	c := &Hash{name: h.name, state: makers[h.name]()}
	py.Check(c.state.(encoding.BinaryUnmarshaler).UnmarshalBinary(state))
	return c
}

// Name is the attribute name.
func (h *Hash) Name() string { return h.name }

// DigestSize is the attribute digest_size.
func (h *Hash) DigestSize() int { return h.state.Size() }

// BlockSize is the attribute block_size.
func (h *Hash) BlockSize() int { return h.state.BlockSize() }

// The constructors of the single algorithms.

// MD5 is md5(data).
func MD5(data any, _ bool) *Hash { return New("md5", data, true) }

// SHA1 is sha1(data).
func SHA1(data any, _ bool) *Hash { return New("sha1", data, true) }

// SHA224 is sha224(data).
func SHA224(data any, _ bool) *Hash { return New("sha224", data, true) }

// SHA256 is sha256(data).
func SHA256(data any, _ bool) *Hash { return New("sha256", data, true) }

// SHA384 is sha384(data).
func SHA384(data any, _ bool) *Hash { return New("sha384", data, true) }

// SHA512 is sha512(data).
func SHA512(data any, _ bool) *Hash { return New("sha512", data, true) }

// SHA3256 is sha3_256(data).
func SHA3256(data any, _ bool) *Hash { return New("sha3_256", data, true) }

// SHA3512 is sha3_512(data).
func SHA3512(data any, _ bool) *Hash { return New("sha3_512", data, true) }
