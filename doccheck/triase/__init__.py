"""What people decide on findings, and what is known of them from earlier runs."""
