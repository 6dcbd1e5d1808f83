"""The forms of a photo at the desk: sending some, blurring, saying what is seen, publishing."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

ACCEPTED = "image/jpeg,image/png,image/webp"
#: How large a part is blurred at one touch: the share of the picture's width.
TOUCH = (("0.05", _("small")), ("0.1", _("medium")), ("0.2", _("large")))
#: The widths of the picture that one touches; 320 fits the smallest phone.
SHOWN = (320, 640)


class PhotoInput(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several files; what they are is judged by their bytes, later."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=PhotoInput({"accept": ACCEPTED}), allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """All of them; one bad name is no reason to lose the others."""
        files = data if isinstance(data, list | tuple) else [data]
        return [one for one in files if one] or ([] if not self.required else super().clean(None, initial))


class PictureForm(forms.Form):
    """The picture beside an action or a call, with the words for those who cannot see it."""

    picture = forms.FileField(
        label=_("Picture"),
        allow_empty_file=True,
        help_text=_("JPEG, PNG or WebP. Faces are blurred, place and camera removed; a second person publishes it."),
        widget=forms.FileInput({"accept": ACCEPTED}),
    )
    alternative = forms.CharField(
        label=_("What the picture shows, in words"),
        max_length=500,
        help_text=_("For those who cannot see it: who stands where with what. No names of people."),
        widget=forms.Textarea({"rows": 2}),
    )
    credit = forms.CharField(
        label=_("Credit"), max_length=120, required=False, help_text=_("How the photographer wants to be named, if so.")
    )


class TouchForm(forms.Form):
    """A touch on the picture: where, in pixels of the picture as it was shown, and how large a part."""

    x = forms.IntegerField(min_value=0)
    y = forms.IntegerField(min_value=0)
    shown = forms.TypedChoiceField(choices=[(width, width) for width in SHOWN], coerce=int)
    size = forms.TypedChoiceField(choices=TOUCH, coerce=float)


class PartForm(forms.Form):
    """A part of the picture, in per cent of its width and height."""

    left = forms.FloatField(label=_("from the left, %"), min_value=0, max_value=100)
    top = forms.FloatField(label=_("from the top, %"), min_value=0, max_value=100)
    width = forms.FloatField(label=_("width, %"), min_value=0.1, max_value=100)
    height = forms.FloatField(label=_("height, %"), min_value=0.1, max_value=100)


class WordsForm(forms.Form):
    """What is seen, and whose picture it is."""

    alternative = forms.CharField(
        label=_("What the picture shows, in words"),
        max_length=500,
        help_text=_("For those who cannot see it: who stands where with what. No names of people."),
        widget=forms.Textarea({"rows": 2}),
    )
    caption = forms.CharField(label=_("Caption"), max_length=300, required=False)
    credit = forms.CharField(
        label=_("Credit"), max_length=120, required=False, help_text=_("How the photographer wants to be named, if so.")
    )


class LookedForm(forms.Form):
    """The second person's word."""

    looked = forms.BooleanField(
        label=_("I looked at the whole picture: nobody can be recognised who has not agreed to it."), required=False
    )


class NumberForm(forms.Form):
    """Which blurred part."""

    number = forms.IntegerField(min_value=0)
