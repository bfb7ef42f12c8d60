"""What Alembic runs: the migrations, in the transaction that the program has already begun.

So they are done wholly or not at all, on SQLite too.
"""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
