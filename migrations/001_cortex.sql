-- Cortex's own tables. Plain SQL that may be run by hand (psql -f), by Cortex at start, or both, in any order and any number of times.
--
-- events, runs and run_steps are partitioned by time through their ids: the first 48 bits of those ids are milliseconds since 1970
-- (RFC 9562), so a range of ids is a range of time, a look-up by id touches one partition, and the id alone is the primary key.
-- Retention drops partitions. What falls outside of every partition (a clock far off) lands in the default one and is never refused.

BEGIN;

-- Two of these scripts at once would race on "IF NOT EXISTS"; the lock ends with the transaction.
SELECT pg_advisory_xact_lock(4283947061001);

-- ---------------------------------------------------------------- connections

-- One row per account at a provider that a user has connected. id is derived from Nango's two names for it.
CREATE TABLE IF NOT EXISTS connections (
    id                  uuid        PRIMARY KEY,
    user_id             text        NOT NULL CHECK (length(user_id) BETWEEN 1 AND 128),
    provider            text        NOT NULL CHECK (provider IN ('gmail', 'google-calendar', 'salesforce')),
    provider_config_key text        NOT NULL CHECK (length(provider_config_key) BETWEEN 1 AND 255),
    connection_id       text        NOT NULL CHECK (length(connection_id) BETWEEN 1 AND 255),
    email               text        CHECK (length(email) <= 320),
    status              text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'needs_reauth')),
    created_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_event_at       timestamptz,
    UNIQUE (provider_config_key, connection_id)
);
-- The user's list, and which of a user's accounts a unit can use.
CREATE INDEX IF NOT EXISTS connections_of_user ON connections (user_id, provider);

-- ---------------------------------------------------------------- units

-- program is json, not jsonb: it is shown and hashed as it was written.
-- One row per automation. revision rises with every change of the row, version with every change of the program.
-- status_log is the history of the status, oldest first: [{"status": "active", "at": "…"}], so that an item can be judged by the status of its time.
CREATE TABLE IF NOT EXISTS units (
    id              uuid        PRIMARY KEY,
    user_id         text        NOT NULL CHECK (length(user_id) BETWEEN 1 AND 128),
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    prompt          text        NOT NULL CHECK (length(prompt) BETWEEN 1 AND 4000),
    status          text        NOT NULL CHECK (status IN ('active', 'paused', 'disabled')),
    status_log      jsonb       NOT NULL,
    version         integer     NOT NULL DEFAULT 1 CHECK (version >= 1),
    revision        bigint      NOT NULL DEFAULT 1,
    provider        text        NOT NULL,
    event           text        NOT NULL,
    program         json        NOT NULL,
    program_hash    text        NOT NULL,
    explanation     text        NOT NULL,
    compiler        text        NOT NULL,
    idempotency_key text        CHECK (length(idempotency_key) <= 255),
    request_hash    text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    deleted_at      timestamptz,
    CHECK ((idempotency_key IS NULL) = (request_hash IS NULL))
);
-- The user's list, newest first; ids are ordered by time.
CREATE INDEX IF NOT EXISTS units_of_user ON units (user_id, id DESC) WHERE deleted_at IS NULL;
-- Which units an item of a connection is offered to.
CREATE INDEX IF NOT EXISTS units_by_provider ON units (user_id, provider) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS units_idempotency ON units (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- Every program that a unit ever had: a run goes on with the one that it began with.
CREATE TABLE IF NOT EXISTS unit_versions (
    unit_id    uuid        NOT NULL REFERENCES units (id),
    version    integer     NOT NULL CHECK (version >= 1),
    user_id    text        NOT NULL,
    prompt     text        NOT NULL,
    program    json        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (unit_id, version)
);

-- ---------------------------------------------------------------- events

-- The order in which deliveries were accepted, whichever process accepted them: a delivery that begins after another was answered has a higher number.
CREATE SEQUENCE IF NOT EXISTS events_seq;

-- One row per delivery received from Nango, written before the delivery is answered.
-- payload is bytea because a delivery is stored as it came, be it JSON or not.
CREATE TABLE IF NOT EXISTS events (
    id                  uuid        PRIMARY KEY,
    seq                 bigint      NOT NULL DEFAULT nextval('events_seq'),
    user_id             text,
    connection_key      uuid,
    connection_id       text,
    provider_config_key text,
    type                text        NOT NULL CHECK (length(type) <= 64),
    dedupe_key          text        CHECK (length(dedupe_key) <= 200),
    payload             bytea       NOT NULL,
    trace_parent        text,
    received_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    processed_at        timestamptz,
    status              text        NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'processed', 'failed')),
    attempts            integer     NOT NULL DEFAULT 0,
    retry_at            timestamptz,
    outcome             text,
    reason              text,
    fates               json,
    CHECK ((status = 'pending') = (processed_at IS NULL)),
    CHECK (status = 'pending' OR outcome IS NOT NULL)
) PARTITION BY RANGE (id);
-- A connection's backlog in order; it is empty when all is well.
CREATE INDEX IF NOT EXISTS events_pending ON events (connection_key, seq) WHERE status = 'pending';
-- Has this delivery come before?
CREATE INDEX IF NOT EXISTS events_dedupe ON events (connection_key, dedupe_key) WHERE dedupe_key IS NOT NULL;
-- The user's list, newest first.
CREATE INDEX IF NOT EXISTS events_of_user ON events (user_id, id DESC);

