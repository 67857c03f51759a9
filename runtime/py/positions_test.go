package py

import (
	"fmt"
	"runtime"
	"testing"
)

// TestPositions tells positions of this file as a converted program does, and
// looks at stacks of its own.
func TestPositions(t *testing.T) {
	defer clear(sourceMaps)
	stack := func() []uintptr {
		pcs := make([]uintptr, 32)
		return pcs[:runtime.Callers(2, pcs)]
	}
	_, _, here, _ := runtime.Caller(0)
	closure := func() []uintptr { return stack() } // here+1
	Positions("job.py", "Job.run 3-8, other 10-12", fmt.Sprintf("%d:5 %d:7 %d:11 %d:99", here+1, here+4, here+5, here+6))

	var inRun = closure()
	inOther := stack()

	for _, c := range []struct {
		name string
		pcs  []uintptr
		want string
	}{
		{"a closure and its function are one frame", inRun, "job.py:5, in Job.run"},
		{"a function", inOther, "job.py:11, in other"},
		{"no stack", nil, ""},
	} {
		got := ""
		if frames := Frames(c.pcs); len(frames) > 0 {
			got = frames[0].Place()
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if f := FirstFrame("Job.run"); f == nil || f.FLineno() != 3 || f.FCode().CoName() != "run" || f.TracebackLine() != `  File "job.py", line 3, in run` {
		t.Errorf("the first frame is %v", f)
	}
	if f := FirstFrame("nobody"); f != nil {
		t.Errorf("there is a frame %s", f.Repr())
	}
}
