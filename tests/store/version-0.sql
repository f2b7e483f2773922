-- A history file of version 0: a database that nobody wrote to.
PRAGMA user_version = 0;
