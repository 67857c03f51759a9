package py

import (
	"errors"
	"testing"
)

type testColor struct{ EnumMember[int] }

func (c *testColor) Str() string { return "color " + c.Name }

type testPerm struct{ EnumMember[int] }

type testLevel struct{ EnumMember[int] }

var (
	testRed, testBlue             *testColor
	testColors                    *EnumOf[*testColor]
	testRead, testWrite, testBoth *testPerm
	testPerms                     *EnumOf[*testPerm]
	testLow, testHigh             *testLevel
)

// Within the package, variables are made before the init functions that
// complete the class Enum.
func init() {
	testRed, testBlue = NewMember[testColor]("RED", 1), NewMember[testColor]("BLUE", 2)
	testColors = DefineEnum("Color", Enum, testRed, testBlue).Alias("AZURE", testBlue)
	testRead, testWrite, testBoth = NewMember[testPerm]("READ", 1), NewMember[testPerm]("WRITE", 2), NewMember[testPerm]("BOTH", 3)
	testPerms = DefineEnum("Perm", Flag, testRead, testWrite, testBoth)
	testLow, testHigh = NewMember[testLevel]("LOW", 1), NewMember[testLevel]("HIGH", 7)
	DefineEnum("Level", Bases{IntType, Enum}, testLow, testHigh)
}

// What CPython 3.13 prints for the same members.
func TestTypedEnumTexts(t *testing.T) {
	for _, c := range []struct {
		got, want string
	}{
		{Str(testRed), "color RED"},
		{Repr(testRed), "<Color.RED: 1>"},
		{Format(testBlue, ">11"), " color BLUE"},
		{Repr(testColors.Class()), "<enum 'Color'>"},
		{Repr(NewList(testRed, testBlue)), "[<Color.RED: 1>, <Color.BLUE: 2>]"},
		{Repr(testColors.Map()), "{'RED': <Color.RED: 1>, 'BLUE': <Color.BLUE: 2>, 'AZURE': <Color.BLUE: 2>}"},
		{Repr(testPerms.Members()), "(<Perm.READ: 1>, <Perm.WRITE: 2>)"},
		{Str(FlagXor(testBoth, testWrite)), "Perm.READ"},
		{Repr(FlagAnd(testRead, testWrite)), "<Perm: 0>"},
		{Str(FlagNot(testRead)), "Perm.WRITE"},
		{Repr(FlagParts(testBoth)), "(<Perm.READ: 1>, <Perm.WRITE: 2>)"},
		{Repr(Add(testLow.Boxed(), 1)), "2"},
		{Str(testLow), "Level.LOW"},
		{Repr(GetAttr(testHigh.Boxed(), "value")), "7"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestTypedEnumIdentity(t *testing.T) {
	byValue, err := testColors.Of(2)
	if err != nil || byValue != testBlue || testColors.ByName("AZURE") != testBlue {
		t.Errorf("Color(2) gives %v, %v", byValue, err)
	}
	if As[*testColor](testRed.Boxed()) != testRed || !IsType[*testColor](testRed.Boxed()) || IsType[*testColor](testLow.Boxed()) {
		t.Error("a member is not the one behind its object")
	}
	if FlagOr(testRead, testWrite) != testBoth || FlagAnd(testRead, testWrite) != FlagAnd(testWrite, testRead) {
		t.Error("flags with the same bits differ")
	}
	if !FlagHas(testBoth, testRead) || FlagHas(testRead, testWrite) {
		t.Error("FlagHas")
	}
	d := NewDict[*testLevel, string]()
	d.Set(testLow, "x")
	if d.Get(testLow) != "x" || d.Contains(testHigh) || Hash(testLow.Boxed()) != HashInt(1) {
		t.Error("a member is not found as a key")
	}
	if !Eq(testLow.Boxed(), 1) || Eq(testRed.Boxed(), 1) || !Lt(testLow.Boxed(), testHigh.Boxed()) {
		t.Error("comparison of objects")
	}
}

func TestTypedEnumErrors(t *testing.T) {
	if _, err := testColors.Of("no"); !errors.Is(err, ValueError) || err.Error() != "ValueError: 'no' is not a valid Color" {
		t.Errorf("Color('no'): %v", err)
	}
	if err := Catch(func() error { testColors.ByName("PINK"); return nil }); !errors.Is(err, KeyError) {
		t.Errorf("Color['PINK']: %v", err)
	}
}
