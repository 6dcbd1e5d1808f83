"""Addresses of the pages of this floor, below the language."""

from django.urls import URLPattern, URLResolver, path

from prisoners import export_views, hearings_page, officials_page, statistics_page, suppression_page, views

app_name = "prisoners"
urlpatterns: list[URLPattern | URLResolver] = [
    path("prisoners/", views.prisoner_list, name="list"),
    path("prisoners/export.<str:form>", export_views.export, name="export"),
    path("prisoners/<slug:slug>/", views.prisoner_detail, name="detail"),
    path("statistics/", statistics_page.statistics, name="statistics"),
    path("statistics/export.<str:form>", export_views.export_statistics, name="export-statistics"),
    path("suppression/", suppression_page.suppression_log, name="suppression"),
    path("held/", views.held, name="held"),
    path("days/", views.days, name="days"),
    path("officials/", officials_page.official_list, name="officials"),
    path("officials/<slug:slug>/", officials_page.official_detail, name="official"),
    path("hearings/", hearings_page.hearing_list, name="hearings"),
]
