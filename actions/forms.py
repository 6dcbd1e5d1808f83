"""The forms by which anybody signs up for an action or changes that, and the one that chooses a city."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from actions.choices import QuestionKind
from actions.models import Action, Question, SignUp, Slot
from actions.services import questions
from actions.services.sign_up_rules import CONSENT, MOST_GUESTS
from actions.services.slots import still_needed, with_places
from actions.topics import followed_with
from privacy.forms import PublicForm
from supporters import topics
from supporters.services.subscriptions import CONSENT as ALERTS_CONSENT

ASKED = "question_"
GUESTS = format_lazy(_("Please give a whole number of people, from 0 to {most}."), most=MOST_GUESTS)
YES_NO = ((questions.YES, _("yes")), (questions.NO, _("no")))


class SlotField(forms.ModelChoiceField):
    """A role to choose, with how many more are needed or that it is taken."""

    def __init__(self) -> None:
        super().__init__(
            Slot.public.none(), label=_("What would you do?"), required=False, empty_label=_("just taking part")
        )

    def offer(self, action: Action) -> bool:
        """Offer the roles of this action; says whether there are any."""
        self.places = {slot.pk: places for slot, places in with_places(action)}
        self.queryset = Slot.public.filter(action=action)
        return bool(self.places)

    def label_from_instance(self, obj: Slot) -> str:
        """The role, and how it stands."""
        places = self.places[obj.pk]
        if places.left == 0:
            return gettext("%(role)s (all places taken)") % {"role": obj}
        needed = still_needed(obj, places)
        return gettext("%(role)s (%(n)d more needed)") % {"role": obj, "n": needed} if needed else str(obj)


class GuestsField(forms.IntegerField):
    """How many people somebody brings along; nothing entered is nobody."""

    def __init__(self) -> None:
        super().__init__(
            label=_("People you bring along"),
            min_value=0,
            max_value=MOST_GUESTS,
            required=False,
            initial=0,
            widget=forms.NumberInput({"inputmode": "numeric", "autocomplete": "off"}),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), GUESTS),
        )

    def clean(self, value: Any) -> int:
        """The number. Raises ValidationError."""
        return super().clean(value) or 0


class AskingForm(forms.Form):
    """What both forms have in common: the roles of an action, and what its organisers ask."""

    slot = SlotField()
    guests = GuestsField()

    def _ask(self, action: Action) -> None:
        """Add the action's own roles and questions; a field stands for each question."""
        if not self.fields["slot"].offer(action):  # type: ignore[attr-defined]
            del self.fields["slot"]
        for question in Question.public.filter(action=action):
            self.fields[f"{ASKED}{question.pk}"] = _field_of(question)

    @property
    def answers(self) -> dict[int, str]:
        """What was answered, by question."""
        asked = [name for name in self.fields if name.startswith(ASKED)]
        return {int(name.removeprefix(ASKED)): self.cleaned_data[name] for name in asked}


class SignUpForm(AskingForm, PublicForm):
    """What one is asked: an address, and otherwise as little as possible. The service judges the address."""

    form_id = "sign-up"

    address = forms.CharField(
        label=_("E-mail address"),
        help_text=_("Only for the confirmation and for news about this action."),
        max_length=300,
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email", "autocapitalize": "none"}),
    )
    name = forms.CharField(
        label=_("Name or alias"),
        help_text=_("What the organisers may call you. It need not be your real name."),
        required=False,
        max_length=60,
        widget=forms.TextInput({"autocomplete": "nickname"}),
    )
    alerts = forms.BooleanField(required=False)
    consent = forms.BooleanField(label=CONSENT)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask(action)
        self._offer_alerts(action)
        asked = [name for name in self.fields if name.startswith(ASKED)]
        self.order_fields(["address", "name", "slot", "guests", *asked, "consent", "alerts"])

    def _offer_alerts(self, action: Action) -> None:
        """A consent of its own, beside the one to come."""
        titles = sorted(topics.titles_of(followed_with(action)).values())
        if titles:
            self.fields["alerts"].label = _("Write to me besides about: %(what)s") % {"what": ", ".join(titles)}
            self.fields["alerts"].help_text = ALERTS_CONSENT
        else:
            del self.fields["alerts"]


class ChangeSignUpForm(AskingForm):
    """What somebody may change of their own sign-up; the link in the mail says whose it is."""

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask(action)

    @classmethod
    def of(cls, row: SignUp) -> "ChangeSignUpForm":
        """The form as the sign-up stands."""
        answered = {f"{ASKED}{answer.question_id}": answer.text for answer in row.answers.all()}
        return cls(action=row.action, initial={"slot": row.slot_id, "guests": row.guests, **answered})


def _field_of(question: Question) -> forms.Field:
    """The field by which a question is answered."""
    said: dict[str, Any] = {"label": question.label, "required": question.is_required}
    if question.kind == QuestionKind.YES_NO:
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **said)
    if question.kind == QuestionKind.CHOICE:
        options = [(option, option) for option in question.options]
        return forms.ChoiceField(choices=[("", "—"), *options], **said)
    return forms.CharField(max_length=questions.LONGEST, widget=forms.TextInput({"autocomplete": "off"}), **said)


class WrittenForm(PublicForm):
    """One button: somebody says that they wrote. It asks for nothing and keeps nothing but one more in a count."""

    form_id = "written"


class LetterWrittenForm(PublicForm):
    """The same of a letter to a prisoner."""

    form_id = "letter-written"
