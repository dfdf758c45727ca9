"""`python -m doccheck`"""

from .cli import main

if __name__ == "__main__":
    main()
