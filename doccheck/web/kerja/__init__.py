"""Background work: tasks in a table of the database (antrean), what they do (daftar), and the process that does them (pekerja).

A worker holds a task by a lease that it renews while the task's own process lives. When worker or machine die, the lease runs out and
another
worker takes the task up again; a task that kills its process is tried PERCOBAAN times and then failed, with a message. Nothing is lost, and
a task may run twice: each must be written so that a second run does no harm. (django-tasks-db does not take up tasks of a killed worker.)
"""
