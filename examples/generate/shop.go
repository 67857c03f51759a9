// Package shop shows a Go package whose source of truth is partly Python:
// service.py is converted by go generate, and the hand-written Go below calls
// what came out of it.
package shop

import (
	"context"
	"fmt"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

//go:generate go run github.com/py2go-async/py2go-async/cmd/py2go-async convert service.py

// Quote asks all shops and says what the items cost together. It can be called
// from any goroutine: asyncio.Run gives the Python side its event loop, and a
// cancelled ctx cancels what runs on it.
func Quote(ctx context.Context, items ...string) (string, error) {
	cents, err := asyncio.Run(ctx, func(ctx context.Context) (int, error) {
		return Total(ctx, py.NewList(items...))
	})
	if err != nil {
		return "", fmt.Errorf("quote %v: %w", items, err)
	}
	return fmt.Sprintf("%d.%02d EUR", cents/100, cents%100), nil
}
