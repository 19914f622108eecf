-- What the live stream asks for: which of a user's rows changed since a time. May be run any number of times, like 001.
--
-- A table is locked against writes while its index is made, so each has a transaction of its own: no lock waits for another table's index.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

CREATE INDEX IF NOT EXISTS units_changed ON units (user_id, updated_at);

COMMIT;

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

CREATE INDEX IF NOT EXISTS runs_changed ON runs (user_id, updated_at);

COMMIT;

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

CREATE INDEX IF NOT EXISTS events_changed ON events (user_id, (coalesce(processed_at, received_at)));

COMMIT;
