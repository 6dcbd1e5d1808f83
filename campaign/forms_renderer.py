"""How forms become HTML: by the templates of this project, with Django's own for what we do not replace."""

from django.forms.renderers import TemplatesSetting


class FormsRenderer(TemplatesSetting):
    """Looks for `django/forms/*.html` in the project's templates first, so that a plain form comes out accessible."""
