"""Addresses of the pages of this floor, below the language."""

from django.urls import URLPattern, URLResolver

app_name = "supporters"
urlpatterns: list[URLPattern | URLResolver] = []
