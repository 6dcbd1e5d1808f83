"""The desk's pages of what two people make public: submit, look at it, publish, send back, withdraw."""

from collections.abc import Callable
from types import ModuleType
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from prisoners import publication
from prisoners.admin.base import DeskAdmin
from prisoners.admin.foreseeing import foreseen
from prisoners.admin.questions import PUBLISHING, SENDING_BACK, WITHDRAWING, Question
from prisoners.admin.verified import VerifiedFilter
from prisoners.choices import PublicationState
from prisoners.history import who_sent_back
from prisoners.models import Staff
from prisoners.naming import named_with, title_of
from prisoners.refusals import Refusal
from prisoners.services.refusals import refuse_if
from prisoners.services.verifying import VERIFIERS, verify
from prisoners.words import say

#: So many rows are looked at, and changed, at once.
MOST_ASKED = 50


class PublishableAdmin(DeskAdmin):
    """Rows that two people make public; what was public once is withdrawn and never deleted."""

    #: What is asked first.
    first_fields: ClassVar[tuple[str, ...]] = ()
    #: Whether a row says nothing without the day on which somebody verified it.
    is_verified_first: ClassVar[bool] = False
    #: The module whose submit, publish, send_back and withdraw are called; each floor has its own.
    publication: ClassVar[ModuleType] = publication
    actions = ("verify_rows", "submit_rows", "publish_rows", "send_back_rows", "withdraw_rows")
    #: What was entered last stands first: no list sorts all there are.
    ordering: ClassVar[tuple[str, ...]] = ("-id",)
    change_form_template = "admin/prisoners/publishable.html"
    readonly_fields: ClassVar[tuple[str, ...]] = (
        "state",
        "submitted_by",
        "published_by",
        "published_at",
        "withdrawal_reason",
    )

    def get_urls(self) -> list[URLPattern]:
        """Beside the pages of a row: where one says why it goes back to its author, or that it still holds."""
        views = {"send-back": self.send_back_view, "verify": require_POST(self.verify_view)}
        named = {one: f"{self.opts.app_label}_{self.opts.model_name}_{one.replace('-', '_')}" for one in views}
        own = [
            path(f"<path:object_id>/{one}/", self.admin_site.admin_view(view), name=named[one])
            for one, view in views.items()
        ]
        return [*own, *super().get_urls()]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the list offers to publish; the rows themselves are asked once more."""
        return isinstance(request.user, Staff) and request.user.has_role(*publication.PUBLISHERS)

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        """Whether the list offers to withdraw."""
        return isinstance(request.user, Staff) and request.user.has_role(*publication.WITHDRAWERS)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page of a row offers to publish it to those who may, and tells its author why it came back."""
        context["may_publish"] = self.has_publish_permission(request)
        if (row := context.get("original")) is not None:
            context["may_verify"] = row.is_published and self._may_verify(request)
            context["may_send_back"] = self.publication.may_send_back(row, request.user)
            context["returned"] = who_sent_back(row) if row.state == PublicationState.SENT_BACK else None
            # Refused once, the page goes on saying what was looked at: only opening it anew shows what is there now.
            context["seen"] = request.POST.get("seen", "") if request.method == "POST" else row.version
        return super().render_change_form(request, context, *args, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form refuses to publish over what was changed since its page was opened."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None and "_publish_row" in request.POST:
            form.refused_with = [*form.refused_with, *publication.unseen(obj, request.POST.get("seen", ""))]
        return form

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is asked first stands first; what only time brings is not asked of a new row, and stands last."""
        names = list(super().get_fields(request, obj))
        unasked = self.readonly_fields if self.is_verified_first else (*self.readonly_fields, "verified_on")
        later = [name for name in names if name in unasked]
        now = [name for name in names if name not in later]
        asked = [*self.first_fields, *(name for name in now if name not in self.first_fields)]
        return asked if obj is None else [*asked, *later]

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Each list can be asked for what has grown stale."""
        return [*super().get_list_filter(request), VerifiedFilter]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Every row, published or not."""
        rows: QuerySet = self.model.internal.all()
        order = self.get_ordering(request)
        return rows.order_by(*order) if order else rows

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only drafts can be deleted, one by one, and none that was public once, whatever became of it since."""
        is_unseen = obj is not None and obj.is_being_written and obj.published_at is None
        return is_unseen and super().has_delete_permission(request, obj)

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """What is to be written, with what stood against showing the row before that."""
        stored = self.model.internal.filter(pk=form.instance.pk).first()
        form.against_before = publication.reasons_against(stored) if stored else []
        return super().save_form(request, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """With its sources a row that readers see is asked again whether it may be shown. Raises Refusal."""
        super().save_related(request, form, formsets, change)
        refuse_if(publication.newly_against(form.instance, form.against_before))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Saved, and then handed on or published where that button was pressed."""
        steps = {
            "_submit_row": self.publication.submit,
            "_publish_row": self.publish_row,
            "_verify_row": _verified,
        }
        chosen = next((do for name, do in steps.items() if name in request.POST), None)
        if chosen is None:
            return super().response_change(request, obj)
        self._one(request, obj, chosen)
        return HttpResponseRedirect(request.path)

    def publish_row(self, row: Any, by: Staff, seen: str | None = None) -> Any:
        """Show a row to everybody, if it is as `seen`; returns what the publisher should know. Raises Refusal."""
        return self.publication.publish(row, by, seen=seen)

    def verify_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say of a public row that it still holds: for those too who may not change it."""
        row, _by = self._row(request, object_id)
        self._one(request, row, _verified)
        return HttpResponseRedirect(_page(self, row))

    def send_back_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give a row back to its author with the reason; whoever submitted it takes it back without one."""
        row, by = self._row(request, object_id)
        reasons: list[Any] = []
        if request.method == "POST":
            try:
                self.publication.send_back(row, by, request.POST.get("reason", ""))
            except Refusal as refused:
                reasons = refused.reasons
            else:
                self._say(request, row, [row.get_state_display()], messages.SUCCESS)
                return HttpResponseRedirect(_page(self, row))
        is_own = row.submitted_by_id == by.pk
        return self._ask(request, SENDING_BACK, rows=[row], reasons=reasons, is_unasked=is_own, back=_page(self, row))

    @admin.action(description=_("Verified today: looked up again, and still so"))
    def verify_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Say of the chosen rows that they still hold."""
        self._each(request, rows, _verified)

    @admin.action(description=_("Submit for publication"))
    def submit_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Hand the chosen rows to a second person."""
        self._each(request, rows, self.publication.submit)

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish_rows(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        """Publish the chosen rows, once somebody has looked at what each of them says."""
        if not isinstance(request.user, Staff):
            return None
        if "seen" not in request.POST:
            by = request.user
            first = _first(rows, lambda some: foreseen(some, by, self.publication))
            return self._ask(request, PUBLISHING, **first, refused=sum(bool(one.refused) for one in first["rows"]))
        versions = dict(one.partition(" ")[::2] for one in request.POST.getlist("seen"))
        self._each(request, rows, lambda row, by: self.publish_row(row, by, versions.get(str(row.pk), "")))
        return None

    @admin.action(description=_("Send back to the author"), permissions=["publish"])
    def send_back_rows(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        """Give the chosen rows back to their authors, once the reason was given."""
        if "reason" not in request.POST:
            return self._ask(request, SENDING_BACK, **_first(rows))
        reason = request.POST["reason"]
        self._each(request, rows, lambda row, by: self.publication.send_back(row, by, reason))
        return None

    @admin.action(description=_("Withdraw"), permissions=["withdraw"])
    def withdraw_rows(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        """Take the chosen rows from the public, once the reason was given."""
        if "reason" not in request.POST:
            return self._ask(request, WITHDRAWING, **_first(rows))
        reason = request.POST["reason"]
        self._each(request, rows, lambda row, by: self.publication.withdraw(row, by, reason))
        return None

    def _row(self, request: HttpRequest, object_id: str) -> tuple[Any, Staff]:
        """The row of an address, and who asks for it. Raises Http404, and PermissionDenied for who may not see it."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not isinstance(request.user, Staff) or not self.has_view_permission(request, row):
            raise PermissionDenied
        return row, request.user

    def _may_verify(self, request: HttpRequest) -> bool:
        return isinstance(request.user, Staff) and request.user.has_role(*VERIFIERS)

    def _ask(self, request: HttpRequest, question: Question, **more: Any) -> HttpResponse:
        """The page between choosing rows and doing it: what is looked at first, or asked for."""
        context = {
            **self.admin_site.each_context(request),
            "title": question.title,
            "question": question,
            "opts": self.opts,
            "checkbox": ACTION_CHECKBOX_NAME,
            **more,
        }
        return TemplateResponse(request, question.template, context)

    def _each(self, request: HttpRequest, rows: QuerySet, do: Callable[[Any, Staff], Any]) -> None:
        """Row by row: one that is refused does not stop the others, and its reasons are said."""
        for row in rows:
            self._one(request, row, do)

    def _one(self, request: HttpRequest, row: Any, do: Callable[[Any, Staff], Any]) -> None:
        if not isinstance(request.user, Staff):
            return
        try:
            notes = do(row, request.user)
        except Refusal as refused:
            self._say(request, row, refused.reasons, messages.ERROR)
        else:
            self._say(request, row, [row.get_state_display(), *(notes or [])], messages.SUCCESS)

    def _say(self, request: HttpRequest, row: Any, sentences: list[Any], level: int) -> None:
        self.message_user(request, f"{title_of(row)}: {' '.join(str(one) for one in sentences)}", level)


def _verified(row: Any, by: Staff) -> list[Any]:
    """Say that a row still holds; returns the day that readers see. Raises Refusal."""
    verify(row, by)
    return [gettext("last verified on %(day)s") % {"day": say(row.verified_on)}]


def _named(rows: QuerySet) -> list[Any]:
    """The rows with what their titles name."""
    return list(rows.select_related(*named_with(rows.model)))


def _first(rows: QuerySet, told: Callable[[QuerySet], Any] = _named) -> dict[str, Any]:
    """As many of the chosen rows as one looks at, and how many are left as they are."""
    left = max(rows.count() - MOST_ASKED, 0)
    words = ngettext(
        "%(n)s more chosen row stays as it is: choose it again afterwards.",
        "%(n)s more chosen rows stay as they are: choose them again afterwards.",
        left,
    )
    return {"rows": told(rows[:MOST_ASKED]), "left": words % {"n": left} if left else ""}


def _page(desk: admin.ModelAdmin, row: Any) -> str:
    return reverse(f"{desk.admin_site.name}:{desk.opts.app_label}_{desk.opts.model_name}_change", args=[row.pk])
