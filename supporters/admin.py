"""The one thing of this floor at the researchers' desk: the queue of what readers hand in."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from prisoners.models import Staff
from prisoners.refusals import Refusal
from prisoners.worklists import Item, Worklist, register_worklist
from supporters import accounts
from supporters.choices import ContributionState
from supporters.clock import database_now
from supporters.contribution_mails import news_of
from supporters.models import Contribution
from supporters.services import contributions

SHOWN_FIRST = 10
SHOWN = ("about", "text", "source", "contact", "question", "answer", "reason")
Decision = Callable[[Contribution, Staff, Any], object]

DECISIONS: dict[str, Decision] = {
    "accept": lambda row, by, sent: contributions.accept(
        row, by, sent.get("words", ""), name=sent.get("name", ""), country=sent.get("country", "")
    ),
    "ask": lambda row, by, sent: contributions.ask(row, by, sent.get("question", "")),
    "reject": lambda row, by, sent: contributions.reject(row, by, sent.get("reason", "")),
}


def waiting() -> Worklist:
    """What nobody has decided yet, oldest first; two queries."""
    rows = Contribution.objects.filter(state__in=[ContributionState.RECEIVED, ContributionState.ANSWERED])
    shown = rows.select_related("prisoner").only("kind", "received_on", "prisoner__name", "prisoner__i18n")[
        :SHOWN_FIRST
    ]
    items = [Item(_url(one), _title(one), one.received_on.isoformat()) for one in shown]
    return Worklist(gettext("Handed in by readers"), tuple(items), max(0, rows.count() - SHOWN_FIRST))


def _title(row: Contribution) -> str:
    about = f": {row.prisoner}" if row.prisoner else ""
    return f"{row.get_kind_display()}{about}"


def _url(row: Contribution) -> str:
    return reverse("admin:supporters_contribution_change", args=[row.pk])


register_worklist("supporters.change_contribution", waiting)


class Waiting(admin.SimpleListFilter):
    """What nobody has decided yet, unless something else is asked for."""

    title = _("what became of it")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Every state by its words."""
        return ContributionState.choices

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Open ones first of all."""
        return queryset.filter(state__in=[self.value()] if self.value() else ContributionState.open())


@admin.register(Contribution)
class ContributionAdmin(admin.ModelAdmin):
    """What readers handed in, oldest first; opened one by one, since lists show nothing of the words."""

    list_display = ("received_on", "kind", "prisoner", "state", "language")
    list_filter = (Waiting, "kind", "language")
    list_select_related = ("prisoner",)
    ordering = ("received_on", "pk")
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They come from the public page."""
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One contribution; a POST decides on it."""
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        reasons = self._decide(request, row) if request.method == "POST" else []
        if request.method == "POST" and not reasons:
            return HttpResponseRedirect(reverse("admin:supporters_contribution_changelist"))
        for reason in reasons:
            self.message_user(request, str(reason), messages.ERROR)
        return self._page(request, row)

    def _decide(self, request: HttpRequest, row: Contribution) -> list[Any]:
        """The reasons against what was asked for, or none once it is done."""
        decision = DECISIONS.get(request.POST.get("do", ""))
        if decision is None or not isinstance(request.user, Staff) or not self.has_change_permission(request, row):
            raise PermissionDenied
        try:
            decision(row, request.user, request.POST)
        except Refusal as refused:
            return refused.reasons
        row.refresh_from_db()
        self.message_user(request, f"{row.get_kind_display()}: {row.get_state_display()}", messages.SUCCESS)
        return []

    def _page(self, request: HttpRequest, row: Contribution) -> HttpResponse:
        said = [(row._meta.get_field(name).verbose_name, getattr(row, name)) for name in SHOWN]  # type: ignore[union-attr]
        context = {
            **self.admin_site.each_context(request),
            "title": self.opts.verbose_name,
            "opts": self.opts,
            "row": row,
            "said": [(label, words) for label, words in said if words],
            "mail": news_of(row),
            "can_decide": row.is_open and self.has_change_permission(request, row),
            "sent": request.POST,
        }
        return TemplateResponse(request, "admin/supporters/contribution.html", context)


def outbox_books() -> Worklist:
    """The way to the books of the outbox, with what failed."""
    count = accounts.failed(database_now()).count()
    failed = ngettext("%(n)d mail failed", "%(n)d mails failed", count) % {"n": count}
    return Worklist(gettext("Outbox"), (Item(reverse("admin-outbox"), failed, ""),), 0)


# Who keeps the accounts of staff keeps the site running.
register_worklist("prisoners.change_staff", outbox_books)
