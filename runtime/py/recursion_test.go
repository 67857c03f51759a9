package py

import "testing"

func TestRoleOfFrame(t *testing.T) {
	for _, c := range []struct {
		name string
		want frameRole
	}{
		{"main.fib", pythonFrame},
		{"main.(*Node).Total", pythonFrame},
		{"main.main.func1", closureFrame},
		{"main.init.0.func2.1", closureFrame},
		{"example.com/shop/orders.Total", pythonFrame},
		{"example.com/shop/orders.run.func3", closureFrame},
		{"github.com/py2go-async/py2go-async/runtime/py.Catch", runtimeFrame},
		{"github.com/py2go-async/py2go-async/runtime/py.(*genState[...]).run.func1", generatorFrame},
		{"runtime.goexit", runtimeFrame},
		{"iter.Pull[...].func1", runtimeFrame},
		{"internal/poll.(*FD).Read", runtimeFrame},
	} {
		if got := roleOfFrame(c.name); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}

// A stack that outgrows what is allowed ends in RecursionError although no
// function of a program is on it.
func TestStackOfRuntimeFunctions(t *testing.T) {
	defer SetRecursionLimit(RecursionLimit())
	SetRecursionLimit(1 << 30)
	var deep func(n int) int
	deep = func(n int) int {
		var room [1 << 12]byte
		room[n%len(room)] = 1
		CheckRecursion()
		return deep(n+1) + int(room[0])
	}
	err := Catch(func() error {
		deep(0)
		return nil
	})
	if got := ErrorText(err.(BaseException)); got != "RecursionError: maximum recursion depth exceeded" {
		t.Errorf("got %q", got)
	}
}
