"""Of a mail that words some of very many things it is noted which ones stand behind its link."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("supporters", "0023_news_once_a_month")]

    operations = [
        migrations.AddField(
            model_name="notification",
            name="mailed_with",
            field=models.UUIDField(blank=True, null=True),
        ),
    ]
