package py

import "strings"

// suggest returns the candidate nearest to the misspelt name, as CPython's
// "Did you mean" chooses it, or "".
func suggest(wrong string, candidates []string) string {
	const maxCandidates, maxString = 750, 40
	if len(candidates) >= maxCandidates || len(wrong) > maxString {
		return ""
	}
	best, bestName := -1, ""
	for _, c := range candidates {
		if c == wrong {
			continue
		}
		limit := (len(wrong) + len(c) + 3) * moveCost / 6
		if best >= 0 {
			limit = min(limit, best-1)
		}
		if d := editDistance(wrong, c, limit); d <= limit {
			if best < 0 || d < best {
				best, bestName = d, c
			}
		}
	}
	return bestName
}

// The costs of an edit: a change of case is cheaper than another letter.
const (
	moveCost = 2
	caseCost = 1
)

// editDistance is the weighted Levenshtein distance of a and b, or limit+1
// when it is more than limit.
func editDistance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * moveCost
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j := 0; j < len(b); j++ {
		distance := j * moveCost
		result = distance
		least := int(^uint(0) >> 1)
		for i := 0; i < len(a); i++ {
			sub := distance + substitution(b[j], a[i])
			distance = row[i]
			result = min(sub, min(result, distance)+moveCost)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}

func substitution(a, b byte) int {
	switch {
	case a == b:
		return 0
	case strings.EqualFold(string(rune(a)), string(rune(b))):
		return caseCost
	}
	return moveCost
}
