-- What is wrong, in a word of a closed list, beside the sentence that says it. May be run any number of times, like 001; rows of before stay null.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

ALTER TABLE runs ADD COLUMN IF NOT EXISTS error_code text;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS error_provider text;
COMMENT ON COLUMN runs.error_provider IS 'The provider whose call failed; null if it was none''s.';
ALTER TABLE run_steps ADD COLUMN IF NOT EXISTS error_code text;
ALTER TABLE events ADD COLUMN IF NOT EXISTS error_code text;

COMMIT;
