"""What is known of letters to prisons and to single prisoners."""

from django.contrib import admin

from actions.admin.base import PublishableAdmin, sources
from actions.models import LetterRules, LetterRulesSource, LetterTerms, LetterTermsSource


@admin.register(LetterRules)
class LetterRulesAdmin(PublishableAdmin):
    """What the prisons let through, and when somebody asked last."""

    is_verified_first = True
    list_display = ("place", "languages", "verified_on", "state")
    list_filter = ("state", "place__country")
    list_select_related = ("place",)
    search_fields = ("place__name", "address")
    inlines = (sources(LetterRulesSource),)


@admin.register(LetterTerms)
class LetterTermsAdmin(PublishableAdmin):
    """By whom and how single prisoners are to be written to."""

    is_verified_first = True
    list_display = ("prisoner", "who", "verified_on", "state")
    list_filter = ("state", "who")
    list_select_related = ("prisoner",)
    search_fields = ("prisoner__name", "name")
    inlines = (sources(LetterTermsSource),)
