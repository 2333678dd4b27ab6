"""A timer of work. Made by Django (`makemigrations`)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kept", "0002_stamp")]  # noqa: RUF012 (Django's way)

    operations = [  # noqa: RUF012 (Django's way)
        migrations.CreateModel(
            name="Timer",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("second", models.BigIntegerField()),
                ("towards", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
