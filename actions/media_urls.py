"""Addresses of published pictures; they carry no language."""

from django.urls import URLPattern, URLResolver, path

from actions.views import photos

app_name = "media"
urlpatterns: list[URLPattern | URLResolver] = [path("photos/<str:name>", photos.show, name="photo")]
