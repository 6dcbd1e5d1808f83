"""What the organisers ask of those who sign up: read what was answered, and keep it sealed beside the sign-up."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from actions.choices import QuestionKind
from actions.models import Action, Answer, Question, SignUp
from actions.refusals import ActionsRefusal
from actions.roles import organises
from actions.services.actions import NOT_YOURS
from actions.services.places import locked
from prisoners.models import Staff
from privacy.text import clean_line

LONGEST = 200
YES, NO = "yes", "no"
MOST = 5

MISSING = _("Please answer: {question}")
NOT_AN_ANSWER = _("This is not one of the answers to: {question}")
TOO_LONG = _("Please answer in at most 200 characters: {question}")
NOT_ASKED = _("One of the questions you answered is not asked for this action.")
TOO_MANY = _("Please ask five questions at most: what is not asked cannot fall into wrong hands.")
NO_CHOICE = _("A choice needs at least two things to choose from, one a line.")
NO_SUCH_QUESTION = _("There is no such question for this action.")


def read(action: Action, given: Mapping[int, str]) -> tuple[list[Promise | str], dict[Question, str]]:
    """What is wrong with the answers given, by the id of their question, and the answers that are kept."""
    asked = {question.pk: question for question in Question.internal.filter(action=action)}
    faults: list[Promise | str] = [] if set(given) <= set(asked) else [NOT_ASKED]
    answered = {question: clean_line(str(given.get(pk, ""))) for pk, question in asked.items()}
    faults += [fault for question, text in answered.items() if (fault := _fault(question, text))]
    return faults, {question: text for question, text in answered.items() if text}


def keep(row: SignUp, answered: Mapping[Question, str]) -> None:
    """Put these in the place of what this person answered before; the caller holds a transaction."""
    Answer.objects.filter(sign_up=row).delete()
    Answer.objects.bulk_create(Answer(sign_up=row, question=question, text=text) for question, text in answered.items())


def in_words(answer: Answer) -> str:
    """An answer as the organisers read it."""
    if answer.question.kind != QuestionKind.YES_NO:
        return answer.text
    return str(_("yes") if answer.text == YES else _("no"))


def set_questions(action: Action, by: Staff, rows: Sequence[Mapping[str, Any]]) -> None:
    """Ask these: each of `rows` has `pk` (None for a new one), the fields of a question, and `is_gone` to drop it.

    With a question its answers are erased. Raises ActionsRefusal with every reason, and then nothing was changed.
    """
    if not organises(by, action):
        raise ActionsRefusal(NOT_YOURS)
    with transaction.atomic():
        locked(action.pk)
        known = {question.pk: question for question in Question.internal.filter(action=action)}
        wanted = [row for row in rows if not row["is_gone"]]
        if faults := _row_faults(wanted, {row["pk"] for row in rows}, set(known)):
            raise ActionsRefusal(faults)
        Question.internal.filter(action=action, pk__in=[row["pk"] for row in rows if row["is_gone"]]).delete()
        for position, row in enumerate(wanted):
            _write(known.get(row["pk"]) or Question(action=action), row, position)


def _row_faults(wanted: Sequence[Mapping[str, Any]], named: set[int | None], known: set[int]) -> list[Promise | str]:
    lacks_choice = any(row["kind"] == QuestionKind.CHOICE and len(row["options"]) < 2 for row in wanted)
    return [
        *([NO_SUCH_QUESTION] if named - known - {None} else []),
        *([TOO_MANY] if len(wanted) > MOST else []),
        *([NO_CHOICE] if lacks_choice else []),
    ]


def _write(question: Question, row: Mapping[str, Any], position: int) -> None:
    question.label, question.kind, question.is_required = row["label"], row["kind"], row["is_required"]
    question.options = row["options"] if question.kind == QuestionKind.CHOICE else []
    question.position = position
    question.save()


def _fault(question: Question, text: str) -> Promise | str | None:
    """What is wrong with one answer, or None."""
    allowed = {QuestionKind.CHOICE: question.options, QuestionKind.YES_NO: [YES, NO]}.get(QuestionKind(question.kind))
    if not text:
        return format_lazy(MISSING, question=question.label) if question.is_required else None
    if allowed is not None and text not in allowed:
        return format_lazy(NOT_AN_ANSWER, question=question.label)
    return format_lazy(TOO_LONG, question=question.label) if len(text) > LONGEST else None
