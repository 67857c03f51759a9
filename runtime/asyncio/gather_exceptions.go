package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// GatherExceptionsFuture is asyncio.gather(*aws, return_exceptions=True) that
// is not awaited at once.
func GatherExceptionsFuture(ctx context.Context, aws ...any) *Future[*py.List[any]] {
	return GatherAny(ctx, true, aws...)
}
