"""Demands keep every version; groups know who organises in them."""

import pytest

from actions.models import Demand, Membership
from actions.refusals import ActionsRefusal
from actions.services.demands import raise_demand, settle, supersede
from actions.services.groups import add_member, open_group, remove_member
from prisoners.choices import StaffRole
from prisoners.times import BadTime
from tests.actions.rows import make_campaign, make_group, make_staff

pytestmark = pytest.mark.django_db


def test_supersede_keeps_the_old_version_and_ends_it() -> None:
    old = raise_demand(make_campaign(), text="Fair trial", raised_on="2019-07")
    new = supersede(old, text="Immediate release", raised_on="2019-10-16")
    old.refresh_from_db()
    assert (old.status, str(old.ended_on), new.supersedes) == ("superseded", "2019-10-16", old)


def test_supersede_refuses_twice_and_without_words() -> None:
    old = raise_demand(make_campaign(), text="Fair trial")
    with pytest.raises(ActionsRefusal, match="words"):
        supersede(old, text=" ")
    supersede(old, text="Release")
    with pytest.raises(ActionsRefusal, match="already"):
        supersede(old, text="Release all")
    assert Demand.internal.count() == 2


def test_settle_says_what_became_of_it_and_refuses_superseded() -> None:
    demand = raise_demand(make_campaign(), text="Release")
    assert settle(demand, "met", ended_on="2020-03-20").status == "met"
    for status in ("superseded", "forgotten"):
        with pytest.raises(ActionsRefusal):
            settle(demand, status)


def test_open_group_refuses_no_name_and_an_unknown_zone() -> None:
    assert open_group(slug="graz", name="Graz", time_zone="Europe/Vienna").state == "draft"
    with pytest.raises(ActionsRefusal):
        open_group(slug="linz", name="", time_zone="Europe/Vienna")
    with pytest.raises(BadTime):
        open_group(slug="linz", name="Linz", time_zone="Linz")


def test_add_member_wants_the_role_and_remove_member_ends_it() -> None:
    group, anna = make_group(), make_staff("anna", StaffRole.ORGANISER)
    add_member(group, anna)
    add_member(group, anna)
    assert Membership.objects.count() == 1
    remove_member(group, anna)
    assert not Membership.objects.exists()
    with pytest.raises(ActionsRefusal):
        add_member(group, make_staff("rosa", StaffRole.RESEARCHER))
