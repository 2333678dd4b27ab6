"""What is done about a goal: how far learning has come, work, a timer of it, pauses from it, and the versions of the
road."""

from django.db import models

from twelfth.store.orm.models.of_goal import OfGoal


class Learning(OfGoal):
    towards = models.TextField()
    ability = models.TextField()
    resource = models.TextField()
    proof = models.TextField()


class Pause(OfGoal):
    monday = models.DateField()


class Timer(OfGoal):
    on = models.DateField()
    second = models.BigIntegerField()
    towards = models.TextField()


class Effort(OfGoal):
    on = models.DateField()
    minutes = models.PositiveIntegerField()
    towards = models.TextField()
    note = models.TextField()

    class Meta(OfGoal.Meta):
        abstract = False
        indexes = (models.Index(fields=["goal", "on"], name="kept_effort_day"),)


class Road(OfGoal):
    made = models.DateField()
    text = models.TextField()
    accepted = models.DateField(null=True)
