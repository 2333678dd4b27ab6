"""Step 4, if you don't know how, learn: the ways to what one lacks, with hours, months and money."""

from twelfth.learn.catalogue import Catalogue, Unpriced, catalogue_of, leads, reaches, said_beside, said_for, way_of
from twelfth.learn.needs import Need, needs_of
from twelfth.learn.route import PASSES, PASSES_RANGE, Route
from twelfth.learn.steps import code_of_name, steps_between, steps_of, title_of_step

__all__ = [
    "PASSES",
    "PASSES_RANGE",
    "Catalogue",
    "Need",
    "Route",
    "Unpriced",
    "catalogue_of",
    "code_of_name",
    "leads",
    "needs_of",
    "reaches",
    "said_beside",
    "said_for",
    "steps_between",
    "steps_of",
    "title_of_step",
    "way_of",
]
