"""Tables of another form than rows under a heading, and charts."""
