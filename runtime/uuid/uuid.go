// Package uuid is Python's module uuid.
package uuid

import (
	"bytes"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"encoding/hex"
	"math/big"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// UUID is uuid.UUID.
type UUID struct{ b [16]byte }

// NewUUID is UUID(hex).
func NewUUID(text string) *UUID {
	digits := strings.NewReplacer("urn:", "", "uuid:", "").Replace(text)
	digits = strings.ReplaceAll(strings.Trim(digits, "{}"), "-", "")
	u := &UUID{}
	b, err := hex.DecodeString(digits)
	if err != nil || len(b) != 16 {
		py.Throw(py.ValueError.New("badly formed hexadecimal UUID string"))
	}
	copy(u.b[:], b)
	return u
}

func (u *UUID) mark(version byte) *UUID {
	u.b[6] = u.b[6]&0x0f | version<<4
	u.b[8] = u.b[8]&0x3f | 0x80
	return u
}

// UUID4 is uuid4(): random.
func UUID4() *UUID {
	u := &UUID{}
	py.Must(rand.Read(u.b[:]))
	return u.mark(4)
}

func named(sum []byte, version byte) *UUID {
	u := &UUID{}
	copy(u.b[:], sum)
	return u.mark(version)
}

// nameBytes is a name of uuid3 and uuid5, a str or bytes.
func nameBytes(namespace *UUID, name any) []byte {
	if b, ok := py.Base(name).(py.Bytes); ok {
		return append(bytes.Clone(namespace.b[:]), b...)
	}
	return append(bytes.Clone(namespace.b[:]), py.AsString(name)...)
}

// UUID3 is uuid3(namespace, name).
func UUID3(namespace *UUID, name any) *UUID {
	sum := md5.Sum(nameBytes(namespace, name))
	return named(sum[:], 3)
}

// UUID5 is uuid5(namespace, name).
func UUID5(namespace *UUID, name any) *UUID {
	sum := sha1.Sum(nameBytes(namespace, name))
	return named(sum[:], 5)
}

// The namespaces of uuid3 and uuid5.
var (
	NamespaceDNS  = NewUUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
	NamespaceURL  = NewUUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
	NamespaceOID  = NewUUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
	NamespaceX500 = NewUUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
)

// Hex is the attribute hex.
func (u *UUID) Hex() string { return hex.EncodeToString(u.b[:]) }

// Bytes is the attribute bytes.
func (u *UUID) Bytes() py.Bytes { return py.Bytes(u.b[:]) }

// Int is the attribute int.
func (u *UUID) Int() any { return py.NormBig(new(big.Int).SetBytes(u.b[:])) }

// URN is the attribute urn.
func (u *UUID) URN() string { return "urn:uuid:" + u.Str() }

// Version is the attribute version: nil where the variant has none.
func (u *UUID) Version() *int {
	if u.b[8]&0xc0 != 0x80 {
		return nil
	}
	v := int(u.b[6] >> 4)
	return &v
}

// Str is str(u).
func (u *UUID) Str() string {
	h := u.Hex()
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// Repr is repr(u).
func (u *UUID) Repr() string { return "UUID('" + u.Str() + "')" }

// Equal is u == other.
func (u *UUID) Equal(other any) bool {
	o, ok := other.(*UUID)
	return ok && u.b == o.b
}

// Less is u < other.
func (u *UUID) Less(other any) bool {
	o, ok := other.(*UUID)
	return ok && bytes.Compare(u.b[:], o.b[:]) < 0
}

// Hash is hash(u).
func (u *UUID) Hash() int { return py.Hash(u.Int()) }
