"""What a person states: sources, facts, rounds the pack lacks, attempts with their stages, ways, those who got in.

A day that may be uncertain is two columns, its earliest and its latest, either of which may be null. Levels, conditions
and lists of words are JSON.
"""

from django.db import models

from twelfth.store.orm.models.of_goal import Goal, OfGoal


class Source(OfGoal):
    key = models.TextField()
    title = models.TextField()
    address = models.TextField()
    kind = models.TextField()
    note = models.TextField()


class Fact(OfGoal):
    trait = models.TextField()
    level = models.TextField()
    begins_earliest = models.DateField(null=True)
    begins_latest = models.DateField(null=True)
    ends_stated = models.BooleanField()
    ends_earliest = models.DateField(null=True)
    ends_latest = models.DateField(null=True)
    known = models.DateField(null=True)
    certainty = models.TextField()
    source = models.TextField()
    note = models.TextField()


class Round(OfGoal):
    key = models.TextField()
    kind = models.TextField()
    name = models.TextField()
    decided = models.DateField()
    known = models.DateField()
    opens = models.DateField(null=True)
    closes = models.DateField(null=True)
    selected = models.BigIntegerField(null=True)
    cut_off = models.FloatField(null=True)
    tie_break = models.TextField()
    pool_as_on = models.DateField(null=True)
    source = models.TextField()
    note = models.TextField()


class Attempt(OfGoal):
    round = models.TextField()
    seat = models.TextField()
    certainty = models.TextField()
    source = models.TextField()


class Stage(models.Model):
    """A step of an attempt, `place` in its history. It has the goal too: all stages of a goal are one query."""

    id = models.BigAutoField(primary_key=True)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveIntegerField()
    stage = models.TextField()
    on_earliest = models.DateField(null=True)
    on_latest = models.DateField(null=True)

    class Meta:
        app_label = "kept"
        constraints = (models.UniqueConstraint(fields=["attempt", "place"], name="kept_stage_place"),)


class Way(OfGoal):
    trait = models.TextField()
    level = models.TextField()
    move = models.TextField()
    given = models.TextField()
    after = models.TextField()
    hours_low = models.FloatField(null=True)
    hours_high = models.FloatField(null=True)
    hours_week = models.FloatField(null=True)
    months = models.FloatField(null=True)
    cost_low = models.FloatField(null=True)
    cost_high = models.FloatField(null=True)
    currency = models.TextField()
    valid_months = models.FloatField(null=True)
    exam = models.BooleanField()
    retry_days = models.FloatField(null=True)
    passes = models.FloatField(null=True)
    known = models.DateField(null=True)
    own = models.BooleanField()
    source = models.TextField()
    note = models.TextField()


class People(OfGoal):
    """A whole table: `columns` and `people` are JSON."""

    on = models.DateField()
    columns = models.TextField()
    people = models.TextField()
    applied = models.PositiveIntegerField(null=True)
    selected = models.PositiveIntegerField(null=True)
