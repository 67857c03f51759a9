package random

import "github.com/py2go-async/py2go-async/runtime/py"

// GetState is Random.getstate(): (3, the 624 words and the position, the
// spare value of gauss or None).
func (r *Random) GetState() *py.Tuple[any] {
	t, ok := r.src.(*twister)
	if !ok {
		py.Throw(py.NotImplementedError.New("System entropy source does not have state."))
	}
	words := make([]any, 0, mtN+1)
	for _, w := range t.state {
		words = append(words, int(w))
	}
	words = append(words, t.index)
	var spare any
	if r.hasGauss {
		spare = r.gaussNext
	}
	return py.NewTuple[any](3, py.NewTuple(words...), spare)
}

// SetState is Random.setstate(state), with what GetState returned.
func (r *Random) SetState(state any) {
	t, ok := r.src.(*twister)
	if !ok {
		py.Throw(py.NotImplementedError.New("System entropy source does not have state."))
	}
	parts := py.Unpack(state, 3)
	if v := py.AsInt(parts[0]); v != 3 {
		py.Throwf(py.ValueError, "state with version %d passed to Random.setstate() of version 3", v)
	}
	if n := py.Len(parts[1]); n != mtN+1 {
		py.Throw(py.ValueError.New("state vector is the wrong size"))
	}
	i := 0
	for w := range py.Each(parts[1]) {
		if i < mtN {
			t.state[i] = uint32(py.AsInt(w))
		} else {
			t.index = py.AsInt(w)
		}
		i++
	}
	r.hasGauss = parts[2] != nil
	if r.hasGauss {
		r.gaussNext = py.AsFloat(parts[2])
	}
}

// GetState is random.getstate().
func GetState() *py.Tuple[any] { return shared.GetState() }

// SetState is random.setstate(state).
func SetState(state any) { shared.SetState(state) }
