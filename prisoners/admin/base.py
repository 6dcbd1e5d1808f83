"""What every page of the desk shares: publication by two people, services, history."""

from collections.abc import Callable
from types import ModuleType
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltrans.conf import get_default_language
from modeltrans.translator import get_i18n_field

from prisoners import publication
from prisoners.admin.choosing import ChosenOrTyped
from prisoners.admin.keeping import KeptForm, KeptFormSet, is_public_now, service_of
from prisoners.admin.known_values import filters_of
from prisoners.admin.said_dates import in_words
from prisoners.admin.searching import SearchedAdmin
from prisoners.choices import PublicationState, StaffRole
from prisoners.history import as_it_was, changes_of
from prisoners.models import Citation, Prisoner, Staff
from prisoners.refusals import Refusal
from prisoners.services.refusals import refuse_if
from prisoners.services.verifying import verify
from prisoners.worklists import STALE_AFTER

RESTORED = _("It is as it was then. That is in the history too.")
FOR_PUBLISHERS = _("It would be seen at once, beside something published: this is for a publisher.")

#: As many digits as no number of a row has.
LONGEST_KEY = 19


def may_touch(request: HttpRequest, row: models.Model | None) -> bool:
    """Whether this person may change a row: what readers see already is for publishers."""
    is_publisher = isinstance(request.user, Staff) and request.user.has_role(StaffRole.PUBLISHER)
    return row is None or is_publisher or not is_public_now(row)


