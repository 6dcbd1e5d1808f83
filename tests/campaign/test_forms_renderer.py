"""What is drawn without templates is what Django's own templates say."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList
from django.test.html import parse_html
from django.utils.safestring import SafeString, mark_safe

from campaign.forms_renderer import DRAWN, FormsRenderer

NASTY = "\"><script>'&"
CHOICES = [("", "—"), (1, NASTY), ("Group & more", [("a", mark_safe("<b>bold</b>")), (NASTY, "c")])]
ATTRS = {"id": "id_box", "required": True, "disabled": False, "title": NASTY}


class Shown(forms.Form):
    """A box of each kind that is drawn."""

    text = forms.CharField(label=NASTY, help_text="Some help.")
    number = forms.IntegerField()
    mail = forms.EmailField()
    address = forms.URLField(assume_scheme="https")
    day = forms.DateField()
    hour = forms.TimeField()
    secret = forms.CharField(widget=forms.PasswordInput(render_value=True))
    hidden = forms.CharField(widget=forms.HiddenInput)
    upload = forms.FileField()
    is_so = forms.BooleanField()
    long = forms.CharField(widget=forms.Textarea)
    one = forms.ChoiceField(choices=CHOICES)
    many = forms.MultipleChoiceField(choices=CHOICES)


@pytest.mark.parametrize("value", [None, "", NASTY, mark_safe("<i>"), 0, True, [1, NASTY]], ids=str)
@pytest.mark.parametrize("name", Shown.base_fields)
def test_box_is_drawn_as_by_the_template(name: str, value: Any) -> None:
    widget = Shown.base_fields[name].widget
    drawn, by_template = (
        widget.render(name, value, ATTRS, renderer) for renderer in (FormsRenderer(), TemplatesSetting())
    )
    assert isinstance(drawn, SafeString)
    assert parse_html(drawn) == parse_html(by_template)


@pytest.mark.parametrize("sent", [None, {}, {"text": "x"}], ids=["not sent", "all wrong", "one right"])
def test_labels_and_errors_are_drawn_as_by_the_template(sent: dict[str, str] | None) -> None:
    pages = []
    for renderer in (FormsRenderer(), TemplatesSetting()):
        form = Shown(sent, renderer=renderer)
        pages.append([(box.label_tag(attrs={"class": NASTY}), str(box.errors)) for box in form])
    for drawn, by_template in zip(*pages, strict=True):
        assert [parse_html(one) for one in drawn] == [parse_html(one) for one in by_template]


def test_errors_of_a_script_are_no_script() -> None:
    assert "<script>" not in str(ErrorList([NASTY], renderer=FormsRenderer()))


def test_every_template_that_is_drawn_here_is_one_of_djangos() -> None:
    assert all(TemplatesSetting().get_template(name) for name in DRAWN)
