// Package itertools is Python's module itertools. Every function returns a
// generator: lazy, with next and iteration; iterables are taken as Go
// sequences. A sequence over a Python iterator must not close it when the loop
// ends early (py.Generator.Rest), because Python's tools leave their inputs
// usable.
package itertools

import (
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// generate makes the generator of a sequence; name is the tool's.
func generate[T any](name string, seq iter.Seq[T]) *py.Generator[T] {
	return py.NewGenerator(name, func(y *py.Yielder[T]) error {
		for v := range seq {
			if err := y.Yield(v); err != nil {
				return err
			}
		}
		return nil
	})
}
