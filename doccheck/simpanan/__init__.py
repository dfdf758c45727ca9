"""What is kept between runs: readings, what was found out about texts, monthly sheets."""
