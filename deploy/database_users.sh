#!/bin/bash
# Makes the database and its two users on an existing MariaDB 10.11 or newer. Run it as the
# database's administrator on the server, or put it into /docker-entrypoint-initdb.d of the
# mariadb image (compose.yaml does). Passwords come from DB_PASSWORD and DB_OWNER_PASSWORD; the
# administrator's from MARIADB_ROOT_PASSWORD, or from the socket when that is not set.
set -eu
: "${DB_PASSWORD:?the run-time user needs a password}"
: "${DB_OWNER_PASSWORD:?the owner needs a password}"
case "$DB_PASSWORD$DB_OWNER_PASSWORD" in
  *[!A-Za-z0-9_-]*) echo 'Use letters, digits, - and _ in the passwords.' >&2; exit 1 ;;
esac
[ -z "${MARIADB_ROOT_PASSWORD:-}" ] || export MYSQL_PWD="$MARIADB_ROOT_PASSWORD"
mariadb --user="${DB_ADMIN_USER:-root}" "$@" <<SQL
CREATE DATABASE IF NOT EXISTS ${DB_DATABASE:-diwan} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER IF NOT EXISTS diwan_owner@'%' IDENTIFIED BY '$DB_OWNER_PASSWORD';
GRANT ALL PRIVILEGES ON \`diwan%\`.* TO diwan_owner@'%' WITH GRANT OPTION;
CREATE USER IF NOT EXISTS diwan_app@'%' IDENTIFIED BY '$DB_PASSWORD';
SQL
