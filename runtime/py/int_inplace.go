package py

// AddTo is *p += n; OverflowError if it does not fit.
func AddTo(p *int, n int) { *p = AddInt(*p, n) }

// SubFrom is *p -= n; OverflowError if it does not fit.
func SubFrom(p *int, n int) { *p = SubInt(*p, n) }

// MulTo is *p *= n; OverflowError if it does not fit.
func MulTo(p *int, n int) { *p = MulInt(*p, n) }
