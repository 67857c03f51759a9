package await

import (
	"context"
	"testing"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
)

//go:generate go run ../../cmd/py2go-async convert --package await await.py

// BenchmarkAwait is one `await f(x)` of a known coroutine function: a plain Go
// call, which issue 2 wants at no more than 10 ns.
func BenchmarkAwait(b *testing.B) {
	_, err := asyncio.Run(context.Background(), func(ctx context.Context) (int, error) {
		b.ResetTimer()
		return Total(ctx, b.N)
	})
	if err != nil {
		b.Fatal(err)
	}
}

func TestTotal(t *testing.T) {
	got, err := asyncio.Run(context.Background(), func(ctx context.Context) (int, error) { return Total(ctx, 10) })
	if err != nil || got != 18 {
		t.Fatalf("Total(10) = %d, %v, want 18", got, err)
	}
}
