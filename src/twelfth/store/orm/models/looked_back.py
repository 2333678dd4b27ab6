"""What is looked back at: audits with their addenda, forecasts, notes, and what was sent."""

from django.db import models

from twelfth.store.orm.models.of_goal import OfGoal


class Audit(OfGoal):
    made = models.DateField()
    round = models.TextField()
    digest = models.TextField()
    text = models.TextField()


class Addendum(OfGoal):
    digest = models.TextField()
    on = models.DateField()
    text = models.TextField()


class Forecast(OfGoal):
    made = models.DateField()
    round = models.TextField()
    p = models.FloatField(null=True)
    lo = models.FloatField(null=True)
    hi = models.FloatField(null=True)
    basis = models.TextField()


class Note(OfGoal):
    on = models.DateField()
    text = models.TextField()


class Document(OfGoal):
    round = models.TextField()
    title = models.TextField()
    address = models.TextField()
    sha256 = models.TextField()
