"""A timer of work; those who got in, of a goal of one's own; and a stamp of every goal, by which a reading is known to
be still true.
"""

from typing import Any
from uuid import uuid4

import django.db.models.deletion
from django.db import migrations, models


def stamp_each(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (Django's way)
    goals = apps.get_model("kept", "Goal").objects
    for number in goals.values_list("id", flat=True):
        goals.filter(id=number).update(stamp=uuid4().hex)


class Migration(migrations.Migration):
    dependencies = [("kept", "0001_initial")]  # noqa: RUF012 (Django's way)

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
            options={"abstract": False},
        ),
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
        migrations.AddField(
            model_name="goal", name="stamp", field=models.TextField(default=""), preserve_default=False
        ),
        migrations.RunPython(stamp_each, migrations.RunPython.noop),
    ]
