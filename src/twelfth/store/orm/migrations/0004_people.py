"""Those who got in, of a goal of one's own. Made by Django (`makemigrations`)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kept", "0003_timer")]  # noqa: RUF012 (Django's way)

    operations = [  # noqa: RUF012 (Django's way)
        migrations.CreateModel(
            name="People",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("columns", models.TextField()),
                ("people", models.TextField()),
                ("applied", models.PositiveIntegerField(null=True)),
                ("selected", models.PositiveIntegerField(null=True)),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={"abstract": False},
        ),
    ]
