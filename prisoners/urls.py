"""Addresses of the pages of this floor, below the language."""

from django.urls import URLPattern, URLResolver

app_name = "prisoners"
urlpatterns: list[URLPattern | URLResolver] = []
