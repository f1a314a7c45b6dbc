"""Reference lists: topics, kinds, forms."""

from . import (
    gov_training_topic,
    gov_training_kind,
    gov_training_form,
    gov_training_incident_kind,
)
