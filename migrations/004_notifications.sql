-- What runs tell their users, and what the model judged of a run. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- ---------------------------------------------------------------- notifications

-- One row per step that told its user something: a step that is repeated after a crash finds its row made.
-- Ids carry their time, as everywhere; there are few rows, so retention deletes them instead of dropping partitions.
CREATE TABLE IF NOT EXISTS notifications (
    id         uuid        PRIMARY KEY,
    user_id    text        NOT NULL CHECK (length(user_id) BETWEEN 1 AND 128),
    unit_id    uuid        NOT NULL,
    unit_name  text        NOT NULL,
    run_id     uuid        NOT NULL,
    step       smallint    NOT NULL CHECK (step BETWEEN 0 AND 19),
    text       text        NOT NULL CHECK (length(text) <= 2000),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (run_id, step)
);
-- The user's list, newest first.
CREATE INDEX IF NOT EXISTS notifications_of_user ON notifications (user_id, id DESC);

-- ---------------------------------------------------------------- runs

-- What the model said of the run's conditions in words: {"ofTrigger", "attempts", "verdicts": [{"field", "value", "edge", "condition", "holds", "reason"}]}. Null where it has nothing to say.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS judgement json;

-- Runs that wait, by when they go on: many may wait for days, and recovery must not read all of them to find the few that are due.
CREATE INDEX IF NOT EXISTS runs_due ON runs (resume_at) WHERE status = 'waiting';
-- Runs that somebody is executing, or was.
CREATE INDEX IF NOT EXISTS runs_active ON runs (updated_at) WHERE status IN ('queued', 'running');

COMMIT;
