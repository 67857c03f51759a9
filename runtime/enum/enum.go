// Package enum is Python's module enum for dynamic code. The classes
// themselves are part of the object model in runtime/py; enums of typed
// programs are emitted as Go types.
package enum

import "github.com/py2go-async/py2go-async/runtime/py"

// Module is the module enum as a Python value.
var Module = py.ModuleEnum
