"""One's own account at the desk: a new password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.views.desk import desk_only, me
from prisoners.log_in_forms import PasswordForm
from prisoners.services import accounts

BAD_REQUEST = 400


@desk_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password, knowing the old one; every other browser that is logged in with it is no longer."""
    member = me(request)
    form = PasswordForm(member, request.POST or None)
    if form.is_valid():
        accounts.set_password(member, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, member)
        messages.success(request, _("Your password is changed."))
        return HttpResponseRedirect(reverse("actions:desk"))
    context = {"form": form, "title": _("Change the password"), "back": reverse("actions:desk")}
    return render(request, "actions/desk/form.html", context, status=BAD_REQUEST if form.errors else 200)