-- ---------------------------------------------------------------- items

-- The last state that Cortex saw of each record: tells a first sight from a second one. Written in the same transaction as the event's fates.
CREATE TABLE IF NOT EXISTS items (
    connection_key   uuid        NOT NULL,
    kind             text        NOT NULL,
    record_id        text        NOT NULL,
    user_id          text        NOT NULL,
    occurred_at      timestamptz NOT NULL,
    last_modified_at timestamptz NOT NULL,
    fields           json        NOT NULL,
    seen_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (connection_key, kind, record_id)
);
CREATE INDEX IF NOT EXISTS items_seen ON items (seen_at);

-- ---------------------------------------------------------------- runs

-- One row per execution of a unit for one item. revision rises with every write, so that of two writers one loses.
-- trigger, input and output are json, not jsonb: they are kept and shown, never searched, and json keeps every text that JSON can hold.
CREATE TABLE IF NOT EXISTS runs (
    id                  uuid        PRIMARY KEY,
    user_id             text        NOT NULL,
    unit_id             uuid        NOT NULL,
    unit_name           text        NOT NULL,
    unit_version        integer     NOT NULL,
    event_id            uuid        NOT NULL,
    connection_key      uuid        NOT NULL,
    connection_id       text        NOT NULL,
    provider_config_key text        NOT NULL,
    status              text        NOT NULL CHECK (status IN ('queued', 'running', 'waiting', 'completed', 'failed', 'canceled')),
    revision            integer     NOT NULL DEFAULT 1,
    attempt             integer     NOT NULL DEFAULT 1,
    trigger             json        NOT NULL,
    error               text,
    resume_at           timestamptz,
    trace_parent        text,
    created_at          timestamptz NOT NULL,
    started_at          timestamptz,
    completed_at        timestamptz,
    updated_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((status IN ('completed', 'failed', 'canceled')) = (completed_at IS NOT NULL)),
    CHECK ((status = 'waiting') = (resume_at IS NOT NULL)),
    CHECK (status = 'failed' OR error IS NULL)
) PARTITION BY RANGE (id);
-- The user's list and a unit's list, newest first.
CREATE INDEX IF NOT EXISTS runs_of_user ON runs (user_id, id DESC);
CREATE INDEX IF NOT EXISTS runs_of_unit ON runs (unit_id, id DESC);
-- Runs that are not finished; it is nearly empty when all is well.
CREATE INDEX IF NOT EXISTS runs_open ON runs (updated_at) WHERE status IN ('queued', 'running', 'waiting');

-- One row per tool call of a run; run_id carries the time, so steps lie in partitions beside their runs.
CREATE TABLE IF NOT EXISTS run_steps (
    run_id       uuid        NOT NULL,
    index        smallint    NOT NULL CHECK (index BETWEEN 0 AND 19),
    user_id      text        NOT NULL,
    tool         text        NOT NULL,
    status       text        NOT NULL CHECK (status IN ('running', 'completed', 'failed', 'skipped')),
    input        json        NOT NULL,
    output       json,
    error        text,
    attempts     integer     NOT NULL DEFAULT 1,
    started_at   timestamptz NOT NULL,
    completed_at timestamptz,
    PRIMARY KEY (run_id, index),
    CHECK ((status = 'running') = (completed_at IS NULL))
) PARTITION BY RANGE (run_id);

