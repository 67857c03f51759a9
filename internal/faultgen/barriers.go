package faultgen

// barriers are functions of the runtime of which more is known than their
// text tells: what they throw is said here.
var barriers = map[string][]string{
	// Suspending: what other tasks throw ends there, and cancellation comes as
	// an error.
	"asyncio.waitFuture":            {},
	"asyncio.taskCore.wait":         {},
	"asyncio.factoryTask":           {Callback},
	"asyncio.Future.Await":          {},
	"asyncio.Task.Await":            {},
	"asyncio.Sleep":                 {},
	"asyncio.isInstance":            {},
	"asyncio.isCancelled":           {},
	"asyncio.runningLoop":           {},
	"asyncio.insertTimeoutError":    {},
	"asyncio.AsyncGenerator.resume": {Callback, "py.RuntimeError"},
	"py.Generator.Next":             {Callback, "py.RuntimeError", "py.ValueError"},
	"py.NextOf":                     {Callback, "py.RuntimeError", "py.StopIteration", "py.ValueError"},

	// Waking a waiter: it belongs to the loop that runs.
	"asyncio.futureCore.succeed": {},

	"asyncio.void": {},

	// It asks the coroutines that it remembers for their states, no more.
	"asyncio.track": {},

	// What these are given runs in a task of its own.
	"asyncio.LoopCreateTask":   {Task, "py.RuntimeError", "py.TypeError"},
	"asyncio.TaskGroup.spawn":  {Task},
	"asyncio.ensureFuture":     {Task, "py.RuntimeError", "py.TypeError", "py.ValueError"},
	"asyncio.gatherSeq":        {Task},
	"asyncio.GatherFuture":     {Task},
	"asyncio.RunCoroWith":      {Task, "py.RuntimeError", "py.TypeError"},
	"asyncio.RunUntilComplete": {Task, "py.RuntimeError", "py.TypeError"},

	"asyncio.WaitFor":               {Argument},
	"asyncio.WaitForOptional":       {Argument},
	"asyncio.GatherFuture2":         {Task},
	"asyncio.GatherFuture3":         {Task},
	"asyncio.GatherFuture4":         {Task},
	"asyncio.GatherFuture5":         {Task},
	"asyncio.GatherFuture6":         {Task},
	"asyncio.TaskGroup.taskDone":    {},
	"asyncio.TaskGroup.exit":        {"py.TypeError"},
	"asyncio.taskCore.cancelWaiter": {"py.RecursionError"},
	"asyncio.ToAwaitable":           {Dunder, "py.TypeError"},

	// Queues compare priorities.
	"asyncio.Queue.GetNowait": {Dunder, "py.TypeError"},
	"asyncio.Queue.PutNowait": {Dunder, "py.TypeError"},
	"asyncio.Queue.Empty":     {},
	"asyncio.Queue.Full":      {},
	"asyncio.Queue.Qsize":     {},
	"asyncio.Queue.Get":       {Dunder, "py.TypeError"},
	"asyncio.Queue.Put":       {Dunder, "py.TypeError"},

	// Texts: the library's own objects have theirs without fail.
	"py.Repr":   {Dunder, Big},
	"py.Str":    {Dunder, Big},
	"py.BigStr": {Big},

	"py.appendFormatted": {Dunder, Big},

	// Standard output may be an object of the program.
	"py.Print": {Dunder, Big},

	// Making objects and exceptions.
	"py.Box":         {},
	"py.Class.New":   {},
	"py.FromGo":      {},
	"py.WithContext": {},
	"py.BoxError":    {},
	"py.isASCII":     {},
	"py.ParseInt":    {},

	"py.instantiateException": {Dunder, "py.TypeError"},

	// Comparing values: what cannot be compared is a TypeError.
	"py.Lt": {Dunder, "py.TypeError"},
	"py.Le": {Dunder, "py.TypeError"},
	"py.Gt": {Dunder, "py.TypeError"},
	"py.Ge": {Dunder, "py.TypeError"},
	"py.Eq": {Dunder},
	"py.Ne": {Dunder},

	"py.eqElem":         {Dunder},
	"py.equalItems":     {Dunder},
	"py.equalSequences": {Dunder},
	"py.Truth":          {Dunder, "py.TypeError"},
	"py.Len":            {Dunder, "py.TypeError"},
	"py.SortList":       {Argument, Dunder, "py.TypeError", "py.ValueError"},
	"py.List.Sort":      {Argument, Dunder, "py.TypeError", "py.ValueError"},

	// Taking a value out of an any.
	"py.As":       {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsInt":    {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsFloat":  {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsString": {"py.TypeError"},
	"py.AsBool":   {"py.TypeError"},
	"py.AsBytes":  {"py.TypeError"},

	"py.IsInstance": {Dunder, "py.TypeError"},
	"py.IsSubclass": {Dunder, "py.TypeError"},
	"py.TypeOf":     {},
	"py.indexesOf":  {},
	"py.PrintTo":    {Callback, Big, "py.TypeError", "py.ValueError"},

	"py.TupleAs":          {Dunder, "py.TypeError", "py.OverflowError"},
	"py.ListAs":           {Dunder, "py.TypeError", "py.OverflowError"},
	"py.DictAs":           {Dunder, "py.TypeError", "py.OverflowError"},
	"py.SetAs":            {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsOptional":       {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsListOf":         {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsDictOf":         {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsTuple":          {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsDict":           {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsSequence":       {Dunder, "py.TypeError", "py.OverflowError"},
	"py.AsBig":            {Dunder, "py.TypeError", "py.OverflowError"},
	"asyncio.CoroOf":      {"py.TypeError"},
	"asyncio.CoroAs":      {"py.TypeError"},
	"asyncio.AwaitableAs": {"py.TypeError"},

	// Operations on values of any type.
	"py.Add":            arithmetic,
	"py.Sub":            arithmetic,
	"py.Mul":            arithmetic,
	"py.MatMul":         arithmetic,
	"py.TrueDiv":        arithmetic,
	"py.FloorDiv":       arithmetic,
	"py.Mod":            arithmetic,
	"py.Pow":            arithmetic,
	"py.LShift":         arithmetic,
	"py.RShift":         arithmetic,
	"py.And":            arithmetic,
	"py.Or":             arithmetic,
	"py.Xor":            arithmetic,
	"py.IAdd":           arithmetic,
	"py.ISub":           arithmetic,
	"py.IMul":           arithmetic,
	"py.IMatMul":        arithmetic,
	"py.ITrueDiv":       arithmetic,
	"py.IFloorDiv":      arithmetic,
	"py.IMod":           arithmetic,
	"py.IPow":           arithmetic,
	"py.ILShift":        arithmetic,
	"py.IRShift":        arithmetic,
	"py.IAnd":           arithmetic,
	"py.IOr":            arithmetic,
	"py.IXor":           arithmetic,
	"py.Neg":            arithmetic,
	"py.Plus":           arithmetic,
	"py.Invert":         arithmetic,
	"py.GetAttr":        attribute,
	"py.GetAttrDefault": attribute,
	"py.HasAttr":        attribute,
	"py.SetAttr":        attribute,
	"py.DelAttr":        attribute,
	"py.Each":           iteration,
	"py.EachOnce":       iteration,
	"py.Unpack":         iteration,
	"py.UnpackStar":     iteration,
	"py.Contains":       iteration,
	"py.Spread":         iteration,
	"py.IterOf":         iteration,
	"py.GetItem":        item,
	"py.SetItem":        item,
	"py.DelItem":        item,
	"py.UnpackSeq":      {Argument, "py.ValueError"},
	"py.UnpackStarSeq":  {Argument, "py.ValueError"},
	"py.CurrentContext": {},

	// Enums find their members by values of Python's own types.
	"py.EnumOf.Of":       {},
	"py.EnumOf.ByName":   {"py.KeyError"},
	"py.EnumOf.flag":     {"py.ValueError"},
	"py.EnumMember.Hash": {},
	"py.behind":          {},
	"py.isBehind":        {},

	// Hashing keys.
	"py.Dict.findOther": {Dunder, "py.TypeError"},
	"py.Hash":           {Dunder, "py.TypeError"},
}

// What operations on values of any type throw, beside what the program's own
// classes do in their special methods.
var (
	arithmetic = []string{Dunder, "py.TypeError", "py.ValueError", "py.OverflowError", "py.ZeroDivisionError", "py.MemoryError"}
	attribute  = []string{Callback, "py.AttributeError", "py.TypeError", "py.ValueError", "py.RuntimeError"}
	iteration  = []string{Callback, "py.TypeError", "py.ValueError", "py.RuntimeError"}
	item       = []string{Callback, "py.TypeError", "py.ValueError", "py.IndexError", "py.KeyError", "py.OverflowError"}
)
