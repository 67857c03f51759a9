// Package dataclasses is Python's module dataclasses for dynamic code. The
// machinery is part of the object model in runtime/py; dataclasses of typed
// programs are emitted as structs.
package dataclasses

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Module is the module dataclasses as a Python value.
var Module = py.ModuleDataclasses

// FrozenInstanceError is raised by assignments to a frozen dataclass.
var FrozenInstanceError = py.FrozenInstanceError

// AsDict is dataclasses.asdict(obj): TypeError if obj is no instance of a
// dataclass.
func AsDict(ctx context.Context, obj any) (*py.Dict[any, any], error) {
	d, err := py.AsDict(ctx, obj, nil)
	if err != nil {
		return nil, err
	}
	return py.As[*py.Dict[any, any]](d), nil
}

// AsTuple is dataclasses.astuple(obj): TypeError if obj is no instance of a
// dataclass.
func AsTuple(ctx context.Context, obj any) (*py.Tuple[any], error) {
	t, err := py.AsTuple(ctx, obj, nil)
	if err != nil {
		return nil, err
	}
	return py.As[*py.Tuple[any]](t), nil
}

// IsDataclass is dataclasses.is_dataclass(obj).
func IsDataclass(obj any) bool { return py.IsDataclass(obj) }
