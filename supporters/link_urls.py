"""Addresses of the links in mails: without a language, because the mail has one already."""

from django.urls import URLPattern, URLResolver, path

from supporters import link_views

urlpatterns: list[URLPattern | URLResolver] = [
    path("l/<str:token>/", link_views.follow, name="link"),
    path("unsubscribe/<str:token>/", link_views.unsubscribe, name="unsubscribe"),
]
