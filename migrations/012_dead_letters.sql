-- What was given up says why, and can be driven again; and work on many runs at once is a row. May be run any number of times, like 001.
--
-- A table is locked against writes while its index is made, so each has a transaction of its own, as in 006.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

ALTER TABLE events ADD COLUMN IF NOT EXISTS dead_reason text;
ALTER TABLE events ADD COLUMN IF NOT EXISTS redriven_at timestamptz;
ALTER TABLE events ADD COLUMN IF NOT EXISTS redrive_key text;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS dead_reason text;
COMMENT ON COLUMN events.dead_reason IS 'Why it was given up, in one word; null unless it was, and of events that a version before this column gave up.';
COMMENT ON COLUMN events.redriven_at IS 'When it was last put back among the pending ones after it had been given up: what it waits for, it waits for from then on.';
COMMENT ON COLUMN events.redrive_key IS 'The request that did so: the same one again is the same.';
COMMENT ON COLUMN runs.dead_reason IS 'Why Cortex gave the run up, in one word; null unless it failed, and where a refusal that would come again made it fail.';

-- ---------------------------------------------------------------- jobs

-- One row per request to do something with many runs or events. user_id is null of what an operator asks for, over all users.
-- items is what the request picked when it was made, in the order in which it is dealt with; done + failed of them have been, and nothing is kept of them at the end.
CREATE TABLE IF NOT EXISTS jobs (
    id              uuid        PRIMARY KEY,
    user_id         text        CHECK (length(user_id) BETWEEN 1 AND 128),
    kind            text        NOT NULL CHECK (kind IN ('retry_runs', 'cancel_runs', 'retry_dead_letters')),
    filter          json        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('running', 'completed')),
    items           uuid[]      NOT NULL,
    total           integer     NOT NULL,
    done            integer     NOT NULL DEFAULT 0,
    failed          integer     NOT NULL DEFAULT 0,
    is_partial      boolean     NOT NULL DEFAULT false,
    error           text,
    idempotency_key text        CHECK (length(idempotency_key) <= 255),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    completed_at    timestamptz,
    CHECK (done >= 0 AND failed >= 0 AND done + failed <= total),
    CHECK ((status = 'completed') = (completed_at IS NOT NULL))
);
-- What is to be worked off, and what nobody has worked at of late; it is nearly empty.
CREATE INDEX IF NOT EXISTS jobs_open ON jobs (user_id, id) WHERE status = 'running';
-- The live stream: which of a user's rows changed since a time.
CREATE INDEX IF NOT EXISTS jobs_changed ON jobs (user_id, updated_at);
CREATE UNIQUE INDEX IF NOT EXISTS jobs_idempotency ON jobs (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

COMMIT;

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- What was given up, of one user newest first.
CREATE INDEX IF NOT EXISTS events_failed ON events (user_id, id DESC) WHERE status = 'failed';

COMMIT;

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

CREATE INDEX IF NOT EXISTS runs_dead ON runs (user_id, id DESC) WHERE dead_reason IS NOT NULL;
-- What can be retried, which among many runs that succeeded is little.
CREATE INDEX IF NOT EXISTS runs_retryable ON runs (user_id, id DESC) WHERE status IN ('failed', 'canceled');

COMMIT;

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- What earlier versions gave up is known by its sentences.
UPDATE events SET dead_reason = 'poison' WHERE status = 'failed' AND dead_reason IS NULL AND reason LIKE 'This was interrupted %';
UPDATE runs SET dead_reason = CASE
        WHEN error LIKE 'This was interrupted %' THEN 'poison'
        WHEN error LIKE 'An internal error stopped %' THEN 'internal'
        WHEN error LIKE 'What came of this step could not be stored%' THEN 'storage_refused'
        ELSE 'may_have_happened'
    END
WHERE status = 'failed' AND dead_reason IS NULL
  AND (error LIKE 'This was interrupted %' OR error LIKE 'An internal error stopped %' OR error LIKE 'What came of this step could not be stored%'
       OR error LIKE '% It may have taken effect all the same: look before you retry.');

COMMIT;
