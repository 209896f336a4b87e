"""Lasting relations as the article itself tells them: rules on verbs, compounds, roles and whose a body is."""

from briefgen.extract.relations import bodies as relations_bodies
from briefgen.extract.relations import compounds as relations_compounds
from briefgen.extract.relations import roles as relations_roles
from briefgen.extract.relations import verbs as relations_verbs
from briefgen.sockets import Rule

VERBS = Rule("relation verbs", "relations", relations_verbs.find)
COMPOUNDS = Rule("relation compounds", "relations", relations_compounds.find)
ROLES = Rule("relation roles", "relations", relations_roles.find)
BODIES = Rule("relation bodies", "relations", relations_bodies.find)
