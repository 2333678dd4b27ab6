"""The app under which Django knows the tables."""

from django.apps import AppConfig


class Kept(AppConfig):
    name = "twelfth.store.orm"
    label = "kept"
    verbose_name = "Goals kept"
    default_auto_field = "django.db.models.BigAutoField"
