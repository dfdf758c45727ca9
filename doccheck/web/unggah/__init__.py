"""What comes in: limits, what a file really is, archives taken apart. No Django models here."""
