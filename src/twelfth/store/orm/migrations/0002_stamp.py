"""Every goal has a stamp, by which a reading is known to be still true."""

from typing import Any
from uuid import uuid4

from django.db import migrations, models


def stamp_each(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (Django's way)
    goals = apps.get_model("kept", "Goal").objects
    for number in goals.values_list("id", flat=True):
        goals.filter(id=number).update(stamp=uuid4().hex)


class Migration(migrations.Migration):
    dependencies = [("kept", "0001_initial")]  # noqa: RUF012 (Django's way)

    operations = [  # noqa: RUF012 (Django's way)
        migrations.AddField(
            model_name="goal", name="stamp", field=models.TextField(default=""), preserve_default=False
        ),
        migrations.RunPython(stamp_each, migrations.RunPython.noop),
    ]
