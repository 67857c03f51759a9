//go:build !amd64 && !arm64

package py

// stackBounds is not known here: recursion is not limited.
func stackBounds() (lo, hi uintptr) { return 0, 0 }
