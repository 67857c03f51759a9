package py

import (
	"sync/atomic"
	"unsafe"
)

// The lookup of names along the MRO goes through one global cache, keyed by
// class and the address of the name: names are constants in emitted code.

const lookupCacheSize = 4096

type lookupEntry struct {
	class   *Class
	version uint32
	found   bool
	name    string
	value   any
}

// Entries never change, so that a reader needs no lock.
var lookupCache [lookupCacheSize]atomic.Pointer[lookupEntry]

// lookup returns the attribute name of the class or of its bases, without
// binding it.
func (c *Class) lookup(name string) (any, bool) {
	h := (uintptr(unsafe.Pointer(c))>>5 ^ uintptr(unsafe.Pointer(unsafe.StringData(name)))>>2 ^ uintptr(len(name))) % lookupCacheSize
	version := c.version.Load()
	if e := lookupCache[h].Load(); e != nil && e.class == c && e.version == version && e.name == name {
		return e.value, e.found
	}
	v, ok := c.search(name)
	lookupCache[h].Store(&lookupEntry{c, version, ok, name, v})
	return v, ok
}

// search is lookup without the cache.
func (c *Class) search(name string) (any, bool) {
	for _, k := range c.mro {
		if v, ok := k.dict.Get(name); ok {
			return v, true
		}
	}
	return nil, false
}

// setDict sets an attribute in the class's own dict.
func (c *Class) setDict(name string, v any) {
	c.dict.Set(name, v)
	c.modified(name)
}
