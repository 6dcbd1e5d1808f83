"""The partial-date field in the database, in forms and in templates."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.forms.renderers import get_default_renderer
from django.template import Context, Template
from django.test import Client
from django.test.utils import isolate_apps
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from prisoners.date_forms import PartialDateFormField, PartialDateWidget
from prisoners.dates import BadDate, PartialDate, parse
from prisoners.fields import PartialDateField
from tests.prisoners import make
from tests.prisoners.test_dates import TEXTS


def dated_model() -> type[models.Model]:
    """A model with a date and its bounds, outside the record."""

    class Dated(models.Model):  # noqa: DJ008 - never shown
        happened = PartialDateField(blank=True, bounds=("happened_earliest", "happened_latest"))
        happened_earliest = models.DateField(null=True, editable=False)
        happened_latest = models.DateField(null=True, editable=False)

        class Meta:
            app_label = "campaign"

    return Dated


@pytest.fixture
def dated(db: None) -> Any:
    """The same model with a table of its own, gone after the test."""
    with isolate_apps("campaign"):
        model = dated_model()
        with connection.schema_editor() as editor:
            editor.create_model(model)
        yield model


@pytest.fixture
def researcher(db: None) -> Client:
    """A browser of a researcher."""
    client = Client()
    client.force_login(make.alice())
    return client


def bounds(row: Any) -> tuple[date | None, date | None]:
    return row.happened_earliest, row.happened_latest


@pytest.mark.parametrize("value", ["2011-04-03", date(2011, 4, 3), parse("2011-04-03")])
def test_field_takes_text_day_or_partial_date(dated: Any, value: Any) -> None:
    row = dated.objects.create(happened=value)
    again = dated.objects.get(pk=row.pk)
    assert row.happened == again.happened == parse("2011-04-03")
    assert bounds(row) == bounds(again) == (date(2011, 4, 3), date(2011, 4, 3))


@pytest.mark.parametrize("value", [None, ""])
def test_field_keeps_nothing_as_empty_text_without_bounds(dated: Any, value: Any) -> None:
    dated.objects.create(happened=value)
    row = dated.objects.get(happened="")
    assert row.happened is None
    assert bounds(row) == (None, None)


def test_bounds_follow_when_the_date_changes(dated: Any) -> None:
    row = dated.objects.create(happened="2011")
    row.happened = "../2012-01"
    assert bounds(row) == (None, date(2012, 1, 31))
    row.happened_latest = date(1999, 1, 1)
    row.save()
    assert bounds(dated.objects.get()) == (None, date(2012, 1, 31))


def test_bounds_are_filled_by_bulk_create_and_bulk_update(dated: Any) -> None:
    rows = dated.objects.bulk_create([dated(happened="2011"), dated(happened="2012-02")])
    assert bounds(dated.objects.get(happened="2012-02")) == (date(2012, 2, 1), date(2012, 2, 29))
    rows[0].happened = "2013"
    dated.objects.bulk_update(rows, ["happened", "happened_earliest", "happened_latest"])
    assert bounds(dated.objects.get(happened="2013")) == (date(2013, 1, 1), date(2013, 12, 31))


def test_field_is_plain_text_in_the_database(dated: Any) -> None:
    dated.objects.create(happened="2011-04~")
    with connection.cursor() as cursor:
        cursor.execute("SELECT happened FROM campaign_dated")
        assert cursor.fetchone()[0] == "2011-04~"


def test_field_takes_a_database_expression(dated: Any) -> None:
    row = dated.objects.create(happened="2011")
    row.happened = models.Value("2012")
    row.save()
    assert dated.objects.get().happened == parse("2012")


def test_field_refuses_what_is_no_date_when_it_is_assigned() -> None:
    with isolate_apps("campaign"):
        row = dated_model()()
        with pytest.raises(BadDate):
            row.happened = "yesterday"  # type: ignore[attr-defined]


def test_field_says_why_when_cleaned() -> None:
    with pytest.raises(ValidationError, match="no such day"):
        PartialDateField().clean("2023-02-29", None)
    with pytest.raises(ValidationError, match="blank"):
        PartialDateField().clean(None, None)
    assert PartialDateField().clean("2023-02", None) == parse("2023-02")


def test_field_survives_a_migration_unchanged() -> None:
    field = PartialDateField(bounds=("a", "b"), blank=True)
    _, path, args, kwargs = field.deconstruct()
    assert (path, kwargs) == ("prisoners.fields.PartialDateField", {"bounds": ("a", "b"), "blank": True})
    assert PartialDateField(*args, **kwargs).deconstruct()[1:] == (path, args, kwargs)


@isolate_apps("campaign")
def test_check_complains_when_the_bounds_stand_before_the_date() -> None:
    class Wrong(models.Model):  # noqa: DJ008 - never shown
        first = models.DateField(null=True)
        last = models.DateField(null=True)
        happened = PartialDateField(bounds=("first", "last"))

        class Meta:
            app_label = "campaign"

    assert "prisoners.E001" in [one.id for one in Wrong.check()]
    assert dated_model().check() == []


class Dating(forms.Form):
    """A form as the desks have it."""

    born = PartialDateFormField()


def entered(**parts: str) -> Dating:
    return Dating({"born" if name == "text" else f"born_{name}": value for name, value in parts.items()})


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"text": "2011-04~"}, "2011-04~"),
        ({"shape": "at", "year": "2011"}, "2011"),
        ({"shape": "at", "year": "2011", "month": "4", "day": "3"}, "2011-04-03"),
        ({"shape": "at", "mark": "~", "year": "2011", "month": "12"}, "2011-12~"),
        ({"shape": "at", "month": "8", "day": "4"}, "XXXX-08-04"),
        ({"shape": "before", "year": "2011", "month": "12", "day": "12"}, "../2011-12-11"),
        ({"shape": "before", "year": "2011", "month": "1"}, "../2010-12"),
        ({"shape": "after", "year": "2011", "mark": "?"}, "2012?/.."),
        ({"shape": "between", "year": "2019", "month": "8", "until_year": "2020"}, "2019-08/2020"),
    ],
)
def test_form_reads_the_date_from_its_parts(parts: dict[str, str], text: str) -> None:
    form = entered(**parts)
    assert form.errors == {}
    assert form.cleaned_data["born"] == parse(text)


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ({}, "required"),
        ({"shape": "at"}, "required"),
        ({"text": "2011", "year": "2012"}, "not both"),
        ({"text": "yesterday"}, "is not a date"),
        ({"shape": "at", "year": "2023", "month": "2", "day": "29"}, "Was 2023-02-28 meant, or 2023-03-01?"),
        ({"shape": "at", "year": "2022", "month": "4", "day": "31"}, "Was 2022-04-30 meant, or 2022-05-01?"),
        ({"text": "31 April 2022"}, "was 30 April 2022 meant, or 1 May 2022"),
        ({"text": "31.04.2022"}, "was 30 April 2022 meant, or 1 May 2022"),
        ({"text": "two days after"}, "not read as a date"),
        ({"shape": "at", "year": "2023", "day": "29"}, "month of the day"),
        ({"shape": "at", "year": "23"}, "is not a date"),
        ({"shape": "before", "month": "2"}, "year"),
        ({"shape": "between", "year": "2011"}, "ended"),
        ({"shape": "between", "year": "2011", "until_year": "2010"}, "ends before"),
        ({"shape": "sideways", "year": "2011"}, "valid choice"),
        ({"shape": "at", "mark": "!", "year": "2011"}, "valid choice"),
    ],
)
def test_form_refuses_with_a_sentence(parts: dict[str, str], complaint: str) -> None:
    [error] = entered(**parts).errors["born"]
    assert complaint in error


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("16 December 2011", "2011-12-16"),
        ("April 2011", "2011-04"),
        ("19.04.2022", "2022-04-19"),
        ("04.2022", "2022-04"),
        ("16 декабря 2099", "2099-12-16"),
        ("before 12 December 2011", "../2011-12-11"),
    ],
)
def test_form_takes_a_date_as_people_write_it(said: str, meant: str) -> None:
    form = entered(text=said)
    assert form.errors == {}
    assert form.cleaned_data["born"] == parse(meant)


@pytest.mark.parametrize("value", ["../2011-12-11", ["", "before", "", "2011", "12", "12", "", "", ""]])
def test_widget_reads_a_date_back_in_words(value: object) -> None:
    assert "Read as: before 12 December 2011" in PartialDateWidget().render("born", value)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("name", "is_required"), [("born", False), ("born", True), ("died", False)])
def test_date_that_is_not_entered_is_drawn_once_and_as_ever(language: str, name: str, is_required: bool) -> None:
    attrs = {"id": f"id_{name}", "required": is_required}
    with override(language):
        widget = PartialDateWidget()
        widget.is_required = is_required
        drawn = [widget.render(name, None, attrs, get_default_renderer()) for _time in range(2)]
        assert drawn[0] is drawn[1]
        assert drawn[0] == widget.render(name, None, attrs)


@pytest.mark.parametrize("value", [None, ["nonsense", "at", "", "", "", "", "", "", ""]])
def test_widget_reads_nothing_back_where_there_is_no_date(value: object) -> None:
    assert "Read as" not in PartialDateWidget().render("born", value)


@pytest.mark.parametrize(
    ("parts", "answer"),
    [
        ({}, {"said": "", "is_understood": True}),
        ({"date_year": "2011", "date_month": "4"}, {"said": "Read as: in April 2011", "is_understood": True}),
        ({"date": "../2011-12-11"}, {"said": "Read as: before 12 December 2011", "is_understood": True}),
        (
            {"date": "2022-04-31"},
            {
                "said": "There is no such day as “2022-04-31”. Was 2022-04-30 meant, or 2022-05-01?",
                "is_understood": False,
            },
        ),
    ],
)
def test_desk_says_what_it_understands_of_a_date(
    researcher: Client, parts: dict[str, str], answer: dict[str, Any]
) -> None:
    assert researcher.get("/staff/dates/", parts).json() == answer


def test_date_is_read_for_staff_alone(client: Client, db: None) -> None:
    assert client.get("/staff/dates/", {"date": "2011"}).status_code == 302


def test_form_gives_none_when_a_date_may_be_missing() -> None:
    assert PartialDateFormField(required=False).clean(["", "at", "", "", "", "", "", "", ""]) is None


@given(TEXTS | st.sampled_from(["XXXX", "XXXX-08", "XXXX-08-04", "2011-04-XX", "../2011", "1000/.."]))
def test_form_shows_a_date_so_that_sending_it_back_changes_nothing(text: str) -> None:
    partial = parse(text)
    shown = PartialDateWidget().decompress(partial)
    assert PartialDateFormField().clean(["" if one is None else one for one in shown]) == partial


def test_field_brings_its_own_widget_when_the_admin_offers_a_text_box() -> None:
    assert isinstance(PartialDateField().formfield(widget=AdminTextInputWidget).widget, PartialDateWidget)


def test_form_shows_parts_and_labels_without_script() -> None:
    shown = str(Dating(initial={"born": parse("2011-04")})["born"])
    assert 'name="born_year" value="2011"' in shown
    assert '<option value="4" selected>April</option>' in shown
    assert shown.count("aria-label=") == 9
    assert "<script" not in shown


def test_unchanged_form_has_not_changed() -> None:
    sent = {"born_shape": "at", "born_year": "2011", "born_month": "4"}
    assert not Dating(sent, initial={"born": parse("2011-04")}).has_changed()
    assert Dating(sent, initial={"born": parse("2011-05")}).has_changed()


def rendered(value: PartialDate | None, language: str = "en") -> str:
    with override(language):
        return Template("{% load dates %}{{ value|partial_date }}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("2011", '<time datetime="2011">in 2011</time>'),
        ("2011-04-XX", '<time datetime="2011-04">in April 2011</time>'),
        ("2011-12-16~", '<time datetime="2011-12-16">about 16 December 2011</time>'),
        ("XXXX-12-16", '<time datetime="12-16">16 December, year not known</time>'),
        ("../2011-12-11", '<span class="date">before 12 December 2011</span>'),
        ("2011/2012", '<span class="date">2011–2012</span>'),
        ("XXXX", '<span class="date">date not known</span>'),
    ],
)
def test_filter_gives_words_and_what_machines_read(text: str, html: str) -> None:
    assert rendered(parse(text)) == html


def test_filter_speaks_the_language_of_the_page() -> None:
    assert rendered(parse("2011-04"), "kk") == '<time datetime="2011-04">2011 жылғы сәуірде</time>'


def test_filter_gives_nothing_for_no_date() -> None:
    assert rendered(None) == ""


def test_tag_prints_the_zone_beside_the_time() -> None:
    context = Context({"at": datetime(2026, 12, 16, 11, tzinfo=UTC)})
    html = Template("{% load dates %}{% local_time at 'Europe/Vienna' %}").render(context)
    assert html.startswith('<time datetime="2026-12-16T12:00+01:00">')
    assert "12:00, Vienna time (UTC+1)" in html
    assert Template("{% load dates %}{% local_time none 'UTC' %}").render(Context({"none": None})) == ""
