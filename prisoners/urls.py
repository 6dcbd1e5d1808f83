"""Addresses of the pages of this floor, below the language."""

from django.urls import URLPattern, URLResolver, path

from prisoners import export_views, views

app_name = "prisoners"
urlpatterns: list[URLPattern | URLResolver] = [
    path("prisoners/", views.prisoner_list, name="list"),
    path("prisoners/export.<str:form>", export_views.export, name="export"),
    path("prisoners/<slug:slug>/", views.prisoner_detail, name="detail"),
    path("held/", views.held, name="held"),
    path("days/", views.days, name="days"),
    path("hearings/", views.hearing_list, name="hearings"),
]
