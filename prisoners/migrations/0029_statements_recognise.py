"""A statement can be a recognition: that somebody is imprisoned for political reasons."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0028_numbers_are_kept"),
    ]

    operations = [
        migrations.AlterField(
            model_name="statement",
            name="stance",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not judged"),
                    ("supports", "supports the prisoners"),
                    ("recognises", "recognises as imprisoned for political reasons"),
                    ("solidarity_action", "joins with an action"),
                    ("condemns_repression", "condemns the repression"),
                    ("neutral", "neutral"),
                    ("repeats_official_line", "repeats the official version"),
                    ("blames_victims", "blames the victims"),
                    ("hostile", "hostile"),
                ],
                default="",
                max_length=24,
                verbose_name="stance",
            ),
        ),
        migrations.AlterField(
            model_name="statementevent",
            name="stance",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not judged"),
                    ("supports", "supports the prisoners"),
                    ("recognises", "recognises as imprisoned for political reasons"),
                    ("solidarity_action", "joins with an action"),
                    ("condemns_repression", "condemns the repression"),
                    ("neutral", "neutral"),
                    ("repeats_official_line", "repeats the official version"),
                    ("blames_victims", "blames the victims"),
                    ("hostile", "hostile"),
                ],
                default="",
                max_length=24,
                verbose_name="stance",
            ),
        ),
    ]
