# Runs once, when the database is made: the application owns its database and nothing else.
# Whoever administers the server enters by the socket in its container; over the network nobody is more than the owner.
psql --set=ON_ERROR_STOP=1 --no-psqlrc --username=postgres --set=password="$POSTGRES_PASSWORD" <<'SQL'
CREATE ROLE untilfree LOGIN PASSWORD :'password';
CREATE DATABASE untilfree OWNER untilfree;
ALTER ROLE postgres PASSWORD NULL;
SQL
