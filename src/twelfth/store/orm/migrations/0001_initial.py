"""The first tables. Made by Django (`makemigrations`)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []  # noqa: RUF012 (Django's way)

    operations = [  # noqa: RUF012 (Django's way)
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("name", models.TextField(unique=True)),
                ("title", models.TextField()),
                ("pack", models.TextField()),
                ("begun", models.DateField()),
                ("state", models.TextField()),
                ("capacity_stated", models.BooleanField()),
                ("capacity_hours_per_week", models.FloatField(null=True)),
                ("capacity_money", models.FloatField(null=True)),
                ("capacity_currency", models.TextField(null=True)),
                ("also_known_as", models.TextField()),
                ("invented", models.BooleanField()),
                ("again_on", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Forecast",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("made", models.DateField()),
                ("round", models.TextField()),
                ("p", models.FloatField(null=True)),
                ("lo", models.FloatField(null=True)),
                ("hi", models.FloatField(null=True)),
                ("basis", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("trait", models.TextField()),
                ("level", models.TextField()),
                ("begins_earliest", models.DateField(null=True)),
                ("begins_latest", models.DateField(null=True)),
                ("ends_stated", models.BooleanField()),
                ("ends_earliest", models.DateField(null=True)),
                ("ends_latest", models.DateField(null=True)),
                ("known", models.DateField(null=True)),
                ("certainty", models.TextField()),
                ("source", models.TextField()),
                ("note", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("round", models.TextField()),
                ("title", models.TextField()),
                ("address", models.TextField()),
                ("sha256", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Audit",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("made", models.DateField()),
                ("round", models.TextField()),
                ("digest", models.TextField()),
                ("text", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("round", models.TextField()),
                ("seat", models.TextField()),
                ("certainty", models.TextField()),
                ("source", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("digest", models.TextField()),
                ("on", models.DateField()),
                ("text", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Learning",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("towards", models.TextField()),
                ("ability", models.TextField()),
                ("resource", models.TextField()),
                ("proof", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("text", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("monday", models.DateField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Road",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("made", models.DateField()),
                ("text", models.TextField()),
                ("accepted", models.DateField(null=True)),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("key", models.TextField()),
                ("kind", models.TextField()),
                ("name", models.TextField()),
                ("decided", models.DateField()),
                ("known", models.DateField()),
                ("opens", models.DateField(null=True)),
                ("closes", models.DateField(null=True)),
                ("selected", models.BigIntegerField(null=True)),
                ("cut_off", models.FloatField(null=True)),
                ("tie_break", models.TextField()),
                ("pool_as_on", models.DateField(null=True)),
                ("source", models.TextField()),
                ("note", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("key", models.TextField()),
                ("title", models.TextField()),
                ("address", models.TextField()),
                ("kind", models.TextField()),
                ("note", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Trail",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("actor", models.TextField()),
                ("action", models.TextField()),
                ("before", models.TextField()),
                ("after", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Way",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("trait", models.TextField()),
                ("level", models.TextField()),
                ("move", models.TextField()),
                ("given", models.TextField()),
                ("after", models.TextField()),
                ("hours_low", models.FloatField(null=True)),
                ("hours_high", models.FloatField(null=True)),
                ("hours_week", models.FloatField(null=True)),
                ("months", models.FloatField(null=True)),
                ("cost_low", models.FloatField(null=True)),
                ("cost_high", models.FloatField(null=True)),
                ("currency", models.TextField()),
                ("valid_months", models.FloatField(null=True)),
                ("exam", models.BooleanField()),
                ("retry_days", models.FloatField(null=True)),
                ("passes", models.FloatField(null=True)),
                ("known", models.DateField(null=True)),
                ("own", models.BooleanField()),
                ("source", models.TextField()),
                ("note", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Effort",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("monday", models.DateField()),
                ("minutes", models.PositiveIntegerField()),
                ("towards", models.TextField()),
                ("note", models.TextField()),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["goal", "on"], name="kept_effort_day")],
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("place", models.PositiveIntegerField()),
                ("stage", models.TextField()),
                ("on_earliest", models.DateField(null=True)),
                ("on_latest", models.DateField(null=True)),
                (
                    "attempt",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.attempt"),
                ),
                (
                    "goal",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kept.goal"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("attempt", "place"), name="kept_stage_place")],
            },
        ),
    ]
