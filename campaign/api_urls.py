"""The addresses of the API, under /api/v1/."""

from django.urls import path
from rest_framework.routers import DefaultRouter

from actions.api import ActionRows, AppealRows, CampaignRows, ReportRows, StrikeRows, TargetRows
from actions.calling_api import DayOfActionRows, GroupRows
from actions.sign_up_api import SignUpDoor
from campaign.api_schema import Docs, DocsScript, Root, Schema
from prisoners.api import CaseRows, EventRows, HearingRows, OfficialRows, PrisonerRows
from prisoners.api_statistics import StatisticsDoor
from prisoners.api_words import WordsDoor

router = DefaultRouter()
router.APIRootView = Root
router.include_format_suffixes = False
router.register("prisoners", PrisonerRows, basename="api-prisoner")
router.register("cases", CaseRows, basename="api-case")
router.register("hearings", HearingRows, basename="api-hearing")
router.register("events", EventRows, basename="api-event")
router.register("officials", OfficialRows, basename="api-official")
router.register("strikes", StrikeRows, basename="api-strike")
router.register("campaigns", CampaignRows, basename="api-campaign")
router.register("actions", ActionRows, basename="api-action")
router.register("appeals", AppealRows, basename="api-appeal")
router.register("reports", ReportRows, basename="api-report")
router.register("groups", GroupRows, basename="api-group")
router.register("days-of-action", DayOfActionRows, basename="api-day")
router.register("targets", TargetRows, basename="api-target")

urlpatterns = [
    path("schema/", Schema.as_view(), name="api-schema"),
    path("docs/", Docs.as_view(), name="api-docs"),
    path("docs/start.js", DocsScript.as_view(), name="api-docs-script"),
    path("statistics/", StatisticsDoor.as_view(), name="api-statistics"),
    path("words/", WordsDoor.as_view(), name="api-words"),
    path("actions/<slug:slug>/sign-up/", SignUpDoor.as_view(), name="api-sign-up"),
    *router.urls,
]
