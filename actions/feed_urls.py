"""Addresses of the feeds; with and without a language before them."""

from django.urls import URLPattern, URLResolver, path

from actions import feeds

app_name = "feeds"
urlpatterns: list[URLPattern | URLResolver] = [
    route
    for form in feeds.WRITERS
    for route in (
        path(f"feeds/all.{form}", feeds.everything, {"form": form}, name=f"all-{form}"),
        path(f"feeds/dispatches.{form}", feeds.of_dispatches, {"form": form}, name=f"dispatches-{form}"),
        path(f"feeds/prisoners/<slug:slug>.{form}", feeds.of_prisoner, {"form": form}, name=f"prisoner-{form}"),
        path(f"feeds/campaigns/<slug:slug>.{form}", feeds.of_campaign, {"form": form}, name=f"campaign-{form}"),
        path(f"feeds/countries/<slug:country>.{form}", feeds.of_country, {"form": form}, name=f"country-{form}"),
        path(f"feeds/groups/<slug:slug>.{form}", feeds.of_group, {"form": form}, name=f"group-{form}"),
    )
]
