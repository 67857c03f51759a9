package py

import "unsafe"

// grown are the buffers behind the texts that Concat made last, each as long
// as its text. Only the text that fills its buffer can grow in it: nothing
// else looks at the bytes behind.
var grown struct {
	bufs [4][]byte
	next int // the one to give up
}

// smallText is the length up to which a text is simply copied.
const smallText = 128

// Concat is s + t for a text s that grows piece by piece: like CPython it
// extends s in place when it can, so that n pieces take time in proportion to
// their length, not to its square.
func Concat(s, t string) string {
	n := len(s) + len(t)
	if n <= smallText || len(s) == 0 || len(t) == 0 {
		return s + t
	}
	for i, buf := range grown.bufs {
		if len(buf) == len(s) && unsafe.SliceData(buf) == unsafe.StringData(s) {
			if cap(buf) < n {
				buf = append(make([]byte, 0, 2*n), buf...)
			}
			buf = append(buf, t...)
			grown.bufs[i] = buf
			return unsafe.String(unsafe.SliceData(buf), n)
		}
	}
	buf := append(append(make([]byte, 0, 2*n), s...), t...)
	grown.bufs[grown.next] = buf
	grown.next = (grown.next + 1) % len(grown.bufs)
	return unsafe.String(unsafe.SliceData(buf), n)
}
