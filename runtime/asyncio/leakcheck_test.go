package asyncio

import (
	"context"
	"strings"
	"testing"
)

// TestLeftGoroutines: a suspended task is seen, and gone when the run is over.
func TestLeftGoroutines(t *testing.T) {
	seen := false
	err := RunVoid(context.Background(), func(ctx context.Context) error {
		CreateTask(ctx, BindVoid(Sleep, 10.0))
		if err := Sleep(ctx, 0); err != nil {
			return err
		}
		seen = strings.Contains(string(leftGoroutines()), "asyncio.Sleep")
		return nil
	})
	if err != nil || !seen {
		t.Errorf("error %v, suspended task seen: %v", err, seen)
	}
	// A test of Go panics may have left goroutines of its own.
	if left := string(leftGoroutines()); strings.Contains(left, "asyncio.Sleep") {
		t.Errorf("left after the run:\n%s", left)
	}
}
