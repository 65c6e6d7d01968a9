"""A new manager's script: whatever a coach answers, it works and holds those words."""

import json
import re
from pathlib import PurePath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rehearse.coach import run_stories
from rehearse.coach.scaffold import Answers, id_of_file, script_text, shown_name, slug, write_down
from rehearse.coach.scaffold.answers import tidy, words_of
from rehearse.dialogue import Rehearsal
from rehearse.persona import check_persona_text, parse_persona
from rehearse.persona.model import STANCES
from rehearse.persona.schema import MODELINE, schema

ODD = (
    "", " ", "no", "~", "- x", "? y", "key: value", "# not a remark", "we are #1 : so", "it's 'so'",
    'say "no"', "\\n", "{role}", "{", "}", "(shrugs", ":)", "[a, b]", "&a *b !c |d >e %f @g `h`",
    "--- x", "...", "\t\ttab", "two\nlines", "\r\n", "🙂", "👩‍👩‍👧 läuft", "Il n'y a pas d'argent , hein ?",
    "予算がありません。", "לא עכשיו", "“curly” and \"straight\"", "‘so’ it's", "TODO", "XXX", "Name here",
    "<<stance>>", "# rehearse: allow P402", "so # rehearse: allow P999 because x", "## # #rehearse: x", "\x1b[2J", "\ud800", "\ufeffx", "\u2028y",
    "a" * 5000, "one word more " * 300, "12:30", "0x1F", "1e3", "null", "true", "=", "<<", "__", "\u200b", "%",
    "Promote me or I quit.", "What? Why? When?", "(He laughs.) Never.", "a  b", "Well , no .",
)  # fmt: skip
WORDS = st.one_of(st.sampled_from(ODD), st.text(max_size=60),
                  st.text("abc:#-?\"'{}[]()“”’,.!&*|>%@` \n", max_size=30))  # fmt: skip
ANSWERS = st.builds(
    Answers, stance=st.sampled_from(("", *STANCES)), scene=WORDS, wants=WORDS, fears=WORDS,
    objections=st.lists(WORDS, max_size=2).map(tuple), role=WORDS,
)  # fmt: skip
NAMES = WORDS.filter(shown_name)


def written(name, answers):
    """The script of a manager with this name: its id and its text."""
    return slug(name), script_text(shown_name(name), slug(name), answers)


def is_sound(name, answers):
    """No finding, every story as promised, and each answer there as it was given."""
    script_id, text = written(name, answers)
    file = f"{script_id}.yaml"
    assert [one.render() for one in check_persona_text(text, file)] == []
    persona = parse_persona(text, file)
    assert [one.render() for one in run_stories(persona) if not one.passed] == []
    said = {key: beat.says[0].text for key, beat in persona.beats.items()}
    full = answers.complete()
    assert (persona.name, persona.stance) == (shown_name(name), full.stance)
    assert persona.role == full.role
    assert " ".join(persona.brief.split()) == full.scene
    assert said["the_case"] == full.wants
    assert said["the_fear"] == full.fears
    assert (said["first_objection"], said["second_objection"]) == full.objections


@settings(max_examples=25, deadline=None)
@given(NAMES, ANSWERS)
@example("no", Answers("surly", "no", "- x", "#", ("no", "no")))
@example("Ann: the # one", Answers("receptive", 'a: "b" #c', "{x}", "(", (":)", "say 'no' \\")))
def test_whatever_is_answered_the_script_is_sound(name, answers):
    """It checks clean, its stories go as promised, and the manager says the coach's words."""
    is_sound(name, answers)


@pytest.mark.parametrize("stance", STANCES)
def test_odd_answers_one_by_one(stance):
    """Each of them in some place of a script of each stance."""
    for start in range(0, len(ODD), 4):
        scene, wants, fears, first = (ODD * 2)[start : start + 4]
        is_sound("Rita Moss", Answers(stance, scene, wants, fears, (first, wants), first))


@pytest.mark.parametrize("stance", STANCES)
def test_the_usual_script_needs_no_exception(stance):
    """Nothing in what ships is allowed by a remark, and lines of the file fit a narrow editor."""
    _, text = written("rita moss", Answers(stance))
    assert "rehearse: allow" not in text
    remarks = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert max(map(len, remarks)) <= 100
    assert "<<" not in text


@pytest.mark.parametrize("stance", STANCES)
def test_the_script_is_of_the_size_and_kind_that_was_promised(stance):
    """Six beats with a hint each, three stories, four endings, and the line that editors read."""
    _, text = written("rita moss", Answers(stance))
    persona = parse_persona(text)
    assert text.startswith(MODELINE + "\n")
    assert (len(persona.beats), len(persona.endings), len(persona.stories)) == (6, 4, 3)
    assert all(beat.hint for beat in persona.beats.values())
    assert {story.talk[-1].expect.outcome for story in persona.stories} == {
        "agreed", "partial", "walked_out",
    }  # fmt: skip


