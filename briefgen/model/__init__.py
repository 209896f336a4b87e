"""The nouns of briefgen: frozen values that pass between the rooms.

Every value is a frozen ``msgspec.Struct`` of plain values (``str``, ``bytes``, ``int``, ``float``, ``bool``, ``None``,
``Literal``, tuples and other such Structs), so that it can be hashed, stored and compared without running code.
"""
