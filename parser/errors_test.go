package parser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
)

// verdict is what CPython says about a program of testdata/parser/errors:
// nothing, or a position and a message.
type verdict struct{ start, end, msg string }

var verdictLine = regexp.MustCompile(`^### (\d+:-?\d+)-(\d+:-?\d+) (.*)$`)

// errorCases returns the programs of one file with their verdicts.
func errorCases(t testing.TB, name string) map[string]verdict {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]verdict{}
	for _, chunk := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n---\n") {
		i := strings.LastIndex(chunk, "\n### ")
		if i < 0 {
			t.Fatalf("%s: no verdict: %q", name, chunk)
		}
		var v verdict
		if m := verdictLine.FindStringSubmatch(chunk[i+1:]); m != nil {
			v = verdict{m[1], m[2], m[3]}
		} else if chunk[i+1:] != "### ok" {
			t.Fatalf("%s: bad verdict: %q", name, chunk)
		}
		cases[chunk[:i+1]] = v
	}
	return cases
}

// better are messages of CPython that we do not repeat as they are.
var better = map[string]string{
	"f-string: conversion type must come right after the exclamanation mark": "f-string: conversion type must come right after the exclamation mark",
}

// TestErrors compares accepted and rejected programs with CPython 3.13: the
// first error has its message and begins where it does.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob("../testdata/parser/errors/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			for src, want := range errorCases(t, file) {
				_, diags := parser.Parse("x.py", []byte(src), parser.Options{Minor: 13})
				if m := better[want.msg]; m != "" {
					want.msg = m
				}
				var got verdict
				if len(diags) > 0 {
					d := diags[0]
					got.start = fmt.Sprintf("%d:%d", d.Range.Start.Line, d.Range.Start.Col)
					got.msg = d.Message
				}
				if got.msg != want.msg || got.start != want.start {
					t.Errorf("%s\n got %s %s\nwant %s %s", src, got.start, got.msg, want.start, want.msg)
				}
			}
		})
	}
}
