from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("supporters", "0010_kinds_of_news_of_actions"),
    ]

    operations = [
        migrations.AddField(
            model_name="supporter",
            name="rests_until",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="left in peace after a temporary failure until"
            ),
        ),
        migrations.AddField(
            model_name="supporter",
            name="soft_bounces",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="temporary failures in a row"),
        ),
    ]
