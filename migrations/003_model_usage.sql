-- What the language model was asked and paid for. Safe to run any number of times, by hand or at start.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- One row per question that was answered; an answer from the cache was not paid for and has none.
-- A preview belongs to no unit yet: the unit made of it takes its rows over by the program's hash.
-- cost_micro_usd is null where the model's price is not known.
CREATE TABLE IF NOT EXISTS model_usage (
    id             uuid        PRIMARY KEY,
    user_id        text        NOT NULL CHECK (length(user_id) BETWEEN 1 AND 128),
    unit_id        uuid,
    run_id         uuid,
    purpose        text        NOT NULL CHECK (length(purpose) BETWEEN 1 AND 64),
    model          text        NOT NULL,
    program_hash   text,
    input_tokens   integer     NOT NULL CHECK (input_tokens >= 0),
    output_tokens  integer     NOT NULL CHECK (output_tokens >= 0),
    cost_micro_usd bigint      CHECK (cost_micro_usd >= 0),
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- The sum that is shown with a unit.
CREATE INDEX IF NOT EXISTS model_usage_of_unit ON model_usage (unit_id) WHERE unit_id IS NOT NULL;
-- What a new unit takes over.
CREATE INDEX IF NOT EXISTS model_usage_of_preview ON model_usage (user_id, program_hash) WHERE unit_id IS NULL AND program_hash IS NOT NULL;
-- Retention.
CREATE INDEX IF NOT EXISTS model_usage_created ON model_usage (created_at);

COMMIT;
