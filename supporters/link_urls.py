"""Addresses without a language: of the links in mails, which have one already, and of what a browser says by itself."""

from django.urls import URLPattern, URLResolver, path

from supporters import browser_views, link_views

urlpatterns: list[URLPattern | URLResolver] = [
    path("l/<str:token>/", link_views.follow, name="link"),
    path("push/renewed/", browser_views.renewed, name="push-renewed"),
    path("unsubscribe/<str:token>/", link_views.unsubscribe, name="unsubscribe"),
]