-- ---------------------------------------------------------------- partitions

CREATE OR REPLACE FUNCTION cortex_partition_bound(day date) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
    -- The smallest id of a UTC day.
    SELECT (lpad(to_hex((extract(epoch FROM day) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

CREATE OR REPLACE FUNCTION cortex_ensure_partition(parent text, key_column text, day date) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    partition text := format('%s_%s', parent, to_char(day, 'YYYYMMDD'));
    low uuid := cortex_partition_bound(day);
    high uuid := cortex_partition_bound(day + 1);
BEGIN
    IF to_regclass(partition) IS NOT NULL THEN
        RETURN false;
    END IF;
    -- Rows of that day that came before their partition are moved from the default one; PostgreSQL refuses the range otherwise.
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition, parent);
    EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
        parent || '_default', key_column, low, key_column, high, partition);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, partition, low, high);
    RETURN true;
END
$$;

-- Makes what is missing of the partitions from yesterday to a week ahead; returns how many were made.
CREATE OR REPLACE FUNCTION cortex_ensure_partitions() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    today date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
    made integer := 0;
    day date;
BEGIN
    PERFORM pg_advisory_xact_lock(4283947061002);
    FOR day IN SELECT generate_series(today - 1, today + 7, interval '1 day')::date LOOP
        made := made + cortex_ensure_partition('events', 'id', day)::integer
                     + cortex_ensure_partition('runs', 'id', day)::integer
                     + cortex_ensure_partition('run_steps', 'run_id', day)::integer;
    END LOOP;
    RETURN made;
END
$$;

-- Drops the partitions of days before the given one, except those that still hold open work; returns how many were dropped.
-- A day's steps go with its runs. What the default partitions hold of that time is deleted, unless it is open.
CREATE OR REPLACE FUNCTION cortex_drop_partitions(before date) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    bound uuid := cortex_partition_bound(before);
    dropped integer := 0;
    day_text text;
    has_open boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(4283947061002);
    FOR day_text IN
        SELECT substr(c.relname, length('events_') + 1) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'events'::regclass AND c.relname ~ '^events_\d{8}$' AND substr(c.relname, length('events_') + 1) < to_char(before, 'YYYYMMDD')
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE status = ''pending'')', 'events_' || day_text) INTO has_open;
        IF NOT has_open THEN
            EXECUTE format('DROP TABLE %I', 'events_' || day_text);
            dropped := dropped + 1;
        END IF;
    END LOOP;
    FOR day_text IN
        SELECT substr(c.relname, length('runs_') + 1) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'runs'::regclass AND c.relname ~ '^runs_\d{8}$' AND substr(c.relname, length('runs_') + 1) < to_char(before, 'YYYYMMDD')
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE status IN (''queued'', ''running'', ''waiting''))', 'runs_' || day_text) INTO has_open;
        IF NOT has_open THEN
            EXECUTE format('DROP TABLE %I', 'runs_' || day_text);
            EXECUTE format('DROP TABLE IF EXISTS %I', 'run_steps_' || day_text);
            dropped := dropped + 2;
        END IF;
    END LOOP;
    DELETE FROM events_default WHERE id < bound AND status <> 'pending';
    DELETE FROM run_steps_default s WHERE run_id < bound
        AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.id = s.run_id AND r.status IN ('queued', 'running', 'waiting'));
    DELETE FROM runs_default WHERE id < bound AND status NOT IN ('queued', 'running', 'waiting');
    RETURN dropped;
END
$$;

CREATE TABLE IF NOT EXISTS events_default PARTITION OF events DEFAULT;
CREATE TABLE IF NOT EXISTS runs_default PARTITION OF runs DEFAULT;
CREATE TABLE IF NOT EXISTS run_steps_default PARTITION OF run_steps DEFAULT;

SELECT cortex_ensure_partitions();

COMMIT;
