"""Between rooms only frozen Structs of plain values: no list, no dict but for published records, no set, no object."""

import datetime
import importlib
import pkgutil
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

import briefgen.model

PLAIN = (str, bytes, int, float, bool, type(None), datetime.date)
# ``about`` of a disagreement is a JSON object by contract; a page's view is any Struct of its kind.
EXCEPTIONS = {("DisagreementRecord", "about"), ("Page", "view")}


def structs() -> list[type[msgspec.Struct]]:
    found: dict[str, type[msgspec.Struct]] = {}
    for info in pkgutil.iter_modules(briefgen.model.__path__):
        module = importlib.import_module(f"briefgen.model.{info.name}")
        for value in vars(module).values():
            mine = isinstance(value, type) and value.__module__ == module.__name__
            if mine and issubclass(value, msgspec.Struct) and value.__name__ != "Stage":
                found[value.__name__] = value
    return list(found.values())


def wrong(hint: Any) -> str | None:
    origin = get_origin(hint)
    if origin is Annotated:
        return wrong(get_args(hint)[0])
    if origin is Literal or hint in PLAIN or hint is Ellipsis:
        return None
    if origin in (Union, types.UnionType, tuple):
        return next((found for part in get_args(hint) if (found := wrong(part))), None)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return None
    return str(hint)


@pytest.mark.parametrize("struct", structs(), ids=lambda struct: struct.__name__)
def test_value_is_frozen_and_plain(struct: type[msgspec.Struct]) -> None:
    assert struct.__struct_config__.frozen
    hints = get_type_hints(struct, include_extras=True)
    bad = {
        f"{name}: {found}"
        for name in struct.__struct_fields__
        if (struct.__name__, name) not in EXCEPTIONS and (found := wrong(hints[name]))
    }
    assert not bad
