"""What somebody does at the desk of the record, as a browser would send it."""

from typing import Any

from django.test import Client

from prisoners.models import Staff


def at_desk(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff)
    return client


def url(row: Any, page: str = "change") -> str:
    return f"/staff/prisoners/{row._meta.model_name}/{row.pk}/{page}/"


def sent_by(client: Client, address: str, **changed: Any) -> dict[str, Any]:
    """What a browser would send back from a page, with some boxes changed."""
    context = client.get(address).context
    formsets = [one.formset for one in context["inline_admin_formsets"]]
    forms = [
        context["adminform"].form,
        *(one.management_form for one in formsets),
        *(f for one in formsets for f in one),
    ]
    sent: dict[str, Any] = {}
    for form in forms:
        for box in form:
            _put(sent, box)
    return {**sent, **changed}


def _put(sent: dict[str, Any], box: Any) -> None:
    value = box.value()
    if value is not None and value is not False and value != "":
        sent[box.html_name] = str(value) if not isinstance(value, list) else value


def act(client: Client, row: Any, action: str, **sent: Any) -> str:
    """Choose a row in its list and an action; the page that follows."""
    address = f"/staff/prisoners/{row._meta.model_name}/"
    return client.post(address, {"_selected_action": row.pk, "action": action, **sent}, follow=True).content.decode()


def publish_in_list(client: Client, row: Any) -> str:
    """Choose a row in its list, look at what it says, and publish it; the page that follows."""
    row.refresh_from_db()
    return act(client, row, "publish_rows", seen=f"{row.pk} {row.version}")
