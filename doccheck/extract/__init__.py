"""From the layout of a file to its document. `dokumen.py` is the whole way; the packages are its parts, lowest first.

`tulisan` single texts and codes; `nilai` numbers, units, predicates; `tabel` grids to logical tables with headings and roles of columns;
`pohon` the rows of a table to its tree of goals; `bentuk` tables of another form, and charts; `kalimat` targets inside sentences;
`identitas` what document it is and whose; `laporan` what only LKjIP and LHE have.
"""
