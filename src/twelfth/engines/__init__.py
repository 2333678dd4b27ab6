"""How answers are computed when it takes more than numpy: models that are learned from labelled people."""

from twelfth.engines.labelled import FittedLabels, LabelledOdds

__all__ = ["FittedLabels", "LabelledOdds"]
