"""The list of those who come, with their addresses, as an organiser takes it along: a file or a sheet of paper.

Made in memory: nothing of it is written to a disk of ours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from actions import words
from actions.models import Action, Question, SignUp
from actions.printing.parts import printed
from actions.printing.press import pdf
from actions.services.questions import in_words
from prisoners.spreadsheets import as_csv, as_ods
from privacy.text import clean_line


@dataclass(frozen=True)
class Form:
    """A kind of file: how it is made of the list, and what it is to a browser."""

    made: Callable[[Action, Sequence[SignUp]], bytes]
    content_type: str


def lines(action: Action, people: Sequence[SignUp]) -> list[list[str]]:
    """Head and one line a person; the questions of the action are the last columns."""
    asked = list(Question.internal.filter(action=action))
    head = [_("Name"), _("E-mail address"), _("Role"), _("Guests"), _("Came"), *(one.label for one in asked)]
    return [head, *(_cells(row, asked) for row in people)]


def _cells(row: SignUp, asked: list[Question]) -> list[str]:
    answered = {answer.question_id: in_words(answer) for answer in row.answers.all()}
    came = {True: _("yes"), False: _("no"), None: ""}[row.attended]
    own = [clean_line(row.called), row.supporter.email, str(row.slot or ""), str(row.guests), came]
    return [*own, *(answered.get(one.pk, "") for one in asked)]


def _csv(action: Action, people: Sequence[SignUp]) -> bytes:
    return as_csv(lines(action, people)).encode()


def _ods(action: Action, people: Sequence[SignUp]) -> bytes:
    return as_ods(_("Who is coming"), lines(action, people))


def _pdf(action: Action, people: Sequence[SignUp]) -> bytes:
    head, *rows = lines(action, people)
    destroy, warning = _("Destroy this list"), _("It says who stood where, and that is a political opinion.")
    data = {
        "title": action.title_i18n,
        "kicker": words.when(action),
        "columns": head,
        "rows": rows,
        "warning": f"{destroy}. {warning} {printed(timezone.now().date())}",
    }
    return pdf("roster", reverse("actions:desk-door", args=[action.slug]), data)


FORMS = {
    "csv": Form(_csv, "text/csv; charset=utf-8"),
    "ods": Form(_ods, "application/vnd.oasis.opendocument.spreadsheet"),
    "pdf": Form(_pdf, "application/pdf"),
}
