"""Addresses of the pages of this floor, below the language."""

from django.urls import URLPattern, URLResolver, path

from actions.views import (
    actions,
    campaigns,
    desk,
    desk_people,
    desk_photos,
    desk_review,
    desk_writing,
    reports,
    targets,
)

app_name = "actions"
urlpatterns: list[URLPattern | URLResolver] = [
    path("campaigns/", campaigns.index, name="campaigns"),
    path("campaigns/<slug:slug>/", campaigns.show, name="campaign"),
    path("actions/", actions.index, name="actions"),
    path("actions/<slug:slug>/", actions.show, name="action"),
    path("actions/<slug:slug>/sign-up/", actions.sign_up_page, name="sign-up"),
    path("reports/", reports.index, name="reports"),
    path("targets/", targets.index, name="targets"),
    path("desk/", desk.index, name="desk"),
    path("desk/log-in/", desk.LogIn.as_view(), name="desk-log-in"),
    path("desk/log-out/", desk.LogOut.as_view(), name="desk-log-out"),
    path("desk/new/", desk_writing.new, name="desk-new"),
    path("desk/review/", desk_review.index, name="desk-review"),
    path("desk/review/<slug:slug>/", desk_review.show, name="desk-review-one"),
    path("desk/actions/<slug:slug>/", desk.show, name="desk-action"),
    path("desk/actions/<slug:slug>/edit/", desk_writing.edit, name="desk-edit"),
    path("desk/actions/<slug:slug>/submit/", desk_writing.submit_action, name="desk-submit"),
    path("desk/actions/<slug:slug>/publish/", desk_writing.publish_action, name="desk-publish"),
    path("desk/actions/<slug:slug>/cancel/", desk_writing.cancel_action, name="desk-cancel"),
    path("desk/actions/<slug:slug>/report/", desk_writing.report, name="desk-report"),
    path("desk/actions/<slug:slug>/report/publish/", desk_writing.publish_report, name="desk-publish-report"),
    path("desk/actions/<slug:slug>/photos/", desk_photos.send, name="desk-photos"),
    path("desk/photos/<uuid:photo>/", desk_photos.show, name="desk-photo"),
    path("desk/photos/<uuid:photo>/picture.jpg", desk_photos.picture, name="desk-photo-picture"),
    path("desk/photos/<uuid:photo>/blur/", desk_photos.cover, name="desk-photo-blur"),
    path("desk/photos/<uuid:photo>/unblur/", desk_photos.uncover, name="desk-photo-unblur"),
    path("desk/photos/<uuid:photo>/words/", desk_photos.describe, name="desk-photo-words"),
    path("desk/photos/<uuid:photo>/publish/", desk_photos.publish, name="desk-photo-publish"),
    path("desk/photos/<uuid:photo>/reject/", desk_photos.reject, name="desk-photo-reject"),
    path("desk/actions/<slug:slug>/people/", desk_people.print_list, name="desk-people"),
    path("desk/actions/<slug:slug>/attendance/", desk_people.attendance, name="desk-attendance"),
    path("desk/actions/<slug:slug>/export/", desk_people.export, name="desk-export"),
]
