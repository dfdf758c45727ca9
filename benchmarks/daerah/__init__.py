"""Small made-up regions drawn by a seed, clean and with defects: the unseen sets of `bench_daerah.py`."""
