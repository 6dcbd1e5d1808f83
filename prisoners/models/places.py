"""Places with their time zone, and organisations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import PlaceKind
from prisoners.models.base import Keyed, Timestamped, with_history
from prisoners.querysets import TranslatedManager
from prisoners.row_words import by_words


@with_history
class Place(Keyed, Timestamped):
    """A city, court, prison or square, with the zone in which its clocks run (IANA name).

    A court and a prison lie in a city (`located_in`). The zone is required: an hour without one is no hour.
    """

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=PlaceKind, default=PlaceKind.LOCALITY)
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2)
    region = models.CharField(_("region"), max_length=200, blank=True)
    located_in = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contains",
        verbose_name=_("lies in"),
    )
    time_zone = models.CharField(_("time zone (IANA)"), max_length=64)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    i18n = TranslationField(fields=("name",))

    name_i18n: str

    objects = TranslatedManager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("country", "name")
        constraints = (
            models.CheckConstraint(condition=~models.Q(time_zone=""), name="place_has_a_zone"),
            models.CheckConstraint(condition=models.Q(country__regex=r"^[A-Z]{2}$"), name="place_country_is_iso"),
            models.CheckConstraint(
                condition=models.Q(located_in__isnull=True) | ~models.Q(located_in=models.F("id")),
                name="place_does_not_lie_in_itself",
            ),
        )
        indexes = (by_words("place_words", "name", "region"),)

    def __str__(self) -> str:
        return self.name


@with_history
class Organisation(Keyed, Timestamped):
    """A union, party, company, court of rights or newspaper that a fact names."""

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=250)
    i18n = TranslationField(fields=("name",))

    name_i18n: str

    objects = TranslatedManager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name",)
        indexes = (by_words("organisation_words", "name", "slug"),)

    def __str__(self) -> str:
        return self.name
