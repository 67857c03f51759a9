package asyncio

import (
	"context"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// TestDeadlockReport waits for what nobody does, in debug mode; the log's
// reader lets the program go on.
func TestDeadlockReport(t *testing.T) {
	log := py.LibraryLog
	defer func() { py.LibraryLog = log }()
	var said string
	var free *Future[any]
	py.LibraryLog = func(_ string, level int, text string, _ error) {
		if level == py.LogWarning && strings.Contains(text, "waiting tasks") {
			said = text
			free.loop.post(func() { _ = free.SetResult(nil) })
		}
	}
	wait := func(ctx context.Context, f *Future[any]) (any, error) { return f.Await(ctx) }
	_, err := RunCoroWith(t.Context(), NewCoro("main", func(ctx context.Context) (any, error) {
		GetRunningLoop(ctx).SetDebug(true)
		free = NewFuture[any](ctx)
		return CreateTaskNamed(ctx, Bind(wait, free).Named("wait"), "stuck").Await(ctx)
	}), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"nothing is ready and no timer is pending", "name='stuck' coro=<wait() running", "wait_for=<Future pending"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in the report %q", want, said)
		}
	}
}
