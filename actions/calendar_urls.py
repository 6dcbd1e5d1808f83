"""Addresses of the calendars; they carry no language, which a program asks for by `?lang=` or its header."""

from django.urls import URLPattern, path

from actions.views import calendars

app_name = "calendars"
urlpatterns: list[URLPattern] = [
    path("all.ics", calendars.everything, name="all"),
    path("prisoners/<slug:slug>.ics", calendars.prisoner, name="prisoner"),
    path("officials/<slug:slug>.ics", calendars.official, name="official"),
    path("campaigns/<slug:slug>.ics", calendars.campaign, name="campaign"),
    path("actions/<slug:slug>.ics", calendars.action, name="action"),
    path("groups/<slug:slug>.ics", calendars.group, name="group"),
    path("days-of-action/<slug:slug>.ics", calendars.day, name="day"),
    path("my/<slug:secret>.ics", calendars.my, name="my"),
]
