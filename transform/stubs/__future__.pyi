# What `from __future__ import name` may name. The features are part of the
# language by now, except annotations, which changes nothing that runs.
class _Feature: ...

annotations: _Feature
absolute_import: _Feature
barry_as_FLUFL: _Feature
division: _Feature
generators: _Feature
generator_stop: _Feature
nested_scopes: _Feature
print_function: _Feature
unicode_literals: _Feature
with_statement: _Feature
