"""Addresses of the links in mails: without a language, because the mail has one already."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
