"""Kinds of events that keep people from knowing; nothing changes in the database."""

from django.db import migrations, models

KINDS = [
    ("arrest", "arrest"),
    ("release", "release"),
    ("pardon", "pardon"),
    ("commutation", "commutation"),
    ("appeal", "appeal"),
    ("transfer", "transfer"),
    ("expected_release", "expected release"),
    ("investigation", "investigation"),
    ("complaint", "complaint"),
    ("ill_treatment", "ill-treatment"),
    ("health", "health"),
    ("hunger_strike", "hunger strike"),
    ("visit", "visit"),
    ("conditions", "conditions of detention"),
    ("award", "award"),
    ("death", "death"),
    ("funeral", "funeral"),
    ("exile", "exile"),
    ("killing", "killing"),
    ("strike", "strike"),
    ("protest", "protest"),
    ("suppression", "news suppressed"),
    ("site_blocked", "site blocked"),
    ("site_down", "site down"),
    ("broadcast_cut", "broadcast cut"),
    ("network_cut", "telephone or internet cut off"),
    ("other", "event"),
]


def kind() -> "models.CharField[str, str]":
    return models.CharField(choices=KINDS, default="other", max_length=20, verbose_name="kind")


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0012_long_lists_have_indexes")]

    operations = [
        migrations.AlterField("event", "kind", kind()),
        migrations.AlterField("eventevent", "kind", kind()),
    ]
