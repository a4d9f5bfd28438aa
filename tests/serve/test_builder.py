"""An author's story with the preview's builder, each line saying whether there is anything new to be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.build.again import Memory
from site_gen.build.publish import NotOurs
from site_gen.build.site import Options, Report, build_site
from site_gen.serve import builder as builder_module
from site_gen.serve.builder import FEW, Builder
from site_gen.serve.handlers import State
from tests.sites import options, small_site

GUIDE = "pathways/cook-to-baker.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


@pytest.fixture
def builder(site: Path) -> Builder:
    """A builder that has built once."""
    state = State(output=site / "output", base_path="/", hosts=frozenset())
    made = Builder(options=options(site), state=state, colour=False)
    assert made.build()
    return made


def save(builder: Builder, old: str, new: str, key: str = GUIDE) -> bool:
    """Edit a file and build; whether that gives anything new to be shown, which must be an edition of its own."""
    file = builder.options.site / "content" / key
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    before = builder.state.edition
    is_new = builder.build_again({str(file)})
    assert is_new is (builder.state.edition != before)
    return is_new


def page(builder: Builder) -> str:
    return (builder.state.output / "pathways" / "cook-to-baker.html").read_text("utf-8")


def test_nothing_changed_is_nothing_new(builder: Builder) -> None:
    assert not builder.build_again({"content/whatever.md"})


def test_saved_words_are_new_and_published(builder: Builder) -> None:
    assert save(builder, "Heat is heat.", "Heat is warmth.")
    assert "Heat is warmth." in page(builder)


def test_mistake_is_new_once_and_mending_it_is(builder: Builder) -> None:
    assert save(builder, "difficulty: easy", "difficulty: eazy")
    assert "1 error" in builder.state.title
    assert "W102" in builder.state.text
    assert not save(builder, "Heat is heat.", "Heat is warmth.")
    assert "Heat is heat." in page(builder)
    assert save(builder, "difficulty: eazy", "difficulty: easy")
    assert (builder.state.title, builder.state.text) == ("", "")
    assert "Heat is warmth." in page(builder)


def test_mistake_taken_back_is_new_though_the_site_is_the_same(builder: Builder) -> None:
    assert save(builder, "difficulty: easy", "difficulty: eazy")
    assert save(builder, "difficulty: eazy", "difficulty: easy")


def test_half_a_file_is_followed_by_the_whole(builder: Builder) -> None:
    file = builder.options.site / "content" / GUIDE
    whole = file.read_text("utf-8").replace("Heat is heat.", "Heat is warmth.")
    file.write_text(whole[:40], "utf-8")
    assert builder.build_again({str(file)})
    file.write_text(whole, "utf-8")
    assert builder.build_again({str(file)})
    assert "Heat is warmth." in page(builder)


def test_removed_picture_is_new(builder: Builder) -> None:
    picture = builder.options.site / "content" / "assets" / "oven.svg"
    picture.parent.mkdir()
    picture.write_text("<svg/>", "utf-8")
    assert builder.build_again({str(picture)})
    picture.unlink()
    assert builder.build_again({str(picture)})


def test_own_template_with_a_mistake_is_said_and_mended(builder: Builder) -> None:
    template = builder.options.site / "templates" / "pages" / "pathway.html"
    template.parent.mkdir(parents=True)
    template.write_text("{% if %}", "utf-8")
    assert builder.build_again({str(template)})
    assert "templates/pages/pathway.html:1" in builder.state.text
    template.unlink()
    assert builder.build_again({str(template)})
    assert builder.state.text == ""


def test_place_to_fill_in_may_wait(builder: Builder) -> None:
    assert save(builder, "Heat is heat.", "TODO: say why.")
    assert builder.state.title == ""


def test_new_address_of_the_site_moves_the_preview(builder: Builder) -> None:
    settings = builder.options.site / "content" / "site.yaml"
    settings.write_text("base_url: https://waymark.example/guides/\n", "utf-8")
    assert builder.build_again({str(settings)})
    assert builder.state.base_path == "/guides/"


def test_output_that_is_no_longer_ours_is_said_and_not_touched(builder: Builder) -> None:
    output = builder.state.output
    (output / ".waymark").unlink()
    assert save(builder, "Heat is heat.", "Heat is warmth.")
    assert (builder.state.title, "Heat is heat." in page(builder)) == ("Nothing was published", True)
    assert builder.state.text == f"{output} cannot be replaced: it is not empty and was not made by Waymark"
    with pytest.raises(NotOurs):
        builder.build()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), RuntimeError("a fault of ours")])
def test_build_that_broke_ends_nothing(
    builder: Builder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    def fail(_options: Options, memory: Memory) -> Report:
        del memory
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(builder_module, "build_site", fail)
        assert save(builder, "Heat is heat.", "Heat is warmth.")
    assert str(error.args[-1]) in builder.state.text
    assert str(error.args[-1]) in capsys.readouterr().err
    assert builder.build_again(set())
    assert builder.state.title == ""
    assert "Heat is warmth." in page(builder)


def test_what_had_changed_before_a_failure_is_not_taken_for_built(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Options] = []

    def fail(asks: Options, memory: Memory) -> Report:
        del memory
        asked.append(asks)
        raise OSError

    monkeypatch.setattr(builder_module, "build_site", fail)
    builder.build_again({"a.md"})
    builder.build_again({"b.md"})
    assert [each.jobs for each in asked] == [1, None]


@pytest.mark.parametrize(
    ("changed", "given", "jobs"),
    [
        pytest.param(1, None, 1, id="few files need no help"),
        pytest.param(FEW + 1, None, None, id="many may"),
        pytest.param(1, 2, 2, id="who asks for help gets it"),
    ],
)
def test_help_is_for_many_files(
    builder: Builder, monkeypatch: pytest.MonkeyPatch, changed: int, given: int | None, jobs: int | None
) -> None:
    asked: list[Options] = []

    def build(asks: Options, memory: Memory) -> Report:
        asked.append(asks)
        return build_site(asks, memory=memory)

    monkeypatch.setattr(builder_module, "build_site", build)
    builder.options = options(builder.options.site, jobs=given)
    builder.build_again({f"{number}.md" for number in range(changed)})
    assert [each.jobs for each in asked] == [jobs]


def test_a_preview_draws_no_pictures(builder: Builder) -> None:
    (builder.options.site / "content/site.yaml").write_text("base_url: https://a.example/\npictures: true\n", "utf-8")
    assert builder.build_again({"content/site.yaml"})
    assert "https://a.example/" in page(builder)
    assert "og:image" not in page(builder)
    assert not (builder.state.output / "pictures").exists()
