from rehearse.source import Place, Problem, SourceError


def test_a_problem_reads_as_place_sentence_mend_and_caret():
    """The caret stands under the column, and the mend follows the sentence."""
    found = Problem(
        Place("a.yaml", 2, 4), "P004", "No such key.", "Did you mean b?", quoted="ab c: d"
    )
    assert found.render().split("\n") == [
        "a.yaml:2:4: error P004: No such key. Did you mean b?",
        "    ab c: d",
        "       ^",
    ]


def test_problems_are_told_in_the_order_of_the_file():
    """Whatever order they were found in."""
    late, early = (Problem(Place("a", line, 1), "P001", "x") for line in (10, 9))
    assert SourceError([late, early]).problems == (early, late)
