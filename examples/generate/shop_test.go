package shop

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/runtime/py"
)

func ExampleQuote() {
	price, err := Quote(context.Background(), "tea", "milk", "bread")
	fmt.Println(price, err)
	// Output: 7.10 EUR <nil>
}

func TestExceptionArrivesAsError(t *testing.T) {
	_, err := Quote(context.Background(), "tea", "gold")
	if err == nil || !strings.Contains(err.Error(), "no shop sells gold") {
		t.Errorf("got %v", err)
	}
	if !errors.Is(err, py.Exception) {
		t.Errorf("%v is no Python exception", err)
	}
}

func TestCancelledContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Quote(ctx, "tea"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}
