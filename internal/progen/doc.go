// Package progen generates random Python programs and compares what CPython
// 3.13 and the converted Go make of them. A program depends on nothing but its
// kind, its seed and its number, so a find can be told by these three.
//
// A [Program] is a prelude and independent snippets that print labelled lines;
// a [Snippet] is a tree of statements, which is what the shrinker cuts down.
// [Kinds] lists what there is to generate:
//
//   - expr: expressions over all builtin types, from tables of productions
//     ("str ::= {str}.center({@width}, {@char})"),
//   - stmt: functions of nested control flow that print a trace,
//   - class: class hierarchies with overriding and special methods,
//   - async: the statements in coroutines, in tasks that are cancelled and time
//     out.
//
// Every generated program is valid and ends; what it prints depends on no
// address and no clock. A [Checker] runs many of them in a few processes: one
// Python for all, one Go binary for each mode, built by internal/golden.
package progen
