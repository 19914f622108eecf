-- What a step's call came to, and whose turn it is to call: what may still be under way is not asked about, and not done again, before its time is over. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

ALTER TABLE run_steps ADD COLUMN IF NOT EXISTS call_result text
    CHECK (call_result IN ('done', 'not_done', 'unknown', 'failed', 'held', 'waiting'));
COMMENT ON COLUMN run_steps.call_result IS
    'What came of the last call of the step''s tool; null while one may be under way, and of steps from before this column. Only unknown is looked for at the provider.';

ALTER TABLE runs ADD COLUMN IF NOT EXISTS lease_owner text;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS called_at timestamptz;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS lease_until timestamptz;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS takeovers smallint NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS cancel_requested_at timestamptz;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS retry_key text;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS rerun_key text;
COMMENT ON COLUMN runs.retry_key IS 'The Idempotency-Key of the last retry: the same one again is the same retry.';
COMMENT ON COLUMN runs.rerun_key IS 'The run that this one repeats, and the Idempotency-Key of that request; null of runs that an event set off.';
COMMENT ON COLUMN runs.lease_owner IS 'The silo that called the tool of the step under way.';
COMMENT ON COLUMN runs.called_at IS 'When it took the lease.';
COMMENT ON COLUMN runs.lease_until IS 'Until when that call can still take effect: until then nobody else calls or asks. Null when none can.';
COMMENT ON COLUMN runs.takeovers IS 'How often the step under way was taken over from an owner that did not end it.';
COMMENT ON COLUMN runs.cancel_requested_at IS 'When the user asked for the run to be canceled; from then on no step begins.';

ALTER TABLE events ADD COLUMN IF NOT EXISTS internal_failures smallint NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN IF NOT EXISTS takeovers smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN events.internal_failures IS 'How often an error of Cortex''s own, or a refusal of PostgreSQL''s, ended its processing.';
COMMENT ON COLUMN events.takeovers IS 'How often its processing was begun by a new activation since it last came to an end or got on: each time but the last, its server went down in the middle.';

CREATE INDEX IF NOT EXISTS runs_rerun ON runs (user_id, rerun_key) WHERE rerun_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS runs_cancel_requested ON runs (cancel_requested_at) WHERE cancel_requested_at IS NOT NULL AND status IN ('queued', 'running', 'waiting');

COMMIT;
