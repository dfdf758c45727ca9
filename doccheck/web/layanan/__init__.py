"""The work behind pages and API: one module a noun. Functions take models and plain values, know no request, and raise PermissionError
or unggah.DitolakError with words for the person."""
