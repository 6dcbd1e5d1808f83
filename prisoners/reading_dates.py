"""What the desk understands of a date that is being typed, for the script beside the boxes of a partial date."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_safe

from prisoners.date_forms import PartialDateFormField, PartialDateWidget, read_as

#: The name under which the parts of the date come.
NAME = "date"


@require_safe
def read_date(request: HttpRequest) -> JsonResponse:
    """The date in words of the active language, or every reason against it; nothing where nothing was typed."""
    parts = PartialDateWidget().value_from_datadict(request.GET, MultiValueDict(), NAME)
    try:
        said, is_understood = read_as(PartialDateFormField(required=False).clean(parts)), True
    except ValidationError as error:
        said, is_understood = " ".join(error.messages), False
    return JsonResponse({"said": said, "is_understood": is_understood})
