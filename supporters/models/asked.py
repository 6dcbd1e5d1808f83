"""What need not be asked again: words that were owed to all who follow them, and what has stirred since."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Asked(models.Model):
    """That a word was owed to everybody who followed one of its topics: nobody is new to it until something stirs.

    `name` tells one word (kind, subject, occasion) from all others, `said` all that the question depended on besides:
    both are hashes. Of no use after `ends_at` (UTC). Tells nothing of anybody.
    """

    name = models.CharField(max_length=16, primary_key=True)
    said = models.CharField(max_length=64)
    subject = models.CharField(max_length=60)
    topics = ArrayField(models.CharField(max_length=60))
    ends_at = models.DateTimeField()

    objects = models.Manager()

    class Meta:
        verbose_name = _("word that was owed to all")
        verbose_name_plural = _("words that were owed to all")

    def __str__(self) -> str:
        return f"{self.subject} until {self.ends_at:%Y-%m-%d}"


class Stir(models.Model):
    """That what concerns a topic (`prisoner:12`) or a subject (`hearing:5`) is to be asked again.

    Written by triggers, in the transaction of the change: whoever sees it sees the change too. Rows are only ever
    added and taken away, so that nobody waits for anybody.
    """

    word = models.CharField(max_length=60)

    objects = models.Manager()

    class Meta:
        verbose_name = _("change among readers")
        verbose_name_plural = _("changes among readers")

    def __str__(self) -> str:
        return self.word


def stirs_its_topics() -> tuple[pgtrigger.Trigger, ...]:
    """Of subscriptions: somebody follows something, or wants other news of it."""
    body = """
INSERT INTO supporters_stir (word) SELECT DISTINCT topic FROM new_rows WHERE state = 'active' AND rate <> 'off';
RETURN NULL;
"""
    return tuple(
        pgtrigger.Trigger(
            name=f"stirs_when_{name}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(new="new_rows"),
            func=body,
        )
        for name, operation in (("followed", pgtrigger.Insert), ("preferred", pgtrigger.Update))
    )


def stirs_what_is_followed() -> pgtrigger.Trigger:
    """Of people: they may be written to (again), or live by another clock."""
    return pgtrigger.Trigger(
        name="stirs_what_is_followed",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("state", "is_paused", "time_zone", "told_at_hour"),
        condition=pgtrigger.Condition(
            "NEW.state = 'active' AND NOT NEW.is_paused AND (OLD.state, OLD.is_paused, OLD.time_zone, OLD.told_at_hour)"
            " IS DISTINCT FROM (NEW.state, NEW.is_paused, NEW.time_zone, NEW.told_at_hour)"
        ),
        func="""
INSERT INTO supporters_stir (word)
SELECT topic FROM supporters_subscription WHERE supporter_id = NEW.id AND state = 'active';
RETURN NULL;
""",
    )


#: What is about one person alone (`supporter:…`, `sign_up:…`) is named by a key that nobody can guess, and told to no
#: follower: it stirs nothing, and must not outlive a person who is forgotten.
IS_NOBODYS_OWN = "!~ ':[0-9a-f]{8}-[0-9a-f]{4}-'"


def stirs_its_subject() -> tuple[pgtrigger.Trigger, ...]:
    """Of notifications: one that does not arrive, or is gone, stands in the way of no other."""
    return (
        pgtrigger.Trigger(
            name="stirs_when_dropped",
            when=pgtrigger.After,
            operation=pgtrigger.UpdateOf("state"),
            condition=pgtrigger.Condition(
                f"NEW.state IN ('cancelled', 'failed') AND OLD.state <> NEW.state AND NEW.subject {IS_NOBODYS_OWN}"
            ),
            func="INSERT INTO supporters_stir (word) VALUES (NEW.subject); RETURN NULL;",
        ),
        pgtrigger.Trigger(
            name="stirs_when_gone",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="old_rows"),
            func=f"""
INSERT INTO supporters_stir (word) SELECT DISTINCT subject FROM old_rows WHERE subject {IS_NOBODYS_OWN};
RETURN NULL;
""",  # noqa: S608 - of words of ours alone
        ),
    )
