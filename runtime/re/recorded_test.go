package re

import (
	"testing"

	"github.com/py2go-async/py2go-async/runtime/internal/recorded"
)

// TestRecorded compares with calls recorded from CPython 3.13.
func TestRecorded(t *testing.T) { recorded.Run(t, Module, "testdata/cases.json") }
