package parser

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// nameTable maps character names to characters. It is built on first use:
// few programs spell characters by name.
var nameTable = sync.OnceValue(func() map[string]rune {
	table := make(map[string]rune, 40000)
	for r := rune(0x20); r <= unicode.MaxRune; r++ {
		if name := runenames.Name(r); name != "" && name[0] != '<' {
			table[name] = r
		}
	}
	return table
})

// runesByName returns the text that \N{name} stands for. The case of the name
// does not matter.
func runesByName(name string) (string, bool) {
	name = strings.ToUpper(name)
	if r, ok := nameAliases[name]; ok {
		return string(r), true
	}
	if r, ok := cjkByName(name); ok {
		return string(r), true
	}
	if r, ok := hangulByName(name); ok {
		return string(r), true
	}
	r, ok := nameTable()[name]
	return string(r), ok
}

// cjkByName finds names such as CJK UNIFIED IDEOGRAPH-4E00.
func cjkByName(name string) (rune, bool) {
	hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-")
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || hex != fmt.Sprintf("%04X", n) || !isIdeograph(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// isIdeograph reports whether r is one of Unicode 15.1's unified ideographs,
// some of which Go's Unicode 15.0 lacks.
func isIdeograph(r rune) bool {
	return unicode.Is(unicode.Unified_Ideograph, r) || 0x2ebf0 <= r && r <= 0x2ee5d
}

// The parts of Hangul syllables, in the order of their code points.
var (
	hangulLead  = strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " ")
	hangulVowel = strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " ")
	hangulTail  = strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
)

// hangulByName finds names such as HANGUL SYLLABLE GAG.
func hangulByName(name string) (rune, bool) {
	syllable, ok := strings.CutPrefix(name, "HANGUL SYLLABLE ")
	if !ok {
		return 0, false
	}
	for l, lead := range hangulLead {
		rest, ok := strings.CutPrefix(syllable, lead)
		if !ok {
			continue
		}
		for v, vowel := range hangulVowel {
			tail, ok := strings.CutPrefix(rest, vowel)
			if !ok {
				continue
			}
			for t, name := range hangulTail {
				if tail == name {
					return rune(0xac00 + (l*len(hangulVowel)+v)*len(hangulTail) + t), true
				}
			}
		}
	}
	return 0, false
}
