"""Addresses of what other sites show in a frame; they carry no language, which is asked for by `?lang=`."""

from django.urls import URLPattern, path

from actions.views import embeds

app_name = "embeds"
urlpatterns: list[URLPattern] = [
    path("prisoners/<slug:slug>/", embeds.prisoner, name="prisoner"),
    path("campaigns/<slug:slug>/", embeds.campaign, name="campaign"),
]
