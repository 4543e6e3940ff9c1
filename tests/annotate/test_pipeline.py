"""The layers as spaCy components: their public names, their order, and their use in somebody else's pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from variorum.annotate.layer import LAYERS as ATTRIBUTES
from variorum.annotate.pipeline import BEFORE_THE_PARSER, DEFAULT_PIPELINE, LAYERS, PipelineError, load_pipeline

ROOT = Path(__file__).parent.parent.parent
PUBLIC: dict[str, str] = json.loads(Path(__file__).with_name("components.json").read_text(encoding="utf-8"))
TEXT = (
    'At least 12 people were killed in Aleppo on Monday. "The bridge is closed," the mayor, Anna Berg, told reporters.'
)


@pytest.fixture(scope="module")
def stock() -> Language:
    """Somebody else's pipeline: the stock one with our layers added by name, no Report anywhere."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    for layer in LAYERS:
        nlp.add_pipe(layer)
    return nlp


def test_the_public_names_are_those_of_the_entry_points() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["spacy_factories"] == PUBLIC


def test_the_pipeline_holds_all_public_components_in_order() -> None:
    assert [*BEFORE_THE_PARSER, *LAYERS] == list(PUBLIC)
    ours = [name for name in load_pipeline().pipe_names if name in PUBLIC]
    assert ours == list(PUBLIC)


def test_blocks_come_before_the_parser_and_the_other_layers_after_the_names() -> None:
    names = load_pipeline().pipe_names
    assert names.index("variorum_blocks") < names.index("parser")
    assert max(names.index(n) for n in ("parser", "lemmatizer", "ner")) < min(names.index(n) for n in LAYERS)


def test_on_one_thread_numpy_multiplies_the_matrices_and_what_is_read_stays_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    one = load_pipeline.__wrapped__(DEFAULT_PIPELINE)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    several = load_pipeline.__wrapped__(DEFAULT_PIPELINE)
    assert [nlp.get_pipe("ner").model.ops.use_blis for nlp in (one, several)] == [False, True]
    assert one(TEXT).to_json() == several(TEXT).to_json()


def test_nothing_that_a_component_requires_is_missing_before_it() -> None:
    analysis = load_pipeline().analyze_pipes()
    assert analysis is not None
    problems = analysis["problems"]
    assert {name: missing for name, missing in problems.items() if missing} == {}


def test_the_layers_read_a_plain_string_in_a_stock_pipeline(stock: Language) -> None:
    doc = stock(TEXT)
    (said,) = doc._.quotations
    assert (said.mode, said.content.text, said.cue.text) == ("direct", '"The bridge is closed,"', "told")
    assert [voice.span.text for voice in said.voice] == ["Anna Berg"]
    assert [(q.span.text, q.low, q.high, q.of) for q in doc._.quantities] == [("At least 12", 12, None, "people")]
    assert [(t.span.text, t.edtf) for t in doc._.times] == [("Monday", "XXXX-XX-XX")]
    assert {"Anna Berg", "Aleppo"} <= {e.name for e in doc._.entities}
    assert [p.iso3166 for p in doc._.place_references if p] == ["SY"]
    assert "kill" in {p.lemma for p in doc._.propositions}


def test_spans_of_a_plain_string_stand_where_they_say(stock: Language) -> None:
    doc = stock(TEXT)
    spans = [m.span for m in doc._.mentions] + [p.span for p in doc._.propositions] + [t.span for t in doc._.times]
    assert spans
    assert all(span.text == TEXT[span.start : span.end] for span in spans)


def test_each_layer_hangs_on_the_doc_as_a_tuple(stock: Language) -> None:
    doc = stock(TEXT)
    assert all(isinstance(getattr(doc._, name), tuple) and getattr(doc._, name) for name in ATTRIBUTES)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Fire."])
def test_next_to_nothing_breaks_no_layer(stock: Language, text: str) -> None:
    assert stock(text)._.quotations == ()


def test_a_pipeline_finds_the_components_without_an_import_of_ours() -> None:
    code = (
        f"import spacy\nnlp = spacy.load({DEFAULT_PIPELINE!r})\n"
        f"for name in {LAYERS!r}: nlp.add_pipe(name)\n"
        f"print([q.content.text for q in nlp({TEXT!r})._.quotations])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == "['\"The bridge is closed,\"']\n", done.stderr


def test_a_pipeline_that_is_not_installed_is_named_in_the_error() -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline: no such spaCy pipeline is installed"):
        load_pipeline("no_such_pipeline")
