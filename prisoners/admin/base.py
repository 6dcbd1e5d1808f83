"""What every page of the desk shares: publication by two people, services, history."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from modeltrans.conf import get_default_language
from modeltrans.translator import get_i18n_field

from prisoners.admin.choosing import ChosenMany, ChosenOrTyped
from prisoners.admin.keeping import KeptForm, KeptFormSet, is_public_now
from prisoners.admin.known_values import filters_of
from prisoners.admin.said_dates import in_words
from prisoners.admin.searching import SearchedAdmin
from prisoners.admin.typed_hours import TypedHourField
from prisoners.choices import StaffRole
from prisoners.history import as_it_was, changes_of
from prisoners.models import Citation, Prisoner, Staff
from prisoners.models.base import Publishable
from prisoners.paginator import DeskPages
from prisoners.publication import newly_against
from prisoners.refusals import Refusal, Sentence
from prisoners.services.of_rows import service_of
from prisoners.services.refusals import refuse_if

RESTORED = _("It is as it was then. That is in the history too.")
FOR_PUBLISHERS = _("It would be seen at once, beside something published: this is for a publisher.")

#: As many digits as no number of a row has.
LONGEST_KEY = 19


def may_touch(request: HttpRequest, row: models.Model | None) -> bool:
    """Whether this person may change a row: what readers see already is for publishers."""
    is_publisher = isinstance(request.user, Staff) and request.user.has_role(StaffRole.PUBLISHER)
    return row is None or is_publisher or not is_public_now(row)


def _name_first(names: list[Any]) -> list[Any]:
    """Fields with the address in links after the name or title of which it is made, for that is what one knows."""
    return [*names[1:2], "slug", *names[2:]] if names[:1] == ["slug"] else names


class DeskAdmin(SearchedAdmin):
    """Rows that are written by their services, found by every spelling, and shown with their history."""

    form = KeptForm
    list_per_page = 50
    paginator = DeskPages
    object_history_template = "admin/prisoners/fact_history.html"
    formfield_overrides: ClassVar[dict[type[models.Field], dict[str, Any]]] = {
        models.URLField: {"assume_scheme": "https"},
        models.TimeField: {"form_class": TypedHourField},
    }

    def get_list_display(self, request: HttpRequest) -> Any:
        """Days as people say them."""
        return in_words(self.model, super().get_list_display(request))

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Values that stand in a column are looked for once, until one is written."""
        return filters_of(self.model, super().get_list_filter(request))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The words in other languages stand together, folded away."""
        names = _name_first(list(self.get_fields(request, obj)))
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

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A searched list of several."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenMany(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

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
            stood = _against_showing(row)
            before = as_it_was(row, int(number) if number.isdecimal() and len(number) < LONGEST_KEY else 0)
            refuse_if(
                list(dict.fromkeys([*service_of(before).reasons_against(before), *_against_showing(before, stood)]))
            )
            service_of(before).keep(before)
        except LookupError as error:
            raise Http404 from error
        except Refusal as refused:
            self.message_user(request, " ".join(str(one) for one in refused.reasons), messages.ERROR)
        else:
            self.message_user(request, str(RESTORED), messages.SUCCESS)


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

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A searched list of several."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenMany(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

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

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        """Which of two officials of one name a fact means is chosen on its own page, once the name stands there."""
        return [*super().get_exclude(request, obj), "official"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The row's own page knows whether it is public, and shows its sources."""
        return False


class CitationInline(DeskInline):
    """The sources on which the fact of this page rests."""

    #: Links of the floor above that say where in a source a row stands are shown alike.
    model: Any = Citation
    template = "admin/prisoners/rows_in_table.html"
    fields = ("source", "locator")
    extra = 1

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Boxes in a table have no label beside them; each says its own to those who hear the page."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs["aria-label"] = field.label
        return field

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the sources, which are the titles of the rows."""
        return super().get_queryset(request).select_related("source")


def _against_showing(row: models.Model, stood: Sequence[Sentence] = ()) -> list[Sentence]:
    """What speaks against showing a row that readers see, beside what `stood` against it already."""
    return newly_against(row, stood) if isinstance(row, Publishable) else []


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
