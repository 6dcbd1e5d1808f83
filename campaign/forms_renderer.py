"""How forms become HTML: by the templates of this project, with Django's own for what we do not replace."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString

WIDGETS = "django/forms/widgets/"
#: What Django's own templates draw as one `<input>`.
INPUTS = ("checkbox", "date", "email", "file", "hidden", "number", "password", "search", "tel", "text", "time", "url")


class FormsRenderer(TemplatesSetting):
    """Looks for `django/forms/*.html` in the project's templates first, so that a plain form comes out accessible."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Boxes, lists to choose from and labels are drawn here: by template, they are half the time of a long form."""
        draw = DRAWN.get(template_name)
        return draw(context) if draw else super().render(template_name, context, request)


def _input(context: Mapping[str, Any]) -> SafeString:
    widget = context["widget"]
    value = "" if widget["value"] is None else format_html(' value="{}"', f"{widget['value']}")
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, flatatt(widget["attrs"])
    )


def _textarea(context: Mapping[str, Any]) -> SafeString:
    widget = context["widget"]
    # A browser takes the first line break away.
    value, attrs = widget["value"] or "", flatatt(widget["attrs"])
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], attrs, value)


def _select(context: Mapping[str, Any]) -> SafeString:
    widget = context["widget"]
    groups = "".join(_group(name, options) for name, options, _index in widget["optgroups"])
    attrs = flatatt(widget["attrs"])
    return format_html('<select name="{}"{}>{}\n</select>', widget["name"], attrs, SafeString(groups))


def _group(name: str | None, options: Iterable[Mapping[str, Any]]) -> str:
    drawn = "".join(map(_option, options))
    return f'\n<optgroup label="{conditional_escape(name)}">{drawn}\n</optgroup>' if name else drawn


def _option(option: Mapping[str, Any]) -> str:
    attrs = flatatt(option["attrs"]) if option["attrs"] else ""
    return f'\n<option value="{escape(option["value"])}"{attrs}>{conditional_escape(option["label"])}</option>'


def _label(context: Mapping[str, Any]) -> SafeString:
    tag, label = context["tag"], context["label"]
    if not context["use_tag"]:
        return format_html("{}", label)
    return format_html("<{}{}>{}</{}>", tag, flatatt(context["attrs"]), label, tag)


def _errors(context: Mapping[str, Any]) -> SafeString:
    errors = context["errors"]
    if not errors:
        return SafeString()
    named = format_html(' id="{}_error"', errors.field_id) if errors.field_id else ""
    listed = format_html_join("", "<li>{}</li>", ((error,) for error in errors))
    return format_html('<ul class="{}"{}>{}</ul>', context["error_class"], named, listed)


DRAWN: dict[str, Callable[[Mapping[str, Any]], SafeString]] = {
    f"{WIDGETS}select.html": _select,
    f"{WIDGETS}textarea.html": _textarea,
    "django/forms/label.html": _label,
    "django/forms/errors/list/ul.html": _errors,
    **{f"{WIDGETS}{name}.html": _input for name in INPUTS},
}
