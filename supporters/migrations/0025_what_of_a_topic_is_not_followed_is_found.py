"""What waits for a confirmation, or was stopped, is found by its topic: a merged record asks for it in each round."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("supporters", "0024_what_one_mail_told_is_noted")]

    operations = [
        migrations.AddIndex(
            model_name="subscription",
            index=models.Index(
                fields=["topic"],
                name="subscription_others",
                condition=~Q(state="active"),
            ),
        ),
    ]
