"""The check functions, by subject. Importing a module registers its functions."""
