"""Nobody is shown without a ground for naming them, whatever path writes the row; whoever was, is withdrawn."""

from django.db import migrations, models

#: A publisher states the ground and publishes anew, or leaves it so.
WITHDRAW = """
UPDATE prisoners_prisoner
SET state = 'withdrawn', withdrawn_at = now(), updated_at = now(),
    withdrawal_reason = 'The ground for naming this person was not stated.'
WHERE state = 'published' AND consent_ground = ''
"""


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0040_numbers_of_roles_and_fewer_repeated_words"),
    ]

    operations = [
        migrations.RunSQL(WITHDRAW, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="prisoner",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "published"), _negated=True)
                | models.Q(("consent_ground", ""), _negated=True),
                name="prisoner_shown_has_a_ground",
                violation_error_message="The ground for naming this person is not stated.",
            ),
        ),
    ]
