"""What only reports have: recommendations, analyses, classes of achievement."""
