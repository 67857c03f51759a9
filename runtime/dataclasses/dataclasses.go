// Package dataclasses is Python's module dataclasses for dynamic code. The
// machinery is part of the object model in runtime/py; dataclasses of typed
// programs are emitted as structs.
package dataclasses

import "github.com/py2go-async/py2go-async/runtime/py"

// Module is the module dataclasses as a Python value.
var Module = py.ModuleDataclasses

// FrozenInstanceError is raised by assignments to a frozen dataclass.
var FrozenInstanceError = py.FrozenInstanceError
