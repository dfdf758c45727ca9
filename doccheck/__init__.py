"""doccheck: consistency checker for the planning documents of Indonesian local government."""

__version__ = "0.1.0"
