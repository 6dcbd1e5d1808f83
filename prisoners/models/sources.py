"""Sources, which fact rests on which, and where sources disagree."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import Connection, Material, Reliability
from prisoners.dates import say_date
from prisoners.fields import PartialDateField
from prisoners.models.base import Keyed, Timestamped, exactly_one, with_history
from prisoners.models.cases import Case, Charge, ChargeStep, Hearing
from prisoners.models.events import Event, EventLink, Figure, Statement, StatusReport
from prisoners.models.involvements import Involvement
from prisoners.models.officials import Official, OfficialSpelling
from prisoners.models.people import Affiliation, PersonName, Prisoner
from prisoners.models.sanctions import Detention, Sanction
from prisoners.querysets import InternalManager, TranslatedManager
from prisoners.row_words import by_words

#: The kinds of row a citation may hang on.
FACTS = (
    "prisoner",
    "person_name",
    "affiliation",
    "case",
    "charge",
    "charge_step",
    "hearing",
    "sanction",
    "detention",
    "event",
    "event_link",
    "involvement",
    "figure",
    "statement",
    "status_report",
    "official",
    "official_spelling",
)


class PublicSourceManager(models.Manager["Source"]):
    """The public door to sources: never a confidential one."""

    def get_queryset(self) -> models.QuerySet["Source"]:
        return super().get_queryset().filter(is_confidential=False)


@with_history
class Source(Timestamped):
    """Where a fact comes from. Addresses are stored and shown, never fetched."""

    key = models.CharField(_("key"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=400, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    archived_url = models.URLField(_("archived copy"), max_length=1000, blank=True)
    publisher = models.CharField(_("publisher"), max_length=250, blank=True)
    author = models.CharField(_("author"), max_length=250, blank=True)
    published_on = PartialDateField(_("published"), blank=True, bounds=("published_earliest", "published_latest"))
    published_earliest = models.DateField(null=True, blank=True, editable=False)
    published_latest = models.DateField(null=True, blank=True, editable=False)
    accessed_on = models.DateField(_("read on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    reliability = models.CharField(_("reliability"), max_length=20, choices=Reliability, default=Reliability.UNKNOWN)
    connection = models.CharField(
        _("connection with what it tells"), max_length=12, choices=Connection, default=Connection.UNKNOWN
    )
    material = models.CharField(_("material"), max_length=16, choices=Material, default=Material.UNKNOWN, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    is_confidential = models.BooleanField(_("confidential: never shown"), default=False)

    internal = models.Manager()
    public = PublicSourceManager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ("publisher", "published_earliest", "key")
        indexes = (by_words("source_words", "key", "title", "publisher", "url", "author"),)

    def __str__(self) -> str:
        return self.title or self.publisher or self.key


@with_history
class Disagreement(Keyed, Timestamped):
    """A point on which sources differ, said in words; both sides stay in the record."""

    natural_order: ClassVar[tuple[str, ...]] = ("id",)
    published_through: ClassVar[tuple[str, ...]] = ("prisoner",)
    published_where_set: ClassVar[tuple[str, ...]] = ("event",)

    prisoner = models.ForeignKey(
        Prisoner, on_delete=models.CASCADE, null=True, blank=True, related_name="disagreements"
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, null=True, blank=True, related_name="disagreements")
    text = models.TextField(_("on what they differ"))
    i18n = TranslationField(fields=("text",))

    text_i18n: str

    internal = InternalManager()

    class Meta:
        verbose_name = _("disagreement of sources")
        verbose_name_plural = _("disagreements of sources")
        indexes = (by_words("disagreement_words", "text"),)
        constraints = (
            models.CheckConstraint(
                condition=exactly_one(("prisoner", "event")), name="disagreement_is_about_one_thing"
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]


#: The facts of which a differing report can be kept.
REPORTABLE = ("charge", "hearing", "sanction", "detention", "event", "affiliation")


@with_history
class Variant(Keyed, Timestamped):
    """The same fact as another source reports it: another day, another length, other words.

    The fact itself holds the reading that is computed with; its variants stand beside it on the page.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("id",)
    published_where_set: ClassVar[tuple[str, ...]] = REPORTABLE

    charge = models.ForeignKey(Charge, on_delete=models.CASCADE, null=True, blank=True, related_name="variants")
    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, null=True, blank=True, related_name="variants")
    sanction = models.ForeignKey(Sanction, on_delete=models.CASCADE, null=True, blank=True, related_name="variants")
    detention = models.ForeignKey(Detention, on_delete=models.CASCADE, null=True, blank=True, related_name="variants")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, null=True, blank=True, related_name="variants")
    affiliation = models.ForeignKey(
        Affiliation, on_delete=models.CASCADE, null=True, blank=True, related_name="variants"
    )
    disagreement = models.ForeignKey(
        Disagreement,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="variants",
        verbose_name=_("disagreement"),
    )
    reported_on = PartialDateField(_("date it gives"), blank=True, bounds=("reported_earliest", "reported_latest"))
    reported_earliest = models.DateField(null=True, blank=True, editable=False)
    reported_latest = models.DateField(null=True, blank=True, editable=False)
    text = models.TextField(_("what it says"), blank=True)
    i18n = TranslationField(fields=("text",))

    text_i18n: str

    internal = TranslatedManager()

    class Meta:
        verbose_name = _("differing report")
        verbose_name_plural = _("differing reports")
        indexes = (by_words("variant_words", "text"),)
        constraints = (models.CheckConstraint(condition=exactly_one(REPORTABLE), name="variant_of_one_fact"),)

    def __str__(self) -> str:
        return f"{say_date(self.reported_on)} {self.text[:60]}".strip()


@with_history
class Citation(Timestamped):
    """That a fact rests on a source. Exactly one fact a citation; the database holds it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("source"))
    locator = models.CharField(_("page or paragraph"), max_length=120, blank=True)
    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    person_name = models.ForeignKey(
        PersonName, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    affiliation = models.ForeignKey(
        Affiliation, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    charge = models.ForeignKey(Charge, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    charge_step = models.ForeignKey(
        ChargeStep, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    sanction = models.ForeignKey(Sanction, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    detention = models.ForeignKey(Detention, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    event_link = models.ForeignKey(EventLink, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    involvement = models.ForeignKey(
        Involvement, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    status_report = models.ForeignKey(
        StatusReport, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    official = models.ForeignKey(Official, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")
    official_spelling = models.ForeignKey(
        OfficialSpelling, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, null=True, blank=True, related_name="citations")

    internal = models.Manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=exactly_one((*FACTS, "variant")), name="citation_of_one_fact"),
            *(
                models.UniqueConstraint(
                    fields=("source", fact),
                    name=f"citation_once_a_{fact}",
                    condition=Q(**{f"{fact}__isnull": False}),
                )
                for fact in (*FACTS, "variant")
            ),
        )

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}" if self.locator else str(self.source)
