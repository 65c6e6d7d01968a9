import pytest

from rehearse.source import (
    Choice,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    Text,
    YesNo,
    conform,
    did_you_mean,
    parse_document,
    read_number,
    read_yes_no,
)

LINE = OneOf(
    text=Text(),
    map=Fields(
        what="a line",
        fields={
            "line": Field(shape=Text(), about="", required=True, example="Hello."),
            "weight": Field(shape=Number(low=0.5, high=9, whole=False), about=""),
        },
    ),
)
TREE = Fields(what="a tree", fields={"under": Field(shape=Named("tree", lambda: TREE), about="")})
SHAPE = Fields(
    what="a card",
    fields={
        "says": Field(shape=ListOf(item=LINE, least=1), about=""),
        "stance": Field(
            shape=Choice(("surly", "hesitant")), about="", required=True, example="surly"
        ),
        "level": Field(shape=Number(low=1, high=5), about=""),
        "loud": Field(shape=YesNo(), about=""),
        "meters": Field(
            shape=MapOf(value=Number(), key=Text(what="a name", pattern="[a-z]+")), about=""
        ),
        "tree": Field(shape=TREE, about=""),
    },
)


def check(text, *problems):
    """The findings about a text are exactly these: (code, line, column)."""
    found = conform(parse_document(text, "f.yaml"), SHAPE)
    assert [(one.code, one.place.line, one.place.column) for one in found] == list(problems)
    return found


def test_what_has_the_declared_shape_has_no_problems():
    """Every way of writing that is declared passes."""
    check(
        "says: [a, {line: b, weight: 0.5}]\nstance: surly\nlevel: +5\nloud: No\n"
        "meters: {trust: -3}\ntree: {under: {under: {}}}"
    )


def test_every_problem_is_told_at_once_in_the_order_of_the_file():
    """One pass finds them all."""
    check(
        "says:\n  - [a]\n  - {line: b, weight: 12}\nstance: surley\nlevel: x\nloud: maybe\n"
        "meters: {Trust: 1}\ntree: {under: {over: {}}}",
        ("P006", 2, 5), ("P012", 3, 23), ("P011", 4, 9), ("P006", 5, 8), ("P006", 6, 7),
        ("P107", 7, 10), ("P004", 8, 16),
    )  # fmt: skip


def test_a_misspelt_key_is_answered_with_the_one_meant_and_nothing_more():
    """The key that was meant is not also reported missing."""
    (found,) = check("stanse: surly", ("P004", 1, 1))
    assert found.mend == "Did you mean stance?"


def test_a_missing_key_comes_with_an_example():
    """The mend shows what to write."""
    (found,) = check("level: 1", ("P005", 1, 1))
    assert "stance: surly" in found.mend


@pytest.mark.parametrize("line", ["Here is the thing: no", "{name}"])
def test_speech_without_its_quotes_is_recognised(line):
    """A line that YAML takes for a map is answered with: put quotes around it."""
    (found,) = check(f"stance: surly\nsays:\n  - {line}", ("P006", 3, 5))
    assert "double quotes" in found.mend


def test_a_comma_in_braces_is_explained():
    """A text cut by a comma in {…} is not just called an unknown key."""
    (found,) = check("stance: surly\nsays: [{line: Well, no more}]", ("P004", 2, 21))
    assert "comma" in found.message
    assert 'line: "Well, no more"' in found.mend
    (found,) = check("stance: surly\nsays: [{line: No, then: no day, no form}]", ("P004", 2, 19))
    assert 'line: "No, then: no day, no form"' in found.mend


def test_a_name_is_spelt_for_the_author():
    """What was written in words is shown as the name it would be, accents and all."""
    names = MapOf(value=Text(), key=Text(pattern="[a-z_]+", joined="_", mend="Like small_thaw."))
    for key, mend in (("Shown the Dóor", "Write shown_the_door"), ("日本", "Like small_thaw.")):
        (found,) = conform(parse_document(f"{key}: x"), names)
        assert found.mend == mend


def test_at_most_a_hundred_problems_are_told():
    """A file that is wrong throughout does not flood the screen."""
    text = "stance: surly\nmeters:\n" + "".join(f"  K{n}: x\n" for n in range(300))
    assert len(conform(parse_document(text), SHAPE)) == 100


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        ("+5", 5),
        (" -3 ", -3),
        ("1_0", None),
        ("0x1", None),
        ("1e3", None),
        ("", None),
        ("²", None),
        ("٣", None),
    ],
)
def test_only_plain_digits_are_a_whole_number(text, number):
    """Forms that Python reads and people do not write are refused."""
    assert read_number(text) == number


def test_yes_and_no_are_read_in_any_case():
    """The words people write for yes and no are read; others are nothing."""
    assert [read_yes_no(word) for word in ("Yes", "no", "TRUE", "false", "1")] == [
        True, False, True, False, None,
    ]  # fmt: skip


def test_did_you_mean_lists_what_there_is_where_nothing_is_near():
    """A name unlike all others is answered with the names there are."""
    assert did_you_mean("zzz", ["plan", "hint"]) == "Known: plan, hint."
    assert did_you_mean("zzz", []) == ""
