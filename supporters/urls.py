"""Addresses of the pages of this floor, below the language."""

from django.urls import URLPattern, URLResolver, path

from supporters import browser_views, code_views, contribution_views, views

app_name = "supporters"
urlpatterns: list[URLPattern | URLResolver] = [
    path("alerts/", views.subscribe, name="alerts"),
    path("alerts/browser/", browser_views.subscribe, name="browser"),
    path("alerts/browser/mine/", browser_views.open_page, name="open-browser"),
    path("alerts/code/", code_views.confirm, name="code"),
    path("alerts/manage/", views.ask_to_manage, name="ask-to-manage"),
    path("contribute/", contribution_views.contribute, name="contribute"),
]
