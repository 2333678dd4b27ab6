"""Work is summed by day, from which its weeks are made: the Monday of each entry is kept no more."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("kept", "0002_timer_people_stamp")]  # noqa: RUF012 (Django's way)

    operations = [migrations.RemoveField(model_name="effort", name="monday")]  # noqa: RUF012 (Django's way)