def test_editors_find_nothing_wrong_with_it_either():
    """YAML as editors read it fits the schema, names such as `no` included."""
    yaml = pytest.importorskip("yaml")
    valid = Draft202012Validator(schema())
    for name, answer in (("no", "no"), ("12", "12:30"), ("Rita Moss", "~"), ("null", "yes")):
        _, text = written(name, Answers("", answer, answer, answer, (answer, answer)))
        assert [one.message for one in valid.iter_errors(yaml.safe_load(text))] == []


def test_each_stance_has_words_of_its_own():
    """All fill the same gaps, and no line is said by two of them."""
    words = {stance: words_of(stance) for stance in STANCES}
    assert len({frozenset(one) for one in words.values()}) == 1
    lines = [
        line for one in words.values() for key, value in one.items() for line in value
        if key not in ("difficulty", "patience", "trust", "needed", "threats")
    ]  # fmt: skip
    alike = {line for line in lines if lines.count(line) > 1}
    assert alike == set()


@pytest.mark.parametrize("stance", STANCES)
def test_a_talk_goes_through_to_an_ending_whatever_is_said(stance):
    """Neither silence nor one word again and again keeps it from ending."""
    persona = parse_persona(written("rita moss", Answers(stance))[1])
    for word in ("", "Okay.", "I would like to lead the team.", "Why?"):
        talk = Rehearsal(persona, seed=1)
        while talk.end is None:
            talk.reply(word)
        assert talk.end.outcome in ("partial", "refused", "walked_out")


def test_it_names_every_remark_it_needs_and_loses_no_words():
    """Where the check objects to the coach's own words, they stay and a remark allows them."""
    long = "We have always done it like this, " * 20
    _, text = written("rita moss", Answers(wants=long))
    assert tidy(long) in text
    assert re.search(r"\n +# rehearse: allow P402 because .*\n +- ", text)


@pytest.mark.parametrize("stance", STANCES)
def test_the_lines_to_try_work_without_their_hash(stance):
    """The phrases that the last remark offers are heard, and nothing is wrong with them."""
    _, text = written("rita moss", Answers(stance))
    tried = re.sub(r"^# (phrases:|  direct_ask:)", r"\1", text, flags=re.MULTILINE)
    assert tried != text
    assert check_persona_text(tried, "rita-moss.yaml") == []
    talk = Rehearsal(parse_persona(tried), seed=1)
    assert talk.reply("So it is about the late shift job.").to == "the_case"


def test_the_same_answers_give_the_same_script():
    """Nothing in it comes from the clock or from chance."""
    assert written("a b", Answers("surly")) == written("a b", Answers("surly"))


@pytest.mark.parametrize(("typed", "name", "file"), [
    ("rita-moss", "Rita Moss", "rita-moss"), ("Rita Moss", "Rita Moss", "rita-moss"),
    ("rita moss.yaml", "Rita Moss", "rita-moss"), ("Zoë O'Neil", "Zoë O'Neil", "zoe-oneil"),
    ("Dr. Søren Weiß", "Dr. Søren Weiß", "dr-soren-weiss"), ("田中", "田中", "my-manager"),
    ("../etc/passwd", "../etc/passwd", "etc-passwd"), ("no", "No", "no"), ("-o", "-o", "o"),
])  # fmt: skip
def test_names_become_files(typed, name, file):
    """As shown, and as a file that any system takes."""
    assert (shown_name(typed), slug(typed)) == (name, file)


@given(st.text())
def test_every_name_has_a_file(typed):
    """The file's name is an id, whatever was typed."""
    assert id_of_file(PurePath(f"{slug(typed)}.yaml")) == slug(typed)
    assert len(slug(typed)) <= 60


@pytest.mark.parametrize("name", ["Rita.yaml", "rita moss.yaml", "rita.txt", "rita", ".yaml"])
def test_a_file_that_cannot_be_a_script_is_known(name):
    """Capitals, spaces and other endings."""
    assert id_of_file(PurePath(name)) == ""


def test_nothing_is_written_over(tmp_path):
    """Neither a script nor a schema that is there already, nor what a dangling link names."""
    path, schema_file = tmp_path / "a.yaml", tmp_path / "persona.schema.json"
    assert write_down(path, "one\n") == (path, schema_file)
    assert json.loads(schema_file.read_text("utf-8")) == schema()
    schema_file.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_down(path, "two\n")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "nowhere.yaml")
    with pytest.raises(FileExistsError):
        write_down(tmp_path / "b.yaml", "two\n")
    assert write_down(tmp_path / "c.yaml", "three\n") == (tmp_path / "c.yaml",)
    assert (path.read_text("utf-8"), schema_file.read_text("utf-8")) == ("one\n", "mine")
