"""How often an action returns, as the API writes it."""

from rest_framework import serializers

from actions.models import Series


class SeriesSerializer(serializers.ModelSerializer[Series]):
    """The rhythm, with the first and the last local day of the place."""

    class Meta:
        model = Series
        fields = ("rhythm", "first_on", "last_on", "on_skipped")