class DeskAdmin(SearchedAdmin):
    """Rows that are written by their services, found by every spelling, and shown with their history."""

    form = KeptForm
    list_per_page = 50
    object_history_template = "admin/prisoners/fact_history.html"
    formfield_overrides: ClassVar[dict[type[models.Field], dict[str, Any]]] = {
        models.URLField: {"assume_scheme": "https"}
    }

    def get_list_display(self, request: HttpRequest) -> Any:
        """Days as people say them."""
        return in_words(self.model, super().get_list_display(request))

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Values that stand in a column are looked for once, until one is written."""
        return filters_of(self.model, super().get_list_filter(request))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The words in other languages stand together, folded away."""
        names = list(self.get_fields(request, obj))
        other = [name for name in names if name in translations_of(self.model)]
        main = [name for name in names if name not in other]
        words = [(_("In other languages"), {"fields": other, "classes": ("collapse",)})] if other else []
        return [(None, {"fields": main}), *words]

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        """Words have one box for each language, not a second one that would overwrite the first."""
        return [*(super().get_exclude(request, obj) or []), *doubles_of(self.model)]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Rows are chosen by typing wherever the desk has a page for them."""
        return searchable_relations(self)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A searched list that can do without scripts."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenOrTyped(db_field, self.admin_site, request, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts are for researchers, what is public for publishers."""
        return may_touch(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What readers see is withdrawn, not deleted."""
        return super().has_delete_permission(request, obj) and (obj is None or not is_public_now(obj))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, with what was refused when these rows were saved together."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refused_with = getattr(request, "refused_with", [])  # type: ignore[attr-defined]
        return form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """A refusal while saving undoes everything and shows the same form with the reasons."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Refusal as refused:
            request.refused_with = refused.reasons  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        """Through the service of the noun. Raises Refusal, which becomes an error of the form."""
        refuse_if([] if may_touch(request, obj) else [FOR_PUBLISHERS])
        service_of(obj).keep(obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Each row of an inline through the service of its noun."""
        formset.save(commit=False)
        for row in formset.deleted_objects:
            row.delete()
        for row in [*formset.new_objects, *(row for row, _names in formset.changed_objects)]:
            service_of(row).keep(row)
        formset.save_m2m()

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Who changed what and when, as the database kept it."""
        row = self.get_object(request, unquote(object_id))
        if request.method == "POST" and row is not None:
            self._restore(request, row)
            return HttpResponseRedirect(request.path)
        changes = changes_of(row) if row is not None and hasattr(row, "history") else []
        purges = row.history_purges.select_related("purged_by") if isinstance(row, Prisoner) else []
        can_restore = self.has_change_permission(request, row)
        context = {**(extra_context or {}), "changes": changes, "purges": purges, "can_restore": can_restore}
        return super().history_view(request, object_id, context)

    def _restore(self, request: HttpRequest, row: Any) -> None:
        """Make a row as it was at one entry of its history, through its service."""
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        number = request.POST.get("restore", "")
        try:
            before = as_it_was(row, int(number) if number.isdecimal() and len(number) < LONGEST_KEY else 0)
            refuse_if(service_of(before).reasons_against(before))
            service_of(before).keep(before)
        except LookupError as error:
            raise Http404 from error
        except Refusal as refused:
            self.message_user(request, " ".join(str(one) for one in refused.reasons), messages.ERROR)
        else:
            self.message_user(request, str(RESTORED), messages.SUCCESS)


class VerifiedFilter(admin.SimpleListFilter):
    """By when a fact was last verified."""

    title = _("last verified")
    parameter_name = "verified"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("stale", _("never, or half a year ago")), ("never", _("never")), ("fresh", _("in the last half year"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Stale is what the worklist calls so."""
        never = Q(verified_on__isnull=True)
        fresh = Q(verified_on__gte=timezone.now().date() - STALE_AFTER)
        chosen = {"stale": never | ~fresh, "never": never, "fresh": fresh}.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(chosen)


class PublishableAdmin(DeskAdmin):
    """Rows that two people make public; what was public once is withdrawn and never deleted."""

    #: What is asked first.
    first_fields: ClassVar[tuple[str, ...]] = ()
    #: Whether a row says nothing without the day on which somebody verified it.
    is_verified_first: ClassVar[bool] = False
    #: The module whose submit, publish and withdraw are called; each floor has its own.
    publication: ClassVar[ModuleType] = publication
    actions = ("verify_rows", "submit_rows", "publish_rows", "withdraw_rows")
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

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the list offers to publish; the rows themselves are asked once more."""
        return isinstance(request.user, Staff) and request.user.has_role(*publication.PUBLISHERS)

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        """Whether the list offers to withdraw."""
        return isinstance(request.user, Staff) and request.user.has_role(*publication.WITHDRAWERS)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page of a row offers to publish it to those who may."""
        context["may_publish"] = self.has_publish_permission(request)
        if (row := context.get("original")) is not None:
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
        """Only drafts can be deleted, one by one."""
        is_draft = obj is not None and obj.state == PublicationState.DRAFT
        return is_draft and super().has_delete_permission(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Saved, and then handed on or published where that button was pressed."""
        steps = {
            "_submit_row": self.publication.submit,
            "_publish_row": self.publish_row,
            "_verify_row": verify,
        }
        chosen = next((do for name, do in steps.items() if name in request.POST), None)
        if chosen is None:
            return super().response_change(request, obj)
        self._one(request, obj, chosen)
        return HttpResponseRedirect(request.path)

    def publish_row(self, row: Any, by: Staff) -> Any:
        """Show a row to everybody; returns what the publisher should know. Raises Refusal."""
        return self.publication.publish(row, by)

    @admin.action(description=_("Verified today: looked up again, and still so"))
    def verify_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Say of the chosen rows that they still hold."""
        self._each(request, rows, verify)

    @admin.action(description=_("Submit for publication"))
    def submit_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Hand the chosen rows to a second person."""
        self._each(request, rows, self.publication.submit)

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Publish the chosen rows."""
        self._each(request, rows, self.publish_row)

    @admin.action(description=_("Withdraw"), permissions=["withdraw"])
    def withdraw_rows(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        """Take the chosen rows from the public, once the reason was given."""
        if "reason" not in request.POST:
            return self._ask_for_the_reason(request, rows)
        reason = request.POST["reason"]
        self._each(request, rows, lambda row, by: self.publication.withdraw(row, by, reason))
        return None

    def _ask_for_the_reason(self, request: HttpRequest, rows: QuerySet) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Withdraw"),
            "opts": self.opts,
            "rows": rows,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/prisoners/withdraw.html", context)

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
        self.message_user(request, f"{row}: {' '.join(str(one) for one in sentences)}", level)


class DeskInline(admin.StackedInline):
    """Rows of a page's row that are written with it."""

    form = KeptForm
    formset = KeptFormSet
    extra = 0

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        """Words in other languages are entered on the row's own page."""
        return [*(super().get_exclude(request, obj) or []), *doubles_of(self.model), *translations_of(self.model)]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Rows are chosen by typing wherever the desk has a page for them."""
        return searchable_relations(self)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A searched list that can do without scripts."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenOrTyped(db_field, self.admin_site, request, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What hangs on a published row is for publishers."""
        return may_touch(request, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What hangs on a published row is for publishers."""
        return may_touch(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What hangs on a published row is for publishers."""
        return may_touch(request, obj) and super().has_delete_permission(request, obj)


class FactInline(DeskInline):
    """Facts with a publication state of their own: entered here as drafts, changed on their own pages."""

    can_delete = False
    show_change_link = True
    readonly_fields = ("state",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The row's own page knows whether it is public, and shows its sources."""
        return False


class CitationInline(DeskInline):
    """The sources on which the fact of this page rests."""

    model = Citation
    template = "admin/edit_inline/tabular.html"
    fields = ("source", "locator")
    extra = 1


def translations_of(model: type[models.Model]) -> set[str]:
    """The names of the fields that hold a model's words in other languages than the first."""
    return {one.name for one in _translated(model) if one.language not in (None, get_default_language())}


def doubles_of(model: type[models.Model]) -> set[str]:
    """The names of the fields that only repeat the words of another: those in the first and the active language."""
    return {one.name for one in _translated(model)} - translations_of(model)


def _translated(model: type[models.Model]) -> list[Any]:
    field = get_i18n_field(model)
    return list(field.get_translated_fields()) if field else []


def searchable_relations(page: Any) -> list[str]:
    """The relations of a page's model that can be entered and lead to a page with a search."""
    fields = [*page.model._meta.concrete_fields, *page.model._meta.local_many_to_many]
    relations = [one for one in fields if one.related_model and one.editable]
    is_own = [one for one in relations if not one.many_to_many or one.remote_field.through._meta.auto_created]
    site = page.admin_site
    return [one.name for one in is_own if site.is_registered(one.related_model) and _has_search(site, one)]


def _has_search(site: admin.AdminSite, field: Any) -> bool:
    return bool(site.get_model_admin(field.related_model).search_fields)
