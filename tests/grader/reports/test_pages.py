"""Pages: one file, nothing from outside, everything of students escaped, nothing hidden on a student's."""

import re
import shutil
from html.parser import HTMLParser

import pytest
from report_samples import (
    EVIL,
    RECEIPT,
    SECRET_VALUE,
    TITLE,
    bank,
    evil,
    faulty,
    good_questions,
    made_class,
    missing,
    sealed,
    submission,
    unreadable,
    weak,
)

from grader.batch.result import ClassResult, SubmissionResult
from grader.judging.result import Verdict
from grader.reports.class_page import class_page, page_link
from grader.reports.student_page import student_page
from grader.reports.troubles import MOST_ITEMS, troubles_of
from grader.reports.visible import SHOWN_TEXT
from grader.sandbox.job import CellRun, Fault, FaultKind

SAMPLES = {"weak": weak, "faulty": faulty, "evil": evil, "unreadable": unreadable, "missing": missing}
VOID = {"meta", "input", "br", "line", "rect", "img", "link", "hr"}


class Reader(HTMLParser):
    """Tags, attributes, and the text of each language's side."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: dict[str, str] = {}
        self.side = ""
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "main":
            self.side = (dict(attrs)["class"] or "").split()[1]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag
        if tag == "main":
            self.side = ""

    def handle_data(self, data):
        self.text[self.side] = self.text.get(self.side, "") + data


def student(result: SubmissionResult, language="zh") -> str:
    return student_page(result, bank(), sealed(), TITLE, language)


def pages() -> dict[str, str]:
    made = {name: student(sample()) for name, sample in SAMPLES.items()}
    return {**made, "class": class_page(made_class(evil()), bank())}


PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_script_no_handler_and_nothing_from_outside(name):
    reader = Reader(PAGES[name])
    assert not {tag for tag, _ in reader.tags} & {"script", "img", "iframe", "object", "link", "base", "form"}
    for tag, attributes in reader.tags:
        for key, value in attributes.items():
            assert not key.startswith("on"), (tag, key)
            if key in ("href", "src"):
                assert re.fullmatch(r"#(zh|en)-\d+|students/[\w~.-]+\.html", value or ""), value
    urls = re.findall(r"url\(\"?([^)\"]{0,40})", PAGES[name])
    assert urls
    assert all(url.startswith("data:font/woff2;base64,") for url in urls)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_forbids_by_policy_what_it_does_not_hold(name):
    policy = next(a["content"] for t, a in Reader(PAGES[name]).tags if t == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none'; ")
    assert "script-src" not in policy


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_no_invisible_or_direction_changing_character(name):
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]", PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_one_file_of_less_than_a_megabyte(name):
    assert len(PAGES[name].encode()) < 1_000_000


@pytest.mark.parametrize("name", SAMPLES)
def test_a_students_page_holds_nothing_that_was_printed_or_said_by_an_exception(name):
    assert SECRET_VALUE not in PAGES[name]


def test_the_class_page_shows_tas_messages_and_printed_text():
    text = Reader(PAGES["class"]).text
    for side in ("zh", "en"):
        assert f"ValueError: hidden input was {SECRET_VALUE}" in text[side]
        assert f"printed {SECRET_VALUE}" in text[side]
        assert "×4" in text[side]  # the same fault in four cases is told once


def test_both_languages_are_there_and_say_the_same_scores():
    text = Reader(PAGES["weak"]).text
    scores = [re.findall(r"\d+ / \d+", text[side]) for side in ("zh", "en")]
    assert scores[0] == scores[1]
    assert scores[0][0] == "6 / 21"
    assert "常见误解 gradient_without_two" in text["zh"]
    assert "the known mistake gradient_without_two" in text["en"]
    assert not re.search(r"[\u4e00-\u9fff]", text["en"].replace("李小明", ""))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_asked_language_is_seen_first(language):
    checked = [a["id"] for tag, a in Reader(student(weak(), language)).tags if "checked" in a]
    assert checked == [f"language-{language}"]


def test_the_first_finding_leads_and_a_plain_wrong_beside_an_example_is_left_out():
    html = PAGES["weak"]
    told = re.findall(r'<div class="finding( lead part)?">\s*<p>(.*?)</p>', html, re.DOTALL)
    assert "gradient_without_two" in told[0][1]
    assert told[0][0]
    assert "的值不正确" not in Reader(html).text["zh"]
    assert "在这个公开的例子上" in Reader(html).text["zh"]


def test_the_statement_shows_the_students_own_variant():
    params = sealed()["q2"].params
    assert f"输入高宽都是 {params.height}" in Reader(PAGES["weak"]).text["zh"]


def test_hints_are_for_questions_that_are_not_right_yet():
    assert "提示 1" in PAGES["weak"]
    assert "提示 1" not in student(submission("2024010207", good_questions()))


def test_a_problem_is_told_with_the_status():
    text = Reader(PAGES["unreadable"]).text
    assert "无法评分" in text["zh"]
    assert "压缩包里有 3 个同名的文件。" in text["zh"]
    assert "The archive holds 3 files of the same name." in text["en"]


def test_the_receipt_is_on_the_page():
    text = Reader(PAGES["weak"]).text["en"]
    for fact in (RECEIPT.bundle, RECEIPT.grader, RECEIPT.python, RECEIPT.numpy, "landlock", "ab" * 32):
        assert fact in text


def test_the_same_result_makes_the_same_page():
    assert student(weak()) == student(weak())


def test_what_a_student_wrote_can_be_read_on_the_page():
    shown = "</script><script>alert(1)</script><img src=x onerror=alert(1)> *b* `c` $\\frac$ ⟨U+202E⟩abc"
    text = Reader(PAGES["evil"]).text["zh"]
    assert text.count(shown) >= 5


def test_class_figures_are_right():
    text = Reader(class_page(made_class(), bank())).text["en"]
    assert "graded 11 · could not be graded 1 · nothing handed in 1" in text
    assert "Mean 13.36, median 12, out of 21" in text
    html = class_page(made_class(), bank())
    assert '<td class="number">6.36</td><td class="number">4</td><td class="number">10</td>' in html
    assert '<td class="number">5 (45 %)</td>' in html
    bars = [int(height) for height in re.findall(r'<rect [^>]*height="(\d+)"', html)][:10]
    assert [round(height / 25) for height in bars] == [1, 0, 2, 1, 1, 1, 0, 0, 0, 5]


def test_students_are_linked_by_safe_names_only():
    html = class_page(made_class(), bank())
    assert '<a href="students/2024010203.html">2024010203</a>' in html
    assert page_link(EVIL) == ""
    assert page_link("../../etc/passwd") == ""
    assert re.fullmatch(r"students/[\w~-]+\.html", page_link("学号 1"))


def test_an_empty_class_makes_a_page():
    Reader(class_page(ClassResult(title=TITLE, assessment="", results=()), bank()))
    Reader(class_page(ClassResult(title=TITLE, assessment="", results=(missing(),)), bank()))


def test_long_prints_and_many_faults_are_capped():
    cells = tuple(
        CellRun(
            label=f"work.ipynb[{n}]",
            fault=Fault(kind=FaultKind.ERROR, message="m" * 9000, exception="ValueError"),
            printed="p" * 9000,
        )
        for n in range(MOST_ITEMS + 5)
    )
    trouble = troubles_of(submission("2024010208", (), cells=cells), bank(), "en")
    assert trouble is not None
    assert len(trouble.items) == MOST_ITEMS
    assert trouble.left_out == 5
    assert all(
        len(item.printed) < SHOWN_TEXT + 20 and len(item.message) < SHOWN_TEXT + 20 for item in trouble.items
    )


def test_a_pending_answer_is_on_the_tas_list():
    pending = good_questions()[2].model_copy(update={"verdict": Verdict.PENDING})
    trouble = troubles_of(submission("2024010209", (pending,)), bank(), "en")
    assert trouble is not None
    assert [item.told for item in trouble.items] == ["a TA will decide"]


@pytest.mark.browser
def test_a_browser_switches_language_without_script_and_nothing_overflows_a_phone(tmp_path):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is missing")
    if chromium is None:
        pytest.skip("chromium is missing")
    with playwright.sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 375, "height": 800})
        for name, html in PAGES.items():
            path = tmp_path / f"{name}.html"
            path.write_text(html, encoding="utf-8")
            view = context.new_page()
            said: list[str] = []
            view.on("console", lambda message, said=said: said.append(message.text))
            view.on("dialog", lambda dialog, said=said: said.append(dialog.message))
            view.goto(path.as_uri())
            assert view.is_visible("main.zh")
            assert not view.is_visible("main.en")
            view.click("label[for=language-en]")
            assert view.is_visible("main.en")
            assert not view.is_visible("main.zh")
            assert view.evaluate("document.documentElement.scrollWidth") <= 375, name
            if "<math" in html:  # a font that no text needs is not loaded
                view.evaluate("document.fonts.ready.then(() => true)")
                assert view.evaluate("document.fonts.check('16px \"STIX Two Math cut\"')"), name
            assert said == [], name
        browser.close()
