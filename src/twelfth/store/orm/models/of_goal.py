"""A goal's card, and what every table of rows under a goal has. No rule lives here: tables hold, the shelf decides."""

from django.db import models


class Goal(models.Model):
    """The card. `also_known_as` is a list as JSON; the money and hours there are stand in columns of their own.

    stamp: a word drawn anew with every write but those of effort. Two readings of one stamp hold the same, before a
    restore and after it.
    """

    id = models.BigAutoField(primary_key=True)
    version = models.PositiveIntegerField()
    name = models.TextField(unique=True)
    title = models.TextField()
    pack = models.TextField()
    begun = models.DateField()
    state = models.TextField()
    capacity_stated = models.BooleanField()
    capacity_hours_per_week = models.FloatField(null=True)
    capacity_money = models.FloatField(null=True)
    capacity_currency = models.TextField(null=True)
    also_known_as = models.TextField()
    invented = models.BooleanField()
    again_on = models.DateField(null=True)
    stamp = models.TextField()

    class Meta:
        app_label = "kept"


class OfGoal(models.Model):
    """One row of one goal. id is never used again: SQLite is told AUTOINCREMENT, PostgreSQL counts by itself."""

    id = models.BigAutoField(primary_key=True)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()

    class Meta:
        abstract = True
        app_label = "kept"


class Trail(models.Model):
    """One line for each write to a goal, in the order of its number."""

    number = models.BigAutoField(primary_key=True)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    actor = models.TextField()
    action = models.TextField()
    before = models.TextField()
    after = models.TextField()

    class Meta:
        app_label = "kept"
