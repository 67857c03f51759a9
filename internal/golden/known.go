package golden

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

// Known is the list of cases that are known to fail: testdata/known_failures.txt.
// Each line is a case, a mode (typed, dynamic, or convert for both), and the
// reason.
type Known map[KnownKey]string

// KnownKey is a case in a mode.
type KnownKey struct {
	Case string
	Mode string
}

// convertMode in the list stands for a program that converts in neither mode.
const convertMode = "convert"

// LoadKnown reads the list; a file that does not exist is an empty one.
func LoadKnown(file string) (Known, error) {
	data, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	known := make(Known)
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.SplitN(line, " ", 3)
		if len(fields) != 3 || fields[1] != convertMode && fields[1] != string(Typed) && fields[1] != string(Dynamic) {
			return nil, fmt.Errorf("%s:%d: want \"CASE typed|dynamic|convert REASON\"", file, number)
		}
		known[KnownKey{fields[0], fields[1]}] = fields[2]
	}
	return known, nil
}

// Expected returns the reason why the case is known to fail in the mode.
func (k Known) Expected(name string, mode Mode) (reason string, listed bool) {
	if reason, listed = k[KnownKey{name, string(mode)}]; listed {
		return reason, true
	}
	reason, listed = k[KnownKey{name, convertMode}]
	return reason, listed
}

// Stale returns the keys that the outcomes contradict: cases that pass (or, for
// convert, that convert in some mode), and cases that are no longer there. It
// needs the outcomes of all cases in both modes.
func (k Known) Stale(outcomes []Outcome) []KnownKey {
	passed := make(map[KnownKey]bool)
	exists := make(map[string]bool)
	for _, outcome := range outcomes {
		exists[outcome.Case.Name] = true
		if outcome.Passed() {
			passed[KnownKey{outcome.Case.Name, string(outcome.Mode)}] = true
		}
		if outcome.Stage != StageConvert {
			passed[KnownKey{outcome.Case.Name, convertMode}] = true
		}
	}
	var stale []KnownKey
	for key := range k {
		if !exists[key.Case] || passed[key] {
			stale = append(stale, key)
		}
	}
	sortKeys(stale)
	return stale
}

// Unexpected returns the outcomes that failed without being listed.
func (k Known) Unexpected(outcomes []Outcome) []Outcome {
	var unexpected []Outcome
	for _, outcome := range outcomes {
		if _, listed := k.Expected(outcome.Case.Name, outcome.Mode); !outcome.Passed() && !listed {
			unexpected = append(unexpected, outcome)
		}
	}
	return unexpected
}

// Revise takes the stale keys out of the list and puts the unexpected failures
// in, the first line of their detail as the reason.
func (k Known) Revise(outcomes []Outcome) {
	for _, key := range k.Stale(outcomes) {
		delete(k, key)
	}
	unconverted := make(map[string]int)
	for _, outcome := range outcomes {
		if outcome.Stage == StageConvert {
			unconverted[outcome.Case.Name]++
		}
	}
	for _, outcome := range k.Unexpected(outcomes) {
		key := KnownKey{outcome.Case.Name, string(outcome.Mode)}
		if unconverted[key.Case] == len(Modes) {
			key.Mode = convertMode
		}
		k[key] = string(outcome.Stage) + ": " + strings.Join(strings.Fields(firstLines(outcome.Detail)), " ")
	}
}

func firstLines(detail string) string {
	lines := strings.Split(detail, "\n")
	return strings.Join(lines[:min(3, len(lines))], " ")
}

// Save writes the list, sorted.
func (k Known) Save(file string) error {
	keys := make([]KnownKey, 0, len(k))
	for key := range k {
		keys = append(keys, key)
	}
	sortKeys(keys)
	var out strings.Builder
	out.WriteString("# Golden cases that are known to fail, and why: CASE typed|dynamic|convert REASON\n" +
		"# A case that is listed and passes fails the test: take its line out\n" +
		"# (go run ./internal/golden/cmd/golden -write-known).\n")
	for _, key := range keys {
		fmt.Fprintf(&out, "%s %s %s\n", key.Case, key.Mode, k[key])
	}
	return os.WriteFile(file, []byte(out.String()), 0o644)
}

func sortKeys(keys []KnownKey) {
	sort.Slice(keys, func(i, j int) bool {
		if keys[i].Case != keys[j].Case {
			return keys[i].Case < keys[j].Case
		}
		return keys[i].Mode < keys[j].Mode
	})
}
