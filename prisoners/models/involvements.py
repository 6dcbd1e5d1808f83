"""As what people and bodies stood in an event or a case: the employer of a strike, the judge of a trial."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import IN_OFFICE, ConsentGround, InvolvementRole
from prisoners.models.base import Keyed, Publishable, exactly_one, whose_name, with_history
from prisoners.models.cases import Case
from prisoners.models.events import Event
from prisoners.models.people import Prisoner
from prisoners.models.places import Organisation
from prisoners.querysets import FactQuerySet, InternalManager, PublicManager

#: Where the name stands in other languages, also where the record has it in those alone.
NAMES = [f"name_{code}" for code, _name in settings.LANGUAGES]
#: Private people who are named without a ground; an organisation beside the name makes nobody less private.
NAMED_WITHOUT_GROUND = (~Q(name="") | Q(i18n__has_any_keys=NAMES)) & ~Q(role__in=IN_OFFICE) & Q(consent_ground="")


def is_private(name: str, role: str) -> bool:
    """Whether a part names somebody who has no office by it, and so has to be asked (see `NAMED_WITHOUT_GROUND`)."""
    return bool(name) and role not in IN_OFFICE


class PublicInvolvements(PublicManager):
    """The public door, whatever was changed since somebody published the row.

    Nobody is a perpetrator without a source that readers see, and no private person is named without a ground.
    """

    def get_queryset(self) -> "FactQuerySet[Any]":
        citations: Any = self.model._meta.get_field("citations").related_model
        shown = citations.internal.filter(involvement=OuterRef("pk"), source__is_confidential=False).order_by()
        rows = super().get_queryset().filter(~NAMED_WITHOUT_GROUND)
        return rows.filter(~Q(role=InvolvementRole.PERPETRATOR) | Exists(shown))


@with_history
class Involvement(Keyed, Publishable):
    """As what somebody, or a body, stood in one event or one case.

    Who it is: a person of the record, an organisation, or a `name` as the source has it, which may also stand beside
    an organisation. A private person who is named needs a ground for that, as a prisoner does.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("role", "id")
    published_where_set: ClassVar[tuple[str, ...]] = ("event", "case", "prisoner")

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, null=True, blank=True, related_name="involvements", verbose_name=_("event")
    )
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, null=True, blank=True, related_name="involvements", verbose_name=_("case")
    )
    role = models.CharField(_("as what"), max_length=16, choices=InvolvementRole)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
        verbose_name=_("organisation"),
    )
    prisoner = models.ForeignKey(
        Prisoner,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="involvements",
        verbose_name=_("person of the record"),
    )
    name = models.CharField(_("name, as the source has it"), max_length=250, blank=True)
    official = whose_name()
    note = models.CharField(_("in which way, in the words of the source"), max_length=300, blank=True)
    consent_ground = models.CharField(
        _("ground for naming this person"), max_length=20, choices=ConsentGround, blank=True
    )
    i18n = TranslationField(fields=("name", "note"))

    name_i18n: str
    note_i18n: str

    internal = InternalManager()  # type: ignore[misc]
    public = PublicInvolvements()  # type: ignore[misc]

    class Meta:
        verbose_name = _("part in an event or a case")
        verbose_name_plural = _("parts in events and cases")
        constraints = (
            models.CheckConstraint(
                condition=exactly_one(("event", "case")),
                name="involvement_in_one_thing",
                violation_error_message=_("It is a part in one event or in one case: choose exactly one."),
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | Q(prisoner__isnull=False) | ~Q(name=""),
                name="involvement_says_who",
                violation_error_message=_("Say who it is: an organisation, a person of the record, or a name."),
            ),
            models.CheckConstraint(
                condition=Q(prisoner__isnull=True) | (Q(organisation__isnull=True) & Q(name="")),
                name="involvement_of_one_person",
                violation_error_message=_("A person of the record stands alone, without a name or an organisation."),
            ),
            models.CheckConstraint(condition=~Q(role=""), name="involvement_says_as_what"),
            *(
                models.UniqueConstraint(
                    fields=(thing, "role", who), condition=Q(name=""), name=f"involvement_once_{thing}_{who}"
                )
                for thing in ("event", "case")
                for who in ("organisation", "prisoner")
            ),
        )

    def __str__(self) -> str:
        who = self.name or self.organisation or self.prisoner
        return f"{self.get_role_display()}: {who}"

    @property
    def is_named_without_ground(self) -> bool:
        """Whether it names a private person for whom no ground is stated."""
        named = self.name or next(filter(None, map((self.i18n or {}).get, NAMES)), "")
        return is_private(named, self.role) and not self.consent_ground
