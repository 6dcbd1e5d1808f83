"""Forms of this floor on the pages of other floors, which never ask for them by themselves."""

from django import template

from supporters.forms import SubscribeHereForm

register = template.Library()


@register.simple_tag
def subscribe_form(topic: str) -> SubscribeHereForm:
    """The form by which a topic, such as `prisoner:12` or `all`, is followed from the page that shows it."""
    return SubscribeHereForm.to(topic)
